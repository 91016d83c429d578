"""Pasted texts: lines and tables become items, what is not understood is told, hostile text is data."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.interview.lines import lines_of
from mvo_tui.interview.pasted import Pasted, best_list, read_pasted
from mvo_tui.interview.table_columns import columns_of
from mvo_tui.plan.edits import Batch, apply
from mvo_tui.plan.model import Person, Plan, Process, Step, Tool, Touchpoint
from mvo_tui.plan.places import items_of, value_at
from tests.plans import lists, plan_from_toml, plans

TODAY = datetime.date(2026, 11, 9)
PLAN = plan_from_toml(
    """
[[stages]]
id = "gets"
name = "Gets it"
[[stages.touchpoints]]
id = "knock"
name = "Knock"
[[processes]]
id = "bake"
name = "Bake"
[[roles]]
id = "baker"
name = "Baker"
held_by = "ida"
[[people]]
id = "ida"
name = "Ida"
[[kpis]]
id = "warm"
name = "Warm"
"""
)


def read(into: str, text: str) -> Pasted:
    return read_pasted(PLAN, into, text, TODAY)


def after(into: str, text: str) -> Plan:
    edit = read(into, text).edit
    assert edit is not None
    return apply(PLAN, edit)


def test_lines_become_items_without_their_bullets() -> None:
    found = read("stages.gets.touchpoints", "- Rings\n- Knock\n2. Signs\n")
    assert found.edit is not None
    assert found.edit.label == 'Add 2 touchpoints to "Gets it"'
    assert found.rows == (("Rings",), ("Signs",))
    assert found.notes == ("1 of 3 lines are there already and are left out.",)


def test_a_dash_or_a_number_within_a_line_is_no_bullet() -> None:
    text = "- Call Ana - then Ben\n2. Open room 12. Then air it\n  * Pack 3) first\n-"
    assert lines_of(text) == ("Call Ana - then Ben", "Open room 12. Then air it", "Pack 3) first", "-")


def test_what_a_line_says_besides_is_seen_in_the_preview() -> None:
    assert read("processes.bake.steps", "Knead, 4 min").rows == (("Knead", "Minutes: 4"),)
    assert read("kpis.warm.readings", "2026-11-01 93").rows == (("Date: 2026-11-01", "Value: 93"),)


def test_a_table_becomes_items_with_their_links_and_what_is_missing_is_made() -> None:
    text = "Process\tResponsible\tTools used\tHow run\tSteps\nRide\tRider\tBell; Bicycle\tmanual\tPack, 2 min; Go\n"
    found = read("processes", text)
    process = after("processes", text).processes[1]
    assert found.titles == ("Process", "Owner", "Tools", "Run", "Steps")
    assert (process.name, process.owner, process.tools, process.mode) == (
        "Ride",
        "rider",
        ("bell", "bicycle"),
        "manual",
    )
    assert [(step.action, step.minutes) for step in process.steps] == [("Pack", 2), ("Go", None)]
    assert found.made == ('tool "Bell"', 'tool "Bicycle"', 'role "Rider"')
    assert found.edit is not None
    assert found.edit.label == 'Add process "Ride"'


def test_a_person_stands_for_the_one_role_that_he_or_she_holds() -> None:
    assert after("processes", "Process\tOwner\nRide\tIda\n").processes[1].owner == "baker"


def test_touchpoints_go_into_the_stages_that_their_column_names() -> None:
    plan = after("stages.gets.touchpoints", "| Stage | Touchpoint |\n|--|--|\n| Leaves | Waves |\n| gets it | Sits |")
    assert [(stage.name, [point.name for point in stage.touchpoints]) for stage in plan.stages] == [
        ("Gets it", ["Knock", "Sits"]), ("Leaves", ["Waves"]),
    ]  # fmt: skip


def test_one_row_may_name_another() -> None:
    plan = after("tools", "Tool\tWorks with\nBell\tBicycle\nBicycle\tBell, Bell\n")
    assert [(tool.id, tool.integrates_with) for tool in plan.tools or ()] == [
        ("bell", ("bicycle",)), ("bicycle", ("bell",)),
    ]  # fmt: skip


def test_what_is_not_understood_is_told_and_the_rest_is_taken() -> None:
    found = read(
        "processes", "Process\tPhone\tRun\tOwner\tRehearsed\nRide\t123\tby magic\tA, B\tsoon\n\tx\t\t\t\nBake\t\t\t\t\n"
    )
    assert found.notes == (
        'Column "Phone" is left out: processes have no such field.',
        "A row without a name is left out.",
        '"Bake" is there already and is left out.',
        'Ride, Run: "by magic" is not one of: manual, concierge, wizard-of-oz, assisted, automated.',
        'Ride, Owner: "A, B" looks like several; only one can stand here.',
        'Ride, Rehearsed on: "soon" cannot be read here. Type a day such as 2026-11-02 or 2 Nov 2026.',
    )
    assert found.rows == (("Ride", "? by magic", "? A, B", "? soon"),)


def test_placeholders_fill_in_nothing() -> None:
    process = after("processes", "Process\tOwner\tStarts when\nRide\tTBD\t-\n").processes[1]
    assert (process.owner, process.trigger) == (None, None)


def test_without_a_head_the_first_column_is_the_names() -> None:
    found = read("tools", "Bell\t12\nOven\t40\n")
    assert found.rows == (("Bell",), ("Oven",))
    assert found.notes[0].startswith("The first line names no field")


def test_sentences_with_commas_are_lines() -> None:
    assert read("processes.bake.steps", "Knead, well\nBake, hot").rows == (("Knead, well",), ("Bake, hot",))


def test_readings_are_pasted_as_a_table_too() -> None:
    plan = after("kpis.warm.readings", "Date\tValue\tNote\n2026-11-01\t93,5\tcold\n1 Nov\t90\t\n")
    assert [(reading.value, reading.note) for reading in plan.kpis[0].readings] == [(93.5, "cold"), (90, None)]


def test_a_table_is_meant_for_the_list_whose_fields_it_names() -> None:
    places = ("processes", "processes.bake.steps")
    assert best_list(places, "Step\tMinutes\nKnead\t4") == "processes.bake.steps"
    assert best_list(places, "Process\tOwner\tRun\nBake\tx\tmanual") == "processes"
    assert best_list(places, "Knead\nBake") == "processes"


@pytest.mark.parametrize(
    ("head", "model", "field"),
    [
        ("OWNER", Process, "owner"),
        ("Process owner", Process, "owner"),
        ("held_by", Process, ""),
        ("Starts  when?", Process, "trigger"),
        ("Ownr", Process, "owner"),
        ("Monthly cost (EUR)", Tool, "monthly_cost"),
        ("Hours/week", Person, "hours_per_week"),
        ("Minutes", Step, "minutes"),
        ("Customer action", Touchpoint, "customer_action"),
        ("Promise", Touchpoint, "promises"),
        ("id", Process, ""),
        ("", Process, ""),
        ("Favourite colour", Process, ""),
    ],
)
def test_heads_are_matched_by_title_by_key_and_nearly(head: str, model: type, field: str) -> None:
    columns = columns_of(model, ("Name" if model is not Step else "Step", head))
    assert columns[1].field == field
    assert bool(columns[1].why_not) is not bool(field)


def test_a_field_is_filled_by_one_column() -> None:
    columns = columns_of(Process, ("Process", "Owner", "Responsible"))
    assert [column.field for column in columns] == ["name", "owner", ""]
    assert columns[2].why_not == '"Owner" is in another column already'


def test_more_than_can_be_pasted_is_a_sentence() -> None:
    found = read("processes", "x" * 1_000_001)
    assert found.edit is None
    assert "more than can be pasted at once" in found.notes[0]


def test_nothing_new_is_a_sentence() -> None:
    assert read("processes", "Bake").notes == ("That is in the plan already. Nothing was changed.",)
    assert read("processes", "Process\tOwner\nBake\tx").edit is None


TEXTS = st.text(alphabet='Name\tOwner\n,;|-"\\[/]@click{}$é 12\u202e', max_size=80)
HEADS = st.sampled_from(
    ("Name\tOwner\tTools\n", "Process,Owner\n", "| Name | Notes |\n|---|---|\n", "Stage\tName\n", "")
)


@settings(max_examples=150)
@given(plan=plans(), data=st.data(), head=HEADS, text=TEXTS)
def test_any_text_adds_what_the_preview_shows_and_nothing_that_was_there_changes(
    plan: Plan, data: st.DataObject, head: str, text: str
) -> None:
    into, name = data.draw(st.sampled_from(list(lists(plan))))
    found = read_pasted(plan, into, head + text, TODAY)
    if found.edit is None:
        assert found.notes
        return
    now = apply(plan, found.edit)
    if name == "touchpoints":
        assert len(items_of(now, name)) == len(items_of(plan, name)) + len(found.rows)
    else:
        before, later = value_at(plan, into) or (), value_at(now, into)
        assert isinstance(before, tuple)
        assert isinstance(later, tuple)
        assert later[: len(before)] == before or name == "stages"
        assert len(later) >= len(before) + len(found.rows)
    for collection in ("promises", "roles", "people", "tools", "processes", "kpis"):
        items = items_of(plan, collection)
        if not into.startswith(collection):
            assert items_of(now, collection)[: len(items)] == items


def test_hostile_text_is_data() -> None:
    text = "Process\tOwner\n[@click=app.quit]x[/]\t$z {x}\n"
    process = after("processes", text).processes[1]
    assert process.name == "[@click=app.quit]x[/]"
    assert after("processes", text).roles[1].name == "$z {x}"


def test_it_is_one_edit() -> None:
    assert isinstance(read("processes", "Process\tOwner\nA\tB\nC\tD\n").edit, Batch)
