"""One promise is the core promise, not several: the single most important outcome."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, wrong
from mvo_tui.readiness.subjects import PLAN
from mvo_tui.tracing.promise_path import core_promise


def judge(_plan: object, index: PlanIndex) -> Problem | None:
    core = core_promise(index)
    others = [promise for promise in index.plan.promises if promise.core and promise is not core]
    if not others:
        return None
    second = min(others, key=lambda promise: promise.id)
    return wrong(f"promises.{second.id}.core", f"{called(second)}: marked as core, and it is not the only one")


RULE = Rule(
    id="only-one-core-promise",
    area=Area.PROMISE,
    severity=Severity.LOW,
    subjects=PLAN,
    judge=judge,
    reads=("promises", "stages", "processes", "tools", "roles", "people", "kpis"),
    why="On the morning when only one promise can be kept, two core promises leave the choice to chance.",
    fix="Keep the mark on the promise without which customers would leave, and take it off the others.",
    effort_minutes=1,
    is_free=True,
    good="""
[[promises]]
statement = "The bag is at your door by 6:30"
core = true
[[promises]]
statement = "A wrong bag is paid back within 24 hours"
""",
    bad="""
[[promises]]
statement = "The bag is at your door by 6:30"
core = true
[[promises]]
statement = "A wrong bag is paid back within 24 hours"
core = true
""",
)
