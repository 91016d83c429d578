"""What ``check`` does with each plan; many plans are shared out over the processors."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mvo_tui.exports.text.wrapping import visible
from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.readiness.notices import Notice, notices
from mvo_tui.readiness.report import Report, evaluate
from mvo_tui.readiness.report_json import report_document
from mvo_tui.storage.control_characters import shown
from mvo_tui.storage.plan_file import open_plan

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_MOST_SHOWN = 12
_MANY = 16  # plans; fewer are judged sooner than a second process starts
_MOST_PROCESSES = 32  # Windows takes no more than twice as many


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
    pool = _processes() if len(plans) >= _MANY else None
    if pool is None:
        yield from map(work, plans)
        return
    with pool:
        yield from pool.map(work, plans, chunksize=_MANY // 2)


def _processes() -> "ProcessPoolExecutor | None":
    """One process a processor; None where one does all, or the system has no way to share work out."""
    processors = min(os.cpu_count() or 1, _MOST_PROCESSES)
    if processors == 1:
        return None
    try:
        # Imported here: one small plan is judged sooner than this module is read.
        from concurrent.futures import ProcessPoolExecutor

        return ProcessPoolExecutor(processors, initializer=_leave_interrupts_to_the_first)
    except (ImportError, NotImplementedError, OSError):  # no semaphores, or none to be had: a system in a box
        return None


def _leave_interrupts_to_the_first() -> None:
    """Ctrl-C goes to every process of a terminal; one of them says so, the others are told by it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


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
        document = report_document(report, shown(path.name), beside)
        out = json.dumps(document, indent=None if asked.is_one_of_many else 2)  # ASCII, which every pipe takes
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
    """`text` in one line, with nothing that a terminal obeys."""
    return text if text.isprintable() else " ".join(visible(text).split("\n"))
