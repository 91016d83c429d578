"""Values as one types them: numbers without a tail of zeros, times without seconds."""

import datetime

_NOUNS = {"people": "person", "processes": "process", "kpis": "KPI", "parking_lot": "item"}


def text_of(value: object) -> str:
    """`value` of a field that is typed in one piece; empty where there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    return str(value)


def noun_of(collection: str) -> str:
    """What one item of `collection` is called: "role"."""
    return _NOUNS.get(collection, collection.removesuffix("s"))
