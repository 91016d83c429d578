"""What to say of a place that is no field of the plan: which part of it is wrong, and what was perhaps meant."""

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.fields import declared_fields
from mvo_tui.plan.model import Plan, Table
from mvo_tui.plan.names import in_a_line
from mvo_tui.plan.places import find, follow, item_at, items_of, split_field, type_of_collection, type_of_single
from mvo_tui.plan.suggestions import nearest

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
    raise PlanError(f'There is no "{in_a_line(place)}" in this plan. {_hint(plan, place)}'.rstrip(), ExitCode.USAGE)


def _value_at(plan: Plan, place: str) -> object:
    path = find(plan, place)
    return None if path is None else follow(plan, path)


def _hint(plan: Plan, place: str) -> str:
    """`place` with its first wrong part mended; else what there is in its stead."""
    parts = place.split(".")
    for number, part in enumerate(parts):
        known = _names_below(plan, ".".join(parts[:number]))
        if part in known:
            continue
        if found := nearest(part, known):
            return f'Did you mean "{".".join([*parts[:number], found, *parts[number + 1 :]])}"?'
        return f"There are: {', '.join(known)}." if 0 < len(known) <= _MOST_LISTED else ""
    return ""


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
