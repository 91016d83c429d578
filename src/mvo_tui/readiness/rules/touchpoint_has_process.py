"""Every touchpoint has a process behind it: the internal action without which it does not happen."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Touchpoint
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.sieve import any_leads_to
from mvo_tui.readiness.subjects import TOUCHPOINTS


def judge(touchpoint: Touchpoint, index: PlanIndex) -> Problem | None:
    if any(process in index.process_ids for process in touchpoint.processes):
        return None
    place, name = f"touchpoints.{touchpoint.id}.processes", called(touchpoint)
    if not touchpoint.processes:
        return unanswered(place, f"{name}: no process behind it")
    named = min(touchpoint.processes)
    return wrong(place, f"{name}: there is no process {quoted(named)}", did_you_mean(named, index.process_ids))


RULE = Rule(
    id="touchpoint-has-process",
    area=Area.JOURNEY,
    severity=Severity.HIGH,
    subjects=TOUCHPOINTS,
    judge=judge,
    reads=("process_ids",),
    sieve=any_leads_to("processes", "process_ids"),
    why="The customer sees the front, somebody does the back. Where no back is named, the front fails on a busy day.",
    fix="Choose the process behind it, or name a new one: what do you do so that this happens?",
    effort_minutes=2,
    good="""
[[stages]]
[[stages.touchpoints]]
name = "Finds the bag at the door"
processes = ["ride-the-round"]
[[processes]]
id = "ride-the-round"
""",
    bad="""
[[stages]]
[[stages.touchpoints]]
name = "Finds the bag at the door"
""",
)
