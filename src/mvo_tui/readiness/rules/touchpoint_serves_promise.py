"""Every touchpoint says which promise it serves: each decision is traceable back to a promise."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Touchpoint
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.sieve import any_leads_to
from mvo_tui.readiness.subjects import TOUCHPOINTS


def judge(touchpoint: Touchpoint, index: PlanIndex) -> Problem | None:
    if any(promise in index.promise_ids for promise in touchpoint.promises):
        return None
    place, name = f"touchpoints.{touchpoint.id}.promises", called(touchpoint)
    if not touchpoint.promises:
        return unanswered(place, f"{name}: serves no promise yet")
    named = min(touchpoint.promises)
    return wrong(place, f"{name}: there is no promise {quoted(named)}", did_you_mean(named, index.promise_ids))


RULE = Rule(
    id="touchpoint-serves-promise",
    area=Area.JOURNEY,
    severity=Severity.MEDIUM,
    subjects=TOUCHPOINTS,
    judge=judge,
    reads=("promise_ids",),
    sieve=any_leads_to("promises", "promise_ids"),
    why="Work that serves no promise takes its hours from work that does.",
    fix="Choose the promise that it helps to keep. If there is none, ask whether you need this touchpoint now.",
    effort_minutes=1,
    good="""
[[promises]]
id = "by-half-past-six"
[[stages]]
[[stages.touchpoints]]
name = "Finds the bag at the door"
promises = ["by-half-past-six"]
""",
    bad="""
[[stages]]
[[stages.touchpoints]]
name = "Finds the bag at the door"
""",
)
