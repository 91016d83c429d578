"""The value of a field in words: ids become names, truth yes or no, a list its parts."""

import datetime

from mvo_tui.plan.fields import FieldSpec
from mvo_tui.plan.model import Plan
from mvo_tui.plan.names import called, in_a_line
from mvo_tui.plan.places import items_of

UNDECIDED = ("tools", "integrates_with", "features", "debts")
"""The fields in which an absent list is not an empty one."""


def value_in_words(value: object, spec: FieldSpec, plan: Plan) -> str:
    """Empty where it is blank."""
    match value:
        case None | "":
            return ""
        case ():
            return "none"
        case tuple():
            return ", ".join(value_in_words(part, spec, plan) for part in value)
        case bool():
            return "yes" if value else "no"
        case datetime.time():
            return value.isoformat() if value.second or value.microsecond else value.isoformat("minutes")
        case str() if spec.collection:
            return _name(value, spec.collection, plan)
        case str() if spec.is_free_text:
            return f'"{in_a_line(value)}"'
    return in_a_line(str(value))


def _name(item_id: str, collection: str, plan: Plan) -> str:
    item = next((item for item in items_of(plan, collection) if item.id == item_id), None)
    return f'"{called(item)}"' if item else f"{in_a_line(item_id)} (not in the plan)"
