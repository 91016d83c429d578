"""Replace a tool, a role or a person everywhere: by which other, and whether the old one stays."""

from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Item
from mvo_tui.plan.names import called, counted, kind_of
from mvo_tui.plan.places import item_at, items_of, split_field
from mvo_tui.plan.replacing import REPLACEABLE, places_naming, replace_everywhere, uses
from mvo_tui.ui.screens.choosing import ChooseScreen, Entry, entry
from mvo_tui.ui.screens.doing import Doing
from mvo_tui.ui.screens.field_editing import added_place

NOT_REPLACED = "Only a tool, a role or a person is replaced by another."


def replace(view: Doing, place: str) -> None:
    """Ask by what the item at `place` is to be replaced; nothing changes before both questions are answered."""
    plan = view.report.plan
    collection, item_id = split_field(place)
    item = item_at(plan, place)
    if not isinstance(item, Item) or collection not in REPLACEABLE:
        view.status_line.show_text(NOT_REPLACED)
        return
    if view.says_read_only():
        return
    kind = kind_of(type(item))
    named = uses(plan, collection)
    others = [
        entry(other.id, called(other), f"named in {counted(named[other.id], 'place')}")
        for other in items_of(plan, collection)
        if other.id != item_id
    ]

    def new(name: str) -> Entry[str]:
        return entry(name, f'New {kind} "{name}"', mark="+")

    def go_on(by: str | None) -> None:
        if by:
            _keep_or_delete(view, place, item, by)

    why = f"Now named in {counted(len(places_naming(plan, place)), 'place')}"
    view.app.push_screen(ChooseScreen(f'Replace {kind} "{called(item)}" by which', others, why=why, make=new), go_on)


def _keep_or_delete(view: Doing, place: str, item: Item, by: str) -> None:
    """Show how much changes, and let the founder choose whether the old one goes."""
    other = item_at(view.report.plan, f"{split_field(place)[0]}.{by}")
    name, old = called(other) if isinstance(other, Item) else by, called(item)
    where = counted(len(places_naming(view.report.plan, place)), "place")
    entries = [
        entry("delete", f'Replace in {where}, and delete "{old}"'),
        entry("keep", f'Replace in {where}, and keep "{old}"'),
    ]

    def do(choice: str | None) -> None:
        if choice:
            _apply(view, place, by, delete=choice == "delete")

    view.app.push_screen(ChooseScreen(f'"{name}" instead of "{old}"', entries), do)


def _apply(view: Doing, place: str, by: str, *, delete: bool) -> None:
    plan = view.report.plan
    try:
        edit = replace_everywhere(plan, place, by, delete=delete)
    except PlanError as error:
        view.status_line.show_text(str(error))
        return
    view.do(edit, added_place(edit) or f"{split_field(place)[0]}.{by}")
