"""Every touchpoint traces to a promise: each decision is there in service of what the customer was promised."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Touchpoint
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.sieve import any_leads_to
from mvo_tui.readiness.subjects import TOUCHPOINTS
from mvo_tui.readiness.traced import READS, is_anything_traced


def judge(touchpoint: Touchpoint, index: PlanIndex) -> Problem | None:
    if not is_anything_traced(index) or any(promise in index.promise_ids for promise in touchpoint.promises):
        return None
    return wrong(f"touchpoints.{touchpoint.id}.promises", f"{called(touchpoint)} serves no promise")


RULE = Rule(
    id="touchpoint-traces-to-promise",
    area=Area.JOURNEY,
    severity=Severity.MEDIUM,
    subjects=TOUCHPOINTS,
    judge=judge,
    reads=READS,
    sieve=any_leads_to("promises", "promise_ids"),
    measure=Measure.LEAN,
    why="Every meeting with a customer costs work. Without a promise behind it, it is work that nobody waits for.",
    fix="Choose the promise that it serves. Where there is none, let the touchpoint go for now.",
    effort_minutes=1,
    good="""
[[promises]]
id = "warm-at-seven"
[[stages]]
[[stages.touchpoints]]
name = "Buys two rolls"
promises = ["warm-at-seven"]
""",
    bad="""
[[promises]]
id = "warm-at-seven"
[[stages]]
[[stages.touchpoints]]
name = "Buys two rolls"
promises = ["warm-at-seven"]
[[stages.touchpoints]]
name = "Sees a post"
""",
)
