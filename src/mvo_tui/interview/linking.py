"""Answers that are links: existing items by id or by name, and new ones made on the spot."""

from collections.abc import Sequence

from mvo_tui.interview.catalogue import question_at
from mvo_tui.plan.edits import AddItem, Batch, Edit
from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.fields import FieldSpec, Kind
from mvo_tui.plan.item_edits import ids_in_use, new_item, set_field
from mvo_tui.plan.model import Item, Plan
from mvo_tui.plan.names import called, kind_of
from mvo_tui.plan.places import items_of, type_of_collection, value_at
from mvo_tui.plan.vocabulary import NOBODY_IN_PARTICULAR


def link(plan: Plan, place: str, chosen: Sequence[str]) -> Edit:
    """Link the field at `place` to what was `chosen`, by id or by name; a name that is new makes an item.

    Raises:
        PlanError: the name is that of nobody in particular ("the team").
    """
    spec = _link_spec(place)
    made: list[Item] = []
    ids = [_id_of(plan, place, spec, text.strip(), made) for text in chosen]
    value = tuple(dict.fromkeys(ids)) if spec.kind is Kind.LINKS else ids[0]
    edit = set_field(plan, place, value)
    if not made:
        return edit
    adding = tuple(AddItem(spec.collection, item) for item in made)
    return Batch((*adding, edit), label=_label(spec, made))


def create_and_link(plan: Plan, place: str, name: str) -> Edit:
    """Make the item that a link at `place` is missing, by its name, and link it there beside what is linked already.

    Raises:
        PlanError: `place` is no link, or the name is empty or that of nobody in particular.
    """
    spec = _link_spec(place)
    if not name.strip():
        raise PlanError(f"A {kind_of(type_of_collection[spec.collection])} needs a name.", ExitCode.USAGE)
    before = value_at(plan, place)
    kept = before if isinstance(before, tuple) and spec.kind is Kind.LINKS else ()
    return link(plan, place, (*kept, name))


def _link_spec(place: str) -> FieldSpec:
    spec = question_at(place).spec
    if spec is None or spec.kind not in (Kind.LINK, Kind.LINKS):
        raise PlanError(f"{place} is no link to something. Nothing was changed.")
    return spec


def _id_of(plan: Plan, place: str, spec: FieldSpec, text: str, made: list[Item]) -> str:
    """The id that `text` means; an item that has to be made for it is put into `made`."""
    items = (*items_of(plan, spec.collection), *made)
    by_name = {called(item).casefold(): item.id for item in reversed(items)}
    known = {item.id for item in items} | set(_linked_now(plan, place))
    if text in known:
        return text
    if text.casefold() in by_name:
        return by_name[text.casefold()]
    if text.casefold() in NOBODY_IN_PARTICULAR:
        raise PlanError(f'"{text}" is nobody in particular. Name one {kind_of(type_of_collection[spec.collection])}.')
    made.append(_made(plan, spec.collection, text, made))
    return made[-1].id


def _linked_now(plan: Plan, place: str) -> tuple[str, ...]:
    """What the field names already; a link that leads nowhere is kept as it is."""
    value = value_at(plan, place)
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def _made(plan: Plan, collection: str, name: str, others: Sequence[Item]) -> Item:
    """A new item called `name`, with what is offered under that name."""
    offer = next((o for o in question_at(collection).offers if o.label.casefold() == name.casefold()), None)
    field = "statement" if collection == "promises" else "name"
    values = {field: offer.label, **offer.values} if offer else {field: name}
    item = new_item(plan, collection, values, ids_in_use(plan, collection) | {other.id for other in others})
    assert isinstance(item, Item)
    return item


def _label(spec: FieldSpec, made: list[Item]) -> str:
    kind = kind_of(type(made[0]))
    return f'Add {kind} "{called(made[0])}"' if len(made) == 1 else f"Add {len(made)} {spec.collection}"
