"""What to say of a place that is not what a command takes: which part of it is wrong, and what was perhaps meant."""

from collections.abc import Iterable

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.fields import declared_fields
from mvo_tui.plan.model import Plan, Table
from mvo_tui.plan.names import called, in_a_line, together
from mvo_tui.plan.places import (
    all_items,
    find,
    follow,
    item_at,
    items_of,
    split_field,
    type_of_collection,
    type_of_single,
)
from mvo_tui.plan.suggestions import nearest
from mvo_tui.tracing.away import CAN_BE_AWAY, can_be_away
from mvo_tui.tracing.link import Traced, traced_at

_MOST_LISTED = 20


def refuse_wrong_place(plan: Plan, place: str) -> None:
    """Nothing where `place` is a field of the plan.

    Raises:
        PlanError: it is none; wrong usage.
    """
    table_place, field = split_field(place)
    table = item_at(plan, table_place) if table_place else plan
    if table is not None and field in declared_fields(type(table)):
        return
    if isinstance(found := _value_at(plan, place), Table):
        fields = ", ".join(_names_below(plan, place))
        raise PlanError(f"{place} is a table, not a field. In it there are: {fields}.", ExitCode.USAGE)
    if found is not None:
        raise PlanError(f"{place} can't be set: it stays what it is.", ExitCode.USAGE)
    raise _not_there(plan, place)


def traced_or_refuse(plan: Plan, place: str) -> Traced:
    """The item that `place` is of, or lies in.

    Raises:
        PlanError: there is none; wrong usage.
    """
    item = traced_at(plan, place)
    if item is not None:
        return item
    if find(plan, place) is None:
        raise _not_there(plan, place)
    raise PlanError(f"{place} is no item. {_items_in(plan, place)}".rstrip(), ExitCode.USAGE)


def away_or_refuse(plan: Plan, places: Iterable[str]) -> tuple[Traced, ...]:
    """The items at `places`, each once; others rest on all of them.

    Raises:
        PlanError: one of them is not there, or nothing could rest on it; wrong usage.
    """
    items = {place: traced_or_refuse(plan, place) for place in dict.fromkeys(places)}
    for place in items:
        if not can_be_away(place):
            raise PlanError(
                f"{place} can't be taken away: only {together(CAN_BE_AWAY)} can, by their ids.", ExitCode.USAGE
            )
    return tuple(items.values())


def _items_in(plan: Plan, place: str) -> str:
    known = _names_below(plan, place) if place in type_of_collection else []
    return f"Its items: {', '.join(f'{place}.{name}' for name in known)}." if 0 < len(known) <= _MOST_LISTED else ""


def _not_there(plan: Plan, place: str) -> PlanError:
    return PlanError(f'There is no "{in_a_line(place)}" in this plan. {_hint(plan, place)}'.rstrip(), ExitCode.USAGE)


def _value_at(plan: Plan, place: str) -> object:
    path = find(plan, place)
    return None if path is None else follow(plan, path)


def _hint(plan: Plan, place: str) -> str:
    """`place` with its first wrong part mended; else what there is in its stead."""
    if so_called := _called_so(plan, place):
        return f'Did you mean "{so_called}"?'
    parts = place.split(".")
    for number, part in enumerate(parts):
        known = _names_below(plan, ".".join(parts[:number]))
        if part in known:
            continue
        if found := nearest(part, known):
            return f'Did you mean "{".".join([*parts[:number], found, *parts[number + 1 :]])}"?'
        return f"There are: {', '.join(known)}." if 0 < len(known) <= _MOST_LISTED else ""
    return ""


def _called_so(plan: Plan, word: str) -> str:
    """The place of the item that has `word` for its id or its name; empty where that is none, or several."""
    wanted = word.strip().casefold()
    found = [place for place, item in all_items(plan) if wanted and wanted in (item.id, called(item).casefold())]
    return found[0] if len(found) == 1 else ""


def _names_below(plan: Plan, place: str) -> list[str]:
    """What a place may go on with behind `place`."""
    if not place:
        return [*type_of_single, *type_of_collection]
    if place in type_of_collection:
        return [item.id for item in items_of(plan, place)]
    value = _value_at(plan, place)
    if isinstance(value, tuple):
        return [str(number) for number in range(1, len(value) + 1)]
    if isinstance(value, Table):
        names = [name for name in type(value).model_fields if name not in ("id", "touchpoints")]
        return sorted(names, key="notes".__eq__)
    return []
