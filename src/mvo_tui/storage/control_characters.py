"""Characters that must never reach a terminal: a plan from a stranger could write the clipboard or move the cursor.

They are the control characters of C0 (but line feed and tab) and C1, DEL, and halves of surrogate pairs. They are left
out when a plan is read; the file keeps them until the field that holds them is edited.
"""

import re

_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"
_ESCAPED = re.compile(r"\\[bfruUex]")
_C1_IN_UTF_8 = rb"\xc2[\x80-\x9f]"


def may_hold_control_characters(toml: str) -> bool:
    """Whether a text in the TOML document may hold one; quick, and in doubt yes.

    TOML itself refuses all but C1 and line ends where they are not written as an escape.
    """
    return bool(_ESCAPED.search(toml) or (not toml.isascii() and re.search(_C1_IN_UTF_8, toml.encode())))


def without_control_characters(text: str) -> str:
    """`text` as a plan may hold it, with plain line feeds."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isprintable() else re.sub(_CONTROL, "", text)


def shown(text: str) -> str:
    """`text` (a path, a message) for one line of a sentence: whatever is no plain character is a replacement mark."""
    if text.isprintable():
        return text
    return re.sub(_CONTROL, "�", text.replace("\n", "�").replace("\t", " "))
