"""A person answers for every other promise: a process on its way has an owner, and somebody holds that role."""

from mvo_tui.readiness.promise_checks import OWNED_READS, OWNED_SIEVE, owned
from mvo_tui.readiness.rule import Area, Rule, Severity
from mvo_tui.readiness.subjects import OTHER_PROMISES

RULE = Rule(
    id="promise-owned",
    area=Area.PROMISE,
    severity=Severity.MEDIUM,
    subjects=OTHER_PROMISES,
    judge=owned,
    reads=OWNED_READS,
    sieve=OWNED_SIEVE,
    why="Work that is everybody's is dropped between two people who each thought of the other.",
    fix="Give one process on its way an owner, and say which person holds that role.",
    effort_minutes=3,
    good="""
[[promises]]
id = "wrong-bag"
statement = "A wrong bag is paid back within 24 hours"
[[stages]]
[[stages.touchpoints]]
name = "Writes that the bag was wrong"
promises = ["wrong-bag"]
processes = ["refund-a-bag"]
[[processes]]
id = "refund-a-bag"
owner = "rider"
[[roles]]
id = "rider"
held_by = "mei"
[[people]]
id = "mei"
""",
    bad="""
[[promises]]
id = "wrong-bag"
statement = "A wrong bag is paid back within 24 hours"
[[stages]]
[[stages.touchpoints]]
name = "Writes that the bag was wrong"
promises = ["wrong-bag"]
processes = ["refund-a-bag"]
[[processes]]
id = "refund-a-bag"
owner = "rider"
[[roles]]
id = "rider"
""",
)
