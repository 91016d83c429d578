"""What a keyboard sends: the bytes that an xterm writes to a program for each key.

Names are those of Textual and of the project's key reference: `enter`, `f8`, `ctrl+s`, `shift+tab`, `alt+x`.
Only the classic encoding is here, because every terminal speaks it: Ctrl+Enter and Shift+Enter, which most
terminals can't tell from Enter, are left out on purpose, so that no test can lean on them.
"""

NAMED_KEYS = {
    "enter": b"\r",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "escape": b"\x1b",
    "space": b" ",
    "backspace": b"\x7f",
    "delete": b"\x1b[3~",
    "insert": b"\x1b[2~",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "shift+up": b"\x1b[1;2A",
    "shift+down": b"\x1b[1;2B",
    "shift+right": b"\x1b[1;2C",
    "shift+left": b"\x1b[1;2D",
    "ctrl+up": b"\x1b[1;5A",
    "ctrl+down": b"\x1b[1;5B",
    "ctrl+right": b"\x1b[1;5C",
    "ctrl+left": b"\x1b[1;5D",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f7": b"\x1b[18~",
    "f8": b"\x1b[19~",
    "f9": b"\x1b[20~",
    "f10": b"\x1b[21~",
}


def key_bytes(key: str) -> bytes:
    """Return the bytes of one key, such as `f8`, `ctrl+s`, `alt+x` or a single character.

    Raises ValueError for a key that terminals don't send, or not reliably.
    """
    if key in NAMED_KEYS:
        return NAMED_KEYS[key]
    if len(key) == 1:
        return key.encode()
    modifier, _, letter = key.partition("+")
    if modifier == "ctrl" and len(letter) == 1 and letter.isascii() and letter.isalpha():
        return bytes([ord(letter.upper()) - ord("@")])
    if modifier == "alt" and len(letter) == 1 and letter.isascii() and letter.isalpha():
        return b"\x1b" + letter.encode()
    raise ValueError(f"no terminal sends {key!r} for certain")


def paste_bytes(text: str, *, bracketed: bool) -> bytes:
    """Return what a terminal sends when `text` is pasted: line ends become returns, as terminals do it.

    A real terminal also takes an escape out of a bracketed paste, so that pasted text can't end the paste and
    go on as key presses; so does this.
    """
    typed = text.replace("\r\n", "\n").replace("\n", "\r").encode()
    if not bracketed:
        return typed
    return b"\x1b[200~" + typed.replace(b"\x1b", b"") + b"\x1b[201~"
