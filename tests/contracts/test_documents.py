"""The contracts in docs/ say what the program does: examples load, words and numbers are those of the code."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from mvo_tui.plan.errors import ExitCode
from mvo_tui.plan.fields import field_specs
from mvo_tui.plan.model import Plan, Table
from mvo_tui.plan.places import find, type_of_collection, type_of_numbered, type_of_single
from mvo_tui.plan.vocabulary import DAY
from mvo_tui.readiness.catalogue import VERSION, all_rules
from mvo_tui.readiness.level import Level
from mvo_tui.readiness.report import evaluate
from mvo_tui.readiness.report_json import report_document
from mvo_tui.readiness.rule import CAP, WEIGHT
from tests.plans import plan_from_toml, sample
from tools import generate_rules

DOCS = Path(__file__).parent.parent.parent / "docs"
FORMAT = (DOCS / "plan-format.md").read_text("utf-8")
READINESS = (DOCS / "readiness.md").read_text("utf-8")


def block(text: str, language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert found
    return found[1]


EXAMPLE = block(FORMAT, "toml")


def test_the_example_of_the_format_knows_every_key_and_no_other() -> None:
    """Each table of the example is held against its model, both ways (notes are told of in the text)."""
    document = tomllib.loads(EXAMPLE)
    model: type[Table]
    for name, model in {**type_of_single, **type_of_collection, **type_of_numbered}.items():
        keys = {key for table in tables_called(document, name) for key in table}
        expected = set(model.model_fields) - {"notes"}
        assert keys - {"notes"} <= expected, name
        if name not in ("journey", "log", "readings"):
            assert keys >= expected, name


def tables_called(document: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for key, value in document.items():
        rows = value if isinstance(value, list) else [value]
        for row in rows:
            if isinstance(row, dict):
                found += [row] if key == name else []
                found += tables_called(row, name)
    return found


def test_the_example_of_the_format_is_a_plan_whose_places_are_there() -> None:
    plan = plan_from_toml(EXAMPLE)
    assert isinstance(plan, Plan)
    for place in re.findall(r"^\| (.*?) \| (?!something)", FORMAT, re.MULTILINE)[2:]:
        for named in re.findall(r"`([a-z_.0-9-]+)`", place):
            assert find(plan, named) is not None, named


def test_the_words_of_a_field_stand_in_the_example() -> None:
    for model in {**type_of_single, **type_of_collection}.values():
        for spec in field_specs(model):
            is_told = all(word in EXAMPLE for word in spec.words)
            assert is_told or set(spec.words) == set(DAY), spec.name


def test_the_example_of_the_report_has_the_keys_of_the_report() -> None:
    example = json.loads(block(READINESS, "json"))
    document = report_document(evaluate(sample("messy-draft")), "messy-draft.mvo.toml")
    assert shape(example, 2) == shape(document, 2)
    assert shape(example["findings"][0], 1) == shape(document["findings"][0], 1)
    assert example["rules"] == VERSION


def shape(value: Any, depth: int) -> Any:
    if isinstance(value, dict) and depth:
        return {key: shape(inner, depth - 1) for key, inner in value.items()}
    return None


@pytest.mark.parametrize("level", Level)
def test_every_level_is_told(level: Level) -> None:
    assert f"| {level.capitalize()} |" in READINESS


def test_weights_gates_and_exit_codes_are_those_of_the_code() -> None:
    assert ", ".join(f"{severity} {weight:g}" for severity, weight in WEIGHT.items()) in READINESS
    for severity, cap in CAP.items():
        assert re.search(rf"{severity} finding holds the shown score at {cap:g} at most", READINESS) or (
            f"{severity} finding at {cap:g} at most" in READINESS
        )
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", READINESS, re.MULTILINE)} == set(map(int, ExitCode))


def test_the_reference_of_the_rules_has_them_all() -> None:
    page = generate_rules.page()
    assert all(f"\n### {rule.id}\n" in page for rule in all_rules())
    assert page.count("```") == 4 * len(all_rules())
