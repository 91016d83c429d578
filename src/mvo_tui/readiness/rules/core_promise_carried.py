"""A process carries the core promise: the operation must include one that makes it happen."""

from mvo_tui.readiness.promise_checks import CARRIED_READS, CARRIED_SIEVE, carried
from mvo_tui.readiness.rule import Area, Rule, Severity
from mvo_tui.readiness.subjects import CORE_PROMISE

RULE = Rule(
    id="core-promise-carried",
    area=Area.PROMISE,
    severity=Severity.CRITICAL,
    subjects=CORE_PROMISE,
    judge=carried,
    reads=CARRIED_READS,
    sieve=CARRIED_SIEVE,
    why="The one promise that must hold has no work behind it. Whoever happens to think of it will do it, or nobody.",
    fix="Name the work behind the touchpoint that serves it, from its trigger to done.",
    effort_minutes=10,
    good="""
[[promises]]
id = "by-half-past-six"
statement = "The bag is at your door by 6:30"
core = true
[[stages]]
[[stages.touchpoints]]
name = "Finds the bag at the door"
promises = ["by-half-past-six"]
processes = ["ride-the-round"]
[[processes]]
id = "ride-the-round"
""",
    bad="""
[[promises]]
id = "by-half-past-six"
statement = "The bag is at your door by 6:30"
core = true
[[stages]]
[[stages.touchpoints]]
name = "Finds the bag at the door"
promises = ["by-half-past-six"]
""",
)
