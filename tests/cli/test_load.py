"""``mvo-tui load``: what it prints, what it says of what is not known, its JSON, and how it ends."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from mvo_tui.exports.text.wrapping import columns
from tests.cli.conftest import Run
from tests.plans import SAMPLES

DOCS = Path(__file__).parent.parent.parent / "docs" / "load.md"


def test_it_says_who_is_overrun_first_and_from_how_many_customers(mvo: Run, finished: Path) -> None:
    ended = mvo("load", finished)
    assert ended.code == 0
    assert "5 new customers a week, 38 active; as the plan estimates it" in ended.out
    told = " ".join(ended.out.split())
    assert "Rui Teixeira is overrun first, from 9 new customers a week (or 67 active)." in told
    assert re.search(r"Rui Teixeira +5\.7 +10 +57% +8 / 54 +9 / 67\n", ended.out)
    assert re.search(r"Inês Duarte +2 +Order desk; Customer care\n", ended.out)
    assert re.search(r"Ride the round +Rui Teixeira +Rui Teixeira +Inês Duarte\n", ended.out)
    assert "not known" not in ended.out


def test_another_demand_is_tried_and_the_file_stays_as_it_is(mvo: Run, finished: Path) -> None:
    before = finished.read_bytes()
    ended = mvo("load", finished, "--customers", "9")
    assert "9 new customers a week, 68.4 active; tried, not in the plan" in ended.out
    assert "Rui Teixeira is overrun, from 9 new customers a week (or 67 active)." in " ".join(ended.out.split())
    assert finished.read_bytes() == before
    eight = mvo("load", finished, "--customers", "8").out
    assert "Rui Teixeira is overrun first" in eight


def test_what_is_not_known_is_told_with_the_reason(mvo: Run, small: Path) -> None:
    out = mvo("load", small).out
    assert "Nobody is named yet who does the work." in out
    assert re.search(r"Take an order +nobody +nobody +nobody\n", out)
    small.write_text(small.read_text("utf-8") + '\n[[people]]\nname = "Mei"\n', "utf-8")
    ended = mvo("load", small)
    assert ended.code == 0
    assert "Who is overrun first is not known yet." in ended.out
    assert re.search(r"Mei +\? +\? +- +not known +not known\n", ended.out)
    assert "The load of Mei is not known yet:" in ended.out
    assert "  - Nobody holds the role Order desk\n" in ended.out
    assert "Mei: the hours a week are not said" in ended.out


def test_roles_in_place_of_people(mvo: Run, finished: Path) -> None:
    out = mvo("load", finished, "--roles").out
    assert re.search(r"Put a bad box right +Customer care +Customer care +Round\n", out)


def test_what_rests_on_one_person_is_named(mvo: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.mvo.toml"
    mvo("new", plan, "--sample", "repair-shop")
    assert "1 process rests on one person alone: Repair a bike." in mvo("load", plan).out


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("words", [(), ("--customers", "1000000")])
def test_a_sample_reads_well(mvo: Run, name: str, words: tuple[str, ...]) -> None:
    ended = mvo("load", SAMPLES[name], *words)
    assert ended.code == 0
    assert max(map(columns, ended.out.splitlines())) <= 78
    assert all(line == line.rstrip() for line in ended.out.splitlines())


def test_a_person_past_the_limit_is_an_error_only_when_asked_for(mvo: Run, finished: Path, small: Path) -> None:
    assert mvo("load", finished, "--customers", "100").code == 0
    assert mvo("load", finished, "--fail-over", "80").code == 0
    assert mvo("load", finished, "--fail-over", "50").code == 1
    assert mvo("load", finished, "--fail-over", "100", "--customers", "8").code == 0
    assert mvo("load", finished, "--fail-over", "100", "--customers", "9").code == 1
    assert mvo("load", small, "--fail-over", "1000").code == 1  # nobody knows


@pytest.mark.parametrize(
    "words", [("--customers", "x"), ("--customers", "-1"), ("--customers", "nan"), ("--fail-over", "inf"), ("--x",)]
)
def test_wrong_words_are_refused_with_what_is_right(mvo: Run, finished: Path, words: tuple[str, ...]) -> None:
    ended = mvo("load", finished, *words)
    assert (ended.code, ended.out) == (2, "")
    assert "0 or more" in ended.err or "unrecognized" in ended.err


def test_files_that_cannot_be_read_and_newer_ones_end_as_everywhere(mvo: Run, tmp_path: Path) -> None:
    newer = tmp_path / "newer.mvo.toml"
    newer.write_text("format = 2\n", encoding="utf-8")
    assert mvo("load", newer).code == 4
    assert mvo("load", newer, "--fail-over", "80").code == 4
    assert mvo("load", tmp_path / "gone.mvo.toml").code == 3


def test_the_json_is_as_it_is_documented(mvo: Run, finished: Path) -> None:
    example = json.loads(re.findall(r"```json\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)[0])
    found = json.loads(mvo("load", finished, "--customers", "10", "--json").out)
    assert set(found) == set(example)
    assert found["demand"] == example["demand"]
    assert found["first_full"] == example["first_full"]
    assert found["first_overrun"] == example["first_overrun"]
    rui = next(person for person in found["people"] if person["place"] == "people.rui")
    told = example["people"][0]
    assert (set(rui), rui["roles"], rui["overrun_from"]) == (set(told), told["roles"], told["overrun_from"])
    assert rui["load_hours"] == pytest.approx(told["load_hours"], abs=0.05)
    assert rui["unknown"] == []
    packing = next(process for process in found["processes"] if process["place"] == "processes.pack-boxes")
    assert packing == {**example["processes"][0], "hours_per_week": pytest.approx(5.067, abs=0.001)}


def test_the_json_says_null_where_nothing_is_known(mvo: Run, small: Path) -> None:
    small.write_text(small.read_text("utf-8") + '\n[[people]]\nid = "mei"\n', "utf-8")
    found = json.loads(mvo("load", small, "--json").out)
    assert found["first_overrun"] is None
    (mei,) = found["people"]
    assert (mei["load_hours"], mei["share"], mei["overrun_from"]) == (None, None, None)
    assert [gap["place"] for gap in mei["unknown"]] == ["roles.order-desk.held_by", "people.mei.hours_per_week"]
    (process,) = found["processes"]
    assert process["people"] == {"owns": None, "does": [None], "backs_up": None}
    assert tomllib.loads(small.read_text("utf-8"))["venture"]["active_customers"] == 38


def test_numbers_beyond_all_sense_are_still_json(mvo: Run, small: Path) -> None:
    text = (
        small.read_text("utf-8")
        .replace("minutes = 4", "minutes = 1e308")
        .replace('action = "Confirm it"', "minutes = 1")
    )
    text = text.replace('name = "Order desk"', 'name = "Order desk"\nheld_by = "mei"')
    text = text.replace('processes = ["take-order"]', 'processes = ["take-order"]\ntimes = 1e308\nper = "week"')
    small.write_text(f'{text}\n[[people]]\nid = "mei"\nhours_per_week = 1\n', "utf-8")
    found = json.loads(mvo("load", small, "--json").out, parse_constant=pytest.fail)
    assert found["people"][0]["overrun_from"] == {"new_customers_per_week": None, "active_customers": 0}
    assert mvo("load", small).code == 0
