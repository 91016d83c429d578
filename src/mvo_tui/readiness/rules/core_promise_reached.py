"""A touchpoint serves the core promise: it is kept somewhere on the customer's way."""

from mvo_tui.readiness.promise_checks import reached
from mvo_tui.readiness.rule import Area, Rule, Severity
from mvo_tui.readiness.sieve import leads_to
from mvo_tui.readiness.subjects import CORE_PROMISE

RULE = Rule(
    id="core-promise-reached",
    area=Area.PROMISE,
    severity=Severity.CRITICAL,
    subjects=CORE_PROMISE,
    judge=reached,
    reads=("promises_in_journey",),
    sieve=leads_to("id", "promises_in_journey"),
    why="A promise comes true where the customer meets you. If no such moment is on the map, it comes true by luck.",
    fix="Open the touchpoint where the customer receives it and choose this promise under Serves.",
    effort_minutes=2,
    good="""
[[promises]]
id = "by-half-past-six"
statement = "The bag is at your door by 6:30"
core = true
[[stages]]
[[stages.touchpoints]]
name = "Finds the bag at the door"
promises = ["by-half-past-six"]
""",
    bad="""
[[promises]]
id = "by-half-past-six"
statement = "The bag is at your door by 6:30"
core = true
""",
)
