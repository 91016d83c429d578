"""Giving work to somebody else: what each choice does, whom it is offered, and what it would do to their weeks."""

import pytest
from hypothesis import given, settings

from mvo_tui.load import assigning
from mvo_tui.load.options import Kind, effects, options
from mvo_tui.load.picture import picture
from mvo_tui.load.weekly import minutes_a_week
from mvo_tui.load.who_does_what import By, Hands, columns
from mvo_tui.plan.edits import Edit, SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan, Process
from tests.load.test_who_does_what import BACKED, all_hands
from tests.plans import plans, sample, sample_plans

TAKE = BACKED.processes[0]
RIDE = BACKED.processes[1]


def hands_after(edit: Edit, process: str, plan: Plan = BACKED) -> Hands:
    return all_hands(PlanIndex(apply(plan, edit)), By.ROLES)[process]


def test_to_own_is_to_be_the_one_owner() -> None:
    assert hands_after(assigning.own(BACKED, RIDE, "clerk"), "ride") == Hands("clerk", ("clerk",), "")


def test_an_owner_and_a_backup_change_places() -> None:
    swap = assigning.own(BACKED, TAKE, "rider")
    assert hands_after(swap, "take") == Hands("rider", ("rider",), "clerk")
    assert swap.label == "Swap owner and backup of Process take"
    assert hands_after(assigning.back_up(BACKED, TAKE, "clerk"), "take") == Hands("rider", ("rider",), "clerk")


def test_to_do_it_is_to_do_every_step() -> None:
    assert hands_after(assigning.do(BACKED, RIDE, "clerk"), "ride") == Hands("rider", ("clerk",), "")
    done = apply(BACKED, assigning.do(BACKED, RIDE, "rider"))
    assert [step.role for step in done.processes[1].steps] == [None, None, None]


def test_to_take_over_is_to_own_and_do() -> None:
    assert hands_after(assigning.take_over(BACKED, RIDE, "clerk"), "ride") == Hands("clerk", ("clerk",), "")


def test_to_be_out_is_to_have_no_part() -> None:
    out = assigning.take_out(RIDE, frozenset({"clerk"}), "Mei")
    assert hands_after(out, "ride") == Hands("rider", ("rider",), "")
    assert out.label == "Take Mei out of Process ride"
    assert hands_after(assigning.take_out(TAKE, frozenset({"clerk", "rider"}), "x"), "take") == Hands("", ("",), "")


def test_a_hat_goes_to_somebody_with_all_its_work() -> None:
    plan = apply(BACKED, assigning.hand_role_to(BACKED, "rider", "sue"))
    assert plan.roles[1].held_by == "sue"
    assert all_hands(PlanIndex(plan), By.PEOPLE)["ride"].owner == "sue"


@pytest.mark.parametrize(
    ("process", "by", "column", "expected"),
    [
        (TAKE, By.ROLES, "clerk", [Kind.BACK_UP, Kind.TAKE_OUT]),
        (TAKE, By.ROLES, "rider", [Kind.OWN, Kind.DO, Kind.TAKE_OVER, Kind.TAKE_OUT]),
        (RIDE, By.ROLES, "clerk", [Kind.OWN, Kind.BACK_UP, Kind.DO, Kind.TAKE_OVER, Kind.TAKE_OUT]),
        (RIDE, By.ROLES, "rider", [Kind.DO, Kind.TAKE_OUT]),
        (TAKE, By.PEOPLE, "sue", [Kind.HAT]),
        (TAKE, By.PEOPLE, "tom", [Kind.OWN, Kind.DO, Kind.TAKE_OVER, Kind.TAKE_OUT, Kind.HAT]),
        (TAKE, By.PEOPLE, "", []),
        (TAKE, By.ROLES, "gone", []),
    ],
)
def test_what_is_offered_is_what_would_change_something(
    process: Process, by: By, column: str, expected: list[Kind]
) -> None:
    assert [option.kind for option in options(PlanIndex(BACKED), process, column, by)] == expected


def test_a_person_with_two_hats_is_asked_which() -> None:
    plan = sample("sunday-box")
    index = PlanIndex(plan)
    found = options(index, index.process["pack-boxes"], "ines", By.PEOPLE)
    assert [option.text for option in found if option.kind == Kind.OWN] == [
        "owns it as Order desk",
        "owns it as Customer care",
    ]


def test_what_a_choice_would_do_to_their_weeks() -> None:
    index = PlanIndex(BACKED)
    found = effects(picture(index), assigning.own(BACKED, TAKE, "rider"))
    assert [effect.person.id for effect in found] == ["mei", "tom"]
    assert [minutes for effect in found for minutes in effect[1:]] == pytest.approx([88, 18, 45, 115])
    assert effects(picture(index), SetField("processes.take.trigger", "x")) == ()
    less = effects(picture(index, 0), assigning.own(BACKED, TAKE, "rider"))
    assert [minutes for effect in less for minutes in effect[1:]] == pytest.approx([33, 3, 7.5, 37.5])


@given(plans() | sample_plans)
@settings(max_examples=30)
def test_every_offer_can_be_taken_and_changes_who_does_what(plan: Plan) -> None:
    index = PlanIndex(plan)
    for by in By:
        for process in plan.processes[:2]:
            for column in columns(index, by):
                for option in options(index, process, column.id, by):
                    after = apply(plan, option.edit)
                    assert option.edit.label
                    assert after is not plan
                    if option.kind == Kind.TAKE_OUT:
                        assert column.id not in all_hands(PlanIndex(after), by)[process.id].everybody


@given(plans() | sample_plans)
@settings(max_examples=30)
def test_effects_are_the_loads_of_the_plan_afterwards(plan: Plan) -> None:
    index = PlanIndex(plan)
    for process in plan.processes[:1]:
        for role in plan.roles[:2]:
            for option in options(index, process, role.id, By.ROLES):
                after = minutes_a_week(PlanIndex(apply(plan, option.edit)))
                told = {effect.person.id: effect.after for effect in effects(picture(index), option.edit)}
                before = minutes_a_week(index)
                assert {**before, **told} == pytest.approx(dict(after))
