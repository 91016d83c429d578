"""What a finding calls an item: its name as the founder wrote it, else what kind of thing it is."""

from mvo_tui.plan.model import Item

_LONGEST = 60  # characters; a title is one line of the panel


def called(item: Item) -> str:
    """The item's name, statement or text, cut to a line; "Touchpoint order-page" where it has none."""
    for field in ("name", "statement", "text"):
        text = getattr(item, field, None)
        if text and (plain := " ".join(text.split())):
            return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
    return f"{type(item).__name__} {item.id}"
