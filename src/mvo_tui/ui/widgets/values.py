"""Values as people read them: names instead of ids, days instead of "mon", numbers without a tail of zeros."""

import datetime

from mvo_tui.plan.fields import FieldSpec, Kind
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Role
from mvo_tui.plan.names import called
from mvo_tui.plan.places import item_at, item_place


def shown(value: object, spec: FieldSpec, index: PlanIndex) -> str:
    """`value` of the field `spec` as text; empty where there is none."""
    if value is None or value == "":
        return ""
    if isinstance(value, tuple):
        if not value:
            return "none needed" if spec.collection == "tools" else ""
        return ", ".join(shown(part, spec, index) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return f"{value:g}" if abs(value) < 1e6 else str(value)
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    if spec.collection:
        return name_of(str(value), spec.collection, index)
    if spec.kind is Kind.WORDS:
        return spec.words.get(str(value), str(value))
    return str(value)


def name_of(item_id: str, collection: str, index: PlanIndex) -> str:
    """What the item is called, a role with who holds it; an id that leads nowhere says so."""
    item = item_at(index.plan, item_place(collection, item_id))
    if not isinstance(item, Item):
        return f'"{item_id}" (there is none)'
    holder = index.holder(item.id) if isinstance(item, Role) else None
    return f"{called(item)} ({called(holder)})" if holder else called(item)
