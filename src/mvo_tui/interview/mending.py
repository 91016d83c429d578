"""Mending what a finding is about here and now: the one question that its place asks, and edits that are plain already.

It is derived from the place and what stands there, so that a new rule needs nothing here.
"""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from mvo_tui.interview.answers import edit_for
from mvo_tui.interview.catalogue import question_at
from mvo_tui.interview.next_question import Asked, question_for
from mvo_tui.plan.edits import AddItem, Edit, SetField
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import FieldSpec, Kind
from mvo_tui.plan.ids import is_slug
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.item_edits import new_item, set_field, unlink
from mvo_tui.plan.model import Item, Plan
from mvo_tui.plan.names import called, kind_of, naming_field
from mvo_tui.plan.places import field_at, find, follow, items_of, type_of_collection, type_of_single
from mvo_tui.plan.suggestions import nearest
from mvo_tui.plan.vocabulary import NOBODY_IN_PARTICULAR


class Mend(NamedTuple):
    """An edit that would mend it, in the words of a choice."""

    label: str
    edit: Edit


def one_question(index: PlanIndex, place: str) -> Asked | None:
    """The question at `place`, if one value or one choice answers it; None where it takes more than that."""
    if place == "promises" and index.plan.promises:  # there are some, and none is the core promise
        place = "venture.core-promise"
    if "." not in place and place not in type_of_single:
        return None
    try:
        asked = question_for(index, place)
    except PlanError:
        return None
    is_about_place = field_at(place) is not None or asked.question.spec is None or not _is_item(index.plan, place)
    return None if asked.question.is_list or not is_about_place else asked


def ready_mends(index: PlanIndex, place: str, today: datetime.date) -> tuple[Mend, ...]:
    """The edits that need no answer any more, the likeliest first."""
    plan, spec = index.plan, field_at(place)
    path = find(plan, place)
    if path is None:
        return ()
    value = follow(plan, path)
    if "." not in place and place in type_of_collection:
        return tuple(_none_needed(plan, place, value))
    if spec is None:
        return ()
    found: Iterator[Mend]
    match spec.kind:
        case Kind.LINK | Kind.LINKS:
            found = _links(plan, place, spec, value)
        case Kind.WORD:
            found = _word(plan, place, spec, value)
        case Kind.DATE if value is None:
            found = iter((Mend(f"Today, {today:%d} {today:%B %Y}".replace(" 0", " "), set_field(plan, place, today)),))
        case Kind.LINE if place.startswith("parking_lot.") and isinstance(value, str):
            found = _address(plan, place, value)
        case _:
            return ()
    return tuple(found)


def _is_item(plan: Plan, place: str) -> bool:
    path = find(plan, place)
    return path is not None and isinstance(follow(plan, path), Item)


def _none_needed(plan: Plan, place: str, value: object) -> Iterator[Mend]:
    """A list that is not decided yet may be empty for good."""
    none = question_at(place).none
    if value is None and none:
        yield Mend(none, edit_for(plan, place, ()))


def _links(plan: Plan, place: str, spec: FieldSpec, value: object) -> Iterator[Mend]:
    items = items_of(plan, spec.collection)
    known = {item.id: item for item in items}
    linked = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
    for link in linked:
        if link not in known:
            yield from _instead_of(plan, place, spec, linked, link)
    if spec.kind is Kind.LINK and isinstance(value, tuple):  # an owner is one
        for link in filter(known.__contains__, value):
            yield Mend(f'Only "{called(known[link])}"', set_field(plan, place, link))


def _instead_of(plan: Plan, place: str, spec: FieldSpec, linked: tuple[str, ...], link: str) -> Iterator[Mend]:
    """What may stand where `link`, which leads nowhere, stands now. Of nobody in particular nothing can be made."""
    model = type_of_collection[spec.collection]
    kind = kind_of(model)
    near = _near(link, items_of(plan, spec.collection))
    is_name = is_slug(link) and bool(link.strip("-")) and link not in NOBODY_IN_PARTICULAR
    if near is not None:
        rest = tuple(dict.fromkeys(near.id if other == link else other for other in linked))
        value = near.id if spec.kind is Kind.LINK and len(rest) == 1 else rest
        edit = SetField(place, value, label=f'Link to {kind} "{called(near)}"')
        yield Mend(f'Link to "{called(near)}" and not to "{link}"', edit)
    if is_name:
        name = " ".join(link.replace("-", " ").split()).capitalize()
        made = new_item(plan, spec.collection, {naming_field(model): name}).model_copy(update={"id": link})
        label = f'Add {kind} "{name}"'
        yield Mend(f'Make a {kind} "{name}", which it leads to', AddItem(spec.collection, made, label=label))
    if near is not None or is_name:
        is_last = spec.kind is Kind.LINK and len(linked) == 1
        yield Mend(
            f'Take the link to "{link}" out', set_field(plan, place, None) if is_last else unlink(plan, place, link)
        )


def _near(link: str, items: tuple[Item, ...]) -> Item | None:
    """The item that was meant: by its id, else by its name."""
    by_name = {called(item).casefold(): item for item in items}
    by_id = {item.id: item for item in items}
    if found := nearest(link, by_id):
        return by_id[found]
    found = nearest(link.casefold().replace("-", " "), by_name)
    return by_name[found] if found else None


def _word(plan: Plan, place: str, spec: FieldSpec, value: object) -> Iterator[Mend]:
    """A word of the list instead of one that is not on it."""
    if not isinstance(value, str) or value in spec.words or spec.is_own_word_allowed:
        return
    plain = " ".join(value.split()).casefold()
    meant = {word.casefold(): word for word in spec.words} | {m.casefold(): word for word, m in spec.words.items()}
    if found := nearest(plain, meant):
        word = meant[found]
        yield Mend(f'"{word}": {spec.words[word]}. Did you mean that by "{value}"?', set_field(plan, place, word))


def _address(plan: Plan, place: str, value: str) -> Iterator[Mend]:
    """What a parked thought is about, where its address leads nowhere."""
    collection, _, item_id = value.partition(".")
    items = items_of(plan, collection) if collection in type_of_collection else ()
    if any(item.id == item_id for item in items):
        return
    if (near := _near(item_id, items)) is not None:
        yield Mend(f'It is about "{called(near)}"', set_field(plan, place, f"{collection}.{near.id}"))
    yield Mend("It is about nothing in particular", set_field(plan, place, None))
