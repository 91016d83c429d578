"""What ``check`` does with each plan; many plans are shared out over the processors."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.readiness.notices import Notice, notices
from mvo_tui.readiness.report import Report, evaluate
from mvo_tui.readiness.report_json import report_document
from mvo_tui.storage.plan_file import open_plan

_MOST_SHOWN = 12
_MANY = 16  # plans; fewer are judged sooner than a second process starts


class Asked(NamedTuple):
    """What was asked of the plans. `fail_under`: the least Readiness."""

    is_json: bool
    fail_under: float | None
    no_critical: bool
    is_one_of_many: bool = False


class Judged(NamedTuple):
    """What is printed for one plan, and the exit code that it alone would give."""

    out: str
    err: str
    code: int


def judge_all(plans: Sequence[str], asked: Asked) -> Iterator[Judged]:
    """In the order of the command line."""
    work = partial(judge, asked=asked._replace(is_one_of_many=len(plans) > 1))
    if len(plans) < _MANY:
        yield from map(work, plans)
        return
    # Imported here: one small plan is judged sooner than this module is read.
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        yield from pool.map(work, plans, chunksize=_MANY // 2)


def judge(plan: str, asked: Asked) -> Judged:
    """Judge the plan in the file `plan`; a file that can't be read is a result like another."""
    path = Path(plan)
    try:
        opened = open_plan(path)
    except PlanError as error:
        return Judged("", str(error), int(error.exit_code))
    report = evaluate(opened.plan)
    beside = (*(Notice("", text) for text in opened.notices), *notices(opened.plan, date.today()))
    if asked.is_json:
        document = report_document(report, path.name, beside)
        out = json.dumps(document, ensure_ascii=False, indent=None if asked.is_one_of_many else 2)
    else:
        out = "\n".join(_text(path, report, beside))
    too_low = asked.fail_under is not None and report.score < asked.fail_under
    falls_short = too_low or (asked.no_critical and _has_critical(report))
    code = ExitCode.NEWER_FORMAT if opened.is_read_only else ExitCode.FALLS_SHORT if falls_short else ExitCode.DONE
    return Judged(out, "", int(code))


def _has_critical(report: Report) -> bool:
    return any(finding.severity == "critical" and finding.points for finding in report.findings)


def _text(path: Path, report: Report, beside: Iterable[Notice]) -> Iterator[str]:
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
