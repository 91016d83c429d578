"""Edits go through JSON unharmed, whatever they say."""

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import AddItem, Batch, Edit, MoveItem, RemoveItem, SetField
from mvo_tui.plan.model import Feature, Plan, Process, Reading, Stage, Step, Touchpoint
from mvo_tui.storage.edit_json import from_json, to_json
from tests.plans import edits, plans


def there_and_back(edit: Edit) -> Edit:
    return from_json(json.loads(json.dumps(to_json(edit))))


def types_in(edit: Edit) -> str:
    """What an edit holds, in which 1, 1.0 and True are not the same."""
    return repr(edit)


@given(st.data())
def test_every_edit_of_every_plan_comes_back(data: st.DataObject) -> None:
    edit = data.draw(edits(data.draw(plans())))
    assert types_in(there_and_back(edit)) == types_in(edit)


@given(plans(), plans())
def test_what_leads_from_one_plan_to_another_comes_back(one: Plan, other: Plan) -> None:
    edit = Batch(diff(one, other), label="Bring back")
    assert types_in(there_and_back(edit)) == types_in(edit)


@given(st.text(st.characters(exclude_categories=()), max_size=30), st.text(st.characters(exclude_categories=())))
def test_any_text_comes_back(text: str, label: str) -> None:
    edit = SetField("venture.notes", text, label)
    assert there_and_back(edit) == edit


@pytest.mark.parametrize(
    "edit",
    [
        SetField("features", (Feature(id="pick-up", name="Pick-up"), Feature(id="b", processes=("ride",)))),
        SetField("processes.ride.steps", (Step(action="Go", minutes=4.0), Step(minutes=4))),
        SetField("tools", ()),
        SetField("tools", None),
        SetField("promises.p.core", False),
        SetField("promises.p.target", 1),
        SetField("promises.p.target", 1.0),
        SetField("review.time", datetime.time(9, 30, 1, 500, tzinfo=datetime.UTC)),
        SetField("processes.ride.rehearsed_on", datetime.date(1, 2, 3)),
        SetField("processes.ride.owner", ("a", "b")),
        AddItem("stages", Stage(id="s", touchpoints=(Touchpoint(id="t", promises=("p",), times=2),)), 0),
        AddItem("processes", Process(id="ride", tools=(), steps=(Step(action="x"),)), label='Add "ride"'),
        AddItem("kpis.k.readings", Reading(date=datetime.date(2026, 1, 2), value=0)),
        RemoveItem("processes.ride.steps.2"),
        MoveItem("touchpoints.t", 3, "stages.s.touchpoints", label="Move"),
        Batch((Batch((RemoveItem("tools.a"),)), Batch(()))),
    ],
    ids=repr,
)
def test_each_kind_comes_back(edit: Edit) -> None:
    assert types_in(there_and_back(edit)) == types_in(edit)


@pytest.mark.parametrize(
    "found",
    [
        None,
        3,
        [],
        {},
        {"set": "venture.name"},
        {"set": 3, "to": "x", "label": ""},
        {"set": "a.b", "to": {"date": "yesterday"}, "label": ""},
        {"add": "nothings", "item": {}, "index": None, "label": ""},
        {"add": "roles", "item": {"id": 3}, "index": None, "label": ""},
        {"add": "roles", "item": "x", "index": None, "label": ""},
        {"move": "roles.a", "index": "1", "into": None, "label": ""},
        {"batch": [{}], "label": ""},
        {"batch": 3, "label": ""},
    ],
    ids=repr,
)
def test_what_is_no_edit_is_refused(found: object) -> None:
    with pytest.raises(ValueError, match="no edit"):
        from_json(found)


def test_a_bomb_of_batches_is_refused() -> None:
    found: object = {"batch": [], "label": ""}
    for _ in range(50):
        found = {"batch": [found], "label": ""}
    with pytest.raises(ValueError, match="no edit"):
        from_json(found)
