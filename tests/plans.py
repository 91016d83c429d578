"""Plans to test with: from TOML text, the sample plans, and generated ones with all that goes wrong in real ones.

Generated plans share a few ids, so that links lead somewhere, to the wrong thing, or nowhere; texts are said, blank,
placeholders, vague, or look like markup; words are on their list or not.
"""

import datetime
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st

from mvo_tui.plan.edits import AddItem, Edit, MoveItem, RemoveItem, SetField, apply
from mvo_tui.plan.fields import FieldSpec, Kind, field_spec, field_specs
from mvo_tui.plan.ids import readable_id, unused_id
from mvo_tui.plan.model import Item, Journey, NotApplicable, Plan, Process, Stage, Table
from mvo_tui.plan.places import (
    SEQUENCES,
    all_items,
    field_place,
    item_place,
    items_of,
    type_of_collection,
    type_of_numbered,
    type_of_single,
)

SAMPLES = {
    path.name.partition(".")[0]: path
    for path in sorted((Path(__file__).parent.parent / "sample_plans").glob("*.mvo.toml"))
}


def document_of(table: Table) -> dict[str, Any]:
    """All that a table says, as plain values: what it is validated from once more."""
    return {name: _plain(value) for name, value in table}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return document_of(value) if isinstance(value, Table) else value


def plan_from_toml(text: str) -> Plan:
    """The plan that `text` says, ids filled in as on load."""
    document: dict[str, Any] = tomllib.loads(text)
    for collection in type_of_collection:
        if collection != "touchpoints":
            _fill_in_ids(document.get(collection, []), collection)
    touchpoints = [point for stage in document.get("stages", []) for point in stage.get("touchpoints", [])]
    _fill_in_ids(touchpoints, "touchpoints")
    return Plan.model_validate(document)


def _fill_in_ids(items: list[dict[str, Any]], collection: str) -> None:
    taken = {item["id"] for item in items if "id" in item}
    for number, item in enumerate(items, start=1):
        if "id" not in item:
            item["id"] = readable_id(item, collection, number, taken)
            taken.add(item["id"])


@cache
def sample(name: str) -> Plan:
    return plan_from_toml(SAMPLES[name].read_text("utf-8"))


# What fields may hold


SAID = ("Ring the bell twice", "Check the list", "Within 24 hours", "The list, column F")
PLACEHOLDERS = ("TBD", "?", "lorem ipsum dolor", " ", "-")
STRANGE = ("Great and fast", "[b]bold[/b]", "$z {x}", "The list is checked", "everyone", "\u202eabc", "line\nbreak")
BAD_WORD = "nonsense"
NOWHERE = "nowhere"

_MOST = {"parking_lot": 1, "processes": 4, "log": 1, "readings": 2}
"""The most items of a generated list; 3 where it does not say."""


def ids_of(collection: str) -> tuple[str, ...]:
    """The ids that generated items of `collection` take, and that links to it name."""
    return tuple(f"{collection.replace('_', '-')}-{number}" for number in range(1, 5))


@cache
def choices(model: type[Table], name: str) -> tuple[Any, ...]:
    """What the field `name` of `model` may hold, good and bad, more good than bad; of the right type always."""
    spec = field_spec(model, name)
    default = model.model_fields[name].default
    match spec.kind:
        case Kind.LINE | Kind.PROSE:
            return (default, *SAID, *SAID, *PLACEHOLDERS, *STRANGE)
        case Kind.NUMBER:
            return (default, 0, 1, 2.5, 7, 40, 600)
        case Kind.YES_NO:
            return (default, True, False)
        case Kind.DATE:
            return (default, datetime.date(2026, 3, 14), datetime.date(2026, 11, 1))
        case Kind.TIME:
            return (default, datetime.time(9, 30), datetime.time(20, 0))
        case Kind.WORD:
            return (default, *spec.words, *spec.words, BAD_WORD)
        case Kind.WORDS:
            return (default, tuple(spec.words), tuple(spec.words)[:2], (BAD_WORD,))
        case Kind.LINK:
            several = (ids_of("roles")[:2], ()) if (model, name) == (Process, "owner") else ()
            return (default, *ids_of(spec.collection), *ids_of(spec.collection), NOWHERE, "team", *several)
        case _:
            ids = ids_of(spec.collection)
            return (default, (), *zip(ids, strict=True), *combinations(ids, 2), (NOWHERE,), (ids[0], NOWHERE))


@cache
def variants(model: type[Table]) -> tuple[Any, ...]:
    """Tables of `model` to choose from: one of which nothing is said, and many of which anything is.

    Made once, with a seed of their own: to draw one of them is a hundred times quicker than to draw its fields.
    """
    random = Random(model.__name__)
    identity = {"id": "x"} if issubclass(model, Item) else {}
    return (model.model_validate(identity), *(_variant(model, identity, random) for _ in range(150)))


def _variant(model: type[Table], identity: dict[str, str], random: Random) -> Table:
    fields: dict[str, Any] = dict(identity)
    for spec in field_specs(model):
        if spec.kind is not Kind.ITEMS:
            fields[spec.name] = random.choice(choices(model, spec.name))
        elif spec.name in type_of_numbered:
            nested = variants(type_of_numbered[spec.name])
            fields[spec.name] = tuple(random.choice(nested) for _ in range(random.randint(0, most(spec.name))))
    return model.model_validate(fields)


MODELS: dict[str, type[Table]] = {**type_of_collection, **type_of_numbered}
"""What a list of that name holds."""


def most(name: str) -> int:
    return _MOST.get(name, 3)


@st.composite
def items(draw: st.DrawFn, collection: str) -> tuple[Any, ...]:
    """Some items of a collection, each with an id of its own."""
    found = draw(st.lists(st.sampled_from(variants(type_of_collection[collection])), max_size=most(collection)))
    return tuple(
        item.model_copy(update={"id": item_id}) for item, item_id in zip(found, ids_of(collection), strict=False)
    )


@st.composite
def stages(draw: st.DrawFn) -> tuple[Stage, ...]:
    """Stages, and touchpoints spread over them."""
    found: list[Stage] = list(draw(items("stages")))
    for touchpoint in draw(items("touchpoints")) if found else ():
        number = draw(st.integers(0, len(found) - 1))
        stage = found[number]
        found[number] = stage.model_copy(update={"touchpoints": (*stage.touchpoints, touchpoint)})
    return tuple(found)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan: some things there, some missing, some wrong."""
    found: dict[str, Any] = {}
    for name, field in Plan.model_fields.items():
        if name == "stages":
            found[name] = draw(stages())
        elif name in type_of_collection:
            found[name] = draw(st.none() | items(name) if field.default is None else items(name))
        elif name in ("venture", "review"):
            found[name] = draw(st.sampled_from(variants(type_of_single[name])))
    found["journey"] = Journey(not_applicable=draw(st.sampled_from(variants(NotApplicable))))
    return Plan.model_validate(found)


sample_plans = st.sampled_from(tuple(SAMPLES)).map(sample)


# Where things stand in a plan


class Leaf(NamedTuple):
    """A field that is not a list of tables."""

    place: str
    model: type[Table]
    spec: FieldSpec
    value: Any


def leaves(plan: Plan) -> Iterator[Leaf]:
    """Every field of every table of the plan."""
    for place, table in all_tables(plan):
        for spec in field_specs(type(table)):
            if spec.kind is not Kind.ITEMS:
                yield Leaf(field_place(place, spec.name), type(table), spec, getattr(table, spec.name))


def all_tables(plan: Plan) -> Iterator[tuple[str, Table]]:
    yield from (("venture", plan.venture), ("review", plan.review))
    yield "journey.not_applicable", plan.journey.not_applicable
    yield from ((f"review.log.{number}", entry) for number, entry in enumerate(plan.review.log, start=1))
    for collection in type_of_collection:
        for item in items_of(plan, collection):
            place = item_place(collection, item.id)
            yield place, item
            for name in set(type(item).model_fields) & set(type_of_numbered):
                for number, nested in enumerate(getattr(item, name), start=1):
                    yield f"{place}.{name}.{number}", nested


def lists(plan: Plan) -> Iterator[tuple[str, str]]:
    """The place of every list of tables, with the name of what it holds."""
    yield from ((name, name) for name in type_of_collection if name != "touchpoints")
    yield from ((f"stages.{stage.id}.touchpoints", "touchpoints") for stage in plan.stages)
    yield from ((f"processes.{process.id}.steps", "steps") for process in plan.processes)
    yield from ((f"kpis.{kpi.id}.readings", "readings") for kpi in plan.kpis)
    yield "review.log", "log"


def items_in(plan: Plan, into: str, name: str) -> list[str]:
    """The places of the items of the list at `into`."""
    if name in type_of_numbered:
        return [place for place, _table in all_tables(plan) if place.rpartition(".")[0] == into]
    if name == "touchpoints":
        stage = next(stage for stage in plan.stages if into == f"stages.{stage.id}.touchpoints")
        return [item_place(name, touchpoint.id) for touchpoint in stage.touchpoints]
    return [item_place(name, item.id) for item in items_of(plan, name)]


def with_unused_id(plan: Plan, name: str, item: Any) -> Any:
    """`item` with an id that no other has; a stage brings no touchpoints."""
    if name in type_of_numbered:
        return item
    taken = {other.id for other in items_of(plan, name)}
    update: dict[str, object] = {"id": unused_id(item.id, taken)}
    return item.model_copy(update=update | ({"touchpoints": ()} if isinstance(item, Stage) else {}))


# Edits


@st.composite
def edits(draw: st.DrawFn, plan: Plan) -> Edit:
    """Any edit that can be done to `plan`."""
    kind = draw(st.sampled_from(("set", "set", "set", "add", "remove", "move", "decide")))
    if kind == "set":
        leaf = draw(st.sampled_from(list(leaves(plan))))
        return SetField(leaf.place, draw(st.sampled_from(choices(leaf.model, leaf.spec.name))))
    if kind == "decide":
        return SetField(draw(st.sampled_from(("features", "tools", "debts"))), draw(st.sampled_from((None, ()))))
    into, name = draw(st.sampled_from(list(lists(plan))))
    if kind == "add":
        return AddItem(into, with_unused_id(plan, name, draw(new_items(name))), draw(st.none() | st.integers(0, 4)))
    present = items_in(plan, into, name)
    if not present:
        return AddItem(into, with_unused_id(plan, name, draw(new_items(name))))
    place = draw(st.sampled_from(present))
    if kind == "remove":
        return RemoveItem(place)
    elsewhere = None
    if name == "touchpoints":
        elsewhere = draw(st.none() | st.sampled_from([f"stages.{stage.id}.touchpoints" for stage in plan.stages]))
    return MoveItem(place, draw(st.integers(0, 4)), elsewhere)


def new_items(name: str) -> st.SearchStrategy[Any]:
    """Items for a list of that name, anything said of them or nothing."""
    return st.sampled_from(variants(MODELS[name]))


def neighbours(plan: Plan) -> Iterator[Plan]:
    """The plans that are one small step away: each field blanked, each item removed, each list undecided or none."""
    for leaf in leaves(plan):
        if leaf.value not in (None, ()):
            yield apply(plan, SetField(leaf.place, None))
    yield from (apply(plan, RemoveItem(place)) for place, _item in all_items(plan))
    for name in ("features", "tools", "debts"):
        yield from (apply(plan, SetField(name, value)) for value in (None, ()))


@st.composite
def reorderings(draw: st.DrawFn, plan: Plan) -> Plan:
    """The same plan with every list whose order is no content, and every list of links, in another order."""
    changes: dict[str, Any] = {}
    for name in Plan.model_fields:
        value = getattr(plan, name)
        if isinstance(value, tuple):
            found = [_links_reordered(draw, item) for item in value]
            changes[name] = tuple(found if name in SEQUENCES else draw(st.permutations(found)))
    changes["review"] = _links_reordered(draw, plan.review)
    return plan.model_copy(update=changes)


def _links_reordered(draw: st.DrawFn, table: Table) -> Table:
    changes: dict[str, Any] = {}
    model = type(table)
    for spec in field_specs(model):
        value = getattr(table, spec.name)
        if not isinstance(value, tuple):
            continue
        if spec.name in SEQUENCES:
            changes[spec.name] = tuple(_links_reordered(draw, nested) for nested in value)
        elif spec.name != "log":  # its entries are known by their numbers, and places name them
            changes[spec.name] = tuple(draw(st.permutations(value)))
    return table.model_copy(update=changes)
