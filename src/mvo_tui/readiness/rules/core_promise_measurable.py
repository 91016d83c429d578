"""The core promise is measurable: what is counted, which way, how much, in which unit."""

from mvo_tui.readiness.promise_checks import measurable
from mvo_tui.readiness.rule import Area, Rule, Severity
from mvo_tui.readiness.subjects import CORE_PROMISE

RULE = Rule(
    id="core-promise-measurable",
    area=Area.PROMISE,
    severity=Severity.HIGH,
    subjects=CORE_PROMISE,
    judge=measurable,
    why="What you can not count you can not see breaking. The first count of late bags would come from a complaint.",
    fix="Say what you count, at least or at most how much of it, and in which unit.",
    effort_minutes=5,
    good="""
[[promises]]
id = "by-half-past-six"
statement = "The bag is at your door by 6:30"
core = true
measure = "bags at the door by 6:30"
direction = "at least"
target = 98
unit = "%"
""",
    bad="""
[[promises]]
id = "by-half-past-six"
statement = "The bag is at your door by 6:30"
core = true
measure = "bags at the door by 6:30"
""",
)
