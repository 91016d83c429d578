"""What may be taken away: a question for each person, tool, role and process, with a box, and what it alone breaks."""

from collections.abc import Sequence

from textual import events

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.names import called, counted
from mvo_tui.plan.places import item_of
from mvo_tui.tracing.away import CAN_BE_AWAY
from mvo_tui.tracing.breaks import without
from mvo_tui.tracing.broken import Breakage, ProcessState, PromiseState
from mvo_tui.tracing.questions import HEADS, Question, questions
from mvo_tui.ui.widgets.line_list import Line, LineList, Span

_ROOM_FOR_VERDICTS = 48  # cells
_NOTHING = "Nothing to take away yet."


class AwayList(LineList):
    """Shows the questions; the verdict of one is worked out when its line is painted."""

    jumping_chooses = True
    DEFAULT_CSS = """
    AwayList { padding: 0 1; background: $surface; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Question | str] = ()
        self._index: PlanIndex | None = None
        self._away: frozenset[str] = frozenset()
        self._verdicts: dict[str, Span] = {}

    @property
    def count(self) -> int:
        return len(self._rows) or 1

    @property
    def place(self) -> str:
        """The place of the item that the cursor stands on."""
        row = self._rows[self.cursor] if self.cursor < len(self._rows) else ""
        return row.place if isinstance(row, Question) else ""

    def show(self, index: PlanIndex, away: frozenset[str], place: str = "") -> None:
        """Show the questions of the plan; those of `away` are ticked. The cursor goes to `place`, or stays."""
        before = self._index.plan if self._index else None
        here = self.place
        self._index, self._away = index, away
        if before is not index.plan:
            self._make_rows()
        self.lines_changed(self.line_of(place or here))

    def _make_rows(self) -> None:
        assert self._index is not None
        rows: list[Question | str] = []
        for name in CAN_BE_AWAY:
            group = list(questions(self._index, name))
            rows += [HEADS[name], *group] if group else []
        self._rows = rows
        self._verdicts.clear()

    def line_of(self, place: str) -> int | None:
        """The line of the question about the item of `place`, or None."""
        place = item_of(place)
        return next((n for n, row in enumerate(self._rows) if isinstance(row, Question) and row.place == place), None)

    def line_at(self, number: int) -> Line:
        if not self._rows:
            return Line(((_NOTHING, "muted"),), is_choice=False)
        row = self._rows[number]
        if isinstance(row, str):
            return Line(((row, "head"),), (("alone", "muted"),) if self._has_verdicts else (), is_choice=False)
        is_away = row.place in self._away
        box = ("[x] ", "mark") if is_away else ("[ ] ", "muted")
        style = "strong" if is_away else ""
        if self._has_verdicts:
            return Line((box, (row.text, style)), (self._verdict(row),))
        return Line((box, (called(row.item), style)))

    @property
    def _has_verdicts(self) -> bool:
        return self.width >= _ROOM_FOR_VERDICTS

    def _verdict(self, row: Question) -> Span:
        found = self._verdicts.get(row.place)
        if found is None:
            assert self._index is not None
            found = self._verdicts[row.place] = _in_short(without([row.place], self._index))
        return found

    def on_click(self, event: events.Click) -> None:
        """A click ticks the box at once."""
        event.prevent_default()
        number = event.y + self.scroll_offset.y
        if number < self.count and self.line_at(number).is_choice:
            self.jump_to(number)

    def on_resize(self) -> None:
        self._repaint_changed()


def _in_short(found: Breakage) -> Span:
    falls, at_risk = (len(found.promises_that(state)) for state in (PromiseState.FALLS, PromiseState.AT_RISK))
    still = len(found.processes_that(ProcessState.STILL))
    if falls:
        return (f"{counted(falls, 'promise')} {'falls' if falls == 1 else 'fall'}", "bad")
    if at_risk:
        return (f"{at_risk} at risk", "warn")
    if still:
        return (f"{still} {'stands' if still == 1 else 'stand'} still", "warn")
    if found.processes_that(ProcessState.CARRIED):
        return ("backups carry it", "good")
    return ("no promise falls", "muted") if found.is_felt else ("nothing depends on it", "muted")
