"""What a finding calls an item, and how it repeats a word of the founder's. Each fits a line of the panel."""

from mvo_tui.plan.model import Item

_LONGEST = 60  # characters; a title is one line of the panel


def called(item: Item) -> str:
    """The item's name, statement or text, cut to a line; "Touchpoint order-page" where it has none."""
    for field in ("name", "statement", "text"):
        text = getattr(item, field, None)
        if text and (plain := in_a_line(text)):
            return plain
    return f"{type(item).__name__} {item.id}"


def quoted(word: str) -> str:
    """A word that the founder wrote, in quotation marks and cut to a line."""
    return f'"{in_a_line(word)}"'


def in_a_line(text: str) -> str:
    """`text` without line breaks, cut where it is longer than a line of the panel bears."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
