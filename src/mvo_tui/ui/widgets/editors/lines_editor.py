"""A list that is answered one item a line: steps, stages, touchpoints.

What has been entered is numbered above the line that is typed in. Each Enter gives the list so far as an answer, so
that the plan, the score and the file have every line at once; Enter on an empty line says that the list is done.
"""

from collections.abc import Iterable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from mvo_tui.interview.choices import Choice
from mvo_tui.ui.widgets.editors.editor import Editor
from mvo_tui.ui.widgets.editors.numbered_lines import NumberedLines
from mvo_tui.ui.widgets.editors.option_lines import Option, OptionLines
from mvo_tui.ui.widgets.editors.plain_text import lines_of
from mvo_tui.ui.widgets.editors.text_field import TextField

AT_AN_ITEM = "Enter corrects it, Delete removes it, Shift+Up and Shift+Down move it, Esc goes back."
CORRECTING = "Enter puts it right, Esc leaves it as it was."


class LinesEditor(Editor):
    """Items, a line for the next one, and offers. Up goes into the items, Down into the offers."""

    DEFAULT_CSS = """
    LinesEditor > Horizontal { height: 1; }
    LinesEditor .number { width: 6; color: $text-muted; }
    LinesEditor TextField, LinesEditor TextField:focus { padding: 0; }
    LinesEditor OptionLines { max-height: 32vh; margin: 0 0 0 2; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: tuple[str, ...] = ()
        self._pasted: tuple[str, ...] = ()  # shown, not yet added
        self._at: int | None = None  # the item that the cursor stands on
        self._is_correcting = False
        self._aside = ""  # what stood in the line before an item was put into it
        self._offers: tuple[Choice, ...] = ()
        self._is_at_offers = False
        self._lines = NumberedLines()
        self._options = OptionLines()
        self._number = Static(classes="number")
        self._field = TextField(
            {
                "enter": self._enter_pressed,
                "escape": self._escape_pressed,
                "up": lambda: self._go(-1),
                "down": lambda: self._go(1),
                "shift+up": lambda: self._move(-1),
                "shift+down": lambda: self._move(1),
                "delete": self._remove,
            },
            self._preview,
        )

    def compose(self) -> ComposeResult:
        yield self._lines
        with Horizontal():
            yield self._number
            yield self._field
        yield self._options

    def start(self, items: Sequence[str], draft: str = "", offers: Sequence[Choice] = ()) -> None:
        """Show `items`, `offers`, and the `draft` that was left over: its last line is typed, the rest was pasted."""
        *pasted, line = lines_of(draft) or ("",)
        self._items, self._pasted = tuple(items), tuple(pasted)
        self._at, self._is_correcting, self._aside = None, False, ""
        self._field.start(line)
        self._offers, self._is_at_offers = tuple(offers), False
        self._paint()
        self._paint_offers(0)

    def update_items(self, items: Sequence[str], offers: Sequence[Choice] = ()) -> None:
        """The plan has these items now, and these are offered; what is being typed stays."""
        if tuple(offers) != self._offers:
            self._offers = tuple(offers)
            self._is_at_offers = self._is_at_offers and bool(offers)
            self._paint_offers()
        if tuple(items) != self._items:
            self._items = tuple(items)
            if self._at is not None and self._at >= len(self._items):
                self._step_out()
            self._paint()

    @property
    def typed(self) -> str:
        return "\n".join((*self._pasted, self._field.value)) if self._pasted else self._field.value

    @property
    def field(self) -> TextField:
        return self._field

    def enter(self, *, is_done: bool = False) -> None:
        """Enter the line, what was pasted, or the correction; nothing of these: the list is done."""
        text = self._field.value.strip()
        if self._is_at_offers and not is_done:
            self._answer((*self._items, self._offers[self._options.cursor].value), False)
        elif self._is_correcting:
            self._correct(text, is_done)
        elif self._pasted:
            pasted, self._pasted = self._pasted, ()
            added = (*pasted, text) if text and is_done else pasted
            if added != pasted:
                self._field.start("")
            self._answer((*self._items, *added), is_done)
        elif text:
            self._field.start("")
            self._answer((*self._items, text), is_done)
        else:
            self._answer(self._items, True)

    def take_back(self) -> None:
        if self._refusable and not self._field.value:
            self._field.start(self._refusable)

    def undo_typing(self) -> bool:
        return self._field.undo_typing()

    def redo_typing(self) -> bool:
        return self._field.redo_typing()

    def hold(self) -> None:
        self._field.hold()

    def release(self) -> Iterable[events.Event]:
        return self._field.release()

    # Answers

    _refusable = ""

    def _answer(self, items: tuple[str, ...], is_done: bool) -> None:
        new = [item for item in items if item not in self._items]
        self._refusable = new[-1] if new else ""
        self._items, self._at, self._is_correcting = items, None, False
        self.post_message(self.Told(""))
        self.post_message(self.Entered(items, is_done=is_done))
        self._paint()

    def _correct(self, text: str, is_done: bool) -> None:
        at = self._at or 0
        self._field.start(self._aside)
        self._aside = ""
        corrected = (text,) if text else ()
        self._answer((*self._items[:at], *corrected, *self._items[at + 1 :]), is_done)

    # Keys

    def _enter_pressed(self) -> bool:
        if self._at is not None and not self._is_correcting:
            self._take_in_hand(self._at)
        else:
            self.enter()
        return True

    def _escape_pressed(self) -> bool:
        if self._pasted:
            self._pasted = ()
        elif self._at is not None:
            self._step_out()
        elif self._is_at_offers:
            self._rest()
        else:
            self.post_message(self.Left())
            return True
        self.post_message(self.Told(""))
        self._paint()
        return True

    def _go(self, step: int) -> bool:
        if self._is_correcting or self._go_in_offers(step) or not self._items:
            return True
        at = len(self._items) if self._at is None else self._at
        at = max(0, at + step)
        self._at = at if at < len(self._items) else None
        self.post_message(self.Told("" if self._at is None else AT_AN_ITEM))
        self._paint()
        return True

    def _go_in_offers(self, step: int) -> bool:
        """Whether the step stays in the offers, goes into them or comes out of them."""
        if self._is_at_offers and step < 0 and self._options.cursor == 0:
            self._rest()
        elif self._is_at_offers:
            self._options.move(step)
        elif step > 0 and self._at is None and self._offers:
            self._is_at_offers = True
            self._options.rest(False)
        else:
            return False
        return True

    def _rest(self) -> None:
        self._is_at_offers = False
        self._options.rest(True)

    def _move(self, step: int) -> bool:
        if self._at is None or self._is_correcting:
            return self._at is not None
        to = self._at + step
        if 0 <= to < len(self._items):
            items = list(self._items)
            items.insert(to, items.pop(self._at))
            self._answer(tuple(items), False)
            self._at = to
            self._paint()
        return True

    def _remove(self) -> bool:
        if self._at is None or self._is_correcting:
            return False
        self._answer((*self._items[: self._at], *self._items[self._at + 1 :]), False)
        return True

    def _take_in_hand(self, at: int) -> None:
        self._at, self._is_correcting = at, True
        self._aside = self._field.value
        self._field.start(self._items[at])
        self.post_message(self.Told(CORRECTING))
        self._paint()

    def _step_out(self) -> None:
        if self._is_correcting:
            self._field.start(self._aside)
        self._at, self._is_correcting, self._aside = None, False, ""

    def _preview(self, lines: tuple[str, ...]) -> None:
        self._pasted = lines
        self.post_message(self.Told(preview_of(lines)))
        self.post_message(self.Drafted(self.typed))
        self._paint()

    # What happens around

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._at is not None and not self._is_correcting and event.value:
            self._step_out()
            self._paint()
        if self._is_at_offers and event.value:
            self._rest()
        self.post_message(self.Drafted(self.typed))

    def on_numbered_lines_clicked(self, event: NumberedLines.Clicked) -> None:
        event.stop()
        if not self._is_correcting and event.item < len(self._items):
            self._take_in_hand(event.item)
            self.screen.set_focus(self._field)

    def on_option_lines_clicked(self, event: OptionLines.Clicked) -> None:
        event.stop()
        self._answer((*self._items, self._offers[event.number].value), False)
        self.screen.set_focus(self._field)

    def on_text_field_cut(self, event: TextField.Cut) -> None:
        event.stop()
        self.post_message(self.Told(event.sentence))

    def _paint(self) -> None:
        self._lines.show_items(self._items, self._pasted, self._at)
        number = len(self._items) + len(self._pasted) if self._at is None else self._at
        self._number.update(Content(f"{number + 1:>4}"), layout=False)

    def _paint_offers(self, cursor: int | None = None) -> None:
        self._options.show_options([Option("+", offer.label, offer.hint) for offer in self._offers], cursor)
        self._options.rest(not self._is_at_offers)


def preview_of(lines: Sequence[str]) -> str:
    """What to say of pasted lines that are not added yet."""
    return f"{len(lines)} lines: Enter adds them as {len(lines)} items, Esc takes them back."
