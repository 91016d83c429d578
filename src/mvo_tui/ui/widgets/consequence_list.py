"""What breaks, drawn by line: from the promises down to the roles, each in words with its reason below it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from rich.cells import cell_len, set_cell_size

from mvo_tui.exports.stand_in_text import stand_in_steps, stand_in_text, stand_ins_of
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.names import called, some_of
from mvo_tui.tracing.broken import Breakage
from mvo_tui.tracing.consequences import (
    Consequence,
    headline,
    others_in_words,
    process_in_words,
    promise_in_words,
    touchpoint_in_words,
)
from mvo_tui.tracing.link import place_of
from mvo_tui.ui.commands import command_named, keys_of
from mvo_tui.ui.widgets.line_list import BLANK, Line, LineList, Span
from mvo_tui.ui.widgets.word_wrap import one_line, wrapped

MARKS: tuple[Span, ...] = (("o ", "good"), ("! ", "warn"), ("!!", "bad"))
"""How grave a consequence is: made up for by a backup, harmed, broken."""
Tell = Callable[[], Consequence]
Row = tuple[Tell, str | None] | tuple[str, Line]
"""A consequence and a line of its reason, None for the line of its name; or the place of a fixed line, and the line."""

_WHOLE_REASONS = 300
"""Consequences whose reasons are wrapped. With more each is told when it is painted, its reason in one line."""
_MARGIN = "   "
_LEAST = 8  # cells of a name, whatever stands behind it


class ConsequenceList(LineList):
    """Shows what breaks; `place` is that of the consequence under the cursor."""

    DEFAULT_CSS = """
    ConsequenceList { padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._shown: tuple[Breakage, PlanIndex] | None = None

    @property
    def count(self) -> int:
        return len(self._rows)

    @property
    def place(self) -> str:
        """The place of what the cursor stands on."""
        return self._place_of(self.cursor)

    @property
    def _room(self) -> int:
        """The cells of a line, with or without a scrollbar."""
        return self.width - (not self.show_vertical_scrollbar)

    def _place_of(self, number: int) -> str:
        if number >= len(self._rows):
            return ""
        tell, told = self._rows[number]
        return tell if isinstance(tell, str) else tell().place if told is None else ""

    def show(self, found: Breakage, index: PlanIndex) -> None:
        """Show what breaks in `found`: from the top where something else is away, else with the cursor where it was."""
        is_same = self._shown is not None and self._shown[0].away == found.away
        here = self.place if is_same and self.cursor != self._choice_near(0) else ""
        self._shown = (found, index)
        self._rows = list(_rows(found, index, max(self._room, 24)))
        if not here or not self.go_to(here):
            self.lines_changed(0)

    def keep_in_view(self, number: int) -> None:
        """The first consequence is shown with the headline above it."""
        super().keep_in_view(0 if number == self._choice_near(0) else number)

    def go_to(self, place: str) -> bool:
        """Go to the line of `place`; False where nothing that breaks lies there."""
        number = next((n for n in range(self.count) if self._place_of(n) == place), None)
        if number is not None:
            self.lines_changed(number)
        return number is not None

    def line_at(self, number: int) -> Line:
        tell, told = self._rows[number]
        if isinstance(told, Line):
            return told
        assert callable(tell)
        if told is not None:
            return Line(((_MARGIN, ""), (told or tell().reason, "muted")), is_choice=False)
        consequence = tell()
        mark = MARKS[consequence.grave]
        room = self._room - len(_MARGIN) - 1 - cell_len(consequence.verdict)
        return Line((mark, (" ", ""), (_cut(consequence.name, room), ""), (f" {consequence.verdict}", mark[1])))

    def on_resize(self) -> None:
        if self._shown is not None:
            self.show(*self._shown)


def _rows(found: Breakage, index: PlanIndex, width: int) -> Iterator[Row]:
    if not found.away:
        for text in _nothing_away():
            yield from _fixed(text, width)
            yield ("", BLANK)
        return
    yield from _fixed(f"Without {_names(found, index)}", width, "head")
    sentence = headline(found)
    yield from _fixed(f"{sentence[0].upper()}{sentence[1:]}.", width, "strong")
    sections: dict[str, list[Tell]] = {
        "Promises": [partial(promise_in_words, each, index) for each in found.promises],
        "Touchpoints": [partial(touchpoint_in_words, each, index) for each in found.touchpoints],
        "Processes": [partial(process_in_words, each, index) for each in found.processes],
        "Besides": [partial(_same, each) for each in others_in_words(found, index)],
    }
    wraps_at = width if sum(map(len, sections.values())) <= _WHOLE_REASONS else 0
    for head, tells in sections.items():
        yield from _section(head, tells, wraps_at)
    yield from _stand_ins(found, index, width)


def _names(found: Breakage, index: PlanIndex) -> str:
    items = {"people": index.person, "tools": index.tool, "roles": index.role, "processes": index.process}
    pairs = (place.partition(".") for place in found.away)
    return some_of(called(items[collection][item_id]) for collection, _, item_id in pairs)


def _same(consequence: Consequence) -> Consequence:
    return consequence


def _section(head: str, tells: Iterable[Tell], wraps_at: int) -> Iterator[Row]:
    for number, tell in enumerate(tells):
        if not number:
            yield ("", BLANK)
            yield ("", Line(((head, "head"),), is_choice=False))
        yield (tell, None)
        reason = wrapped(tell().reason, max(wraps_at - len(_MARGIN), 10)) if wraps_at else [""]
        yield from ((tell, line) for line in reason)


def _stand_ins(found: Breakage, index: PlanIndex, width: int) -> Iterator[Row]:
    for number, stand_in in enumerate(stand_ins_of(found.away, index)):
        if not number:
            yield ("", BLANK)
            yield ("", Line((("To be stood in for", "head"),), is_choice=False))
        yield from _told(place_of(stand_in.person), stand_in_text(stand_in), width, "")
        for place, words in stand_in_steps(stand_in, index):
            yield from _told(place, words, width, "muted")


def _told(place: str, text: str, width: int, style: str) -> Iterator[Row]:
    """A text in lines, of which the first one leads to `place`."""
    for number, line in enumerate(wrapped(text, max(width - len(_MARGIN) - 2, 10))):
        margin = f"{_MARGIN}  " if number else _MARGIN
        yield ("" if number else place, Line(((margin, ""), (line, style)), is_choice=not number))


def _cut(text: str, room: int) -> str:
    """`text` where it fits, else as much of it as does."""
    plain, room = one_line(text), max(room, _LEAST)
    return plain if cell_len(plain) <= room else f"{set_cell_size(plain, room - 1)}…"


def _fixed(text: str, width: int, style: str = "muted") -> Iterator[Row]:
    yield from (("", Line(((line, style),), is_choice=False)) for line in wrapped(text, width))


def _nothing_away() -> tuple[str, ...]:
    """What stands there while nothing is taken away."""
    keys = keys_of(command_named("take_away"), " or ")
    return (
        f"Take away a person, a tool, a role or a process, or several of them: {keys}.",
        "What breaks without them stands here: which promises fall, which processes stand still, what a backup"
        " carries.",
    )
