"""One line of the table: what was measured, against which goal; and the table as text and as JSON."""

import json
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

Verdict = Literal["ok", "over", "-"]


@dataclass(frozen=True)
class Result:
    """One measurement.

    `unit` says what `measured` is: "x" a ratio to `against`, else an absolute unit such as "ms". `goal` is an upper
    bound, or a lower one when `at_least`; None where no goal is set for this size. `detail` holds the absolute
    numbers behind it; they are this machine's and this hour's, so read them as such.
    """

    row: str
    what: str
    against: str
    items: int | None
    measured: float
    unit: str
    goal: float | None
    detail: str = ""
    at_least: bool = False

    @property
    def verdict(self) -> Verdict:
        if self.goal is None:
            return "-"
        is_met = self.measured >= self.goal if self.at_least else self.measured <= self.goal
        return "ok" if is_met else "over"


@dataclass(frozen=True)
class Skipped:
    """A row that could not be measured, and why: said in the table, never left out in silence."""

    row: str
    why: str


def milliseconds(seconds: float) -> str:
    """Return seconds as milliseconds with three digits that mean something: "0.35", "4.2", "364"."""
    value = seconds * 1000
    digits = 2 if value < 1 else 1 if value < 20 else 0
    return f"{value:.{digits}f}"


def table(results: Sequence[Result], skipped: Sequence[Skipped]) -> str:
    """Return the results as a Markdown table, which a terminal shows as well."""
    head = ("what", "against", "items", "measured", "goal", "", "detail (this machine, ms)")
    rows = [head, *(_cells(result) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = [_line(row, widths) for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    lines += [f"Not measured: {skip.row}: {skip.why}" for skip in skipped]
    return "\n".join(lines)


def as_json(results: Sequence[Result], skipped: Sequence[Skipped], settings: dict[str, object]) -> str:
    """Return everything as one JSON document."""
    document = {
        "python": platform.python_version(),
        "system": platform.system(),
        "settings": settings,
        "results": [asdict(result) | {"verdict": result.verdict} for result in results],
        "skipped": [asdict(skip) for skip in skipped],
    }
    return json.dumps(document, indent=1) + "\n"


def _cells(result: Result) -> tuple[str, ...]:
    sign = ">=" if result.at_least else "<="
    goal = "" if result.goal is None else f"{sign} {_amount(result.goal, result.unit)}"
    items = "" if result.items is None else f"{result.items:,}"
    measured = _amount(result.measured, result.unit)
    return result.what, result.against, items, measured, goal, result.verdict, result.detail


def _amount(value: float, unit: str) -> str:
    digits = 3 if value < 0.1 else 2 if value < 10 else 0
    return f"{value:.{digits}f} {unit}" if value else f"0 {unit}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"
