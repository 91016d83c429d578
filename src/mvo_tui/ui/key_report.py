"""A key that was pressed, in a line: its bytes, how the program calls it, and what it does where."""

import os
from collections.abc import Iterable, Iterator, Mapping

from mvo_tui.ui.commands import Command
from mvo_tui.ui.key_names import risk_of, spoken_key

INTRO = (
    "Press a key to see what arrives of it: its bytes, the name that the program gives it, and what it does.",
    "q leaves; so do Esc twice and Ctrl+C twice. Where nothing appears, the terminal or the system keeps the key.",
)
_OF_LISTS = {
    "up": "the line above", "down": "the line below", "left": "fold", "right": "unfold", "home": "the first line",
    "end": "the last line", "pageup": "a page up", "pagedown": "a page down", "enter": "choose, or accept an answer",
    "escape": "one level up", "tab": "the next field", "shift+tab": "the field before", "space": "tick, fold",
    "backspace": "delete the character before", "ctrl+c": "copy what is marked in a field",
}  # fmt: skip


def line_for(data: bytes, key: str, character: str | None, commands: Iterable[Command]) -> str:
    """What is printed of a key that came as `data`; nothing in it moves the cursor."""
    shown = f'{key}   "{character}"' if character and character.isprintable() and character != key else key
    risk = f"   ({risk})" if (risk := risk_of(key)) else ""
    return f"{data.hex(' '):<24} {shown:<26} {'; '.join(uses_of(key, commands)) or 'nothing'}{risk}"


def uses_of(key: str, commands: Iterable[Command]) -> Iterator[str]:
    """What `key` does, and where."""
    for command in commands:
        if key in command.keys:
            yield f"{command.label} ({command.where})"
        elif key in command.letters:
            yield f"{command.label} ({command.where}, outside text fields)"
    if key in _OF_LISTS:
        yield f"in lists and fields: {_OF_LISTS[key]}"


def risks_here(environment: Mapping[str, str] = os.environ, *, is_kitty_off: bool) -> Iterator[str]:
    """What is known to go wrong in such a terminal."""
    if environment.get("TERM_PROGRAM") == "vscode":
        yield "The terminal of VS Code keeps Ctrl+J, F1, F5, F6, Ctrl+Q, Ctrl+E, Ctrl+K and Ctrl+P for itself."
    if environment.get("WT_SESSION"):
        yield "Windows Terminal keeps Ctrl+V and, where text is marked, Ctrl+C; Ctrl+Enter arrives as Ctrl+J."
    if environment.get("TMUX"):
        yield "tmux keeps Ctrl+B, or whatever its prefix is."
    if environment.get("STY"):
        yield "screen keeps Ctrl+A."
    if is_kitty_off:
        yield "The kitty keyboard protocol is off, as the configuration or TEXTUAL_DISABLE_KITTY_KEY says."
    else:
        yield (
            "If AltGr types nothing or the wrong sign, switch the kitty keyboard protocol off: kitty_keys = false in"
            " the configuration, or TEXTUAL_DISABLE_KITTY_KEY=1."
        )


def is_leaving(key: str, before: str) -> bool:
    """Whether `key`, pressed after the key `before`, leaves."""
    return key == "q" or (key in ("escape", "ctrl+c") and key == before)


def told_to_leave(key: str) -> str:
    """What is said after the first of two keys that leave; "" after any other."""
    return f"{spoken_key(key).replace('Escape', 'Esc')} again leaves." if key in ("escape", "ctrl+c") else ""
