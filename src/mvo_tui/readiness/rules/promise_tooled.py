"""The tools behind every other promise are decided: it has a tool, or a process that needs none on purpose."""

from mvo_tui.readiness.promise_checks import TOOLED_READS, TOOLED_SIEVE, tooled
from mvo_tui.readiness.rule import Area, Rule, Severity
from mvo_tui.readiness.subjects import OTHER_PROMISES

RULE = Rule(
    id="promise-tooled",
    area=Area.PROMISE,
    severity=Severity.MEDIUM,
    subjects=OTHER_PROMISES,
    judge=tooled,
    reads=TOOLED_READS,
    sieve=TOOLED_SIEVE,
    why="Without an agreed tool the note is in one head or on three lists, and the promise waits for whoever knows.",
    fix="Choose the simplest tool that a process on its way needs, or decide that it needs none.",
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
tools = []
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
""",
)
