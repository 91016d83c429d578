"""The JSON Schema explains every key, takes what the program takes, and works in the editors' own checkers, offline."""

import datetime
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from mvo_tui.interview.plan_schema import Schema, plan_schema
from tests.plans import SAMPLES
from tools.generate_schema import TARGET, schema_text

SCHEMA = plan_schema()
VALIDATOR = Draft7Validator(SCHEMA)
BIN = Path(sys.executable).parent


def keys(schema: Schema, path: str = "") -> Iterator[tuple[str, Schema]]:
    """Every key of the format with its schema."""
    for table in (schema, *schema.get("$defs", {}).values()):
        for name, key in table["properties"].items():
            yield f"{table['title']}.{name}", key


def jsonable(value: Any) -> Any:
    """A TOML value as the checkers of JSON see it."""
    if isinstance(value, dict):
        return {key: jsonable(part) for key, part in value.items()}
    if isinstance(value, list):
        return [jsonable(part) for part in value]
    return str(value) if isinstance(value, datetime.date | datetime.time) else value


def errors(toml: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(jsonable(tomllib.loads(toml)))]


def test_the_shipped_file_is_fresh() -> None:
    assert TARGET.read_text("utf-8") == schema_text()


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_every_key_has_a_title_a_description_and_an_example() -> None:
    assert [name for name, key in keys(SCHEMA) if not (key["title"] and key["description"] and key["examples"])] == []


def test_every_example_is_valid() -> None:
    for name, key in keys(SCHEMA):
        part = Draft7Validator({**key, "$defs": SCHEMA["$defs"]})
        assert [error.message for example in key["examples"] for error in part.iter_errors(example)] == [], name


def test_nothing_private_is_left_in_it() -> None:
    text = json.dumps(SCHEMA)

    assert "x-mvo" not in text
    assert '"null"' not in text
    assert "{name}" not in text


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_plan_is_valid(name: str) -> None:
    assert errors(SAMPLES[name].read_text("utf-8")) == []


@pytest.mark.parametrize(
    "toml",
    [
        "format = 1",
        'format = 1\n[review]\ncadence = "monthly"\nday = "Friday"',
        'format = 1\nmood = "good"\n[venture]\ncolour = "red"',
        'format = 1\n[[processes]]\nname = "X"\nowner = ["a", "b"]\n',
        "format = 1\ntools = []\n[review]\ntime = 09:30:00",
    ],
)
def test_what_the_program_takes_is_no_error(toml: str) -> None:
    assert errors(toml) == []


@pytest.mark.parametrize(
    "toml",
    [
        "[venture]",
        "format = 2",
        'format = 1\n[venture]\nactive_customers = "many"',
        "format = 1\n[venture]\nactive_customers = -1",
        'format = 1\n[[roles]]\nid = "Not A Slug"',
        'format = 1\n[promises]\nname = "x"',
    ],
)
def test_what_the_program_refuses_is_an_error(toml: str) -> None:
    assert errors(toml)


@pytest.mark.parametrize("command", [["tombi", "lint", "--offline"], ["taplo", "lint"]], ids=lambda words: words[0])
def test_editors_check_plans_with_it_offline(command: list[str], tmp_path: Path) -> None:
    program = shutil.which(command[0], path=str(BIN))
    if program is None:
        pytest.skip(f"{command[0]} is not installed on this platform")
    shutil.copy(TARGET, tmp_path)
    line = f"#:schema ./{TARGET.name}\n"
    good = tmp_path / "good.mvo.toml"
    good.write_text(line + SAMPLES["sunday-box"].read_text("utf-8").partition("\n")[2], "utf-8")
    bad = tmp_path / "bad.mvo.toml"
    bad.write_text(line + 'format = 1\n[venture]\nactive_customers = "many"\n', "utf-8")
    nowhere = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:9")

    results = [
        subprocess.run(
            [program, *command[1:], path.name],
            cwd=tmp_path,
            env={**os.environ, **nowhere},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        for path in (good, bad)
    ]

    assert results[0].returncode == 0, results[0].stderr
    assert results[1].returncode != 0
    assert "bad.mvo.toml:4" in results[1].stdout + results[1].stderr
