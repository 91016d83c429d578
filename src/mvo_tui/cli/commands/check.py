"""``mvo-tui check PLAN...``: judge plans without opening the interface; for people, scripts and CI."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mvo_tui.readiness.notices import Notice
    from mvo_tui.readiness.report import Report

HELP = "judge plans: readiness, lean, level, and what to do next"
DESCRIPTION = """\
Judge one plan or many. Several plans and --json print one document a line.
Ends with 1 where a plan falls short of --fail-under or --no-critical, with 3 where a file can't be read.
"""
_MOST_SHOWN = 12
_MANY = 16  # plans; fewer are judged sooner than a second process starts


class Judged(NamedTuple):
    """What is printed for one plan, and the exit code that it alone would give."""

    out: str
    err: str
    code: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plans", metavar="PLAN", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--fail-under", metavar="N", type=float, help="end with 1 where Readiness is below N")
    parser.add_argument("--no-critical", action="store_true", help="end with 1 where there is a critical finding")


def run(args: argparse.Namespace) -> int:
    code = 0
    for judged in _judge_all(args):
        if judged.out:
            print(judged.out)
        if judged.err:
            print(judged.err, file=sys.stderr)
        code = max(code, judged.code)
    return code


def _judge_all(args: argparse.Namespace) -> Iterator[Judged]:
    """In the order of the command line; many plans are shared out over the processors."""
    jobs = [(path, args.json, args.fail_under, args.no_critical, len(args.plans) > 1) for path in args.plans]
    if len(jobs) < _MANY:
        yield from map(_judge, jobs)
        return
    import os
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        yield from pool.map(_judge, jobs, chunksize=_MANY // 2)


def _judge(job: tuple[Path, bool, float | None, bool, bool]) -> Judged:
    from datetime import date

    from mvo_tui.plan.errors import ExitCode, PlanError
    from mvo_tui.readiness.notices import Notice, notices
    from mvo_tui.readiness.report import evaluate
    from mvo_tui.readiness.report_json import report_document
    from mvo_tui.storage.plan_file import open_plan

    path, is_json, fail_under, no_critical, is_one_of_many = job
    try:
        opened = open_plan(path)
    except PlanError as error:
        return Judged("", str(error), int(error.exit_code))
    report = evaluate(opened.plan)
    beside = (*(Notice("", text) for text in opened.notices), *notices(opened.plan, date.today()))
    if is_json:
        import json

        document = report_document(report, path.name, beside)
        out = json.dumps(document, ensure_ascii=False, indent=None if is_one_of_many else 2)
    else:
        out = "\n".join(_text(path, report, beside))
    falls_short = (fail_under is not None and report.score < fail_under) or (no_critical and _has_critical(report))
    code = ExitCode.NEWER_FORMAT if opened.is_read_only else ExitCode.FALLS_SHORT if falls_short else ExitCode.DONE
    return Judged(out, "", int(code))


def _has_critical(report: "Report") -> bool:
    return any(finding.severity == "critical" and finding.points for finding in report.findings)


def _text(path: Path, report: "Report", beside: "Iterable[Notice]") -> Iterator[str]:
    lean = "-" if report.lean is None else f"{report.lean:.0f}"
    held = ""
    if report.held_by:
        held = f", held at {report.cap:.0f} by: {report.held_by[0].title} (earned {report.earned:.1f})"
    yield _plain(f"{path}: Ready {report.score:.0f} of 100, Lean {lean}, level {report.level.capitalize()}{held}")
    for finding in report.findings[:_MOST_SHOWN]:
        yield _plain(f"  {finding.severity:<8} {finding.points:+5.1f}  {finding.title}  [{finding.place}]")
    if len(report.findings) > _MOST_SHOWN:
        yield f"  ... and {len(report.findings) - _MOST_SHOWN} more; mvo-tui check --json lists all of them"
    if not report.findings:
        yield "  No gaps found by these checks."
    for notice in beside:
        yield _plain(f"  note: {notice.text}" + (f"  [{notice.place}]" if notice.place else ""))


def _plain(text: str) -> str:
    """Text that a terminal takes as text alone: no control characters, whatever a plan holds."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
