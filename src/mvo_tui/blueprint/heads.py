"""What the board says of a stage as a whole."""

from mvo_tui.blueprint.cell import HOLE, MUTED, STRONG, Cell, hole
from mvo_tui.blueprint.words import NOT_SAID, in_one, needed
from mvo_tui.plan.model import Stage
from mvo_tui.plan.places import field_place, item_place
from mvo_tui.plan.vocabulary import FUNCTION


def head_cell(stage: Stage, *, is_with_function: bool = False) -> Cell:
    """The name of the stage, in the customer's words; with what it is for, where that has no lane of its own."""
    place = item_place("stages", stage.id)
    cell = needed(field_place(place, "name"), stage.name, "no name yet", tone=STRONG, about=place)
    if is_with_function and stage.function in FUNCTION:
        return cell._replace(parts=(*cell.parts, (f"   {stage.function}", MUTED)))
    return cell


def function_cell(stage: Stage) -> Cell:
    """What the stage is for: sales, delivery ..."""
    place = field_place(item_place("stages", stage.id), "function")
    if not stage.function:
        return Cell(place, ((NOT_SAID, MUTED),), field=place)
    if stage.function in FUNCTION:
        return Cell(place, ((stage.function, MUTED),), field=place)
    return Cell(place, ((f"{in_one(stage.function)}?", HOLE),), is_hole=True, field=place)  # no word of its list


def no_card(stage: Stage) -> Cell:
    """Where the cards of a stage would stand that has none."""
    return hole(f"{item_place('stages', stage.id)}.touchpoints", "no touchpoint yet")
