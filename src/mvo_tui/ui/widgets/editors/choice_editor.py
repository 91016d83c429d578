"""An answer that is chosen: type to narrow the options down, arrows to move, Enter to pick.

Where several may be chosen, Space ticks, and so does Enter for what was typed or gone to with the arrows; what is
ticked is an answer at once, and Enter with nothing to tick says that the choice is done. What is not on the list can be
made on the spot where the question allows it.
"""

from typing import NamedTuple

from textual.app import ComposeResult

from mvo_tui.interview.choices import Choice, Choices
from mvo_tui.ui.widgets.editors.editor import Editor
from mvo_tui.ui.widgets.editors.lines_editor import preview_of
from mvo_tui.ui.widgets.editors.option_lines import Option, OptionLines
from mvo_tui.ui.widgets.editors.plain_text import lines_of
from mvo_tui.ui.widgets.editors.text_field import TextField
from mvo_tui.ui.widgets.typed_values import text_of

NONE_IS_DECIDED = "none, and that is decided"
"""What is said of "none" as an option."""
_PAGE = 8  # lines that Page Up and Page Down move


class _New(NamedTuple):
    """The line at the end that makes what was typed. `is_item`: a new item, else a word of the founder's own."""

    name: str
    is_item: bool


class ChoiceEditor(Editor):
    """A filter line and, below it, the options that fit it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices = Choices(())
        self._noun = ""
        self._chosen: tuple[str, ...] = ()
        self._is_none = False  # none is chosen, and that is decided
        self._is_entered = False  # an answer is on its way into the plan
        self._picked = ""  # what was ticked last
        self._has_moved = False  # the cursor, by the arrows, since the last tick
        self._found: list[Choice | _New] = []
        self._pasted: tuple[str, ...] = ()
        self._lines = OptionLines()
        self._field = TextField(
            {
                "enter": self._enter_pressed,
                "escape": self._escape_pressed,
                "space": self._space_pressed,
                "up": lambda: self._go(-1),
                "down": lambda: self._go(1),
                "pageup": lambda: self._go(-_PAGE),
                "pagedown": lambda: self._go(_PAGE),
            },
            self._edited,
            self._preview,
        )

    def compose(self) -> ComposeResult:
        yield self._field
        yield self._lines

    def start(self, value: object, draft: str = "", *, choices: Choices, noun: str = "") -> None:
        """Show `choices` with `value` chosen and `draft` typed. `noun`: what a new one is called ("role")."""
        self._has_moved = self._is_entered = False
        *pasted, line = lines_of(draft) or ("",)
        self._choices, self._noun, self._pasted = choices, noun, tuple(pasted)
        self._chosen, self._is_none = _as_tuple(value), value == ()
        self._field.start(line)
        self._lines.make_room(len(self._options) + (choices.can_create or choices.can_be_own_word))
        self._find(self._first_chosen() if not draft else 0)

    def renew(self, value: object, choices: Choices) -> None:
        """The plan has this `value` now and offers these `choices`; what is being typed stays."""
        self._choices, self._chosen, self._is_none = choices, _as_tuple(value), value == ()
        was_typed = bool(self._field.value)
        if self._is_entered:
            self._is_entered, self._pasted = False, ()
            self._field.start("")
        self._find(self._position_of(self._picked) if was_typed and not self._field.value else None)

    def share_room(self, lines: int) -> None:
        self._lines.take_at_most(lines)

    def refuse(self) -> None:
        self._is_entered = False

    @property
    def _options(self) -> tuple[Choice, ...]:
        """What may be chosen; "none, and that is decided" comes last and has no value."""
        listed = {choice.value for choice in self._choices.options}
        no_such = "there is none of this name" if self._noun else "what stands there now: not one of these"
        hint = "your own word" if self._choices.can_be_own_word else no_such
        own = tuple(Choice(value, value, hint) for value in self._chosen if value not in listed)
        none = (Choice("", self._choices.none, NONE_IS_DECIDED),) if self._choices.none else ()
        return self._choices.options + own + none

    @property
    def typed(self) -> str:
        return "\n".join((*self._pasted, self._field.value)) if self._pasted else self._field.value

    @property
    def field(self) -> TextField:
        return self._field

    def enter(self, *, is_next: bool = False) -> None:
        """Pick what was typed or gone to; with nothing to pick, a choice of several is done."""
        typed = self._field.value.strip()
        if self._pasted:
            self._add_pasted()
        elif self._choices.is_many and not typed and (is_next or not self._is_at_something_new()):
            self.tell(self.Done(is_blank=not self._chosen and not self._is_none, is_next=is_next))
        elif self._found:
            self._pick(self._found[self._lines.cursor], is_next=is_next)
        elif typed:
            self.tell(self.Told(f'Nothing here is called "{typed}". Esc takes the word back.'))

    def _is_at_something_new(self) -> bool:
        """Whether Enter has something to tick: an option that the cursor was moved to, or the first while none is."""
        is_meant = self._has_moved or not (self._chosen or self._is_none)
        found = self._found[self._lines.cursor] if is_meant and self._found else None
        return isinstance(found, Choice) and found.value not in self._chosen

    def undo_typing(self) -> bool:
        return self._field.undo_typing()

    def redo_typing(self) -> bool:
        return self._field.redo_typing()

    # Choosing

    def _pick(self, found: Choice | _New, *, is_next: bool = False) -> None:
        self._has_moved = False
        if isinstance(found, _New):
            is_item = found.is_item
            self._send(self.Created(found.name, is_next=is_next) if is_item else self.Entered(found.name))
        elif not found.value:
            self._send(self.Entered(()))
        elif not self._choices.is_many:
            self._send(self.Entered(found.value))
        else:
            self._picked = found.value
            rest = tuple(value for value in self._chosen if value != found.value)
            chosen = (*rest, found.value) if rest == self._chosen else rest
            self._send(self.Entered(chosen, is_done=is_next))

    def _add_pasted(self) -> None:
        """Tick what is on the list, make the rest."""
        by_label = {choice.label.casefold(): choice.value for choice in self._choices.options}
        known = [by_label[line.casefold()] for line in self._pasted if line.casefold() in by_label]
        new = [line for line in self._pasted if line.casefold() not in by_label]
        if new and not self._choices.can_create:
            self._pasted = ()
            self.tell(self.Told(f"Not on the list: {', '.join(new)}. Nothing was changed."))
        else:
            self._send(self.Entered(tuple(dict.fromkeys((*self._chosen, *known, *new))), is_done=False))

    def _send(self, answer: Editor.Entered | Editor.Created) -> None:
        self._is_entered = True
        self.tell(answer)

    # Finding

    def _find(self, cursor: int | None = None) -> None:
        """Show the options that fit what is typed: those that begin with it first."""
        typed = self._field.value.strip()
        wanted = typed.casefold()
        options = self._options
        fitting = [choice for choice in options if wanted in choice.label.casefold()]
        # sorted() keeps what is in the plan before what is only offered
        self._found = [*sorted(fitting, key=lambda choice: not _has_word_from(choice.label.casefold(), wanted))]
        if typed and not any(choice.label.casefold() == wanted for choice in options):
            if self._choices.can_create:
                self._found.append(_New(typed, is_item=True))
            elif self._choices.can_be_own_word:
                self._found.append(_New(typed, is_item=False))
        self._lines.show_options([self._option(found) for found in self._found], cursor)

    def _option(self, found: Choice | _New) -> Option:
        if isinstance(found, _New):
            return Option("+", f'{"New " + self._noun if found.is_item else "My own word"} "{found.name}"'.strip())
        is_chosen = found.value in self._chosen if found.value else self._is_none and not self._chosen
        marks = ("[ ]", "[x]") if self._choices.is_many else ("( )", "(x)")
        return Option(marks[is_chosen], found.label, found.hint)

    def _first_chosen(self) -> int:
        return self._position_of(self._chosen[0]) if self._chosen and not self._choices.is_many else 0

    def _position_of(self, value: str) -> int:
        values = [choice.value for choice in self._options]
        return values.index(value) if value in values else 0

    # Keys

    def _enter_pressed(self) -> bool:
        self.enter()
        return True

    def _space_pressed(self) -> bool:
        if self._field.value:
            return False
        if self._choices.is_many and self._found:
            self._pick(self._found[self._lines.cursor])
        return True

    def _escape_pressed(self) -> bool:
        if self._pasted:
            self._pasted = ()
            self.tell(self.Told(""))
        elif self._field.value:
            self._field.replace("", 0, len(self._field.value))
            self.tell(self.Told(""))
        else:
            self.tell(self.Left())
        return True

    def _go(self, step: int) -> bool:
        self._lines.move(step)
        self._has_moved = True
        return True

    def _preview(self, lines: tuple[str, ...]) -> None:
        if not self._choices.is_many:
            self._field.replace(" ".join(lines), *self._field.selection)
            return
        self._pasted = lines
        self.tell(self.Drafted())
        self.tell(self.Told(preview_of(lines)))

    def _edited(self) -> None:
        self._has_moved = False
        self._find(0)
        self.tell(self.Drafted())

    # What happens around

    def on_option_lines_clicked(self, event: OptionLines.Clicked) -> None:
        event.stop()
        self._pick(self._found[event.number])

    def on_text_field_cut(self, event: TextField.Cut) -> None:
        event.stop()
        self.tell(self.Told(event.sentence))


def _has_word_from(label: str, start: str) -> bool:
    """Whether a word of `label` begins with `start`."""
    return label.startswith(start) or f" {start}" in label


def _as_tuple(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(map(str, value))
    return (text_of(value),) if value is not None else ()
