"""What breaks without it, as plain text: what ``mvo-tui without`` prints."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from mvo_tui.exports.stand_in_text import how_long, stand_in_steps, stand_in_text, stand_ins_of
from mvo_tui.exports.text.names import plan_name
from mvo_tui.exports.text.page import WIDTH, hanging, heading, line, spaced, title
from mvo_tui.exports.text.wrapping import wrapped
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
from mvo_tui.tracing.stand_ins import StandIn

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
        *(block for head, rows in sections(found, index) for block in _section(head, map(_told, rows))),
        *_section("To be stood in for", (_stood_in(one, index) for one in stand_ins_of(places, index))),
    )
    return "\n".join(spaced(blocks)) + "\n"


def sections(found: Breakage, index: PlanIndex) -> Iterator[tuple[str, list[Consequence]]]:
    """What breaks, from the promises down to the roles; each with its heading."""
    yield "Promises", [promise_in_words(each, index) for each in found.promises]
    yield "Touchpoints", [touchpoint_in_words(each, index) for each in found.touchpoints]
    yield "Processes", [process_in_words(each, index) for each in found.processes]
    yield "Besides", list(others_in_words(found, index))


def questions_text(index: PlanIndex) -> str:
    """What each person and each tool would take away with them, a line each; with a line feed at its end."""
    blocks = [title(plan_name(index.venture))]
    for collection in ("people", "tools"):
        blocks += [heading(HEADS[collection]), _answers(collection, index)]
    return "\n".join(spaced(blocks)) + "\n"


def _answers(collection: str, index: PlanIndex) -> Iterator[str]:
    asked = list(questions(index, collection))
    for question in asked:
        yield from hanging("  ", f"{question.text}: {headline(without([question.place], index))}", further=2)
        for stand_in in stand_ins_of([question.place], index):
            steps = counted(len(stand_in.steps), "step")
            needed = f"To be stood in for: {steps}, {how_long(stand_in)}" if stand_in.steps else "Does no step."
            yield from hanging("    ", needed, further=2)
    if not asked:
        yield from line("There are none in this plan yet.")


def _section(head: str, entries: Iterable[Iterator[str]]) -> Iterator[Iterator[str]]:
    """Heading and lines; nothing where there are no entries."""
    told = list(entries)
    if told:
        yield heading(head)
        yield chain.from_iterable(told)


def _told(row: Consequence) -> Iterator[str]:
    return hanging(f"  {MARKS[row.grave]} ", row.sentence)


def _stood_in(stand_in: StandIn, index: PlanIndex) -> Iterator[str]:
    yield from hanging("  ", stand_in_text(stand_in), further=2)
    for _place, words in stand_in_steps(stand_in, index):
        yield from hanging("    ", words, further=2)
