"""`mvo-tui trace PLAN PLACE` and `mvo-tui without PLAN PLACE...`: what they say, their JSON, and wrong places."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from mvo_tui.plan.errors import ExitCode
from tests.cli.conftest import Run

DOCS = (Path(__file__).parent.parent.parent / "docs" / "traces.md").read_text("utf-8")


def test_a_tool_leads_up_by_every_path(mvo: Run, finished: Path) -> None:
    done = mvo("trace", finished, "tools.payment-page")

    assert done.code == ExitCode.DONE
    lines = done.out.splitlines()
    assert lines[0] == "Hosted payment page (tool, tools.payment-page)"
    assert lines[2] == "Works for 2 promises, by 5 paths."
    for line in (
        "  used in step 2: Text every household whose card was refused",
        "    of process Charge the week (as above)",
        "      behind touchpoint Writes that something is missing or late",
    ):
        assert line in lines
    assert "  Nothing: it carries others." in lines
    assert max(map(len, lines)) <= 78


def test_a_promise_is_carried_down_to_people(mvo: Run, finished: Path) -> None:
    out = mvo("trace", finished, "promises.sunday-by-six").out

    assert "The core promise." in out
    assert "It is a promise: every path ends at one." in out
    for words in ("kept at touchpoint Opens the door", "owned by role Round", "held by Rui Teixeira"):
        assert words in out


def test_holes_read_as_holes(mvo: Run, small: Path) -> None:
    out = mvo("trace", small, "touchpoints.order-page").out

    assert "  [!] serves no promise yet\n" in out
    assert "Works for no promise." in out
    assert "    [!] no backup yet\n" in out
    assert "      [!] nobody holds it\n" in out


def test_the_whole_venture_can_be_traced(mvo: Run, finished: Path) -> None:
    out = mvo("trace", finished, "venture").out

    assert "promises first of all: Your box is at your door by 18:00 on Sunday" in out


def test_who_is_away_and_what_the_backup_saves(mvo: Run, finished: Path) -> None:
    done = mvo("without", finished, "people.rui")

    assert done.code == ExitCode.DONE
    text = " ".join(done.out.split())
    for sentence in (
        "Without Rui Teixeira",
        "2 promises fall; 1 process stands still, 1 is carried by its backup.",
        '!! Your box is at your door by 18:00 on Sunday falls: "Opens the door and takes the box" lacks Pack the boxes',
        "!! Pack the boxes stands still: Rui Teixeira does 1 of 3 steps, and is its backup too",
        "o Ride the round is carried by its backup: Order desk (Inês Duarte) does all 3 steps in place of Rui Teixeira",
        "! Role Round stands empty: Rui Teixeira holds it",
        "! KPI Boxes at the door by 18:00 has nobody to answer for it: Round stands empty",
        "Rui Teixeira: 4 steps of 2 processes, 5 h 42 min a week; backups do 3 of them",
        "Pack the boxes, step 1, 1 h 16 min a week: no stand-in",
        "Ride the round, all 3 steps, 4 h 26 min a week: Order desk (Inês Duarte)",
    ):
        assert sentence in text
    assert max(map(len, done.out.splitlines())) <= 78


def test_several_at_once_in_any_order(mvo: Run, finished: Path) -> None:
    out = " ".join(mvo("without", finished, "tools.payment-page", "people.ines", "tools.payment-page").out.split())

    assert "Without Hosted payment page and Inês Duarte" in out
    assert "1 promise falls, 1 is at risk; 3 processes stand still, 5 are carried by their backups." in out
    assert "!! Take a first order stands still: 2 of 3 steps need Hosted payment page " in out


@pytest.mark.parametrize("place", ["roles.packing", "tools.phone"])
def test_what_nothing_depends_on_is_said_to_be_so(mvo: Run, small: Path, place: str) -> None:
    text = small.read_text("utf-8").replace(', "phone"]', "]")
    small.write_text(text, "utf-8")

    done = mvo("without", small, place)

    assert (done.code, "Nothing depends on it." in done.out) == (ExitCode.DONE, True)
    assert "Nothing depends on them." in mvo("without", small, "roles.packing", "tools.phone").out


def test_the_ready_questions_take_a_line_each(mvo: Run, finished: Path, small: Path) -> None:
    text = " ".join(mvo("without", finished).out.split())

    assert "Leonor Pais is away: no promise falls; 2 processes are carried by their backups" in text
    assert "To be stood in for: 4 steps, 5 h 42 min a week" in text
    assert "Hosted payment page is down: 1 promise falls, 1 is at risk; 3 processes stand still" in text
    assert "There are none in this plan yet." in mvo("without", small).out


@pytest.mark.parametrize("command", ["trace", "without"])
@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("people.inez", 'Did you mean "people.ines"?'),
        ("peple.ines", 'Did you mean "people.ines"?'),
        ("ines", 'Did you mean "people.ines"?'),
        ("Inês Duarte", 'Did you mean "people.ines"?'),
        ("hosted payment page", 'Did you mean "tools.payment-page"?'),
        ("people", "people is no item. Its items: people.ines, people.leonor, people.rui."),
        ("review", "review is no item."),
        ("", 'There is no ""'),
        ("\x1b[2J\u202e", 'There is no "'),
        ("x" * 100_000, 'There is no "xxx'),
    ],
)
def test_a_wrong_place_is_answered_with_what_was_perhaps_meant(
    mvo: Run, finished: Path, command: str, place: str, said: str
) -> None:
    done = mvo(command, finished, place)

    assert done.code == ExitCode.USAGE
    assert said in done.err
    assert done.out == ""
    assert len(done.err) < 400
    assert not {"\x1b", "\u202e"} & set(done.err)


@pytest.mark.parametrize(
    "place", ["promises.sunday-by-six", "people.ines.name", "venture", "processes.pack-boxes.steps.1"]
)
def test_only_what_carries_others_can_be_taken_away(mvo: Run, finished: Path, place: str) -> None:
    done = mvo("without", finished, "people.rui", place)

    assert done.code == ExitCode.USAGE
    assert f"{place} can't be taken away: only people, tools, roles and processes can" in done.err


@pytest.mark.parametrize("words", [("trace", "venture"), ("without",)])
def test_a_newer_plan_is_told_of_with_its_code(mvo: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    path = tmp_path / "newer.mvo.toml"
    path.write_text("format = 2\n")

    done = mvo(words[0], path, *words[1:])

    assert done.code == ExitCode.NEWER_FORMAT
    assert "newer" in done.err


def test_a_file_that_is_not_there_is_a_sentence(mvo: Run, tmp_path: Path) -> None:
    assert mvo("trace", tmp_path / "gone.mvo.toml", "venture").code == ExitCode.FILE
    assert mvo("without", tmp_path / "gone.mvo.toml").code == ExitCode.FILE


# The JSON is as docs/traces.md has it


def documented(number: int) -> dict[str, Any]:
    return dict(json.loads(re.findall(r"```json\n(.*?)```", DOCS, re.DOTALL)[number]))


def assert_same_shape(example: Any, found: Any, path: str = "") -> None:
    """Each table of `found` has the keys of the one in the example; each list is held against its first entry."""
    assert type(example) is type(found) or {type(example), type(found)} == {int, float}, path
    if isinstance(example, dict):
        assert set(example) == set(found), path
        for key, value in example.items():
            assert_same_shape(value, found[key], f"{path}.{key}")
    elif isinstance(example, list) and example:
        assert found, f"{path} is empty: it proves nothing"
        for entry in found:
            assert_same_shape(example[0], entry, path)


def test_the_json_of_a_trace(mvo: Run, finished: Path) -> None:
    found = json.loads(mvo("trace", finished, "tools.payment-page", "--json").out)

    assert_same_shape(documented(0), found)
    assert (found["place"], found["paths"], len(found["why"])) == ("tools.payment-page", 5, 5)
    step = found["why"][1]
    assert step["place"] == "processes.take-first-order.steps.3"
    assert [(link["place"], link["again"], link["then"]) for link in step["then"]] == [
        ("processes.take-first-order", True, [])
    ]


def test_the_json_of_a_hole(mvo: Run, small: Path) -> None:
    found = json.loads(mvo("trace", small, "roles.packing", "--json").out)

    assert found["carried_by"] == [
        {
            "place": "roles.packing.held_by",
            "name": None,
            "link": "nobody holds it",
            "hole": True,
            "again": False,
            "then": [],
        }
    ]


def test_the_json_of_what_breaks(mvo: Run, finished: Path) -> None:
    found = json.loads(mvo("without", finished, "people.rui", "--json").out)

    assert_same_shape(documented(1), found)
    assert [(each["place"], each["state"]) for each in found["processes"]] == [
        ("processes.pack-boxes", "stands still"),
        ("processes.ride-the-round", "carried by backup"),
    ]
    assert found["processes"][0]["because"] == ["people.rui"]
    assert found["stand_ins"][0]["minutes_per_week"] == 342


def test_the_json_of_the_ready_questions(mvo: Run, finished: Path) -> None:
    found = json.loads(mvo("without", finished, "--json").out)

    people = [each for each in found["questions"] if each["place"].startswith("people.")]
    assert_same_shape(documented(2), {**found, "questions": people})
    others = [each for each in found["questions"] if each not in people]
    assert all(each.keys() == people[0].keys() and each["stand_ins"] == [] for each in others)
    assert [each["question"] for each in found["questions"][:4]] == [
        "Inês Duarte is away",
        "Leonor Pais is away",
        "Rui Teixeira is away",
        "The box sheet is down",
    ]


def test_the_states_of_the_documents_are_those_of_the_page(mvo: Run, finished: Path) -> None:
    from mvo_tui.exports.traces_json import PROCESS_STATES, PROMISE_STATES, TOUCHPOINT_STATES

    assert json.loads(mvo("without", finished, "--json").out)["questions"][0]["promises"].keys() == {"falls", "at risk"}
    for words in (*PROCESS_STATES.values(), *PROMISE_STATES.values(), *TOUCHPOINT_STATES.values()):
        assert f"`{words}`" in DOCS
