"""Levels: each holds only when all of it holds, and all below it."""

import pytest

from mvo_tui.plan.edits import AddItem, Edit, RemoveItem, SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan, Process, Promise
from mvo_tui.readiness.level import Level, level
from tests.plans import sample

WHOLE = sample("sunday-box")

REFUNDS = Process(id="refunds", name="Refund a box", owner="round")


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (SetField("venture.value_proposition", "TBD"), Level.BLANK),
        (SetField("promises.sunday-by-six.core", None), Level.BLANK),
        (SetField("processes.pack-boxes.owner", None), Level.SKETCHED),
        (SetField("processes.pack-boxes.owner", ("round", "kitchen")), Level.SKETCHED),
        (SetField("processes.pack-boxes.owner", "nobody-here"), Level.SKETCHED),
        (SetField("roles.kitchen.held_by", None), Level.SKETCHED),
        (SetField("roles.kitchen.held_by", "nobody-here"), Level.SKETCHED),
        (RemoveItem("people.rui"), Level.SKETCHED),
        (SetField("kpis.on-time.promise", None), Level.OWNED),
        (SetField("kpis.on-time.target", None), Level.OWNED),
        (SetField("kpis.on-time.source", "?"), Level.OWNED),
        (SetField("kpis.on-time.owner", "rui"), Level.OWNED),
        (SetField("review.cadence", None), Level.OWNED),
        (SetField("review.cadence", "monthly"), Level.OWNED),
        (AddItem("promises", Promise(id="new", statement="A box for 2 on request")), Level.OWNED),
        (SetField("processes.pack-boxes.rehearsed_on", None), Level.MEASURED),
        (AddItem("processes", REFUNDS), Level.MEASURED),
        (SetField("venture.customer", None), Level.REHEARSED),
    ],
)
def test_one_gap_lowers_the_level(edit: Edit, expected: Level) -> None:
    assert level(PlanIndex(WHOLE)) is Level.REHEARSED
    assert level(PlanIndex(apply(WHOLE, edit))) is expected


@pytest.mark.parametrize("key", ["stages", "processes", "promises"])
def test_without_one_of_the_collections_it_is_blank(key: str) -> None:
    assert level(PlanIndex(WHOLE.model_copy(update={key: ()}))) is Level.BLANK


def test_an_empty_plan_is_blank() -> None:
    assert level(PlanIndex(Plan())) is Level.BLANK


def test_stages_without_touchpoints_are_no_journey() -> None:
    bare = tuple(stage.model_copy(update={"touchpoints": ()}) for stage in WHOLE.stages)
    assert level(PlanIndex(WHOLE.model_copy(update={"stages": bare}))) is Level.BLANK
