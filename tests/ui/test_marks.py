"""Marks are a value: what is marked, what the same key takes back, and what is left when the plan is another."""

from mvo_tui.plan.edits import MoveItem, RemoveItem, SetField, apply
from mvo_tui.ui.marks import Marks
from tests.plans import plan_from_toml

PLAN = plan_from_toml(
    """
[[processes]]
id = "bake"
[[processes.steps]]
action = "Knead"
[[processes.steps]]
action = "Rest"
[[processes]]
id = "ride"
"""
)
STEP = "processes.bake.steps.1"


def test_the_same_places_again_take_the_marks_away() -> None:
    marks = Marks().toggled(["processes.bake"]).toggled(["processes.ride"])
    assert marks.places == ("processes.bake", "processes.ride")
    assert marks.toggled(["processes.bake"]).places == ("processes.ride",)
    assert not marks.toggled(["processes.ride", "processes.bake"])


def test_of_some_that_are_marked_the_others_are_marked_as_well() -> None:
    assert Marks(("a.1",)).toggled(["a.1", "a.2"]).places == ("a.1", "a.2")


def test_what_is_deleted_is_marked_no_more_and_what_is_changed_still_is() -> None:
    marks = Marks(("processes.bake", "processes.ride"))
    assert marks.still_there(PLAN, apply(PLAN, RemoveItem("processes.bake"))).places == ("processes.ride",)
    assert marks.still_there(PLAN, apply(PLAN, SetField("processes.bake.name", "Bake"))) is marks


def test_a_step_keeps_its_mark_while_it_says_the_same() -> None:
    marks = Marks((STEP,))
    assert marks.still_there(PLAN, apply(PLAN, SetField(f"{STEP}.minutes", 4))) is marks
    assert not marks.still_there(PLAN, apply(PLAN, MoveItem(STEP, 1)))
    assert not marks.still_there(PLAN, apply(PLAN, RemoveItem(STEP)))
