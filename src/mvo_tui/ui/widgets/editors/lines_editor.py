"""A list that is answered one item a line: steps, stages, touchpoints.

What is in the plan is numbered above the line that is typed in. Each Enter adds its line to the plan at once, so that
the score and the file have it too; Enter on an empty line says that the list is done.
"""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from mvo_tui.interview.choices import Choice
from mvo_tui.ui.widgets.editors.editor import Editor
from mvo_tui.ui.widgets.editors.numbered_lines import NumberedLines
from mvo_tui.ui.widgets.editors.offers import Offers
from mvo_tui.ui.widgets.editors.option_lines import OptionLines
from mvo_tui.ui.widgets.editors.plain_text import lines_of
from mvo_tui.ui.widgets.editors.text_field import TextField
from mvo_tui.ui.widgets.list_changes import Corrected, ListChange, ListedItem, Moved, Removed

AT_AN_ITEM = "Enter corrects it, Delete removes it, Shift+Up and Shift+Down move it, Esc goes back."
CORRECTING = "Enter puts it right, Esc leaves it as it was."


class LinesEditor(Editor):
    """Items, a line for the next one, and offers. Up goes into the items, Down into the offers."""

    DEFAULT_CSS = """
    LinesEditor > Horizontal { height: auto; }
    LinesEditor .number { width: 6; color: $text-muted; }
    LinesEditor TextField { padding: 0; }
    LinesEditor Offers { margin: 0 0 0 2; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: tuple[ListedItem, ...] = ()
        self._pasted: tuple[str, ...] = ()  # shown, not yet added
        self._at: int | None = None  # the item that the cursor stands on
        self._is_correcting = False
        self._aside = ""  # what stood in the line before an item was put into it
        self._is_entered = False  # what stands in the line, or was pasted, is on its way into the plan
        self._room = 0  # lines for items and offers together; 0 until the panel has said
        self._lines, self._offers = NumberedLines(), Offers()
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
            self._edited,
            self._preview,
        )

    def compose(self) -> ComposeResult:
        yield self._lines
        with Horizontal():
            yield self._number
            yield self._field
        yield self._offers

    def start(self, items: Sequence[ListedItem], draft: str = "", offers: Sequence[Choice] = ()) -> None:
        """Show `items`, `offers`, and the `draft` that was left over: its last line is typed, the rest was pasted."""
        *pasted, line = lines_of(draft) or ("",)
        self._items, self._pasted = tuple(items), tuple(pasted)
        self._at, self._is_correcting, self._aside, self._is_entered = None, False, "", False
        self._field.start(line)
        self._offers.start(offers)
        self._paint()

    def renew(self, items: Sequence[ListedItem], offers: Sequence[Choice] = ()) -> None:
        """The plan has these items now, and these are offered; what is being typed stays."""
        self._offers.renew(offers)
        if self._is_entered:
            self._settle()
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

    def enter(self, *, is_next: bool = False) -> None:
        """Enter the line, what was pasted, the offer or the correction; nothing of these: the list is done."""
        text = self._field.value.strip()
        if self._is_correcting:
            self._correct(text)
        elif self._pasted:
            self._add((*self._pasted, text) if text and is_next else self._pasted, is_done=is_next)
        elif self._offers.is_active and not is_next:
            self._take_offer(self._offers.current)
        elif text:
            self._add((text,), is_done=is_next)
        else:
            self.tell(self.Done(is_blank=not self._items, is_next=is_next))

    def share_room(self, lines: int) -> None:
        self._room = lines
        self._share_out()

    def _share_out(self) -> None:
        """Give the items what they need, and the offers half of the room at least."""
        if self._room:
            offered = self._offers.count
            items = min(self._lines.count, max(self._room - min(offered, self._room // 2), 1))
            self._lines.take_at_most(items)
            self._offers.take_at_most(self._room - items)

    def refuse(self) -> None:
        self._is_entered = False

    def undo_typing(self) -> bool:
        return self._field.undo_typing()

    def redo_typing(self) -> bool:
        return self._field.redo_typing()

    # Answers

    def _add(self, lines: tuple[str, ...], *, is_done: bool) -> None:
        self._is_entered = True
        self.tell(self.Entered(lines, is_done=is_done))

    def _settle(self) -> None:
        """What was entered is in the plan: make room for the next."""
        self._is_entered = False
        if self._is_correcting:
            self._step_out()
        elif self._pasted:
            self._pasted = ()
        else:
            self._field.start("")

    def _take_offer(self, offer: Choice) -> None:
        """Add what is offered; the offer without a value says "none, and that is decided"."""
        self.tell(self.Entered((offer.value,) if offer.value else (), is_done=not offer.value))

    def _correct(self, text: str) -> None:
        """Put the corrected text in; with nothing left of it the item goes."""
        at = self._at or 0
        if text == self._items[at].text:
            self._escape_pressed()
        else:
            self._is_entered = True
            self._change(Corrected(at, text) if text else Removed(at))

    def _change(self, change: ListChange) -> None:
        self.tell(self.Changed(change))

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
            self.tell(self.Drafted())
        elif self._at is not None:
            self._step_out()
        elif self._offers.is_active:
            self._offers.rest()
        else:
            self.tell(self.Left())
            return True
        self.tell(self.Told(""))
        self._paint()
        return True

    def _go(self, step: int) -> bool:
        if self._is_correcting or (self._at is None and self._offers.go(step)) or not self._items:
            return True
        at = max(0, (len(self._items) if self._at is None else self._at) + step)
        self._at = at if at < len(self._items) else None
        self.tell(self.Told("" if self._at is None else AT_AN_ITEM))
        self._paint()
        return True

    def _move(self, by: int) -> bool:
        if self._at is not None and not self._is_correcting and 0 <= self._at + by < len(self._items):
            self._change(Moved(self._at, by))
            self._at += by
        return True

    def _remove(self) -> bool:
        if self._at is None or self._is_correcting:
            return False
        self._change(Removed(self._at))
        return True

    def _take_in_hand(self, at: int) -> None:
        self._at, self._is_correcting = at, True
        self._aside = self._field.value
        self._field.start(self._items[at].text)
        self.tell(self.Told(CORRECTING))
        self._paint()

    def _step_out(self) -> None:
        if self._is_correcting:
            self._field.start(self._aside)
        self._at, self._is_correcting, self._aside = None, False, ""

    def _preview(self, lines: tuple[str, ...]) -> None:
        self._pasted = lines
        self._offers.rest()
        self.tell(self.Told(preview_of(lines)))
        self.tell(self.Drafted())
        self._paint()

    def _edited(self) -> None:
        """Typing goes back to the line, wherever the cursor was."""
        self._offers.rest()
        if self._at is not None and not self._is_correcting:
            self._step_out()
            self._paint()
        self.tell(self.Drafted())

    # What happens around

    def on_numbered_lines_clicked(self, event: NumberedLines.Clicked) -> None:
        event.stop()
        if not self._is_correcting and event.item < len(self._items):
            self._take_in_hand(event.item)

    def on_option_lines_clicked(self, event: OptionLines.Clicked) -> None:
        event.stop()
        self._take_offer(self._offers.at(event.number))

    def on_text_field_cut(self, event: TextField.Cut) -> None:
        event.stop()
        self.tell(self.Told(event.sentence))

    def _paint(self) -> None:
        self._lines.show_items([item.shown for item in self._items], self._pasted, self._at)
        is_next = self._at is None or not self._is_correcting
        number = len(self._items) + len(self._pasted) if is_next else self._at or 0
        self._number.update(Content(f"{number + 1:>4}"), layout=False)
        self._share_out()


def preview_of(lines: Sequence[str]) -> str:
    """What to say of pasted lines that are not added yet."""
    return f"{len(lines)} lines: Enter adds them as {len(lines)} items, Esc takes them back."
