"""What a person would see, cheap enough to keep up with a program that is being timed.

A full terminal emulator in Python, such as pyte, takes five times as long and more: on two cores it would be
measured along with the program. Looking for a word in the raw bytes is quick but wrong, because a program repaints
only what changed: "41" becomes "42" with a cursor movement and a "2". So this model keeps the text of the rows, and
nothing else: no colours, no scrolling regions, every character one cell wide. For what Textual writes, the rows are
the same as pyte's (a test holds it). It draws *after* the time of arrival was noted, in a millisecond or two.
"""

import codecs
import re

# One control sequence, one control string (title, clipboard), a single control character, or a run of text.
_TOKEN = re.compile(
    r"\x1b\[(?P<parameters>[0-?]*)[ -/]*(?P<final>[@-~])"
    r"|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*[0-~]"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])"
    r"|(?P<text>[^\x00-\x1f\x7f]+)"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?)?\Z")
# Cursor movements: rows down and columns to the right.
_MOVES = {"A": (-1, 0), "B": (1, 0), "C": (0, 1), "D": (0, -1)}


class FastScreen:
    """The text of the screen; `rows` is a list of strings that are all `columns` long."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns = columns
        self.rows = [" " * columns for _ in range(rows)]
        self._row = self._column = 0
        self._held_back = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    @property
    def is_blank(self) -> bool:
        return not any(row.strip() for row in self.rows)

    def feed(self, output: bytes) -> None:
        """Draw what arrived; a sequence that is cut off waits for its rest."""
        text = self._held_back + self._decoder.decode(output)
        cut = _UNFINISHED.search(text)
        text, self._held_back = (text[: cut.start()], text[cut.start() :]) if cut else (text, "")
        for token in _TOKEN.finditer(text):
            if (run := token["text"]) is not None:
                self._write(run)
            elif (final := token["final"]) is not None:
                self._obey(final, token["parameters"])
            elif (control := token["control"]) is not None:
                self._control(control)

    def _write(self, run: str) -> None:
        if not (0 <= self._row < len(self.rows)):
            return
        row, end = self.rows[self._row], self._column + len(run)
        self.rows[self._row] = (row[: self._column] + run + row[end:])[: self.columns]
        self._column = min(end, self.columns)

    def _control(self, control: str) -> None:
        if control == "\r":
            self._column = 0
        elif control == "\n":
            self._row = min(self._row + 1, len(self.rows) - 1)
        elif control == "\b":
            self._column = max(0, self._column - 1)

    def _obey(self, final: str, parameters: str) -> None:
        if parameters[:1] in ("?", ">", "<", "="):
            if parameters == "?1049":
                self._erase(0, len(self.rows))
            return
        numbers = [int(number or 0) for number in parameters.split(";")] if parameters.strip(":;") else [0]
        steps = max(1, numbers[0])
        if final in "Hf":
            self._row = max(1, numbers[0]) - 1
            self._column = max(1, numbers[1] if len(numbers) > 1 else 1) - 1
        elif final == "G":
            self._column = steps - 1
        elif final in _MOVES:
            down, right = _MOVES[final]
            self._row = min(max(0, self._row + down * steps), len(self.rows) - 1)
            self._column = min(max(0, self._column + right * steps), self.columns - 1)
        elif final == "J":
            self._erase_screen(numbers[0])
        elif final == "K":
            self._erase_line(numbers[0])
        elif final == "X":
            row, end = self.rows[self._row], self._column + steps
            self.rows[self._row] = (row[: self._column] + " " * steps + row[end:])[: self.columns]

    def _erase(self, first: int, last: int) -> None:
        for row in range(first, last):
            self.rows[row] = " " * self.columns

    def _erase_screen(self, part: int) -> None:
        if part in (2, 3):
            self._erase(0, len(self.rows))
        elif part == 0:
            self._erase_line(0)
            self._erase(self._row + 1, len(self.rows))

    def _erase_line(self, part: int) -> None:
        row, column = self.rows[self._row], self._column
        left = row[:column] if part == 0 else " " * column
        right = row[column:] if part == 1 else " " * (self.columns - column)
        self.rows[self._row] = left + right
