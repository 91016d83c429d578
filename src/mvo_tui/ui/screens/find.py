"""Find: type words, see where the plan says them and what stands around; Enter goes there."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.screen import ModalScreen

from mvo_tui.readiness.report import Report
from mvo_tui.searching.search import Search
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.widgets.editors.text_field import TextField
from mvo_tui.ui.widgets.item_form import ItemForm, title_of
from mvo_tui.ui.widgets.line_list import LineList
from mvo_tui.ui.widgets.match_lines import MatchLines
from mvo_tui.ui.widgets.text_line import TextLine

_PAGE = 8  # lines
_HOW = "All words, in any order, of every text in the plan. Accents and capitals make no difference."
_KEYS = "Enter goes there   Esc goes back   Later: {next} the next, {before} before"


class FindScreen(ModalScreen[Search | None]):
    """Returns the search, gone to the match that was chosen, or None.

    Args:
        search: the last one, for what it knows of the plan.
        report: of the plan that is looked through.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+f", "give_up", "Back", show=False, priority=True)]
    HORIZONTAL_BREAKPOINTS = [(0, "-normal"), (110, "-wide")]  # noqa: RUF012 - Textual declares it on the instance
    DEFAULT_CSS = """
    FindScreen { align: center middle; }
    FindScreen > Vertical { width: 96%; height: 94%; padding: 1 2 0 2; background: $panel; }
    FindScreen TextLine { width: 1fr; }
    FindScreen .ask { text-style: bold; }
    FindScreen .told, FindScreen .keys { color: $text-muted; }
    FindScreen TextField { background: $background; }
    FindScreen .title { color: $primary; text-style: bold; padding: 0 1; background: $background; }
    FindScreen #both { height: 1fr; layout: vertical; }
    FindScreen MatchLines { height: 1fr; background: $panel; }
    FindScreen #preview { height: 45%; background: $background; }
    FindScreen.-wide #both { layout: horizontal; }
    FindScreen.-wide #preview { width: 50%; height: 1fr; }
    FindScreen.-wide MatchLines { width: 1fr; margin: 0 1 0 0; }
    """

    def __init__(self, search: Search, report: Report) -> None:
        super().__init__()
        self._search, self._report = search, report
        self._told, self._title, self._lines, self._form = TextLine(), TextLine(), MatchLines(), ItemForm()
        self._form.can_focus = False
        self._field = TextField(
            {
                "enter": self._go,
                "escape": self._back,
                "up": lambda: self._move(-1),
                "down": lambda: self._move(1),
                "pageup": lambda: self._move(-_PAGE),
                "pagedown": lambda: self._move(_PAGE),
                "f3": lambda: self._move(1),
            },
            self._find,
        )

    def compose(self) -> ComposeResult:
        ask, keys = TextLine(), TextLine()
        for line, name in ((ask, "ask"), (self._told, "told"), (self._title, "title"), (keys, "keys")):
            line.add_class(name)
        ask.show_text("Find in the whole plan")
        keys.show_text(_KEYS.format(next=spoken_key_of("next_match"), before=spoken_key_of("match_before")))
        self._told.show_text(_HOW)
        with Vertical():
            yield ask
            yield self._field
            yield self._told
            with Container(id="both"):
                yield self._lines
                with Vertical(id="preview"):
                    yield self._title
                    yield self._form
            yield keys

    def on_mount(self) -> None:
        self._field.focus()
        self.call_after_refresh(self._find)  # reads the plan, so that the first letter need not

    def action_give_up(self) -> None:
        self._back()

    def _find(self) -> None:
        self._search = self._search.typed(self._field.value, self._report.plan)
        self._lines.show_matches(self._search.matches)
        self._told.show_text(self._words())
        self._preview()

    def _words(self) -> str:
        search = self._search
        if not search.text.strip():
            return _HOW
        if not search.matches:
            return f'Nothing in this plan says "{search.text.strip()}".'
        return "1 match" if search.total == "1" else f"{search.total} matches"

    def _preview(self) -> None:
        """Show the item that the match under the cursor stands in, at its field."""
        matches = self._search.matches
        if matches:
            match = matches[self._lines.cursor]
            self._title.show_text(title_of(match.item, self._report.index))
            self._form.show(self._report, match.item, match.place)
        else:
            self._title.show_text("")
            self._form.show_lines(())

    def _move(self, step: int) -> bool:
        self._lines.move(step)
        self._preview()
        return True

    def _go(self) -> bool:
        if self._search.matches and self.is_current:
            self.dismiss(self._search.gone_to(self._search.matches[self._lines.cursor]))
        return True

    def _back(self) -> bool:
        if self.is_current:  # a second Esc may come while this screen is leaving
            self.dismiss(None)
        return True

    def on_match_lines_clicked(self, event: MatchLines.Clicked) -> None:
        event.stop()
        self._go()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()  # a click in the preview is no choice
