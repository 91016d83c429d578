"""There is a core promise: every decision about the operation can be traced back to it."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Promise
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity
from mvo_tui.readiness.subjects import CORE_PROMISE, NO_CORE_PROMISE


def judge(_promise: Promise, _index: PlanIndex) -> Problem | None:
    """A core promise passes by being there; without one, the finding of the same id comes from `NO_CORE_PROMISE`."""
    return None


RULE = Rule(
    id="has-core-promise",
    area=Area.PROMISE,
    severity=Severity.CRITICAL,
    subjects=CORE_PROMISE,
    judge=judge,
    why=NO_CORE_PROMISE.why,
    fix=NO_CORE_PROMISE.fix,
    effort_minutes=NO_CORE_PROMISE.effort_minutes,
    good="""
[[promises]]
statement = "The bag is at your door by 6:30"
core = true
""",
    bad="""
[[promises]]
statement = "The bag is at your door by 6:30"
""",
)
