"""Conflicts as they are told."""

import pytest

from mvo_tui.merging.words import in_a_sentence
from mvo_tui.plan.edits import AddItem, Edit, MoveItem, RemoveItem, SetField
from mvo_tui.plan.model import Step, Touchpoint
from tests.merging.test_merge import merged


@pytest.mark.parametrize(
    ("mine", "theirs", "told"),
    [
        (
            SetField("processes.ride.owner", "baker"),
            SetField("processes.ride.owner", "driver"),
            'owner of process "Ride the round": yours is "Baker", theirs is driver (not in the plan), before it was'
            ' "Rider"; yours was kept',
        ),
        (
            SetField("venture.product", "Rolls"),
            SetField("venture.product", "Bread"),
            'product of the venture: yours is "Rolls", theirs is "Bread", before it was blank; yours was kept',
        ),
        (
            RemoveItem("roles.baker"),
            SetField("roles.baker.duties", "Bakes"),
            'role "Baker": deleted by you, changed by them; theirs was kept',
        ),
        (
            SetField("processes.ride.steps.2.minutes", 5),
            SetField("processes.ride.steps.2.minutes", 6),
            'minutes of step 2 of process "Ride the round": yours is 5, theirs is 6, before it was 2; yours was kept',
        ),
        (
            SetField("processes.ride.steps.2.minutes", 5),
            RemoveItem("processes.ride.steps.2"),
            'step 2 of process "Ride the round": changed by you, deleted by them; yours was kept',
        ),
        (
            AddItem("processes.ride.steps", Step(action="Ring"), 0),
            AddItem("processes.ride.steps", Step(action="Ring")),
            'steps of process "Ride the round": yours is 4: Ring, Load, Hang, Tick, theirs is 4: Load, Hang, Tick,'
            " Ring, before it was 3: Load, Hang, Tick; yours was kept",
        ),
        (
            MoveItem("touchpoints.orders", 0, "stages.eat.touchpoints"),
            MoveItem("touchpoints.orders", 0, "stages.again.touchpoints"),
            "stage of touchpoint orders: yours is stage eat, theirs is stage again, before it was stage decide; yours"
            " was kept",
        ),
        (
            AddItem("stages.eat.touchpoints", Touchpoint(id="new", name="N"), 0),
            AddItem("stages.eat.touchpoints", Touchpoint(id="new", name="N")),
            'order of the touchpoints of stage eat: yours is "N", "Touchpoint door", theirs is "Touchpoint door", "N",'
            ' before it was "Touchpoint door"; yours was kept',
        ),
        (
            SetField("journey.not_applicable.sales", "One"),
            SetField("journey.not_applicable.sales", "Two"),
            'why there is no sales: yours is "One", theirs is "Two", before it was blank; yours was kept',
        ),
    ],
)
def test_a_conflict_is_told_in_a_sentence(mine: Edit, theirs: Edit, told: str) -> None:
    found = merged(mine, theirs)
    assert [in_a_sentence(found, conflict) for conflict in found.conflicts] == [told]


def test_long_texts_are_told_from_where_they_part() -> None:
    long = "word " * 200
    found = merged(SetField("venture.product", f"{long}A"), SetField("venture.product", f"{long}B"))
    told = in_a_sentence(found, found.conflicts[0])
    assert 'word A", theirs is "…' in told
    assert 'word B", before it was blank' in told
    assert len(told) < 300
