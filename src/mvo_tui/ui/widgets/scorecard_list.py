"""The scorecard, a KPI a line: target, last value, trend, the values before it, and whether it is on track.

Below a KPI that is off track stands what was decided for that; below all of them the decisions of the reviews.
"""

from collections.abc import Callable, Iterator
from datetime import date

from rich.cells import cell_len

from mvo_tui.exports.text.names import number, role_with_person, target_in_words
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Reading, ReviewEntry
from mvo_tui.plan.names import called
from mvo_tui.scorecard.review_words import review_in_words
from mvo_tui.scorecard.scorecard import KpiRow, Scorecard
from mvo_tui.scorecard.track import Track, Trend
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.widgets.line_list import BLANK, Line, LineList, Span
from mvo_tui.ui.widgets.table_cells import cell

Row = tuple[str, Line]
"""What a line stands for (a place of the plan, "" for nothing), and the line."""

_MARK: dict[Track, Span] = {Track.ON: ("= ", "good"), Track.OFF: ("! ", "bad"), Track.UNKNOWN: ("o ", "muted")}
_TREND_STYLE = {Trend.BETTER: "good", Trend.WORSE: "warn"}
_TARGET, _LAST, _TREND = 18, 20, 9  # cells of the columns
_NAME = (18, 34)  # cells of the first column: at least, at most
_WIDE = 100  # cells from which a KPI is one line
_NO_KPI = "No KPI yet. Two or three are enough: {add} adds the first."
_NO_REVIEW = "Nobody has said when the numbers are looked at. Enter sets the rhythm."
_NO_ACTION = "nothing was decided for this. Enter decides."
_NO_DECISION = "Nothing decided yet. What a review decides stands here; {add} adds it."


class ScorecardList(LineList):
    """Shows a scorecard. `typed`: what has been typed for a KPI's next value and not entered, by the KPI's id."""

    DEFAULT_CSS = """
    ScorecardList { padding: 0 1; }
    """

    def __init__(self, typed: Callable[[str], str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._typed = typed
        self._places: list[str] = []
        self._shown: tuple[Scorecard, PlanIndex, date] | None = None

    def show(self, card: Scorecard, index: PlanIndex, today: date, place: str = "") -> None:
        """Show `card`; the cursor goes to the line of `place`, or stays."""
        self._shown = (card, index, today)
        rows = list(_rows(card, index, today, max(self.width, 40), self._typed))
        self._places = [found for found, _ in rows]
        self.show_lines([line for _, line in rows], self._line_of(place))

    @property
    def place(self) -> str:
        """What the cursor stands on."""
        return self._places[self.cursor] if self.cursor < len(self._places) else ""

    def _line_of(self, place: str) -> int | None:
        """The line of `place`, or of what holds it."""
        while place:
            if place in self._places:
                return self._places.index(place)
            place = place.rpartition(".")[0]
        return None

    def on_resize(self) -> None:
        if self._shown is not None:
            self.show(*self._shown, self.place)


def _rows(card: Scorecard, index: PlanIndex, today: date, width: int, typed: Callable[[str], str]) -> Iterator[Row]:
    review = index.plan.review
    words = review_in_words(review, card, index, today)
    yield "review", Line(((words.when or _NO_REVIEW, "strong" if words.when else "muted"),))
    yield "review.attendees", Line(((f"  {'; '.join(filter(None, (words.then, words.last, words.who)))}", "muted"),))
    yield "", BLANK
    yield from _kpis(card, index, width, typed)
    yield "", BLANK
    yield "review.log", Line((("Decisions", "head"),), (("Enter adds" if review.log else "", "muted"),))
    if not review.log:
        yield "", Line(((f"  {_NO_DECISION.format(add=spoken_key_of('add'))}", "muted"),), is_choice=False)
    numbered = sorted(enumerate(review.log, start=1), key=lambda entry: entry[1].date or date.min, reverse=True)
    for position, entry in numbered:
        yield f"review.log.{position}", _decision(entry, index)


def _kpis(card: Scorecard, index: PlanIndex, width: int, typed: Callable[[str], str]) -> Iterator[Row]:
    if not card.rows:
        yield "kpis", Line(((_NO_KPI.format(add=spoken_key_of("add")), "muted"),))
        return
    name = min(max(*_NAME[:1], *(cell_len(called(row.kpi)) for row in card.rows)), _NAME[1])
    if width >= _WIDE:
        heads = f"  {'KPI':<{name}}  {'Target':<{_TARGET}}{'Last':<{_LAST}}{'Trend':<{_TREND}}Before"
        yield "", Line(((heads, "muted"),), is_choice=False)
    for row in card.rows:
        waiting = typed(row.kpi.id)
        yield from (_in_columns(row, name, waiting) if width >= _WIDE else _in_two_lines(row, waiting))
        if row.track is Track.OFF:
            yield from _action(row, index)


def _in_columns(row: KpiRow, name: int, waiting: str) -> Iterator[Row]:
    kpi = row.kpi
    target = target_in_words(kpi.direction, kpi.target, kpi.unit) or "no target"
    spans: tuple[Span, ...] = (
        _MARK[row.track],
        (f"{_cell(called(kpi), name)}  ", "strong"),
        (_cell(target, _TARGET), "" if kpi.target is not None else "muted"),
        (_cell(_last(row), _LAST), "" if row.last else "muted"),
        (_cell(row.trend, _TREND), _TREND_STYLE.get(row.trend, "")),
        (_before(row), "muted"),
    )
    yield f"kpis.{kpi.id}", Line(spans, (_state(row, waiting),))


def _in_two_lines(row: KpiRow, waiting: str) -> Iterator[Row]:
    kpi = row.kpi
    yield f"kpis.{kpi.id}", Line((_MARK[row.track], (called(kpi), "strong")), (_state(row, waiting),))
    target = target_in_words(kpi.direction, kpi.target, kpi.unit) or "no target"
    parts = [target, f"last {_last(row)}" if row.last else _last(row), row.trend, _before(row)]
    yield "", Line(((f"  {'; '.join(filter(None, parts))}", "muted"),), is_choice=False)


def _cell(text: str, width: int) -> str:
    """`text` in a column of so many cells, with a blank behind it."""
    return f"{cell(text, width - 1)} "


def _last(row: KpiRow) -> str:
    if row.last is None:
        return "no reading yet"
    day = f"  {_day(row.last)}" if row.last.date else ""
    return f"{number(row.last.value, row.kpi.unit if row.kpi.unit == '%' else '')}{day}"


def _day(reading: Reading) -> str:
    return f"{reading.date.day} {reading.date:%b}" if reading.date else "no date"


def _before(row: KpiRow) -> str:
    """The values before the last one, oldest first."""
    return "  ".join(number(reading.value) for reading in row.readings[:-1])


def _state(row: KpiRow, waiting: str) -> Span:
    if waiting:
        return (f"typed: {waiting}", "mark")
    if row.track is Track.OFF:
        return (f"OFF TRACK{f', {row.missed} in a row' if row.missed > 1 else ''}", "bad")
    state = "no target" if row.last and row.track is Track.UNKNOWN else "" if row.track is Track.UNKNOWN else "on track"
    due = "due" if row.is_due else ""
    return ("; ".join(filter(None, (state, due))), "warn" if row.is_due else "good" if state else "muted")


def _action(row: KpiRow, index: PlanIndex) -> Iterator[Row]:
    """What was decided for a bad week, or that nothing was."""
    action = row.kpi.off_track_action
    who = role_with_person(row.kpi.owner, index) or "nobody"
    told: Span = (f"  Then: {action}", "") if action else (f"  Then: {_NO_ACTION}", "warn")
    yield f"kpis.{row.kpi.id}.off_track_action", Line((told,), ((who, "muted"),))


def _decision(entry: ReviewEntry, index: PlanIndex) -> Line:
    who = role_with_person(entry.owner, index) or "nobody"
    day = str(entry.date) if entry.date else "no date"
    return Line(((f"  {day:<12}", "muted"), (entry.decision or "nothing written down", "")), ((who, "muted"),))
