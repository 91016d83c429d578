"""A process carries every other promise: a promise that no work stands behind is a hope."""

from mvo_tui.readiness.promise_checks import CARRIED_READS, CARRIED_SIEVE, carried
from mvo_tui.readiness.rule import Area, Rule, Severity
from mvo_tui.readiness.subjects import OTHER_PROMISES

RULE = Rule(
    id="promise-carried",
    area=Area.PROMISE,
    severity=Severity.MEDIUM,
    subjects=OTHER_PROMISES,
    judge=carried,
    reads=CARRIED_READS,
    sieve=CARRIED_SIEVE,
    why="The customer was told something that is on nobody's list of work.",
    fix="Name the work behind a touchpoint that serves it, from its trigger to done.",
    effort_minutes=10,
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
""",
    bad="""
[[promises]]
id = "wrong-bag"
statement = "A wrong bag is paid back within 24 hours"
[[stages]]
[[stages.touchpoints]]
name = "Writes that the bag was wrong"
promises = ["wrong-bag"]
""",
)
