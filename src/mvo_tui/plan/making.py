"""Items that are made out of others: the process that is the work behind a touchpoint."""

from mvo_tui.plan.edits import AddItem, Batch, Edit, SetField
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.item_edits import new_item
from mvo_tui.plan.model import Item, Plan, Touchpoint
from mvo_tui.plan.names import called
from mvo_tui.plan.places import field_place, item_at


def make_process_for(plan: Plan, place: str) -> Edit:
    """Make the touchpoint's process: called like it, and linked behind what is linked already.

    The promises that the touchpoint serves are so carried by the new process; nothing else changes.

    Raises:
        PlanError: `place` is no touchpoint of this plan; nothing has changed.
    """
    touchpoint = item_at(plan, place)
    if not isinstance(touchpoint, Touchpoint):
        raise PlanError("Only a touchpoint has a process made for it. Nothing was changed.")
    process = new_item(plan, "processes", {"name": touchpoint.name})
    assert isinstance(process, Item)
    linked = SetField(field_place(place, "processes"), (*touchpoint.processes, process.id))
    return Batch((AddItem("processes", process), linked), label=f'Make a process for "{called(touchpoint)}"')
