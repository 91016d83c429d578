"""Numbers in a promise: "within 24 hours", "98 %", "by Sunday 18:00" say already how the promise can be counted."""

import re
from typing import NamedTuple


class Measure(NamedTuple):
    """How a promise is counted; the fields are those of a promise."""

    measure: str
    direction: str
    target: float
    unit: str

    @property
    def label(self) -> str:
        return f"{self.measure}: {self.direction} {self.target:g} {self.unit}"


_NUMBER = r"(\d+(?:[.,]\d+)?)"
_TIME = r"(minutes?|min|hours?|h|working days?|days?|weeks?)"
_UNITS = {"min": "minutes", "minute": "minutes", "h": "hours", "hour": "hours", "day": "days", "week": "weeks"}
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|noon|midnight|tomorrow|the (?:next|same) day)"

_SHARE = re.compile(rf"{_NUMBER}\s*(?:%|per ?cent)\s*(?:of\s+)?(?:the\s+|all\s+)?(.*)", re.IGNORECASE)
_WITHIN = re.compile(
    rf"\b(?:within|in(?: less than| under)?|under|at most|less than)\s+{_NUMBER}\s*{_TIME}\b", re.IGNORECASE
)
_RESPONSE = re.compile(rf"\b{_NUMBER}[\s-]*{_TIME}\b", re.IGNORECASE)
_BY = re.compile(rf"\bby\s+((?:{_DAY}\s*)?(?:at\s+)?(?:\d{{1,2}}[:.]\d\d|\d{{1,2}}\s*[ap]m|{_DAY}))", re.IGNORECASE)

_MOST = 95.0
"""The share that is offered where the promise names a time and no share. A promise of 100 % breaks at once."""


def measures_in(statement: str) -> tuple[Measure, ...]:
    """The ways to count that `statement` suggests, the most literal first; empty where it holds no number."""
    plain = " ".join(statement[:500].split())
    if found := _SHARE.search(plain):
        rest = found[2].strip(" .,;") or "kept"
        return (Measure(rest, "at least", _number(found[1]), "%"),)
    if found := _WITHIN.search(plain) or _RESPONSE.search(plain):
        target, unit = _number(found[1]), _unit(found[2])
        return (
            Measure(f"share kept within {target:g} {unit}", "at least", _MOST, "%"),
            Measure("the longest that a customer waited", "at most", target, unit),
        )
    if found := _BY.search(plain):
        return (Measure(f"share kept by {found[1].strip()}", "at least", _MOST, "%"),)
    return ()


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _unit(text: str) -> str:
    text = text.lower()
    return _UNITS.get(text, _UNITS.get(text.removesuffix("s"), text if text.endswith("s") else f"{text}s"))
