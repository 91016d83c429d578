"""An edit between two plans as a line of text."""

from mvo_tui.plan.edits import AddItem, Edit, MoveItem, RemoveItem, SetField
from mvo_tui.plan.model import Item
from mvo_tui.plan.names import called


def difference(edit: Edit) -> str:
    """What `edit` changes, as in ``~ venture.name: 'Sunday Box'``."""
    match edit:
        case SetField(place, None | ""):
            return f"~ {place}: blanked"
        case SetField(place, value):
            return f"~ {place}: {value!r}"
        case AddItem(into, item):
            return f"+ {into}: {called(item) if isinstance(item, Item) else item!r}"
        case RemoveItem(place):
            return f"- {place}"
        case MoveItem(place, index, into):
            return f"> {place}: to position {index + 1}" + (f" of {into}" if into else "")
    return str(edit)
