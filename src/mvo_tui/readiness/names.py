"""What a finding calls an item, and how it repeats a word of the founder's: short, so that the fault is still seen."""

from mvo_tui.plan import names
from mvo_tui.plan.model import Item

_LONGEST = 36  # characters; a title has two lines of the panel, and what is wrong stands behind the name


def called(item: Item) -> str:
    """The item's name, cut so that a title keeps room for what is wrong."""
    return _cut(names.called(item))


def quoted(word: str) -> str:
    """A word that the founder wrote, in quotation marks and cut in the same way."""
    return f'"{_cut(names.in_a_line(word))}"'


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
