"""Lines in, lines out: what the plain interview needs of a terminal, a pipe or a script."""

import contextlib
import io
import shutil
import sys
import textwrap
from collections.abc import Collection
from typing import NamedTuple

from mvo_tui.exports.text.wrapping import visible
from mvo_tui.storage.control_characters import without_control_characters

_PROMPT = "> "
_WIDEST = 100  # columns; longer lines are hard to follow


class Entered(NamedTuple):
    """What was typed at a question: lines of an answer, then perhaps a command; or the input has ended."""

    lines: tuple[str, ...] = ()
    command: str = ""
    argument: str = ""
    is_end: bool = False


class LineTerminal:
    """Standard input and output. Bytes that are no text become replacement marks, never an error."""

    def __init__(self) -> None:
        for stream in (sys.stdin, sys.stdout):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        self._is_typed = sys.stdin.isatty()
        self._width = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST) if sys.stdout.isatty() else 80
        if self._is_typed:
            _edit_lines()

    def say(self, text: str) -> None:
        """Print `text`, its long lines wrapped, and an empty line behind it."""
        for line in text.split("\n"):
            print(self._wrapped(visible(line)))
        print(flush=True)

    def _wrapped(self, line: str) -> str:
        """`line` within the width; what has no space, such as a path, is never broken."""
        indent = " " * (len(line) - len(line.lstrip()))
        return textwrap.fill(
            line, self._width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
        )

    def read(self) -> str | None:
        """One line, without control characters; None at the end of the input."""
        if self._is_typed:
            try:
                line = input(_PROMPT)
            except EOFError:
                print()
                return None
        else:
            print(_PROMPT, end="", flush=True)
            line = sys.stdin.readline()
            print(visible(line.rstrip("\r\n")))  # so that the record of a script reads like a talk
            if not line:
                return None
        return without_control_characters(line).strip()

    def read_answer(self, commands: Collection[str], *, is_list: bool) -> Entered:
        """An answer: one line, or lines up to an empty one. A command ends it and comes with it.

        A line that begins with = is an answer, whatever it says.
        """
        lines: list[str] = []
        while True:
            line = self.read()
            if line is None:
                return Entered(tuple(lines), is_end=not lines)
            word, _, argument = line.partition(" ")
            if word in commands and (not argument or word in ("jump", "na")):
                return Entered(tuple(lines), word, argument.strip())
            if not line:
                return Entered(tuple(lines), "" if lines else "skip")
            lines.append(line.removeprefix("="))
            if not is_list:
                return Entered(tuple(lines))


def _edit_lines() -> None:
    """Arrows and history while typing, where Python has them."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  # importing it is what does it
