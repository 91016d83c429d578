"""What an item is called, in one line, and what kind of thing it is, in the words that people read."""

from mvo_tui.plan.model import Item, Table

_LONGEST = 60  # characters; a title is one line of the panel
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
    kind = kind_of(table)
    return _SEVERAL.get(kind, f"{kind}s")
