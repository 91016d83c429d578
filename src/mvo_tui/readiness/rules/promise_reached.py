"""A touchpoint serves every other promise: it is kept somewhere on the customer's way."""

from mvo_tui.readiness.promise_checks import reached
from mvo_tui.readiness.rule import Area, Rule, Severity
from mvo_tui.readiness.sieve import leads_to
from mvo_tui.readiness.subjects import OTHER_PROMISES

RULE = Rule(
    id="promise-reached",
    area=Area.PROMISE,
    severity=Severity.MEDIUM,
    subjects=OTHER_PROMISES,
    judge=reached,
    reads=("promises_in_journey",),
    sieve=leads_to("id", "promises_in_journey"),
    why="Nothing that you do for customers leads to this promise yet, so it is only a sentence.",
    fix="Open the touchpoint where it is kept and choose it under Serves, or drop the promise.",
    effort_minutes=2,
    good="""
[[promises]]
id = "wrong-bag"
statement = "A wrong bag is paid back within 24 hours"
[[stages]]
[[stages.touchpoints]]
name = "Writes that the bag was wrong"
promises = ["wrong-bag"]
""",
    bad="""
[[promises]]
id = "wrong-bag"
statement = "A wrong bag is paid back within 24 hours"
""",
)
