"""The plan as plain text: all that was said is in it, gaps are told, no line is too wide, all marks are ASCII."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings

from mvo_tui.exports.plan_text import plan_text
from mvo_tui.exports.text.wrapping import columns
from mvo_tui.plan.fields import FieldSpec, Kind, field_specs
from mvo_tui.plan.model import Journey, NotApplicable, Plan, Table
from mvo_tui.plan.places import type_of_collection, type_of_numbered, type_of_single
from tests.plans import SAMPLES, plan_from_toml, plans, sample

MONDAY = date(2026, 11, 23)
STRANGE = "[bold]x[/] $z {y} \x1b[31mred\x1b]52;c;eA==\x07 \u202eright\u2066 \x9b31m \ud800 a\tb"


def lines_of(plan: Plan, today: date | None = None) -> list[str]:
    text = plan_text(plan, today)
    assert text.endswith("\n")
    return text.removesuffix("\n").split("\n")


def after(heading: str, lines: list[str]) -> list[str]:
    """The lines below a heading, up to the next one."""
    start = lines.index(heading)
    ends = [number for number, line in enumerate(lines) if number > start + 1 and line.startswith("---")]
    return lines[start + 2 : ends[0] - 1 if ends else None]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_reads_well(name: str) -> None:
    lines = lines_of(sample(name), MONDAY)
    headings = [line for number, line in enumerate(lines[:-1]) if lines[number + 1] == "-" * columns(line) != ""]
    assert headings[:6] == ["1. Promise", "2. Journey", "3. Processes", "4. Tools", "5. Owners", "6. Feedback"]
    assert all(line == line.rstrip() for line in lines)
    assert max(map(columns, lines)) <= 78


def test_a_plan_without_gaps_has_nothing_that_is_not_said() -> None:
    assert "not said" not in plan_text(sample("sunday-box"), MONDAY)
    assert "not in this plan" not in plan_text(sample("sunday-box"), MONDAY)


def test_an_empty_plan_is_all_gaps() -> None:
    text = plan_text(Plan())
    assert text.startswith("A plan without a name\n=====================\n")
    for gap in (
        "The promises are",
        "Features:",
        "The journey is",
        "The processes are",
        "The tools are",
        "The roles are",
    ):
        assert f"{gap} not said yet" in text
    for gap in ("The people are", "The KPIs are", "Workarounds:"):
        assert f"{gap} not said yet" in text
    assert "For later" not in text


def test_deciding_on_none_is_no_gap() -> None:
    text = plan_text(plan_from_toml("tools = []\nfeatures = []\ndebts = []\n[[processes]]\ntools = []"))
    assert "No tools: none are needed." in text
    assert "Features: none that cause work" in text
    assert "Workarounds: none\n" in text
    assert "    Tools             none, decided\n" in text


# Everything that was said is there


def full_table(model: type[Table], told: list[str]) -> dict[str, Any]:
    """A table with something said in every field; its texts and numbers are added to `told`."""
    table: dict[str, Any] = {"id": model.__name__.lower()} if "id" in model.model_fields else {}
    for spec in field_specs(model):
        table[spec.name] = full_value(model, spec, told)
    return table


def full_value(model: type[Table], spec: FieldSpec, told: list[str]) -> Any:
    if spec.is_free_text:
        told.append(f"{model.__name__}-{spec.name}")
        return told[-1]
    if spec.kind is Kind.NUMBER:
        told.append(f"{1000 + len(told):,}")
        return int(told[-1].replace(",", ""))
    if spec.kind is Kind.ITEMS:
        return (full_table((type_of_collection | type_of_numbered)[spec.name], told),)
    link = type_of_collection[spec.collection].__name__.lower() if spec.collection else ""
    answers: dict[Kind, Any] = {
        Kind.WORD: next(iter(spec.words), ""),
        Kind.WORDS: tuple(spec.words),
        Kind.DATE: date(2026, 11, 9),
        Kind.TIME: time(9, 5),
        Kind.YES_NO: True,
        Kind.LINK: link,
        Kind.LINKS: (link,),
    }
    return answers[spec.kind]


def full_plan() -> tuple[Plan, list[str]]:
    """A plan with something said in every field, and all that was said."""
    told: list[str] = []
    values: dict[str, Any] = {
        name: (full_table(model, told),) for name, model in type_of_collection.items() if name != "touchpoints"
    }
    values |= {name: full_table(model, told) for name, model in type_of_single.items() if name != "journey"}
    reasons = full_table(NotApplicable, told)
    return Plan.model_validate(values | {"journey": Journey(not_applicable=NotApplicable(**reasons))}), told


def test_everything_that_was_said_is_in_the_text() -> None:
    plan, told = full_plan()
    text = plan_text(plan, MONDAY)
    assert [part for part in told if part not in text] == []
    assert "not said yet" not in text
    assert "not in this plan" not in text
    for word in ("idea", "at least", "first contact", "new customer", "manual", "crm", "leading", "weekly", "Monday"):
        assert word in text
    assert "09:05" in text
    assert "2026-11-09" in text


def test_text_with_nothing_but_ascii_makes_a_page_of_nothing_but_ascii() -> None:
    assert plan_text(full_plan()[0], MONDAY).isascii()
    assert plan_text(Plan()).isascii()


# Names instead of ids


PLAN = """
[[promises]]
id = "p1"
statement = "Warm rolls at seven"
core = true
[[stages]]
id = "s1"
[[stages.touchpoints]]
id = "t1"
name = "Buys rolls"
promises = ["p1"]
processes = ["b1", "ghost"]
[[stages.touchpoints]]
id = "t2"
name = "Rings the bell"
promises = ["p1", "p9"]
[[processes]]
id = "b1"
name = "Bake"
owner = "r1"
backup = "r2"
tools = ["o1", "o9"]
steps = [{ action = "Knead", minutes = 2.5 }, { action = "Sell", role = "r2", tool = "o1" }, {}]
[[processes]]
id = "b2"
owner = ["r1", "r9"]
[[tools]]
id = "o1"
name = "Oven"
[[roles]]
id = "r1"
name = "Baker"
held_by = "ole-id"
[[roles]]
id = "r2"
name = "Seller"
[[people]]
id = "ole-id"
name = "Ole"
hours_per_week = 10
[[parking_lot]]
text = "Cakes?"
about = "processes.b1"
"""


def test_the_path_of_a_promise_leads_to_a_person() -> None:
    lines = after("1. Promise", lines_of(plan_from_toml(PLAN)))
    assert lines[1] == "* Warm rolls at seven [core promise]"
    assert lines[4:9] == [
        "    Kept by           Buys rolls > Bake > Baker (Ole)",
        '                      Buys rolls > "ghost" (not in this plan)',
        "                      Rings the bell > no process yet",
        '    With              Oven; "o9" (not in this plan)',
        "    Watched by        not said yet",
    ]


def test_a_process_has_numbered_steps_and_people_beside_its_roles() -> None:
    lines = after("3. Processes", lines_of(plan_from_toml(PLAN)))
    assert "    Owner             Baker (Ole)" in lines
    assert "    Backup            Seller (held by nobody)" in lines
    assert '    Tools             Oven; "o9" (not in this plan)' in lines
    assert lines[lines.index("     1. Knead (2.5 min)") :][:3] == [
        "     1. Knead (2.5 min)",
        "     2. Sell (Seller, Oven)",
        "     3. not said yet",
    ]
    assert '    Owner             Baker (Ole); "r9" (not in this plan)' in lines
    assert "    Steps             not said yet" in lines


def test_what_is_parked_is_about_something_with_a_name() -> None:
    assert "    About             Bake (process)" in lines_of(plan_from_toml(PLAN))


def test_the_load_of_a_person_is_told_as_a_share_of_the_hours() -> None:
    known = PLAN.replace(', { action = "Sell", role = "r2", tool = "o1" }, {}', "").replace(
        'processes = ["b1", "ghost"]', 'processes = ["b1"]\ntimes = 200\nper = "week"'
    )
    assert "    Load              8.3 hours a week, 83 % of those there are" in lines_of(plan_from_toml(known))
    assert "    Load              not known yet" in lines_of(plan_from_toml(PLAN))
    no_hours = known.replace("hours_per_week = 10", "")
    assert "    Load              8.3 hours a week" in lines_of(plan_from_toml(no_hours))


def test_the_next_review_is_told_where_the_day_is_known() -> None:
    plan = plan_from_toml('[review]\ncadence = "weekly"\nday = "tue"\ntime = 09:05:00\nminutes = 20')
    assert "    Day and time      Tuesday, 09:05, 20 minutes" in lines_of(plan)
    assert not any("Next" in line for line in lines_of(plan))
    assert "    Next              2026-11-24" in lines_of(plan, MONDAY)


def test_a_long_name_is_told_whole_and_a_very_long_one_only_once() -> None:
    long, very_long = "Bake the rolls and the buns and all that is left of the dough of yesterday", "x" * 100_000
    plan = PLAN.replace('name = "Bake"', f'name = "{long}"').replace('name = "Oven"', f'name = "{very_long}"')
    text = " ".join(plan_text(plan_from_toml(plan)).split())
    assert text.count(long) > 3
    assert text.count("xxx...") > 0
    assert len(text) < 2 * len(very_long)


def test_what_has_no_name_is_told_by_its_kind_and_id() -> None:
    lines = lines_of(plan_from_toml('[[stages]]\nid = "s1"\n[[kpis]]\nid = "k1"\n[[stages.touchpoints]]\nid = "t1"'))
    assert {"  stage s1 (function not said yet)", "* touchpoint t1", "* KPI k1"} <= set(lines)


# Text that people typed is data


def test_text_that_would_move_the_cursor_is_shown_and_not_obeyed() -> None:
    plan, told = full_plan()
    strange = plan.model_copy(
        update={
            "venture": plan.venture.model_copy(update={"name": STRANGE, "notes": STRANGE}),
            "processes": (plan.processes[0].model_copy(update={"name": STRANGE, "owner": STRANGE}),),
        }
    )
    text = plan_text(strange)
    assert "[bold]x[/] $z {y} <U+001B>[31mred<U+001B>]52;c;eA==<U+0007>" in text.replace("\n", " ")
    assert "<U+202E>right" in text
    assert "<U+D800>" in text
    assert all(character.isprintable() or character == "\n" for character in text)
    assert text.encode()
    assert told[0] in text


def test_lines_that_were_typed_stay_lines() -> None:
    plan = plan_from_toml('[[processes]]\nname = "Bake"\nnotes = "First\\r\\nSecond\\n\\n  Third"')
    lines = after("3. Processes", lines_of(plan))
    start = lines.index("    Notes             First")
    assert lines[start : start + 4] == [
        "    Notes             First",
        "                      Second",
        "",
        "                      Third",
    ]


@given(plans())
@settings(max_examples=50)
def test_any_plan_fits_the_page(plan: Plan) -> None:
    lines = lines_of(plan, MONDAY)
    assert max(map(columns, lines)) <= 78
    assert all(line == line.rstrip() for line in lines)
    assert plan_text(plan, MONDAY) == plan_text(plan, MONDAY)
