"""A KPI watches the core promise: the team sees it slip before the customers tell."""

from mvo_tui.readiness.promise_checks import watched
from mvo_tui.readiness.rule import Area, Rule, Severity
from mvo_tui.readiness.subjects import CORE_PROMISE

RULE = Rule(
    id="core-promise-watched",
    area=Area.PROMISE,
    severity=Severity.CRITICAL,
    subjects=CORE_PROMISE,
    judge=watched,
    reads=("kpis",),
    why="You would hear from the customer that the one promise that must hold did not, and too late to save it.",
    fix="Pick one number that shows whether it is kept, and choose this promise under Watches promise.",
    effort_minutes=5,
    good="""
[[promises]]
id = "by-half-past-six"
statement = "The bag is at your door by 6:30"
core = true
[[kpis]]
name = "Bags at the door by 6:30"
promise = "by-half-past-six"
""",
    bad="""
[[promises]]
id = "by-half-past-six"
statement = "The bag is at your door by 6:30"
core = true
[[kpis]]
name = "Bags at the door by 6:30"
""",
)
