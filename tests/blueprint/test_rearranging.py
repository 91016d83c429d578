"""What one does on the board, as edits that say what undo would take back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.blueprint.cards import cells_of
from mvo_tui.blueprint.cell import Cell
from mvo_tui.blueprint.lanes import Lane
from mvo_tui.blueprint.rearranging import emptied, moved, put_behind, to_neighbour, watching
from mvo_tui.interview.answers import edit_for
from mvo_tui.plan.edits import Edit, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from tests.plans import plan_from_toml, plans

WAY = plan_from_toml(
    """
[[promises]]
id = "warm"
[[stages]]
id = "hears"
name = "Hears of us"
[[stages.touchpoints]]
id = "poster"
name = "Sees the poster"
processes = ["print", "hang"]
[[stages.touchpoints]]
id = "friend"
[[stages]]
id = "buys"
name = "Buys"
[[stages.touchpoints]]
id = "till"
[[processes]]
id = "print"
tools = ["press"]
owner = "printer"
[[processes]]
id = "hang"
[[tools]]
id = "press"
[[kpis]]
id = "seen"
processes = ["print", "hang"]
"""
)


def order(plan: Plan) -> dict[str, list[str]]:
    return {stage.id: [card.id for card in stage.touchpoints] for stage in plan.stages}


def after(edit: Edit) -> dict[str, list[str]]:
    return order(apply(WAY, edit))


def cell(lane: Lane, number: int = 0) -> Cell:
    index = PlanIndex(WAY)
    return cells_of(index.touchpoint["poster"], lane, index)[number]


def test_a_card_goes_into_the_next_stage_and_comes_first_there() -> None:
    edit = to_neighbour(WAY, "touchpoints.poster", 1)
    assert after(edit) == {"hears": ["friend"], "buys": ["poster", "till"]}
    assert edit.label == 'Move touchpoint "Sees the poster" to "Buys"'


def test_a_card_goes_into_the_stage_before_and_comes_last_there() -> None:
    assert after(to_neighbour(WAY, "touchpoints.till", -1)) == {"hears": ["poster", "friend", "till"], "buys": []}


@pytest.mark.parametrize(("card", "step"), [("poster", -1), ("till", 1)])
def test_at_the_end_of_the_way_a_card_stays(card: str, step: int) -> None:
    with pytest.raises(PlanError, match="stage already"):
        to_neighbour(WAY, f"touchpoints.{card}", step)


def test_stages_change_places() -> None:
    assert list(after(moved(WAY, "stages.hears", 1))) == ["buys", "hears"]
    with pytest.raises(PlanError, match="first one already"):
        moved(WAY, "stages.hears", -1)


def test_a_card_moves_within_its_stage_and_then_on() -> None:
    assert after(moved(WAY, "touchpoints.poster", 1))["hears"] == ["friend", "poster"]
    assert after(moved(WAY, "touchpoints.friend", 1)) == {"hears": ["poster"], "buys": ["friend", "till"]}


def test_emptying_a_cell_takes_one_link_and_leaves_the_process_in_the_plan() -> None:
    plan = apply(WAY, emptied(WAY, cell(Lane.BACK, 1)))
    assert plan.stages[0].touchpoints[0].processes == ("print",)
    assert [process.id for process in plan.processes] == ["print", "hang"]


def test_emptying_a_number_takes_it_off_the_process_of_the_card() -> None:
    plan = apply(WAY, emptied(WAY, cell(Lane.MEASURED)))
    assert plan.kpis[0].processes == ("hang",)


@pytest.mark.parametrize(("lane", "field"), [(Lane.TOOLS, "tools"), (Lane.OWNER, "owner")])
def test_emptying_a_property_blanks_it_as_undecided(lane: Lane, field: str) -> None:
    assert getattr(apply(WAY, emptied(WAY, cell(lane))).processes[0], field) is None


def test_what_is_empty_can_not_be_emptied() -> None:
    with pytest.raises(PlanError, match="nothing to take out"):
        emptied(WAY, cell(Lane.CHANNEL))


def test_what_is_new_stands_where_it_is_put_in_the_order_in_which_it_was_typed() -> None:
    place = "stages.hears.touchpoints"
    edit = put_behind(edit_for(WAY, place, ("Asks", "Rings")), place, 1)
    assert after(edit)["hears"] == ["poster", "asks", "rings", "friend"]


def test_a_new_number_watches_what_it_was_added_for() -> None:
    edit = watching(edit_for(WAY, "kpis", "Posters hung"), "hang", "warm")
    kpi = apply(WAY, edit).kpis[-1]
    assert (kpi.processes, kpi.promise) == (("hang",), "warm")


@given(plans(), st.data())
def test_moving_loses_and_makes_nothing(plan: Plan, data: st.DataObject) -> None:
    cards = [card for stage in plan.stages for card in stage.touchpoints]
    if cards:
        card = data.draw(st.sampled_from(cards))
        try:
            edit = data.draw(st.sampled_from((moved, to_neighbour)))(
                plan, f"touchpoints.{card.id}", data.draw(st.sampled_from((-1, 1)))
            )
        except PlanError:
            return
        now = apply(plan, edit)
        assert sorted(other.id for stage in now.stages for other in stage.touchpoints) == sorted(c.id for c in cards)
        assert card in [other for stage in now.stages for other in stage.touchpoints]
