"""A person answers for the core promise: a process on its way has an owner, and somebody holds that role."""

from mvo_tui.readiness.promise_checks import OWNED_READS, OWNED_SIEVE, owned
from mvo_tui.readiness.rule import Area, Rule, Severity
from mvo_tui.readiness.subjects import CORE_PROMISE

RULE = Rule(
    id="core-promise-owned",
    area=Area.PROMISE,
    severity=Severity.CRITICAL,
    subjects=CORE_PROMISE,
    judge=owned,
    reads=OWNED_READS,
    sieve=OWNED_SIEVE,
    why="When the promise breaks at six in the morning, somebody has to know that it is theirs to save.",
    fix="Give one process on its way an owner, and say which person holds that role.",
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
owner = "rider"
[[roles]]
id = "rider"
held_by = "mei"
[[people]]
id = "mei"
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
owner = "rider"
[[roles]]
id = "rider"
""",
)
