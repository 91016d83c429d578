"""What the plan says so far to a question, and the list that a question belongs to."""

from mvo_tui.interview.has_answer import MOMENT_OF
from mvo_tui.interview.next_question import Asked
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.places import type_of_collection, value_at
from mvo_tui.tracing.promise_path import core_promise


def value_of(index: PlanIndex, asked: Asked) -> object:
    """The answer of now: a value, a tuple of ids or of tables, None for none.

    Raises:
        PlanError: what was asked about is not in the plan any more.
    """
    if asked.question.spec is not None:
        return value_at(index.plan, asked.place)
    if asked.question.id == "core-promise":
        core = core_promise(index)
        return core.id if core else None
    moment = MOMENT_OF.get(asked.question.id)
    return next((touchpoint.id for touchpoint in index.touchpoints if moment and touchpoint.moment == moment), None)


def list_around(index: PlanIndex, place: str) -> str:
    """The list in which one more item of the kind at `place` belongs.

    Raises:
        PlanError: the place is about no list.
    """
    parts = place.split(".")
    if len(parts) > 2 and parts[2] in ("touchpoints", "steps", "readings"):
        return ".".join(parts[:3])
    if parts[0] == "touchpoints":
        return f"stages.{index.stage_of[parts[1]].id}.touchpoints"
    if parts[0] in type_of_collection:
        return parts[0]
    raise PlanError(f"{place} is about no list.")


def list_beside(index: PlanIndex, place: str) -> str:
    """Like `list_around`, and where the place is about no list, the one that a founder would mean there."""
    if place.startswith("review.log"):
        return "review.log"
    beside = {"venture": "promises", "journey": "stages", "review": "kpis"}
    return beside.get(place.split(".", maxsplit=1)[0]) or list_around(index, place)


_TOGETHER = (("promises", "features"), ("roles", "people"), ("kpis", "debts", "review.log"))
_WITHIN = {"stages": "touchpoints", "processes": "steps", "kpis": "readings"}


def lists_here(index: PlanIndex, place: str) -> tuple[str, ...]:
    """The lists that a text pasted at `place` may be meant for: the one it is in, its own, those of its step."""
    first = list_beside(index, place)
    collection, _, rest = place.partition(".")
    within = [f"{collection}.{rest.split('.')[0]}.{_WITHIN[collection]}"] if rest and collection in _WITHIN else []
    around = [first.partition(".")[0]] if "." in first and first != "review.log" else []
    step = next((lists for lists in _TOGETHER if first in lists), ())
    return tuple(dict.fromkeys((first, *within, *around, *step)))
