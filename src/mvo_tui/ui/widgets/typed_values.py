"""Values as one types them: numbers without a tail of zeros, times without seconds, items by their names."""

import datetime

from mvo_tui.plan.model import Table

_NAMES = ("name", "statement", "action", "decision", "text", "value")
_NOUNS = {"people": "person", "processes": "process", "kpis": "KPI", "parking_lot": "item"}


def text_of(value: object) -> str:
    """`value` of a field that is typed in one piece."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    return str(value)


def item_texts(value: object) -> tuple[str, ...]:
    """The items of a list as they stand above the line that is typed in."""
    if not isinstance(value, tuple):
        return ()
    return tuple(item_text(item) for item in value)


def item_text(item: object) -> str:
    """What an item is called; a step with its minutes, a text as it is."""
    if not isinstance(item, Table):
        return str(item)
    text = next((text_of(getattr(item, name)) for name in _NAMES if getattr(item, name, None) not in (None, "")), "")
    minutes = getattr(item, "minutes", None)
    return f"{text}, {text_of(minutes)} min" if minutes is not None else text


def noun_of(collection: str) -> str:
    """What one item of `collection` is called: "role"."""
    return _NOUNS.get(collection, collection.removesuffix("s"))
