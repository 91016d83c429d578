"""Keys by name: how a founder may write one, how the program calls it, and which ones a terminal never sends.

Tried with raw bytes in several terminals; see ``docs/decisions/`` on keys and on the configuration.
"""

SIGNS = {
    "exclamation_mark": "!", "quotation_mark": '"', "number_sign": "#", "dollar_sign": "$", "percent_sign": "%",
    "ampersand": "&", "apostrophe": "'", "left_parenthesis": "(", "right_parenthesis": ")", "asterisk": "*",
    "plus": "+", "comma": ",", "minus": "-", "full_stop": ".", "slash": "/", "colon": ":", "semicolon": ";",
    "less_than_sign": "<", "equals_sign": "=", "greater_than_sign": ">", "question_mark": "?", "at": "@",
    "left_square_bracket": "[", "backslash": "\\", "right_square_bracket": "]", "circumflex_accent": "^",
    "underscore": "_", "grave_accent": "`", "left_curly_bracket": "{", "vertical_line": "|",
    "right_curly_bracket": "}", "tilde": "~",
}  # fmt: skip
"""What the program calls the signs."""
_NAME_OF = {sign: name for name, sign in SIGNS.items()}
_OTHER_NAMES = {
    "esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup", "pgdn": "pagedown",
    "page_up": "pageup", "page_down": "pagedown", "spacebar": "space",
}  # fmt: skip
_NAMED = {
    "enter", "escape", "tab", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown", "up", "down",
    "left", "right", "space", *(f"f{number}" for number in range(1, 25)),
}  # fmt: skip
_MODIFIERS = {
    "ctrl": "ctrl", "control": "ctrl", "shift": "shift", "alt": "alt", "option": "alt", "meta": "super",
    "super": "super", "cmd": "super", "command": "super", "win": "super", "hyper": "hyper",
}  # fmt: skip
_SAME_AS = {
    "ctrl+i": "Tab", "ctrl+m": "Enter", "ctrl+h": "Backspace", "ctrl+left_square_bracket": "Esc",
    "shift+enter": "Enter", "alt+enter": "Enter", "ctrl+backspace": "Backspace", "shift+backspace": "Backspace",
    "ctrl+tab": "Tab", "shift+space": "Space", "ctrl+space": "ctrl+@", "ctrl+slash": "ctrl+_",
}  # fmt: skip
_NEEDED = {
    "enter", "escape", "tab", "shift+tab", "space", "up", "down", "left", "right", "home", "end", "pageup", "pagedown",
    "ctrl+c",
}  # fmt: skip
_OF_FIELDS = frozenset("abdekuvwx")
_OF_LISTS = frozenset("jkgGhl")
_BY_ALTGR = frozenset("[]{}\\~|@#")


def key_named(text: str) -> str:
    """What the program calls the key that is written as ``Ctrl+R``, ``^R``, ``?``, ``F5``, ``U``; "" for none."""
    text = text.strip()
    if len(text) == 2 and text[0] == "^":
        text = f"ctrl+{text[1]}"
    *before, base = text.rsplit("+", 1) if len(text) > 1 and not text.endswith("+") else (text,)
    if text.endswith("++"):
        before, base = [text[:-2]], "+"
    modifiers = {_MODIFIERS.get(word.strip().lower(), "") for word in "+".join(before).split("+") if before}
    key = _base_named(base.strip())
    if not key or "" in modifiers:
        return ""
    if len(key) == 1 and modifiers == {"shift"} and key.isalpha():
        return key.upper()  # as terminals send it
    return "+".join((*sorted(modifiers), key.lower() if modifiers and len(key) == 1 else key))


def _base_named(base: str) -> str:
    if len(base) == 1:
        return _NAME_OF.get(base, base if base.isalnum() else "")
    name = _OTHER_NAMES.get(base.lower(), base.lower())
    return name if name in _NAMED or name in SIGNS else ""


def why_not(key: str) -> str:
    """Why `key` can't be used for an action; "" where it can."""
    if key in _SAME_AS:
        return f"terminals send it as {_SAME_AS[key]}"
    if key in _NEEDED:
        return "it is needed to go about in lists and fields"
    *modifiers, base = key.split("+")
    if "super" in modifiers or "hyper" in modifiers:
        return "terminals don't send it"
    if {"ctrl", "shift"} <= set(modifiers) and len(base) == 1:
        return f"terminals send it as Ctrl+{base.upper()}"
    if "ctrl" in modifiers and (base.isdigit() or base in SIGNS):
        return "most terminals don't send it"
    if "alt" in modifiers and (base.isdigit() or base in SIGNS):
        return "it types a character in many terminals"
    if base[:1] == "f" and base[1:].isdigit() and int(base[1:]) > 12:
        return "few keyboards have it"
    return ""


def risk_of(key: str) -> str:
    """Where `key` may not do what is wished, though it can be used; "" where nothing is known against it."""
    *modifiers, base = key.split("+")
    if key == "ctrl+enter":
        return "many terminals send it as Enter"
    if modifiers == ["ctrl"] and base in _OF_FIELDS:
        return "text fields or the terminal's own keys lose it"
    if "ctrl" in modifiers and base in ("up", "down", "left", "right"):
        return "macOS takes it to change the desktop"
    if "alt" in modifiers:
        return "the Terminal of macOS types a character instead"
    if key in ("f10", "f11", "f12"):
        return "the window of many terminals takes it"
    if key in _OF_LISTS:
        return "lists hear it first, to move the cursor"
    if SIGNS.get(key) in _BY_ALTGR:
        return "it needs AltGr on many keyboards"
    return ""


def spoken_key(key: str) -> str:
    """A key as a sentence has it: ``Ctrl+S``, ``F8``, ``z``."""
    return f"Ctrl+{shown[1:]}" if (shown := shown_key(key)).startswith("^") and len(shown) == 2 else shown


def shown_key(key: str) -> str:
    """A key as the footer and the help show it: ``^S``, ``F8``, ``.``."""
    if key in SIGNS:
        return SIGNS[key]
    *modifiers, base = key.split("+")
    base = SIGNS.get(base, base)
    if modifiers == ["ctrl"] and len(base) == 1:
        return f"^{base.upper()}"
    return "+".join((*map(str.capitalize, modifiers), base if len(key) == 1 else base.capitalize()))
