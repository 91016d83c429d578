"""Merge plan files, and tell what came in and what is to be decided."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from mvo_tui.exports.text.wrapping import visible
from mvo_tui.merging.merge import Merge, merge
from mvo_tui.merging.words import in_a_sentence
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.storage.plan_file import OpenedPlan, open_plan, save_to

NO_BASE = "-"


def merge_files(base: str, mine: Path, theirs: Path, out: Path, name: str) -> int:
    """Write the merged plan to `out`, in the text of `mine`. 0 when all came together, 1 when there are conflicts.

    Raises:
        PlanError: a side can't be read or is of a newer format, or `out` can't be written; `out` is as it was.
    """
    opened = _opened(mine, name, "your")
    merged = merge(_base(base, name), opened.plan, _opened(theirs, name, "their").plan)
    saved = save_to(opened, merged.plan, out)
    _say(name, saved.notices[len(opened.notices) :])
    _say(name, _about(merged))
    return 0 if merged.is_clean else 1


def _opened(path: Path, name: str, whose: str) -> OpenedPlan:
    try:
        opened = open_plan(path)
    except PlanError as error:
        raise PlanError(f"{name}: {whose} version can't be read, so nothing was merged.\n{error}") from error
    if opened.is_read_only:
        raise PlanError(f"{name}: {whose} version can't be read in full: it is of a newer format. Update mvo-tui.")
    return opened


def _base(base: str, name: str) -> Plan | None:
    """The plan that both sides grew from; None where there is none, or where it can't be read any more."""
    if base in (NO_BASE, os.devnull):
        return None
    try:
        path = Path(base)
        # git hands over an empty file where two branches have each made the plan.
        return None if path.is_file() and not path.stat().st_size else _opened(path, name, "the older").plan
    except PlanError as error:
        print(visible(f"{error}\n{name}: merged as if the two had nothing in common."), file=sys.stderr)
        return None


def _about(merged: Merge) -> Iterator[str]:
    for conflict in merged.conflicts:
        yield f"{conflict.place}: {in_a_sentence(merged, conflict)}"
    number = len(merged.conflicts)
    if number:
        what = "1 conflict" if number == 1 else f"{number} conflicts"
        yield f"{what}. The plan opens and says what is named above as kept; change what should be otherwise."


def _say(name: str, sentences: Iterator[str] | tuple[str, ...] | list[str]) -> None:
    for sentence in sentences:
        print(" ".join(visible(f"{name}: {sentence}").split()), file=sys.stderr)
