"""A KPI watches every other promise: the team sees it slip before the customers tell."""

from mvo_tui.readiness.promise_checks import watched
from mvo_tui.readiness.rule import Area, Rule, Severity
from mvo_tui.readiness.subjects import OTHER_PROMISES

RULE = Rule(
    id="promise-watched",
    area=Area.PROMISE,
    severity=Severity.MEDIUM,
    subjects=OTHER_PROMISES,
    judge=watched,
    reads=("kpis",),
    why="A promise that nobody counts can be broken for weeks before anybody in the team knows.",
    fix="Let one of your two or three numbers watch it, or ask whether it has to be promised at all.",
    effort_minutes=5,
    good="""
[[promises]]
id = "wrong-bag"
statement = "A wrong bag is paid back within 24 hours"
[[kpis]]
name = "Hours to the refund"
promise = "wrong-bag"
""",
    bad="""
[[promises]]
id = "wrong-bag"
statement = "A wrong bag is paid back within 24 hours"
[[kpis]]
name = "Hours to the refund"
""",
)
