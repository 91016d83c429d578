"""A trace as plain text: why an item exists, and what carries it. What ``mvo-tui trace`` prints."""

from collections.abc import Iterator

from mvo_tui.exports.text.page import WIDTH, hanging, heading, line, spaced, title
from mvo_tui.exports.text.wrapping import wrapped
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Promise, Venture
from mvo_tui.plan.names import counted
from mvo_tui.tracing.link import Traced, kind_of_traced, name_of, place_of
from mvo_tui.tracing.trace import Row, Way, paths_to_promises, promises_in, trace

AGAIN = "(as above)"
_DEEPEST = 12  # levels that are indented; no trace of format 1 is deeper


def trace_text(item: Traced, index: PlanIndex) -> str:
    """The text, with a line feed at its end."""
    up, down = (trace(item, way, index) for way in (Way.UP, Way.DOWN))
    called = f"{name_of(item)} ({kind_of_traced(item)}, {place_of(item)})"
    blocks = (
        [*title(called), *wrapped(in_short(item, up, index), WIDTH)],
        heading("Why it exists"),
        _rows(up, at_the_top(item)),
        heading("What carries it"),
        _rows(down, AT_THE_BOTTOM),
    )
    return "\n".join(spaced(blocks)) + "\n"


AT_THE_BOTTOM = "Nothing: it carries others."


def at_the_top(item: Traced) -> str:
    """What stands where no path leads up from `item`."""
    if isinstance(item, Promise):
        return "It is a promise: every path ends at one."
    if isinstance(item, Venture):
        return "It is the venture: all that it does is there for its promises."
    return "No path leads up from here."


def in_short(item: Traced, up: list[Row], index: PlanIndex) -> str:
    """How many promises rest on it, and by how many paths."""
    promises = promises_in(up)
    if promises:
        paths = counted(paths_to_promises(item, index), "path")
        return f"Works for {counted(len(promises), 'promise')}, by {paths}."
    if isinstance(item, Promise):
        return "The core promise." if item.core else "A promise."
    return "" if place_of(item) == "venture" else "Works for no promise."


def _rows(rows: list[Row], none: str) -> Iterator[str]:
    if not rows:
        yield from line(none)
    for row in rows:
        yield from hanging("  " * min(row.depth + 1, _DEEPEST), row_text(row), further=2)


def row_text(row: Row) -> str:
    """The link in words, with a mark before a hole."""
    if row.link.item is None:
        return f"[!] {row.link.words}"
    return f"{row.link.words} {name_of(row.link.item)}{f' {AGAIN}' if row.is_again else ''}"
