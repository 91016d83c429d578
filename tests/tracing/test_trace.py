"""Traces, up to the promises and down to people and tools: every path, each item opened once."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, ParkedItem, Person, Plan, Promise, Tool, Venture
from mvo_tui.plan.places import all_items, find
from mvo_tui.tracing.carried_by import links_down
from mvo_tui.tracing.link import Traced, kind_of_traced, name_of, place_of, traced_at
from mvo_tui.tracing.serves import serves
from mvo_tui.tracing.trace import Row, Way, paths_to_promises, promises_in, trace
from mvo_tui.tracing.why import links_up
from tests.plans import plans, sample_plans
from tests.tracing.bakery import INDEX, PLAN


def told(place: str, way: Way, folded: tuple[str, ...] = ()) -> list[str]:
    """The rows of a trace as they read, two blanks for each step of depth."""
    item = traced_at(PLAN, place)
    assert item is not None
    return [_read(row) for row in trace(item, way, INDEX, folded)]


def _read(row: Row) -> str:
    name = name_of(row.link.item) if row.link.item else "!"
    again = " (again)" if row.is_again else " (folded)" if row.is_folded else ""
    return f"{'  ' * row.depth}{row.link.words} {name}{again}"


def test_a_tool_leads_by_its_steps_to_every_promise() -> None:
    assert told("tools.oven", Way.UP) == [
        "used in step 2: Bake the loaves",
        "  of process Bake",
        "    behind touchpoint Takes in the bag",
        "      serves core promise Rolls at the door by seven",
    ]
    assert told("tools.bike", Way.UP)[0] == "needed by process Ride the round"


def test_a_person_leads_by_hats_to_the_promises_and_what_was_told_is_not_told_again() -> None:
    assert told("people.ben", Way.UP) == [
        "holds role Rider",
        "  backs up process Bake",
        "    behind touchpoint Takes in the bag",
        "      serves core promise Rolls at the door by seven",
        "  owns process Ride the round",
        "    behind touchpoint Takes in the bag (again)",
        "  owns process Print flyers",
        "    behind touchpoint Finds the flyer",
        "      serves core promise Rolls at the door by seven",
        "  answers for KPI Late bags",
        "    watches promise Rolls at the door by seven",
        "    watches process Ride the round (again)",
    ]


def test_a_promise_is_carried_down_to_people_and_tools() -> None:
    assert told("promises.rolls", Way.DOWN) == [
        "kept at touchpoint Finds the flyer",
        "  carried by process Print flyers",
        "    owned by role Rider",
        "      held by Ben",
        "    no backup yet !",
        "    step 1: Print",
        "    tools not decided yet !",
        "kept at touchpoint Takes in the bag",
        "  carried by process Bake",
        "    owned by role Baker",
        "      held by Ida",
        "    backed up by role Rider (again)",
        "    step 1: Knead the dough",
        "    step 2: Bake the loaves",
        "      with tool Oven",
        "  carried by process Ride the round",
        "    owned by role Rider (again)",
        "    no backup yet !",
        "    step 1: Load the bags",
        "      done by role Baker (again)",
        "    step 2: Hang the bags",
        "    with tool Bike",
        "    watched by KPI Late bags",
        "      answered for by role Rider (again)",
        "watched by KPI Late bags (again)",
    ]


@pytest.mark.parametrize(
    ("place", "way", "first"),
    [
        ("touchpoints.asks", Way.UP, "serves promise A late bag is free"),
        ("stages.way", Way.UP, "with touchpoint Finds the flyer"),
        ("stages.later", Way.UP, "has no touchpoint yet !"),
        ("stages.later", Way.DOWN, "has no touchpoint yet !"),
        ("processes.count", Way.UP, "behind no touchpoint: no promise needs it yet !"),
        ("processes.count", Way.DOWN, 'owned by role "nobody", which is not in this plan !'),
        ("processes.bake.steps.1", Way.UP, "of process Bake"),
        ("processes.bake.steps.1", Way.DOWN, "done by the owner, Baker"),
        ("processes.bake.steps.2.tool", Way.DOWN, "done by role Baker"),
        ("tools.drawer", Way.UP, "used by no process !"),
        ("roles.spare", Way.UP, "has nothing to do: no process, step or KPI names it !"),
        ("roles.spare", Way.DOWN, "nobody holds it !"),
        ("people.uma", Way.UP, "holds no role !"),
        ("kpis.late", Way.UP, "watches promise Rolls at the door by seven"),
        ("kpis.lost", Way.UP, "watches nothing yet !"),
        ("kpis.lost", Way.DOWN, 'answered for by role "gone", which is not in this plan !'),
        ("features.page", Way.UP, "supported by process Ride the round"),
        ("features.page", Way.DOWN, "supported by process Ride the round"),
        ("debts.by-hand", Way.UP, "a workaround in process Answer"),
        ("debts.by-hand", Way.DOWN, "answered for by role Desk"),
        ("parking_lot.cakes", Way.UP, "is about Bake"),
        ("promises.refund", Way.DOWN, "kept at touchpoint Asks for money back"),
        ("venture.name", Way.DOWN, "promises first of all: Rolls at the door by seven"),
    ],
)
def test_where_a_trace_begins(place: str, way: Way, first: str) -> None:
    assert told(place, way)[0] == first


def test_what_is_parked_leads_to_what_it_is_about_and_no_further() -> None:
    """Two thoughts may be about each other, and a thousand about one another in a row."""
    parked = tuple(ParkedItem(id=f"p-{n}", about=f"parking_lot.p-{(n + 1) % 2_000}") for n in range(2_000))
    index = PlanIndex(PLAN.model_copy(update={"parking_lot": parked}))
    (row,) = trace(parked[0], Way.UP, index)
    assert (row.link.item, row.has_more) == (parked[1], False)
    assert paths_to_promises(parked[0], index) == 0
    lost = ParkedItem(id="lost", about="tools.gone")
    (row,) = trace(lost, Way.UP, index)
    assert row.link == ('is about "tools.gone", which is not in this plan', None, "parking_lot.lost.about")


@pytest.mark.parametrize("place", ["people.ida", "tools.oven", "parking_lot.cakes"])
def test_nothing_carries_people_and_tools(place: str) -> None:
    assert told(place, Way.DOWN) == []


def test_a_promise_is_the_end_of_the_way_up() -> None:
    assert told("promises.rolls", Way.UP) == []


def test_what_is_folded_is_there_and_not_shown() -> None:
    first, *rows = told("people.ben", Way.UP, ("processes.bake", "processes.ride"))
    assert first == "holds role Rider"
    assert rows[:2] == ["  backs up process Bake (folded)", "  owns process Ride the round (folded)"]


def test_every_hole_says_where_it_can_be_mended() -> None:
    rows = trace(PLAN.venture, Way.DOWN, INDEX)
    holes = [(row.link.words, row.link.place) for row in rows if row.link.is_hole]
    assert ("no backup yet", "processes.ride.backup") in holes
    assert ("no steps yet", "processes.answer.steps") in holes


@pytest.mark.parametrize("place", ["review", "journey", "processes", "processes.none", "gone", "", "venture.gone"])
def test_what_is_no_item_is_not_traced(place: str) -> None:
    assert traced_at(PLAN, place) is None


def test_a_long_address_and_a_field_lead_to_their_item() -> None:
    for place in ("touchpoints.door", "touchpoints.door.promises", "stages.way.touchpoints.door.name"):
        item = traced_at(PLAN, place)
        assert item is not None
        assert place_of(item) == "touchpoints.door"


def test_a_step_without_words_is_called_by_its_number() -> None:
    plan = apply(PLAN, SetField("processes.bake.steps.1.action", ""))
    step = traced_at(plan, "processes.bake.steps.1")
    assert step is not None
    assert (name_of(step), kind_of_traced(step)) == ("Step 1 of Bake", "step 1 of Bake")


def everything(plan: Plan) -> Iterator[Traced]:
    yield plan.venture
    yield from (item for _place, item in all_items(plan))
    yield from PlanIndex(plan).steps


def every_path(item: Traced, way: Way, index: PlanIndex, above: Traced | None = None) -> Iterator[tuple[str, ...]]:
    """All paths, one by one, without care for how many there are."""
    for link in links_up(item, index) if way is Way.UP else links_down(item, index, above):
        yield (link.place + link.words,)
        if link.item is not None:
            for path in every_path(link.item, way, index, item):
                yield (link.place + link.words, *path)


def paths_read_in(rows: list[Row]) -> set[tuple[str, ...]]:
    """All paths that can be read in rows, those below what was told further up put in again."""
    below: dict[str, list[Row]] = {}
    stack: list[Row] = []
    top: list[Row] = []
    for row in rows:
        del stack[row.depth :]
        (below.setdefault(stack[-1].link.place, []) if stack else top).append(row)
        stack.append(row)

    def paths(rows: list[Row]) -> Iterator[tuple[str, ...]]:
        for row in rows:
            key = row.link.place + row.link.words
            yield (key,)
            if row.has_more:
                yield from ((key, *path) for path in paths(below[row.link.place]))

    return set(paths(top))


@given(plans() | sample_plans)
@settings(max_examples=40, deadline=None)
def test_every_path_can_be_read_and_no_item_is_opened_twice(plan: Plan) -> None:
    index = PlanIndex(plan)
    for item in everything(plan):
        rows = trace(item, Way.UP, index)
        assert paths_read_in(rows) == set(every_path(item, Way.UP, index))
        opened = [row.link.place for row in rows if row.has_more and not row.is_again]
        assert len(opened) == len(set(opened))


@given(plans() | sample_plans)
@settings(max_examples=40, deadline=None)
def test_it_reaches_the_promises_that_the_item_serves_and_counts_the_ways(plan: Plan) -> None:
    index = PlanIndex(plan)
    for item in everything(plan):
        reached = {promise.id for promise in promises_in(trace(item, Way.UP, index))}
        if isinstance(item, Item):
            served = {promise.id for promise, _touchpoint in serves(item, index)}
            assert served <= reached
            assert served == reached or not isinstance(item, Tool)
        ends = {place_of(promise) for promise in plan.promises}
        paths = [path for path in every_path(item, Way.UP, index) if any(path[-1].startswith(end) for end in ends)]
        assert bool(paths) == bool(reached)
        assert paths_to_promises(item, index) >= len(reached)


@given(plans() | sample_plans)
@settings(max_examples=40, deadline=None)
def test_down_is_up_the_other_way_round(plan: Plan) -> None:
    """Where the one leads from a to b, the other leads from b to a; beside the path a few things lead one way only."""
    index = PlanIndex(plan)
    up = {(place_of(item), link.place) for item in everything(plan) for link in links_up(item, index)}
    for item in everything(plan):
        for link in links_down(item, index, above=item):
            if link.item is not None and place_of(item).split(".")[0] not in ("venture", "features", "stages"):
                is_step = ".steps." in place_of(item) and link.place.startswith("roles.")
                assert (link.place, place_of(item)) in up or is_step


@given(plans() | sample_plans)
@settings(max_examples=40, deadline=None)
def test_rows_lead_to_what_there_is_and_holes_to_where_they_are_mended(plan: Plan) -> None:
    index = PlanIndex(plan)
    for item in everything(plan):
        for way in Way:
            for row in trace(item, way, index):
                assert row.link.words
                if row.link.item is None:
                    assert find(plan, row.link.place) is not None
                else:
                    assert traced_at(plan, row.link.place) == row.link.item
            assert way is Way.UP or not isinstance(item, (Person, Tool)) or trace(item, way, index) == []


@given(plans() | sample_plans)
@settings(max_examples=20, deadline=None)
def test_a_fold_hides_what_is_below_and_nothing_else(plan: Plan) -> None:
    index = PlanIndex(plan)
    whole = trace(plan.venture, Way.DOWN, index)
    folded = {place_of(promise) for promise in plan.promises}
    rows = trace(plan.venture, Way.DOWN, index, folded)
    assert [row.link for row in rows] == [row.link for row in whole if row.depth == 0]
    assert all(row.is_folded == row.has_more for row in rows)
    assert all(isinstance(row.link.item, Promise | None) for row in rows)


def test_a_venture_without_a_name_is_told_as_such() -> None:
    assert name_of(Venture()) == name_of(Venture(name=" ")) == "not named yet"
