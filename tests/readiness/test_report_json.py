"""The document of `check --json` is a contract: its keys, their order, and numbers that are not rounded."""

import json
from datetime import date

import pytest

from mvo_tui.plan.model import Plan
from mvo_tui.readiness.catalogue import VERSION
from mvo_tui.readiness.notices import Notice, notices
from mvo_tui.readiness.report import evaluate
from mvo_tui.readiness.report_json import report_document
from tests.plans import SAMPLES, plan_from_toml, sample

KEYS = ["plan", "format", "rules", "readiness", "lean", "level", "areas", "findings", "notices"]
KEYS_OF_A_FINDING = [
    "rule",
    "area",
    "measure",
    "severity",
    "outcome",
    "place",
    "points",
    "effort_minutes",
    "title",
    "why",
    "fix",
]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_document_says_what_the_report_says(name: str) -> None:
    report = evaluate(sample(name))
    document = json.loads(
        json.dumps(report_document(report, f"{name}.mvo.toml", notices(report.plan, date(2027, 1, 1))))
    )
    assert list(document) == KEYS
    assert (document["plan"], document["format"], document["rules"]) == (f"{name}.mvo.toml", 1, VERSION)
    assert document["readiness"]["score"] == report.score
    assert document["readiness"]["earned"] == report.earned
    assert document["lean"] == {"score": report.lean}
    assert document["level"] == report.level
    assert [area["area"] for area in document["areas"]] == [
        "promise",
        "journey",
        "processes",
        "tools",
        "ownership",
        "feedback",
    ]
    assert [finding["place"] for finding in document["findings"]] == [finding.place for finding in report.findings]
    assert all(list(finding) == KEYS_OF_A_FINDING for finding in document["findings"])
    assert all(list(notice) == ["place", "text"] for notice in document["notices"])


def test_the_ledger_can_be_added_up_from_the_document() -> None:
    document = report_document(evaluate(sample("messy-draft")), "messy-draft.mvo.toml")
    for measure, earned in (("readiness", document["readiness"]["earned"]), ("lean", document["lean"]["score"])):
        points = sum(finding["points"] for finding in document["findings"] if finding["measure"] == measure)
        assert earned + points == pytest.approx(100, abs=1e-6)
    assert sum(area["earned"] for area in document["areas"]) == pytest.approx(document["readiness"]["earned"])


def test_what_holds_the_score_is_named_once_a_rule() -> None:
    report = evaluate(sample("blank-but-started"))
    holding = [finding.rule for finding in report.held_by]
    assert len(holding) > len(set(holding))
    held_by = report_document(report, "x")["readiness"]["held_by"]
    assert held_by == list(dict.fromkeys(holding))


def test_an_empty_plan_has_no_lean_and_nothing_that_holds_it() -> None:
    document = report_document(evaluate(Plan()), "empty.mvo.toml")
    assert document["lean"] == {"score": None}
    assert document["readiness"] == {"score": 0.0, "earned": 0.0, "held_by": []}
    assert document["level"] == "blank"
    assert document["notices"] == []


def test_words_of_the_document_are_plain_values() -> None:
    finding = report_document(evaluate(Plan()), "x", [Notice("review.log", "Late")])["findings"][0]
    assert {type(value) for value in finding.values()} <= {str, int, float}


def test_text_that_people_typed_goes_through_as_it_is() -> None:
    strange = "[b]x[/] \u202e \\ {0} ünï 🙂"
    plan = plan_from_toml(f"[[processes]]\nname = '{strange}'")
    written = json.dumps(report_document(evaluate(plan), "x"))
    assert any(strange in finding["title"] for finding in json.loads(written)["findings"])
