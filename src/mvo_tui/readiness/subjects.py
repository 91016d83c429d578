"""The kinds of subject that rules look at, and the one sentence that stands for each kind while there is none of it."""

from collections.abc import Callable
from typing import Any

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan, Promise, Review, Venture
from mvo_tui.plan.vocabulary import MUST_BE_COVERED
from mvo_tui.readiness.rule import Missing, Subjects
from mvo_tui.tracing.promise_path import core_promise

WHOLE = ("the plan",)
"""The single subject of a rule on the plan as a whole: such a rule names all that it looks at in `reads`."""

NO_PROMISE = Missing(
    "has-promise",
    "promises",
    "No promise is written down",
    "Every process, tool and role is there to keep a promise. Without one nobody can say what is enough.",
    "Write the one sentence that a customer may hold you to, with a number in it.",
    5,
)
NO_CORE_PROMISE = Missing(
    "has-core-promise",
    "promises",
    "No promise is marked as the core promise",
    "When two promises pull in different directions on a bad day, somebody has to know which one holds.",
    "Mark the one promise without which customers would leave.",
    1,
)
NO_TOUCHPOINT = Missing(
    "has-touchpoint",
    "stages",
    "The customer's journey is not mapped yet",
    "The work is found by walking the customer's way. What is not on the map has no process, no tool and no owner.",
    "Map the first touchpoint: where does a customer meet you first?",
    10,
)
NO_PROCESS = Missing(
    "has-process",
    "processes",
    "There is no process yet",
    "A touchpoint without a process behind it happens only while somebody remembers it.",
    "Name the work behind one touchpoint and write its two to six steps.",
    10,
)
NO_STEP = Missing(
    "has-step",
    "processes",
    "No process has steps yet",
    "Only what is written down can be handed over on a bad day.",
    "Write the steps of one process, one a line, each beginning with a verb.",
    5,
)
TOOLS_UNDECIDED = Missing(
    "has-decided-on-tools",
    "tools",
    "The tools are not decided",
    "The work either needs a tool or it does not. Undecided, everybody picks another one.",
    "Name the tools that the processes need, or say that they need none.",
    5,
)
NO_ROLE = Missing(
    "has-role",
    "roles",
    "There is no role yet",
    "Roles come before people: a role can be handed over, a habit of Ana's can not.",
    "Name the roles that own the processes, even if one person holds them all.",
    5,
)
NO_PERSON = Missing(
    "has-person",
    "people",
    "No person is named",
    "A role that nobody holds does nothing.",
    "Name who is there, and the hours a week that each has for the operation.",
    3,
)
NO_KPI = Missing(
    "has-kpi",
    "kpis",
    "Nothing is measured yet",
    "Without a number you hear of a broken promise from the customer, too late.",
    "Pick two or three numbers that tell early whether the promise is kept.",
    10,
)
NO_REVIEW = Missing(
    "has-review",
    "review",
    "There is no review",
    "Numbers that nobody looks at change nothing. A fixed hour makes somebody look.",
    "Choose a day and an hour, weekly or every second week.",
    3,
)
FEATURES_UNDECIDED = Missing(
    "has-decided-on-features",
    "features",
    "The features of the product are not listed",
    "Each thing that the product lets a customer do is work for somebody behind it.",
    "List the features that cause work, or say that there are none.",
    5,
)
DEBTS_UNDECIDED = Missing(
    "has-decided-on-debts",
    "debts",
    "The workarounds are not listed",
    "A workaround that is known and owned is a debt; one that is not is a surprise.",
    "List what you do by hand for now and could not do ten times as often, or say that there is none.",
    5,
)


def _always(missing: Missing) -> Callable[[PlanIndex], Missing | None]:
    return lambda _index: missing


def _unless_decided(missing: Missing, key: str) -> Callable[[PlanIndex], Missing | None]:
    """For lists where an empty one says "none, decided"."""
    return lambda index: missing if getattr(index.plan, key) is None else None


def _items(key: str) -> Callable[[PlanIndex], tuple[Any, ...]]:
    return lambda index: getattr(index.plan, key) or ()


# Subjects that are made are kept: while they are the same object, nothing has changed about them.


def _venture_alone(venture: Venture) -> tuple[Venture]:
    return (venture,)


def _review_if_any(review: Review) -> tuple[Review, ...]:
    return () if review == Review() else (review,)


def _core_promise(index: PlanIndex) -> tuple[Promise, ...]:
    return index.look(_core_promise_alone, core_promise(index))


def _core_promise_alone(core: Promise | None) -> tuple[Promise, ...]:
    return () if core is None else (core,)


def _other_promises(index: PlanIndex) -> tuple[Any, ...]:
    return index.look(_promises_beside, index.plan.promises, core_promise(index))


def _promises_beside(promises: tuple[Promise, ...], core: Promise | None) -> tuple[Promise, ...]:
    return tuple(promise for promise in promises if promise is not core)


def _functions(index: PlanIndex) -> tuple[Any, ...]:
    is_mapped = index.touchpoints or index.plan.journey != Plan().journey
    return MUST_BE_COVERED if is_mapped else ()


VENTURE = Subjects("the venture", lambda index: index.look(_venture_alone, index.plan.venture), _always(NO_PROMISE))
PROMISES = Subjects("each promise", _items("promises"), _always(NO_PROMISE))
CORE_PROMISE = Subjects(
    "the core promise", _core_promise, lambda index: NO_CORE_PROMISE if index.plan.promises else NO_PROMISE
)
OTHER_PROMISES = Subjects(
    "each other promise", _other_promises, lambda index: None if index.plan.promises else NO_PROMISE
)
FEATURES = Subjects("each feature", _items("features"), _unless_decided(FEATURES_UNDECIDED, "features"))
JOURNEY = Subjects("the journey", lambda index: WHOLE if index.touchpoints else (), _always(NO_TOUCHPOINT))
FUNCTIONS = Subjects("each function", _functions, _always(NO_TOUCHPOINT))
STAGES = Subjects("each stage", _items("stages"), _always(NO_TOUCHPOINT))
TOUCHPOINTS = Subjects("each touchpoint", lambda index: index.touchpoints, _always(NO_TOUCHPOINT))
PROCESSES = Subjects("each process", _items("processes"), _always(NO_PROCESS))
STEPS = Subjects("each step", lambda index: index.steps, lambda index: NO_STEP if index.plan.processes else NO_PROCESS)
TOOLS = Subjects("each tool", _items("tools"), _unless_decided(TOOLS_UNDECIDED, "tools"))
ROLES = Subjects("each role", _items("roles"), _always(NO_ROLE))
PEOPLE = Subjects("each person", _items("people"), _always(NO_PERSON))
KPIS = Subjects("each KPI", _items("kpis"), _always(NO_KPI))
MEASUREMENT = Subjects("the KPIs together", lambda index: WHOLE if index.plan.kpis else (), _always(NO_KPI))
REVIEW = Subjects("the review", lambda index: index.look(_review_if_any, index.plan.review), _always(NO_REVIEW))
DEBTS = Subjects("each debt", _items("debts"), _unless_decided(DEBTS_UNDECIDED, "debts"))
PLAN = Subjects("the plan", lambda _index: WHOLE, _always(NO_PROMISE))
