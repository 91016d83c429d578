"""What an item is called, in one line, and what kind of thing it is, in the words that people read."""

from collections.abc import Collection, Iterable

from mvo_tui.plan.model import Item, Table

_LONGEST = 60  # characters; a title is one line of the panel
_MOST_NAMED = 3
_KINDS = {
    "Kpi": "KPI",
    "Debt": "workaround",
    "ParkedItem": "item for later",
    "ReviewEntry": "decision",
    "NotApplicable": "not applicable",
}
_SEVERAL = {"person": "people", "process": "processes", "item for later": "items for later"}
_NAMED_BY = ("name", "statement", "text", "action", "decision")


def called(item: Item, longest: int = _LONGEST) -> str:
    """The item's name, statement or text, cut to a line; "Touchpoint order-page" where it has none."""
    for field in ("name", "statement", "text"):
        text = getattr(item, field, None)
        if text and (plain := in_a_line(text, longest)):
            return plain
    return f"{type(item).__name__} {item.id}"


def in_a_line(text: str, longest: int = _LONGEST) -> str:
    """`text` without line breaks, cut where it is longer than a line of the panel bears."""
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"


def naming_field(table: type[Table]) -> str:
    """The field that a table is known by: its name, statement, text, action or decision; "" where it has none."""
    return next((field for field in _NAMED_BY if field in table.model_fields), "")


def kind_of(table: type[Table]) -> str:
    """What a label or a message calls one item: role, touchpoint, KPI."""
    return _KINDS.get(table.__name__, table.__name__.lower())


def several(table: type[Table]) -> str:
    """What a label or a message calls many items of a kind: roles, touchpoints, people."""
    return _plural(kind_of(table))


def counted(number: int, noun: str) -> str:
    """So: "1 step", "2 processes"."""
    return f"{number} {noun if number == 1 else _plural(noun)}"


def _plural(noun: str) -> str:
    return _SEVERAL.get(noun, f"{noun}s")


def together(names: Collection[str]) -> str:
    """All in a sentence: "Ana", "Ana and Ben", "Ana, Ben and Cem"."""
    *others, last = names or ("",)
    return f"{', '.join(others)} and {last}" if others else last


def some_of(names: Iterable[str]) -> str:
    """As many as a line bears: "Ana", "Ana, Ben and Cem", "Ana, Ben and 2 more"."""
    known = list(names)
    more = len(known) - _MOST_NAMED
    return together(known if more <= 0 else [*known[: _MOST_NAMED - 1], f"{more + 1} more"])
