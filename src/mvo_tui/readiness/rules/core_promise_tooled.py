"""The tools behind the core promise are decided: it has a tool, or a process that needs none on purpose."""

from mvo_tui.readiness.promise_checks import TOOLED_READS, TOOLED_SIEVE, tooled
from mvo_tui.readiness.rule import Area, Rule, Severity
from mvo_tui.readiness.subjects import CORE_PROMISE

RULE = Rule(
    id="core-promise-tooled",
    area=Area.PROMISE,
    severity=Severity.CRITICAL,
    subjects=CORE_PROMISE,
    judge=tooled,
    reads=TOOLED_READS,
    sieve=TOOLED_SIEVE,
    why="If it is open what the work is done with, each morning is done differently, and one of them fails.",
    fix="Choose the simplest tool that a process on its way needs, or decide that it needs none.",
    effort_minutes=3,
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
tools = ["street-list"]
[[tools]]
id = "street-list"
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
processes = ["ride-the-round"]
[[processes]]
id = "ride-the-round"
""",
)
