"""The board as a whole: what is true of it for every plan, at both zooms."""

from collections import Counter
from collections.abc import Iterator

from hypothesis import assume, given
from hypothesis import strategies as st

from mvo_tui.blueprint.blank import TO_BEGIN
from mvo_tui.blueprint.board import sheet_of, whereabouts
from mvo_tui.blueprint.cards import cells_of, count_of
from mvo_tui.blueprint.cell import Cell
from mvo_tui.blueprint.going_about import across, along, beside, settled
from mvo_tui.blueprint.lanes import LANES, Lane
from mvo_tui.blueprint.missing import holes_of_journey
from mvo_tui.blueprint.sheet import Sheet, Spot
from mvo_tui.interview.next_question import question_for
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import EMPTY, Plan
from mvo_tui.plan.places import all_items, find, item_place
from mvo_tui.readiness.report import evaluate
from tests.plans import plan_from_toml, plans, reorderings, sample, sample_plans

ANY_PLAN = sample_plans | plans()


def sheets(plan: Plan) -> Iterator[Sheet]:
    """The overview and every stage alone."""
    index = PlanIndex(plan)
    yield sheet_of(index)
    yield from (sheet_of(index, stage.id) for stage in plan.stages)


def spots(sheet: Sheet) -> Iterator[Spot]:
    for column in range(sheet.columns):
        for lane in sheet.lanes:
            yield from (Spot(column, lane, number) for number in range(sheet.many(column, lane)))


def cells(sheet: Sheet) -> Iterator[Cell]:
    for spot in spots(sheet):
        yield from sheet.entry(spot).cells


@given(ANY_PLAN)
def test_each_touchpoint_stands_exactly_once_in_the_customers_order(plan: Plan) -> None:
    everything = [item_place("touchpoints", card.id) for stage in plan.stages for card in stage.touchpoints]
    overview, *stages = sheets(plan)
    for shown in ([overview], stages):
        names = (sheet.owner(spot) for sheet in shown for spot in spots(sheet) if spot.lane is Lane.TOUCHPOINT)
        assert [place for place in names if place.startswith("touchpoints.")] == everything


@given(ANY_PLAN)
def test_every_cell_leads_to_a_place_that_can_be_asked_about(plan: Plan) -> None:
    for sheet in sheets(plan):
        for cell in cells(sheet):
            assert question_for(plan, cell.place).place
            assert not cell.field or find(plan, cell.field) is not None
            assert not cell.about or find(plan, cell.about) is not None


@given(ANY_PLAN)
def test_a_hole_says_something_and_only_holes_are_toned_as_such(plan: Plan) -> None:
    for sheet in sheets(plan):
        for cell in cells(sheet):
            assert cell.is_hole == any(tone == "hole" for _text, tone in cell.parts)
            assert cell.text.strip() or not cell.is_hole


@given(ANY_PLAN)
def test_lanes_have_as_many_cells_as_they_say(plan: Plan) -> None:
    index = PlanIndex(plan)
    for card in index.touchpoints:
        for lane in LANES:
            if not lane.is_of_stage:
                assert len(cells_of(card, lane, index)) == count_of(card, lane, index)
    for sheet in sheets(plan):
        for lane in sheet.lanes:
            assert max(sheet.many(column, lane) for column in range(sheet.columns)) <= sheet.most(lane)


def said_by_lane(sheet: Sheet) -> dict[tuple[int, Lane], Counter[str]]:
    """What each lane of each column says, in whatever order."""
    said: dict[tuple[int, Lane], Counter[str]] = {}
    for spot in spots(sheet):
        words = (word for cell in sheet.entry(spot).cells for word in cell.text.replace(",", " ").split())
        said.setdefault((spot.column, spot.lane), Counter()).update(words)
    return said


@given(ANY_PLAN, st.data())
def test_the_order_of_what_has_no_order_changes_nothing_but_the_order_within_a_lane(
    plan: Plan, data: st.DataObject
) -> None:
    other = data.draw(reorderings(plan))
    assert [said_by_lane(sheet) for sheet in sheets(plan)] == [said_by_lane(sheet) for sheet in sheets(other)]


def test_a_plan_with_nothing_says_what_to_do() -> None:
    sheet = sheet_of(PlanIndex(EMPTY))
    assert [cell.text for cell in cells(sheet)] == [TO_BEGIN]
    assert [cell.place for cell in cells(sheet)] == ["stages"]


def test_a_stage_without_cards_asks_for_them() -> None:
    plan = plan_from_toml('[[stages]]\nid = "buys"\nname = "Buys"')
    for sheet in sheets(plan):
        asked = [(cell.text, cell.place) for cell in cells(sheet)]
        assert ("no touchpoint yet", "stages.buys.touchpoints") in asked


@given(ANY_PLAN)
def test_what_the_journey_lacks_is_what_the_checks_find(plan: Plan) -> None:
    report = evaluate(plan)
    assume(report.index.touchpoints)  # before there is a card, the cards are what is missing
    found = {finding.place.rpartition(".")[2] for finding in report.findings if finding.place.startswith("journey.")}
    shown = {cell.place.rpartition(".")[2] for cell in holes_of_journey(report.index)}
    assert shown == found


@given(ANY_PLAN)
def test_a_place_on_the_board_is_found_in_its_lane(plan: Plan) -> None:
    index = PlanIndex(plan)
    overview = sheet_of(index)
    on_board = {cell.about for sheet in sheets(plan) for cell in cells(sheet) if cell.about}
    for place, _item in all_items(plan):
        where = whereabouts(place, index)
        assert (where is not None) == (place in on_board)
        if where is not None:
            spot = overview.find(where.owner, where.lane, where.cell)
            assert spot is not None
            assert place in [cell.about for cell in overview.entry(spot).cells]


def test_fields_are_found_in_the_lane_that_shows_them() -> None:
    index = PlanIndex(sample("sunday-box"))
    lanes = {
        "touchpoints.box-at-door.channel": Lane.CHANNEL,
        "touchpoints.box-at-door.promises": Lane.TOUCHPOINT,
        "touchpoints.box-at-door.processes": Lane.BACK,
        "processes.ride-the-round.owner": Lane.OWNER,
        "processes.ride-the-round.steps.2.minutes": Lane.BACK,
        "processes.ride-the-round.tools": Lane.TOOLS,
        "stages.sunday.function": Lane.FUNCTION,
        "stages.sunday.name": Lane.STAGE,
    }
    for place, lane in lanes.items():
        where = whereabouts(place, index)
        assert where is not None
        assert where.lane is lane
    assert whereabouts("roles.kitchen", index) is None
    assert whereabouts("venture.name", index) is None


def test_close_up_a_process_is_found_in_its_own_line() -> None:
    index = PlanIndex(sample("sunday-box"))
    where = whereabouts("processes.ride-the-round.owner", index)
    assert where is not None
    spot = sheet_of(index, "sunday").find(*where)
    assert spot == Spot(1, Lane.OWNER, 1)


@given(ANY_PLAN)
def test_down_visits_each_entry_of_a_column_once_and_up_leads_back(plan: Plan) -> None:
    for sheet in sheets(plan):
        for column in range(sheet.columns):
            here = settled(sheet, Spot(column, sheet.lanes[0]))
            walked = [here]
            while (below := along(sheet, here, 1)) != here:
                assert along(sheet, below, -1) == here
                here = below
                walked.append(here)
            assert walked == [spot for spot in spots(sheet) if spot.column == column]


@given(ANY_PLAN)
def test_every_step_ends_where_something_stands(plan: Plan) -> None:
    for sheet in sheets(plan):
        there = set(spots(sheet))
        for spot in there:
            steps = [beside(sheet, spot, step) for step in (-1, 1)] + [across(sheet, spot, step) for step in (-1, 1)]
            assert {step for step in steps if step is not None} <= there
