"""How full everybody's week is: who is overrun first, the demand that is tried, and a bar for each person."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType

from mvo_tui.load import words
from mvo_tui.load.breaking_point import Forecast, is_past
from mvo_tui.load.picture import Picture
from mvo_tui.load.weekly import FULL
from mvo_tui.plan.names import called
from mvo_tui.ui.widgets.line_list import Line, LineList, Span
from mvo_tui.ui.widgets.table_cells import cell

_BAR = 10  # cells of all hours; two more show what is past them
_PAST = 2
_NAME = (6, 14)  # cells of a name: at least, at most
_HAS_BARS = 72  # cells from which there is room for bars
_WIDE = 100  # cells from which hats are named and both limits are told
DEMAND = 1
"""The line of the demand."""
_FIRST_PERSON = 2
_LABEL = "Demand  "
_NOBODY = "Nobody is named yet. Add the people who do the work, and the hours that they have for it."


class PeopleLoad(LineList):
    """Shows a picture of the load: a verdict, the line of the demand, then a line for each person.

    Left and right turn the demand. `left_below` is called where the cursor would leave it downwards.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "screen.more_customers", "More customers", show=False),
        Binding("left,h", "screen.fewer_customers", "Fewer customers", show=False),
    ]
    DEFAULT_CSS = """
    PeopleLoad { padding: 0 1; }
    """

    def __init__(self, left_below: Callable[[], None], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left_below = left_below
        self._picture: Picture | None = None
        self._hint = ""

    def show(self, picture: Picture, hint: str, cursor: int | None = None) -> None:
        """Show `picture`; `hint` says what may be done with a demand that is tried."""
        self._picture, self._hint = picture, hint
        self.show_lines(list(self._lines(picture)), cursor)

    @property
    def person(self) -> Forecast | None:
        """Whose line the cursor stands on; None on the line of the demand."""
        people = self._picture.people if self._picture else ()
        number = self.cursor - _FIRST_PERSON
        return people[number] if 0 <= number < len(people) else None

    def line_of(self, person_id: str) -> int | None:
        """The line of a person."""
        people = self._picture.people if self._picture else ()
        return next((n for n, each in enumerate(people, start=_FIRST_PERSON) if each.person.id == person_id), None)

    def on_resize(self) -> None:
        if self._picture is not None:
            self.show(self._picture, self._hint)

    def action_cursor_down(self) -> None:
        if self.cursor >= self.count - 1 or self._picture is None or not self._picture.people:
            self._left_below()
        else:
            super().action_cursor_down()

    def on_click(self, event: events.Click) -> None:
        """A click on an arrow of the demand turns it."""
        if event.y + self.scroll_offset.y != DEMAND or self._picture is None:
            return
        x, left = event.x - self.styles.padding.left, cell_len(_LABEL)
        right = sum(cell_len(text) for text, _style in self.line_at(DEMAND).left) - 1
        for start, action in ((left, "screen.fewer_customers"), (right, "screen.more_customers")):
            if start - 1 <= x <= start + 1:
                event.prevent_default()
                self.cursor = DEMAND
                self.call_later(self.run_action, action)

    def keep_in_view(self, number: int) -> None:
        """The verdict stays above the line of the demand."""
        super().keep_in_view(0 if number < _FIRST_PERSON else number)

    def _lines(self, picture: Picture) -> Iterator[Line]:
        verdict = picture.verdict()
        if cell_len(verdict) > self.width:
            verdict = picture.verdict(is_brief=True)
        yield Line(((verdict, "strong"),), is_choice=False)
        yield self._demand(picture)
        if not picture.people:
            yield Line(((_NOBODY, "muted"),), is_choice=False)
        is_wide = self.width >= _WIDE
        names = [called(each.person) for each in picture.people]
        if not is_wide:
            names = words.first_names(names)
        width = min(max(_NAME[0], *map(cell_len, names), 0), _NAME[1])
        for each, name in zip(picture.people, names, strict=True):
            spans = _person(picture, each, self.width - width - 1, has_bar=self.width >= _HAS_BARS)
            yield Line(((f"{cell(name, width)} ", ""), *spans), _hats(picture, each) if is_wide else ())

    def _demand(self, picture: Picture) -> Line:
        is_tried = picture.customers is not None
        told = f"tried{self._hint}" if is_tried else "as estimated"
        style = "mark" if is_tried else "strong"
        spans = ((_LABEL, "head"), ("← ", "muted"), (self._demand_in_words(picture, told), style), (" →", "muted"))
        return Line(spans, ((told, "muted"),))

    def _demand_in_words(self, picture: Picture, beside: str) -> str:
        told = words.demand(picture.scale, picture.shown)
        room = self.width - cell_len(_LABEL) - 2 * cell_len("← ") - cell_len(beside) - 1
        return told if cell_len(told) <= room else words.demand(picture.scale, picture.shown, is_brief=True)


def _person(picture: Picture, each: Forecast, room: int, *, has_bar: bool) -> tuple[Span, ...]:
    """What stands behind the name, in so many cells."""
    minutes, has = picture.minutes[each.person.id], each.person.hours_per_week
    of = f"{words.hours(minutes)} of {'?' if has is None else words.number(has)} h"
    why = picture.why.get(each.person.id, ())
    if why:
        more = f" (and {len(why) - 1} more)" if len(why) > 1 else ""
        return ((f"{of}: ", ""), (f"not known. {why[0].text}{more}", "warn"))
    style = _style(minutes, has)
    bar = _bar(minutes, has, style) if has_bar else ()
    numbers: tuple[Span, ...] = ((f"{of:>14}", ""), (f"{words.share(minutes, has):>6}  ", style))
    left = room - sum(cell_len(text) for text, _style in (*bar, *numbers))
    told = words.standings(each, minutes)
    return (*bar, *numbers, (next((text for text in told if cell_len(text) <= left), told[-1]), style))


def _hats(picture: Picture, each: Forecast) -> tuple[Span, ...]:
    return ((words.hats(len(picture.index.roles_held.get(each.person.id, ()))), "muted"),)


def _style(minutes: float | None, has: float | None) -> str:
    if minutes is None or has is None:
        return ""
    return "bad" if is_past(minutes, has) else "warn" if is_past(minutes, has, FULL) else "good"


def _bar(minutes: float | None, has: float | None, style: str) -> tuple[Span, ...]:
    """Ten cells for all hours, and up to two more for what is past them."""
    part = 0.0 if not minutes else minutes / 60 / has if has else float("inf")
    full = min(round(part * _BAR), _BAR + _PAST) if part < _BAR else _BAR + _PAST
    if minutes and has is not None and is_past(minutes, has):
        full = max(full, _BAR + 1)
    empty = "░" * (_BAR - full)
    return (("█" * full, style), (empty, "muted"), (" " * (_BAR + _PAST - max(full, _BAR)), ""))
