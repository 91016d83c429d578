"""What one does on the board, as edits: each one step for the founder, whose label says what undo would take back.

Raises (all of them):
    PlanError: it can't be done; the sentence says why, and nothing has changed.
"""

from mvo_tui.blueprint.cell import Cell
from mvo_tui.plan.edits import AddItem, Batch, Edit, MoveItem
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.item_edits import move, set_field, unlink
from mvo_tui.plan.model import Kpi, Plan, Touchpoint
from mvo_tui.plan.names import called
from mvo_tui.plan.places import item_at, path_of, value_at


def to_neighbour(plan: Plan, card: str, step: int) -> Edit:
    """Bring the card into the next stage (`step` 1), where it comes first, or as the last one into the one before."""
    touchpoint = item_at(plan, card)
    if not isinstance(touchpoint, Touchpoint):
        raise PlanError("Only a touchpoint goes from stage to stage. Nothing was changed.")
    number = int(path_of(plan, card)[1]) + step
    if not 0 <= number < len(plan.stages):
        raise PlanError(f"It is in the {'last' if step > 0 else 'first'} stage already. Nothing was changed.")
    stage = plan.stages[number]
    index = 0 if step > 0 else len(stage.touchpoints)
    label = f'Move touchpoint "{called(touchpoint)}" to "{called(stage)}"'
    return MoveItem(card, index, into=f"stages.{stage.id}.touchpoints", label=label)


def moved(plan: Plan, item: str, step: int) -> Edit:
    """Bring a card or a stage `step` further in the customer's order; a card goes on into the stage beside its own."""
    edit = move(plan, item, step)
    if isinstance(edit, MoveItem) and edit.into is None and path_of(plan, item)[-1] == edit.position:
        raise PlanError(f"It is the {'last' if step > 0 else 'first'} one already. Nothing was changed.")
    return edit


def emptied(plan: Plan, cell: Cell) -> Edit:
    """Take out of the plan's field what the cell shows: one link of several, or the whole answer."""
    if not cell.field or value_at(plan, cell.field) in (None, "", ()):
        raise PlanError("There is nothing to take out here.")
    return unlink(plan, cell.field, cell.linked) if cell.linked else set_field(plan, cell.field, None)


def put_behind(edit: Edit, into: str, index: int) -> Edit:
    """`edit`, where it adds items at the end of the list at `into`, with these items from `index` on."""
    match edit:
        case AddItem(into=added_into, position=None) if added_into == into:
            return edit._replace(position=index)
        case Batch(edits=edits):
            placed = []
            for part in edits:
                placed.append(put_behind(part, into, index))
                index += placed[-1] is not part
            return edit._replace(edits=tuple(placed))
    return edit


def watching(edit: Edit, process_id: str, promise_id: str) -> Edit:
    """`edit`, with the KPIs that it adds watching this process and this promise, where they are told."""
    match edit:
        case AddItem(item=Kpi() as kpi):
            links: dict[str, object] = {"processes": (process_id,)} if process_id and not kpi.processes else {}
            links |= {"promise": promise_id} if promise_id and not kpi.promise else {}
            return edit._replace(item=kpi.model_copy(update=links))
        case Batch(edits=edits):
            return edit._replace(edits=tuple(watching(part, process_id, promise_id) for part in edits))
    return edit
