"""Typed text as values: numbers, dates, times and yes or no, the way people write them.

Every function raises PlanError, with a sentence on what is expected, for what cannot be read or can be read two ways.
"""

import datetime
import re

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.names import in_a_line

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_YES = frozenset({"yes", "y", "true", "1", "on", "x"})
_NO = frozenset({"no", "n", "false", "0", "off"})

_ABOUT = r"(?:about|around|roughly|approx\.?|ca\.?|circa|~|some)?\s*"
_CURRENCY = r"(?:[€$£]|EUR|USD|GBP|CHF)"
_DIGITS = r"[+-]?(?:\d{1,3}(?:[ _'\u2019]\d{3})+|\d+)(?:[.,]\d+)*|[+-]?[.,]\d+"
_NUMBER = re.compile(rf"{_ABOUT}({_CURRENCY})?\s*({_DIGITS})\s*(.*)", re.IGNORECASE | re.DOTALL)
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_PERIODS = {
    "minute": ("min", "mins", "minute", "minutes", "'"),
    "hour": ("h", "hr", "hrs", "hour", "hours"),
    "day": ("d", "day", "days", "daily"),
    "week": ("week", "weeks", "weekly", "wk"),
    "month": ("month", "months", "monthly"),
    "quarter": ("quarter", "quarters", "quarterly"),
    "year": ("year", "years", "yearly", "annual", "annually", "pa"),
}
_MINUTES = {"minute": 1, "hour": 60}


def refused(text: str, expected: str) -> PlanError:
    """The error for `text` that is not what is expected."""
    return PlanError(f'"{in_a_line(text)}" cannot be read here. {expected} Nothing was changed.', ExitCode.USAGE)


def number(text: str, counts: str = "") -> float:
    """A number, with a unit behind it or not: "98 %", "1.5", "1,5", "30 EUR", "about 12".

    `counts` names what the field counts in words such as "minutes" or "per week"; "1.5 h" is then 90 minutes, and
    "12 a month" is refused for a week.
    """
    value, rest = _split(text)
    periods = {period for word in re.findall(r"[a-z']+", rest.lower()) if (period := _period(word))}
    own = {period for word in counts.split("_") if (period := _period(word))}
    if re.search(r"\d", rest) or len(rest.split()) > 4:
        raise refused(text, "Type one number, such as 98, 1.5 or 1,5.")
    if not periods or periods <= own:
        return value
    if len(periods - own) == 1 and (factor := _factor(next(iter(periods - own)), own)):
        return _whole(value * factor)
    raise refused(text, f"The number counts {counts.replace('_', ' ')}.")


def amount(text: str, counts: str = "") -> float:
    """A number of 0 or more."""
    value = number(text, counts)
    if value < 0:
        raise refused(text, "Type 0 or more.")
    return value


def number_and_unit(text: str) -> tuple[float, str]:
    """A number and whatever stands behind it: "98 %" is (98, "%")."""
    value, rest = _split(text)
    return value, rest.strip()


def currency(text: str) -> str:
    """The currency that stands before or behind a number; empty where there is none."""
    found = re.search(_CURRENCY, text, re.IGNORECASE)
    return {"€": "EUR", "$": "USD", "£": "GBP"}.get(found[0], found[0].upper()) if found else ""


def _split(text: str) -> tuple[float, str]:
    found = _NUMBER.fullmatch(text.strip()[:200])
    if not found:
        raise refused(text, "Type a number, such as 98, 1.5 or 1,5.")
    digits = re.sub(r"[ _'\u2019]", "", found[2])
    if _AMBIGUOUS.fullmatch(digits):
        joined = re.sub(r"[.,]", "", digits)
        raise refused(text, f"It may mean {joined} or {float(digits.replace(',', '.')):g}; type it without the mark.")
    marks = re.findall(r"[.,]", digits)
    if len(marks) > 1:  # 1,234,567 or 1.234,5: all but a last mark of another kind part the thousands
        decimal = marks[-1] if marks[-1] != marks[0] else ""
        digits = "".join(char for char in digits if char not in ".," or char == decimal)
    value = float(digits.replace(",", "."))
    if abs(value) > 1e15:
        raise refused(text, "That number is too large for a plan.")
    return _whole(value), found[3]


def _whole(value: float) -> float:
    """Whole numbers as integers, so that the file says 98 and not 98.0."""
    return int(value) if value == int(value) else round(value, 9)


def _period(word: str) -> str:
    return next((period for period, words in _PERIODS.items() if word in words), "")


def _factor(typed: str, own: set[str]) -> float:
    """What turns minutes into hours or back, where the field counts one of them; else 0."""
    wanted = own & _MINUTES.keys()
    return _MINUTES[typed] / _MINUTES[wanted.pop()] if typed in _MINUTES and wanted else 0


def date(text: str, today: datetime.date | None = None) -> datetime.date:
    """A day: "2026-11-02", "2 Nov 2026", "2.11.2026", "today", "yesterday".

    Without a year it is the last such day up to `today`: readings, rehearsals and decisions lie in the past.
    """
    plain = text.strip().lower().rstrip(".")
    if plain in ("today", "yesterday") and today:
        return today - datetime.timedelta(days=plain == "yesterday")
    try:
        return _date(plain, today)
    except (ValueError, OverflowError, TypeError):
        raise refused(text, "Type a day such as 2026-11-02 or 2 Nov 2026.") from None


def _date(plain: str, today: datetime.date | None) -> datetime.date:
    if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", plain):
        year, month, day = map(int, plain.split("-"))
        return datetime.date(year, month, day)
    if found := re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.?\s?(\d{4})?", plain):
        return _of_year(found[3], int(found[2]), int(found[1]), today)
    if found := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+([a-z]{3,9})\.?,?\s*(\d{4})?", plain):
        return _of_year(found[3], _month(found[2]), int(found[1]), today)
    if found := re.fullmatch(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})?", plain):
        return _of_year(found[3], _month(found[1]), int(found[2]), today)
    raise ValueError(plain)


def _of_year(year: str | None, month: int, day: int, today: datetime.date | None) -> datetime.date:
    if year:
        return datetime.date(int(year), month, day)
    if today is None:
        raise ValueError("no year")
    this_year = datetime.date(today.year, month, day)
    return this_year if this_year <= today else datetime.date(today.year - 1, month, day)


def _month(name: str) -> int:
    """The number of a month by its name or the first three or four letters of it."""
    for month, full in enumerate(_MONTHS, start=1):
        if name == full or (len(name) in (3, 4) and full.startswith(name)):
            return month
    raise ValueError(name)


def time(text: str) -> datetime.time:
    """A time of day: "9:30", "09.30", "9 am", "14h", "noon"."""
    plain = text.strip().lower()
    if plain in ("noon", "midday"):
        return datetime.time(12)
    found = re.fullmatch(r"(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|h|o'clock)?", plain)
    try:
        if not found:
            raise ValueError(plain)
        hour, half = int(found[1]), (found[4] or "")[:1]
        if half in ("a", "p"):
            if not 1 <= hour <= 12:
                raise ValueError(plain)
            hour = hour % 12 + (12 if half == "p" else 0)
        return datetime.time(hour, int(found[2] or 0), int(found[3] or 0))
    except ValueError:
        raise refused(text, "Type a time such as 9:30 or 14:00.") from None


def yes_no(text: str) -> bool:
    plain = text.strip().lower()
    if plain in _YES or plain in _NO:
        return plain in _YES
    raise refused(text, "Type yes or no.")
