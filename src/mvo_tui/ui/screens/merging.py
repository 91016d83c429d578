"""Two versions of the plan that do not go together everywhere: each conflict with both sides, and a choice."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from mvo_tui.merging.choosing import all_for
from mvo_tui.merging.conflict import Side
from mvo_tui.merging.merge import Merge
from mvo_tui.merging.words import base_in_words, place_in_words, side_in_words
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.widgets.line_list import BLANK, Line, LineList
from mvo_tui.ui.widgets.word_wrap import one_line

Decision = Mapping[int, Side] | str
"""Sides by the number of the conflict; or "mine", "theirs", "copy" for the file as a whole."""

_HEAD = (
    "{name} was changed by another program, and so was the plan here. {count} below: which side holds? All else goes"
    " together by itself. Nothing has been overwritten, and {undo} takes back what you decide."
)
_KEYS = "Up and down go on   Enter or a click changes sides   M mine   T theirs"
_WHOLE = {
    "go on": ("Go on with these choices", "both versions become one"),
    "all mine": ("Mine for all", ""),
    "all theirs": ("Theirs for all", ""),
    "copy": ("Save a copy of mine", "under a new name beside it; go on there"),
    "mine": ("Only my version", "what is on the disk goes to a backup first"),
    "theirs": ("Only their version", "{undo} leads back to what you have here"),
}


class MergeScreen(ModalScreen[Decision]):
    """Returns the decision; None where the file has changed once more and the question is another now.

    The cursor starts on a conflict, so that an Enter that was meant for an answer changes a side and ends nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m,left", "choose('mine')", "Mine", show=False),
        Binding("t,right", "choose('theirs')", "Theirs", show=False),
    ]
    DEFAULT_CSS = """
    MergeScreen { align: center middle; }
    MergeScreen > Vertical { width: 100; max-width: 96%; height: auto; max-height: 100%; padding: 1 2;
        background: $panel; }
    MergeScreen LineList { max-height: 36vh; margin: 1 0; background: $panel; }
    MergeScreen .sides { height: auto; min-height: 3; max-height: 22vh; }
    MergeScreen .keys { color: $text-muted; margin: 1 0 0 0; }
    """

    def __init__(self, path: Path, merge: Merge) -> None:
        super().__init__()
        self._path, self._merge = path, merge
        self._sides = {number: conflict.kept for number, conflict in enumerate(merge.conflicts)}
        self._places = [place_in_words(merge, conflict) for conflict in merge.conflicts]

    def compose(self) -> ComposeResult:
        number = len(self._merge.conflicts)
        count = (
            "One thing was changed on both sides; it is"
            if number == 1
            else f"{number} things were changed on both sides; they are"
        )
        with Vertical():
            yield Static(
                _HEAD.format(name=one_line(self._path.name), count=count, undo=spoken_key_of("undo")), markup=False
            )
            yield LineList()
            yield Static(classes="sides", markup=False)
            yield Static(_KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        lines = self.query_one(LineList)
        lines.moved = self._explain
        lines.styles.height = len(self._places) + 1 + len(_WHOLE)
        self._show()
        lines.focus()

    # What is shown

    def _show(self) -> None:
        conflicts = [
            Line(((place, ""),), ((self._sides[number].value, "strong"),)) for number, place in enumerate(self._places)
        ]
        whole = [
            Line(((f"{label:<26}", "strong"), (hint.format(undo=spoken_key_of("undo")), "muted")))
            for label, hint in _WHOLE.values()
        ]
        lines = self.query_one(LineList)
        lines.show_lines([*conflicts, BLANK, *whole])
        self._explain(lines.cursor)

    def _explain(self, number: int) -> None:
        """What both sides say there, below the list."""
        text = ""
        if number in self._sides:
            conflict = self._merge.conflicts[number]
            said = {
                "before": base_in_words(self._merge, conflict),
                **{side.value: side_in_words(self._merge, conflict, side) for side in Side},
            }
            text = "\n".join(
                f"{'>' if name == self._sides[number].value else ' '} {name:<7} {one_line(what)}"
                for name, what in said.items()
            )
        self.query_one(".sides", Static).update(text)

    # What is chosen

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if event.number in self._sides:
            self._choose({event.number: self._sides[event.number].other})
            return
        chosen = list(_WHOLE)[event.number - len(self._sides) - 1]
        match chosen:
            case "all mine" | "all theirs":
                self._choose(all_for(self._merge, Side(chosen.removeprefix("all "))))
            case "go on":
                self._leave(self._sides)
            case _:
                self._leave(chosen)

    def action_choose(self, side: str) -> None:
        number = self.query_one(LineList).cursor
        if number in self._sides:
            self._choose({number: Side(side)})

    def _choose(self, sides: Mapping[int, Side]) -> None:
        self._sides |= sides
        self._show()

    def _leave(self, decision: Decision) -> None:
        if self.is_current:
            self.dismiss(decision)
