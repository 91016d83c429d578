"""Undo and redo, as a founder meets them."""

import pytest

from mvo_tui.plan.edits import AddItem, Batch, RemoveItem, SetField
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan, Role
from mvo_tui.session.history import MOST_STEPS, SAME_BREATH
from mvo_tui.session.session import Session


def named(session: Session, name: str, now: float) -> Session:
    return session.apply(SetField("venture.name", name, label="Set name"), now)


def test_an_edit_scores_at_once_and_is_not_saved_yet() -> None:
    session = Session.start(Plan())
    after = session.apply(SetField("venture.value_proposition", "Bread on the sill by seven"), now=0)
    assert after.report.plan is after.plan
    assert after.report.earned > session.report.earned
    assert session.is_saved
    assert not after.is_saved
    assert after.with_saved(after.plan).is_saved


def test_undo_and_redo_lead_back_and_forth_and_say_what_they_did() -> None:
    session = named(named(Session.start(Plan()), "One", 0), "Two", 100)
    back = session.undo()
    assert back is not None
    assert back[0].plan.venture.name == "One"
    assert back[1].label == "Set name"
    forth = back[0].redo()
    assert forth is not None
    assert forth[0].plan is session.plan


def test_undo_to_the_saved_plan_is_saved_again() -> None:
    start = Session.start(Plan())
    back = named(start, "One", 0).undo()
    assert back is not None
    assert back[0].is_saved


def test_touches_of_one_field_in_one_breath_are_one_step() -> None:
    session = named(named(Session.start(Plan()), "One", 0), "One more", SAME_BREATH / 2)
    back = session.undo()
    assert back is not None
    assert back[0].plan == Plan()
    assert back[0].undo() is None


def test_a_pause_or_another_place_makes_a_new_step() -> None:
    session = named(Session.start(Plan()), "One", 0)
    assert len(named(session, "Two", SAME_BREATH + 1).history.past) == 2
    assert len(session.apply(SetField("venture.product", "Bread"), 0.1).history.past) == 2


def test_a_batch_is_one_step() -> None:
    edit = Batch((AddItem("roles", Role(id="baker")), AddItem("roles", Role(id="driver"))), label="Add roles")
    session = Session.start(Plan()).apply(edit, 0)
    assert len(session.plan.roles) == 2
    back = session.undo()
    assert back is not None
    assert back[0].plan.roles == ()


def test_an_edit_after_undo_forgets_the_redo() -> None:
    back = named(Session.start(Plan()), "One", 0).undo()
    assert back is not None
    assert named(back[0], "Other", 50).redo() is None


def test_an_edit_that_changes_nothing_is_the_same_session() -> None:
    session = named(Session.start(Plan()), "One", 0)
    assert named(session, "One", 9) is session


def test_an_edit_that_does_not_fit_is_refused_with_a_sentence() -> None:
    with pytest.raises(PlanError, match=r"no roles\.nobody"):
        Session.start(Plan()).apply(RemoveItem("roles.nobody"), 0)


def test_the_way_back_is_long_but_not_endless() -> None:
    session = Session.start(Plan())
    for number in range(MOST_STEPS + 10):
        session = named(session, f"Name {number}", number * 10.0)
    assert len(session.history.past) == MOST_STEPS
