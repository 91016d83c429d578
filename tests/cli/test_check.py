"""`mvo-tui check`: plans judged for people, scripts and build servers."""

import json
import os
import re
from pathlib import Path

import pytest

from mvo_tui.cli import judging
from mvo_tui.plan.errors import ExitCode
from mvo_tui.readiness.report import evaluate
from tests.cli.conftest import Run
from tests.plans import SAMPLES, sample

DOCUMENT = ["plan", "format", "rules", "readiness", "lean", "level", "areas", "findings", "notices"]
FINDING = [
    *("rule", "area", "measure", "severity", "outcome", "place", "points", "effort_minutes", "title", "why", "fix"),
]


def broken(folder: Path, name: str = "broken.mvo.toml") -> Path:
    path = folder / name
    path.write_text("format = 1\nformat = 1\n")
    return path


def newer(folder: Path) -> Path:
    path = folder / "newer.mvo.toml"
    path.write_text('format = 2\n[venture]\nname = "From tomorrow"\n')
    return path


def test_the_first_line_says_how_ready_the_plan_is(mvo: Run, finished: Path) -> None:
    done = mvo("check", finished)

    assert done.code == ExitCode.DONE
    assert done.err == ""
    first, second, *_ = done.out.splitlines()
    assert first == f"{finished}: Ready 100 of 100, Lean 100, level Rehearsed"
    assert second == "  No gaps found by these checks."


def test_findings_have_points_and_a_place_and_what_holds_the_score_is_named(mvo: Run, small: Path) -> None:
    lines = mvo("check", small).out.splitlines()
    report = evaluate(sample("blank-but-started"))
    held = mvo("check", SAMPLES["blank-but-started"]).out.splitlines()[0]

    assert any(line.startswith("  critical ") and line.endswith("  [promises]") for line in lines)
    assert lines[-1].startswith("  ... and ")
    assert f"held at 49 by: {report.held_by[0].title} (earned {report.earned:.1f})" in held


def test_the_document_has_the_keys_of_the_contract_in_their_order(mvo: Run) -> None:
    done = mvo("check", "--json", SAMPLES["messy-draft"])
    document = json.loads(done.out)
    report = evaluate(sample("messy-draft"))

    assert list(document) == DOCUMENT
    assert document["plan"] == "messy-draft.mvo.toml"
    assert (document["format"], document["rules"]) == (1, "1")
    assert list(document["readiness"]) == ["score", "earned", "held_by"]
    assert list(document["lean"]) == ["score"]
    assert document["readiness"]["earned"] == report.earned
    assert document["level"] == "sketched"
    assert all(list(area) == ["area", "earned", "possible"] for area in document["areas"])
    assert all(list(finding) == FINDING for finding in document["findings"])
    assert {finding["measure"] for finding in document["findings"]} == {"readiness", "lean"}
    assert {finding["outcome"] for finding in document["findings"]} == {"fail", "unknown"}
    assert all(list(notice) == ["place", "text"] for notice in document["notices"])


def test_numbers_are_not_rounded_and_an_empty_lean_is_null(mvo: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.mvo.toml"
    path.write_text("format = 1\n")
    document = json.loads(mvo("check", "--json", path).out)
    points = [f["points"] for f in document["findings"] if f["measure"] == "readiness"]

    assert document["lean"]["score"] is None
    assert document["level"] == "blank"
    assert sum(points) == pytest.approx(100, abs=1e-6)
    assert any(round(point, 2) != point for point in points)


def test_one_plan_is_one_document_and_several_are_one_a_line(mvo: Run, finished: Path, small: Path) -> None:
    assert mvo("check", "--json", small).out.startswith('{\n  "plan"')

    lines = mvo("check", "--json", finished, small).out.splitlines()

    assert [json.loads(line)["plan"] for line in lines] == [finished.name, small.name]


def test_text_of_any_tongue_goes_through_the_document_unharmed(mvo: Run, tmp_path: Path) -> None:
    name = "קופסה \u200f\u202e ☕ [bold]x[/] \u2028"
    path = tmp_path / "plan.mvo.toml"
    path.write_text(f'format = 1\n[[processes]]\nname = "{name}"\n', "utf-8")

    done = mvo("check", "--json", path)

    assert done.out.isascii()
    shown = " ".join(name.split())
    assert any(finding["title"].startswith(shown) for finding in json.loads(done.out)["findings"])


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], ExitCode.DONE),
        (["--fail-under", "0"], ExitCode.DONE),
        (["--fail-under", "40"], ExitCode.DONE),
        (["--fail-under", "41"], ExitCode.FALLS_SHORT),
        (["--fail-under", "100"], ExitCode.FALLS_SHORT),
        (["--no-critical"], ExitCode.FALLS_SHORT),
        (["--json", "--no-critical"], ExitCode.FALLS_SHORT),
    ],
)
def test_a_plan_that_falls_short_of_what_was_asked(mvo: Run, options: list[str], code: ExitCode) -> None:
    score = evaluate(sample("messy-draft")).score
    assert 40 <= score < 41  # what the bounds above stand around

    assert mvo("check", SAMPLES["messy-draft"], *options).code == code


def test_a_finished_plan_meets_everything(mvo: Run, finished: Path) -> None:
    assert mvo("check", finished, "--fail-under", "100", "--no-critical").code == ExitCode.DONE


def test_good_files_are_judged_beside_broken_ones_and_the_highest_code_counts(
    mvo: Run, finished: Path, small: Path, tmp_path: Path
) -> None:
    done = mvo("check", broken(tmp_path), finished, tmp_path / "none.mvo.toml", small, "--no-critical")

    assert done.code == ExitCode.FILE
    assert [line.split(":")[0] for line in done.out.splitlines() if not line.startswith(" ")] == [
        str(finished),
        str(small),
    ]
    assert re.search(r"broken\.mvo\.toml:2:\d+: format: this key is here already", done.err)
    assert "none.mvo.toml can't be read: there is no such file" in done.err


def test_a_newer_plan_is_judged_as_far_as_it_is_understood(mvo: Run, tmp_path: Path) -> None:
    done = mvo("check", newer(tmp_path))

    assert done.code == ExitCode.NEWER_FORMAT
    assert "Ready " in done.out
    assert "This plan is of format 2" in done.out
    assert mvo("check", newer(tmp_path), broken(tmp_path)).code == ExitCode.NEWER_FORMAT
    assert json.loads(mvo("check", "--json", newer(tmp_path)).out)["format"] == 2


class TestManyPlans:
    """Shared out over processes: the same words in the same order as one by one."""

    @pytest.fixture
    def plans(self, tmp_path: Path) -> list[Path]:
        names = [*SAMPLES] * 4
        copies = [tmp_path / f"{number:02}-{name}.mvo.toml" for number, name in enumerate(names)]
        for copy, name in zip(copies, names, strict=True):
            copy.write_bytes(SAMPLES[name].read_bytes())
        copies[3:3] = [broken(tmp_path)]
        copies[20:20] = [tmp_path / "none.mvo.toml", newer(tmp_path)]
        return copies

    def one_by_one(self, mvo: Run, plans: list[Path]) -> tuple[str, str]:
        ended = [mvo("check", plan) for plan in plans]
        return "".join(each.out for each in ended), "".join(each.err for each in ended)

    def test_two_processes_say_the_same_in_the_same_order(
        self, mvo: Run, plans: list[Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "cpu_count", lambda: 2)
        pools = []
        start = judging._processes

        def started() -> object:
            pools.append(start())
            return pools[-1]

        monkeypatch.setattr(judging, "_processes", started)

        done = mvo("check", *plans)

        assert (done.out, done.err) == self.one_by_one(mvo, plans)
        assert done.code == ExitCode.NEWER_FORMAT
        assert len(pools) == 1
        assert pools[0] is not None

    def test_so_does_one_where_there_is_only_one(
        self, mvo: Run, plans: list[Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "cpu_count", lambda: 1)

        done = mvo("check", *plans)

        assert (done.out, done.err) == self.one_by_one(mvo, plans)

    def test_a_system_that_can_not_share_work_out_does_without(
        self, mvo: Run, plans: list[Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def missing(*_: object, **__: object) -> object:
            raise NotImplementedError("this system has no semaphores")

        monkeypatch.setattr(os, "cpu_count", lambda: 2)
        monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", missing)

        done = mvo("check", *plans)

        assert (done.out, done.err) == self.one_by_one(mvo, plans)

    def test_each_is_a_line_of_json(self, mvo: Run, plans: list[Path]) -> None:
        documents = [json.loads(line) for line in mvo("check", "--json", *plans).out.splitlines()]

        judged = [plan.name for plan in plans if plan.name not in ("broken.mvo.toml", "none.mvo.toml")]
        assert [document["plan"] for document in documents] == judged
