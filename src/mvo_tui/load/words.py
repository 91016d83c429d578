"""A load in words: hours as people say them, numbers of customers with what they count, who is overrun first."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mvo_tui.load.at_demand import Scale
from mvo_tui.load.breaking_point import Customers, Forecast, first_of, is_past
from mvo_tui.load.unknown import Gap
from mvo_tui.load.weekly import FULL
from mvo_tui.plan.model import Person
from mvo_tui.plan.names import called, some_of

NEVER = "no number of customers overruns this"
_FULL = f"{FULL:.0%}"
_PLAIN = 1e9
"""Up to here a number is written out."""


def number(value: float) -> str:
    """A number with one decimal at most: ``31``, ``24.3``."""
    return f"{value:,.1f}".removesuffix(".0") if abs(value) < _PLAIN else f"{value:.2g}"


def hours(minutes: float | None) -> str:
    """Minutes as hours, ``?`` where they are not known."""
    return "?" if minutes is None else number(minutes / 60)


def share(minutes: float | None, of_hours: float | None) -> str:
    """The part of the hours that a load takes: ``118%``; empty where there is none to tell."""
    if minutes is None or not of_hours:
        return ""
    part = minutes / 60 / of_hours
    return f"{part:.0%}" if part < _PLAIN else f"{part:.2g} times"


def demand(scale: Scale, customers: float | None, *, is_brief: bool = False) -> str:
    """The demand where the number that is turned is `customers`: ``8 new customers a week, 60.8 active``."""
    if customers is None:
        return "no estimate of the customers"
    new, active = scale.demand(customers)
    parts = [f"{number(new)} new {'' if is_brief else 'customers '}a week"] if new is not None else []
    if active is not None:
        parts.append(f"{number(active)} active" if parts else f"{number(active)} active customers")
    return ", ".join(parts)


def from_customers(found: Customers, *, is_brief: bool = False) -> str:
    """``from 31 new customers a week (or 236 active)``; briefly without the active ones."""
    if found.new is None:
        return f"from {found.active:,} active customers" if found.active else "even without customers"
    if not found.new:
        return "even without customers"
    active = "" if found.active is None or is_brief else f" (or {found.active:,} active)"
    return f"from {found.new:,} new {'customer' if found.new == 1 else 'customers'} a week{active}"


def briefly(found: Customers) -> str:
    """The same in a few characters: ``from 31 a week``."""
    if not (found.active if found.new is None else found.new):
        return "even without customers"
    return f"from {found.active:,} active" if found.new is None else f"from {found.new:,} a week"


def standings(found: Forecast, minutes: float | None) -> tuple[str, ...]:
    """How somebody stands at a load of so many minutes, and from how many customers on that changes: the fullest
    wording first, then shorter ones.
    """
    has = found.person.hours_per_week
    over = f"overrun {briefly(found.overrun_from)}" if found.overrun_from else "never overrun"
    if minutes is None or has is None or found.load is None:
        return ("not known",)
    if is_past(minutes, has):
        return (over,)
    if is_past(minutes, has, FULL):
        return (f"past {_FULL}, {over}",)
    if found.full_from is None:
        return (NEVER, over)
    full = briefly(found.full_from)
    in_short = full.removesuffix(" a week")
    return (f"past {_FULL} {full}, {over}", f"{_FULL} {in_short}, {over}", over)


def verdict(
    found: Sequence[Forecast],
    minutes: Mapping[str, float | None],
    why_unknown: Mapping[str, tuple[Gap, ...]],
    *,
    is_brief: bool = False,
) -> str:
    """In one line: who is overrun at these loads, or else who is first as customers come, and from how many."""
    known = [each for each in found if each.is_known]
    unknown = [each for each in found if not each.is_known]
    if not found:
        return "Nobody is named yet who does the work."
    if not known:
        gap = next((gap for each in found for gap in why_unknown.get(each.person.id, ())), None)
        return "Who is overrun first is not known yet." + (f" {gap.text}." if gap else "")
    beside = f" Not known: {_names(unknown)}." if unknown else ""
    return f"{_of_known(known, minutes, is_brief)}{beside}"


def _of_known(known: list[Forecast], minutes: Mapping[str, float | None], is_brief: bool) -> str:
    people, customers = first_of((each.person, each.overrun_from) for each in known)
    since = from_customers(customers, is_brief=is_brief) if customers else ""
    ids = {person.id for person in people}
    first = [each for each in known if each.person.id in ids]
    now = [each for each in known if _is_past_now(each, minutes, 1.0)]
    if now and customers is not None:
        which = "" if len(now) == 1 else f"; {_names(first)} first"
        return f"{_names(now)} {'is' if len(now) == 1 else 'are'} overrun{which}, {since}."
    if customers is None:
        full = [each for each in known if _is_past_now(each, minutes, FULL)]
        return f"Past {_FULL}: {_names(full)}." if full else "No number of customers overruns anybody."
    return f"{_names(first)} {'is' if len(first) == 1 else 'are'} overrun first, {since}."


def _is_past_now(found: Forecast, minutes: Mapping[str, float | None], part: float) -> bool:
    load, has = minutes.get(found.person.id), found.person.hours_per_week
    return load is not None and has is not None and is_past(load, has, part)


def _names(found: Iterable[Forecast]) -> str:
    return some_of(called(each.person) for each in found)


def first_names(names: Sequence[str]) -> list[str]:
    """The first names, where they tell people apart; who has no name is known by the id."""
    first = [name.split()[0] for name in names]
    times = Counter(first)
    is_name = {short: times[short] == 1 and short != Person.__name__ for short in first}
    return [short if is_name[short] else name for short, name in zip(first, names, strict=True)]


def hats(count: int) -> str:
    """How many roles somebody holds."""
    return "no hat" if not count else "1 hat" if count == 1 else f"{count} hats"
