"""Who owns, does and backs up: a process a line, a column for each person or role, and one for nobody.

The cursor stands on a cell. Only the columns that fit are drawn; the others come in as the cursor goes there.
"""

from collections.abc import Callable, Iterator
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType

from mvo_tui.load import words
from mvo_tui.load.picture import Picture
from mvo_tui.load.who_does_what import LEGEND, NOBODY, By, Hands, Part, all_hands, columns
from mvo_tui.plan.model import Person, Process, Role
from mvo_tui.plan.names import called
from mvo_tui.ui.widgets.line_list import BLANK, Line, LineList, Look, Span
from mvo_tui.ui.widgets.table_cells import cell

_COLUMN = (8, 20)  # cells of a column: at least, at most
_ROOMY = 12  # cells of a column where there is room
_SCROLLED = 10  # cells of a column where not all of them fit
_NAME = (25, 40)  # cells of the name of a process: at least, at most
_HOURS = 10  # cells of the hours at the right edge
_NO_PROCESS = "No process yet. Add the first piece of work that has to be done for a customer."
_STYLE = {Part.OWNS: "strong", Part.DOES: "", Part.BACKS_UP: "muted"}


class Column(NamedTuple):
    """A column: the id of its person or role, its title, and what stands below that."""

    id: str
    title: str
    below: str


class ColumnHeads(LineList, can_focus=False):
    """What stands above the columns; it does not scroll with the processes."""

    DEFAULT_CSS = """
    ColumnHeads { height: 3; padding: 0 1; }
    """


class WhoDoesWhat(LineList):
    """Shows the processes of a picture against people or roles.

    Args:
        heads: where the titles of the columns are drawn.
        left_above: called where the cursor would leave it upwards.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "column_right", "Right", show=False),
        Binding("left,h", "column_left", "Left", show=False),
    ]
    DEFAULT_CSS = """
    WhoDoesWhat { padding: 0 1; min-height: 2; }
    """

    def __init__(self, heads: ColumnHeads, left_above: Callable[[], None], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._heads, self._left_above = heads, left_above
        self._picture: Picture | None = None
        self._by = By.PEOPLE
        self._columns: tuple[Column, ...] = ()
        self._hands: tuple[Hands, ...] = ()
        self._column = 0  # where the cursor stands
        self._first = 0  # the first column that is drawn
        self._fitting = 1  # how many are drawn
        self._name_width, self._column_width = _NAME[0], _COLUMN[0]

    # What it shows

    def show(self, picture: Picture, by: By, cursor: int | None = None) -> None:
        """Show `picture` with people or roles as columns; the cursor stays in its column as far as it can."""
        before, plan = self.column, self._picture.index.plan if self._picture else None
        self._picture = picture
        if plan is not picture.index.plan or by is not self._by:
            self._by = by
            self._hands = all_hands(picture.index, by)
            self._columns = tuple(_columns(picture, by, self._hands))
            self._column = self._position(before.id, self._column) if before else 0
        self._measure()
        self._keep_column_in_view()
        self._show_heads()
        self.lines_changed(cursor)

    @property
    def count(self) -> int:
        return max(len(self._hands), 1)

    @property
    def process(self) -> Process | None:
        """The process that the cursor stands on."""
        processes = self._picture.index.plan.processes if self._picture else ()
        return processes[self.cursor] if self.cursor < len(processes) else None

    @property
    def column(self) -> Column | None:
        """The column that the cursor stands in."""
        return self._columns[self._column] if self._column < len(self._columns) else None

    @property
    def parts(self) -> tuple[Part, ...]:
        """What the cell under the cursor says."""
        column = self.column
        return self._hands[self.cursor].parts_of(column.id) if column and self.cursor < len(self._hands) else ()

    def go(self, process_id: str, column_id: str | None = None) -> None:
        """Bring the cursor to a process, and into a column if that is given."""
        processes = self._picture.index.plan.processes if self._picture else ()
        number = next((n for n, process in enumerate(processes) if process.id == process_id), None)
        if column_id is not None:
            self._column = self._position(column_id, default=self._column)
            self._keep_column_in_view()
            self._show_heads()
        self.lines_changed(number)

    def _position(self, column_id: str, default: int) -> int:
        found = next((n for n, column in enumerate(self._columns) if column.id == column_id), default)
        return max(0, min(found, len(self._columns) - 1))

    # Its lines

    def line_at(self, number: int) -> Line:
        picture = self._picture
        if picture is None or number >= len(self._hands):
            return Line(((_NO_PROCESS, "muted"),), is_choice=False)
        process, hands = picture.index.plan.processes[number], self._hands[number]
        is_here = number == self.cursor
        spans: list[Span] = [(f"{cell(called(process), self._name_width)} ", "strong" if is_here else "")]
        for position in self._shown:
            spans += self._cell(hands, position, is_lit=is_here and position == self._column)
        minutes = picture.minutes_of(process)
        return Line(tuple(spans), ((f"{words.hours(minutes)} h" if process.steps else "no steps", "muted"),))

    def _cell(self, hands: Hands, position: int, *, is_lit: bool) -> Iterator[Span]:
        column, width = self._columns[position], self._column_width
        parts = hands.parts_of(column.id)
        light = ("cursor" if self.has_focus else "cursor-blurred") if is_lit else ""
        if not parts:
            yield ("     " if column.id == NOBODY else "  ·  ", light or "muted")
        for number, part in enumerate(Part if parts else ()):
            style = light or ("warn" if column.id == NOBODY else _STYLE[part])
            yield (part if part in parts else " ", style)
            if number < len(Part) - 1:
                yield (" ", light)
        yield (" " * (width - 5), "")

    def is_lit(self, y: int) -> bool:
        return False  # a cell is lit, not a line

    def _look(self, number: int) -> Look:
        return super()._look(number) if number < self.count else Look(BLANK, "")

    def _show_heads(self) -> None:
        picture = self._picture
        if picture is None or not self._columns:
            return
        name = self._name_width
        shown = [self._columns[position] for position in self._shown]
        left, right = self._first, len(self._columns) - self._first - len(shown)
        who = f"By {self._by}    ← {left} more" if left else f"Processes by {self._by}"
        legend = "  ".join(f"{part} {meaning}" for part, meaning in LEGEND.items())
        titles: list[Span] = [(f"{cell(who, name)} ", "head")]
        below: list[Span] = [(f"{cell(legend, name)} ", "muted")]
        for column in shown:
            titles.append((cell(column.title, self._column_width - 1) + " ", "head" if column.id else "warn"))
            below.append((cell(column.below, self._column_width - 1) + " ", "muted"))
        more = f"{right} more →" if right else ""
        self._heads.show_lines(
            [
                BLANK,
                Line(tuple(titles), ((more or "a week", "muted"),), is_choice=False),
                Line(tuple(below), (), is_choice=False),
            ]
        )

    # Its columns

    def _measure(self) -> None:
        """Share the width out between the names, the columns and the hours: names give way to columns."""
        count = max(len(self._columns), 1)
        for name in (min(_NAME[1], self.width * 2 // 5 - 2), _NAME[0]):
            room = max(self.width - name - 1 - _HOURS, _COLUMN[0])
            self._name_width = name
            if room // count >= _COLUMN[0]:
                break
        fitting = room // count
        longest = max((cell_len(column.title) for column in self._columns), default=0) + 2
        wanted = max(_COLUMN[0], min(max(longest, _ROOMY), _COLUMN[1]))
        self._column_width = min(fitting, wanted) if fitting >= _COLUMN[0] else _SCROLLED
        self._fitting = max(room // self._column_width, 1)

    @property
    def _shown(self) -> range:
        """The positions of the columns that are drawn."""
        return range(self._first, min(self._first + self._fitting, len(self._columns)))

    def _keep_column_in_view(self) -> None:
        last = max(len(self._columns) - self._fitting, 0)
        self._first = max(0, min(max(self._first, self._column - self._fitting + 1), self._column, last))

    def on_resize(self) -> None:
        if self._picture is not None:
            self.show(self._picture, self._by)

    # The cursor

    def action_column_right(self) -> None:
        self._go_to_column(self._column + 1)

    def action_column_left(self) -> None:
        self._go_to_column(self._column - 1)

    def _go_to_column(self, position: int) -> None:
        position = max(0, min(position, len(self._columns) - 1))
        if position != self._column and self._hands:
            self._column, before = position, self._first
            self._keep_column_in_view()
            if self._first != before:
                self._show_heads()
            self.lines_changed()
            self._tell()

    def _tell(self) -> None:
        if self.moved is not None:
            self.moved(self.cursor)

    def action_cursor_up(self) -> None:
        if self.cursor == 0:
            self._left_above()
        else:
            super().action_cursor_up()

    def on_click(self, event: events.Click) -> None:
        position = self._first + (event.x - self.styles.padding.left - self._name_width - 1) // self._column_width
        number = event.y + self.scroll_offset.y
        event.prevent_default()  # what a list does with a click is about lines
        if number >= len(self._hands):
            return
        if position not in self._shown:
            position = self._column
        if (number, position) == (self.cursor, self._column):
            self.action_choose()
        else:
            self._go(number)
            self._go_to_column(position)


def _columns(picture: Picture, by: By, hands: tuple[Hands, ...]) -> Iterator[Column]:
    items = columns(picture.index, by)
    names = [called(item) for item in items]
    for item, title in zip(items, words.first_names(names) if by is By.PEOPLE else names, strict=True):
        yield Column(item.id, title, _below(picture, item))
    if any(each.has_hole for each in hands) or not items:
        yield Column(NOBODY, "nobody", "")


def _below(picture: Picture, item: Person | Role) -> str:
    """Under a person the number of hats, under a role who holds it."""
    if isinstance(item, Role):
        holder = picture.index.holder(item.id)
        return called(holder) if holder else "nobody"
    return words.hats(len(picture.index.roles_held.get(item.id, ())))
