"""What a person sees: a model of the terminal's screen, fed with the bytes that a program writes.

pyte does the drawing. Added here is what full-screen programs use and pyte lacks: the second ("alternate")
screen that hides the shell's text while the program runs, and the list of modes that a program has switched
on and must switch off again (mouse, bracketed paste, hidden cursor).
"""

import codecs
import re
from copy import deepcopy
from typing import Any

import pyte

ALTERNATE_SCREEN = 1049
BRACKETED_PASTE = 2004
CURSOR_SHOWN = 25
LINES_WRAP = 7
USUAL_MODES = frozenset({CURSOR_SHOWN, LINES_WRAP})
"""What is on in a terminal that no program has touched."""
MOUSE_MODES = frozenset({1000, 1002, 1003, 1006, 1015})

# Sequences that pyte would draw as text: the kitty keyboard protocol's `CSI < u` and `CSI = flags u`.
_UNKNOWN_TO_PYTE = re.compile(r"\x1b\[[<=][0-9;:]*[a-zA-Z]")
# A program that was told that the terminal knows them puts these around each frame ("synchronized output").
FRAME_BEGINS, FRAME_ENDS = "\x1b[?2026h", "\x1b[?2026l"
# The start of a control sequence that the next read will complete.
_UNFINISHED = re.compile(r"\x1b(?:\[[0-9;:<=>?$ ]*)?\Z")


class _Canvas(pyte.Screen):
    """pyte's screen with the alternate screen and a record of the private modes that are on."""

    def __init__(self, columns: int, lines: int) -> None:
        self.modes = set(USUAL_MODES)
        self._shell_buffer: Any = None
        super().__init__(columns, lines)

    def set_mode(self, *modes: int, **options: Any) -> None:
        super().set_mode(*modes, **options)
        if not options.get("private"):
            return
        self.modes.update(modes)
        if ALTERNATE_SCREEN in modes and self._shell_buffer is None:
            self._shell_buffer = deepcopy(self.buffer)
            self.erase_in_display(2)

    def reset_mode(self, *modes: int, **options: Any) -> None:
        super().reset_mode(*modes, **options)
        if not options.get("private"):
            return
        self.modes.difference_update(modes)
        if ALTERNATE_SCREEN in modes and self._shell_buffer is not None:
            self.buffer = self._shell_buffer
            self._shell_buffer = None
            self.dirty.update(range(self.lines))


class Screen:
    """The visible cells, as text. Rows and columns count from 0."""

    def __init__(self, columns: int, rows: int) -> None:
        self._canvas = _Canvas(columns, rows)
        self._stream = pyte.Stream(self._canvas)
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._held_back = ""

    def feed(self, output: bytes) -> None:
        """Draw what the program wrote; a frame or a sequence that is cut off waits for its rest."""
        text = self._held_back + self._decoder.decode(output)
        end = _end_of_what_is_whole(text)
        text, self._held_back = text[:end], text[end:]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", text))

    def resize(self, columns: int, rows: int) -> None:
        self._canvas.resize(lines=rows, columns=columns)

    @property
    def lines(self) -> list[str]:
        """The rows, each without the blanks at its end."""
        return [line.rstrip() for line in self._canvas.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column of the cursor."""
        return self._canvas.cursor.y, self._canvas.cursor.x

    @property
    def modes(self) -> frozenset[int]:
        """Numbers of the private modes that are on, such as `BRACKETED_PASTE`."""
        return frozenset(self._canvas.modes)

    def find(self, text: str) -> tuple[int, int] | None:
        """Return row and column of the first place that shows `text` in one row, or None."""
        for row, line in enumerate(self._canvas.display):
            if (column := line.find(text)) >= 0:
                return row, column
        return None

    def style(self, row: int, column: int) -> pyte.screens.Char:
        """Return the cell with its colours and attributes (`fg`, `bg`, `bold`, `reverse`, ...)."""
        return self._canvas.buffer[row][column]


def _end_of_what_is_whole(text: str) -> int:
    frame = text.rfind(FRAME_BEGINS)
    if frame > text.rfind(FRAME_ENDS):
        return frame
    cut = _UNFINISHED.search(text)
    return cut.start() if cut else len(text)
