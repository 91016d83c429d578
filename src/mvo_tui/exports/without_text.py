"""What breaks without it, as plain text: what ``mvo-tui without`` prints."""

from collections.abc import Iterable, Iterator, Sequence

from mvo_tui.exports.stand_in_text import how_long, stand_in_steps, stand_in_text, stand_ins_of
from mvo_tui.exports.text.page import WIDTH, heading, spaced, title
from mvo_tui.exports.text.wrapping import columns, wrapped
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.names import counted, together
from mvo_tui.tracing.breaks import without
from mvo_tui.tracing.broken import Breakage
from mvo_tui.tracing.consequences import (
    Consequence,
    headline,
    others_in_words,
    process_in_words,
    promise_in_words,
    touchpoint_in_words,
)
from mvo_tui.tracing.link import Traced, name_of, place_of
from mvo_tui.tracing.questions import HEADS, questions

MARKS = ("o ", "! ", "!!")
"""How grave a consequence is: saved by a backup, harmed, broken. The marks of the interface."""


def without_text(items: Sequence[Traced], index: PlanIndex) -> str:
    """What breaks without `items`; with a line feed at its end."""
    places = list(map(place_of, items))
    found = without(places, index)
    names = list(map(name_of, items))
    sentence = headline(found)
    if not found.is_felt:
        sentence = f"nothing depends on {'it' if len(names) == 1 else 'them'}"
    blocks = (
        [*title(f"Without {together(names)}"), *wrapped(f"{sentence[0].upper()}{sentence[1:]}.", WIDTH)],
        *(_section(head, rows) for head, rows in sections(found, index)),
        _stand_ins(places, index),
    )
    return "\n".join(spaced(map(list, blocks))) + "\n"


def sections(found: Breakage, index: PlanIndex) -> Iterator[tuple[str, list[Consequence]]]:
    """What breaks, from the promises down to the roles; each with its heading."""
    yield "Promises", [promise_in_words(each, index) for each in found.promises]
    yield "Touchpoints", [touchpoint_in_words(each, index) for each in found.touchpoints]
    yield "Processes", [process_in_words(each, index) for each in found.processes]
    yield "Besides", list(others_in_words(found, index))


def questions_text(index: PlanIndex) -> str:
    """What each person and each tool would take away with them, a line each; with a line feed at its end."""
    blocks = ([*heading(HEADS[collection]), *_answers(collection, index)] for collection in ("people", "tools"))
    return "\n".join(spaced(blocks)) + "\n"


def _answers(collection: str, index: PlanIndex) -> Iterator[str]:
    asked = list(questions(index, collection))
    for question in asked:
        yield from _hanging("  ", f"{question.text}: {headline(without([question.place], index))}")
        for stand_in in stand_ins_of([question.place], index):
            steps = counted(len(stand_in.steps), "step")
            needed = f"To be stood in for: {steps}, {how_long(stand_in)}" if stand_in.steps else "Does no step."
            yield from _hanging("    ", needed)
    if not asked:
        yield "  There are none in this plan yet."


def _section(head: str, rows: Iterable[Consequence]) -> Iterator[str]:
    for number, row in enumerate(rows):
        if not number:
            yield from heading(head)
        yield from _hanging(f"  {MARKS[row.grave]} ", row.sentence)


def _stand_ins(places: Iterable[str], index: PlanIndex) -> Iterator[str]:
    for number, stand_in in enumerate(stand_ins_of(places, index)):
        if not number:
            yield from heading("To be stood in for")
        yield from _hanging("  ", stand_in_text(stand_in))
        for _place, words in stand_in_steps(stand_in, index):
            yield from _hanging("    ", words)


def _hanging(first: str, text: str) -> Iterator[str]:
    for number, line in enumerate(wrapped(text, WIDTH - columns(first) - 2)):
        yield f"{first if not number else ' ' * (len(first) + 2)}{line}"
