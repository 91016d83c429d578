"""Every other promise is measurable: what is counted, which way, how much, in which unit."""

from mvo_tui.readiness.promise_checks import measurable
from mvo_tui.readiness.rule import Area, Rule, Severity
from mvo_tui.readiness.subjects import OTHER_PROMISES

RULE = Rule(
    id="promise-measurable",
    area=Area.PROMISE,
    severity=Severity.MEDIUM,
    subjects=OTHER_PROMISES,
    judge=measurable,
    why="A promise without a number is kept or broken by opinion, and opinions differ most on a bad day.",
    fix="Say what you count, at least or at most how much of it, and in which unit.",
    effort_minutes=5,
    good="""
[[promises]]
id = "wrong-bag"
statement = "A wrong bag is paid back within 24 hours"
measure = "hours from the message to the refund"
direction = "at most"
target = 24
unit = "hours"
""",
    bad="""
[[promises]]
id = "wrong-bag"
statement = "A wrong bag is paid back within 24 hours"
target = 24
""",
)
