"""Every touchpoint says its channel: where it happens decides what can go wrong there."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Touchpoint
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import said
from mvo_tui.readiness.subjects import TOUCHPOINTS


def judge(touchpoint: Touchpoint, _index: PlanIndex) -> Problem | None:
    if is_said(touchpoint.channel):
        return None
    return unanswered(f"touchpoints.{touchpoint.id}.channel", f"{called(touchpoint)}: no channel")


RULE = Rule(
    id="touchpoint-has-channel",
    area=Area.JOURNEY,
    severity=Severity.LOW,
    subjects=TOUCHPOINTS,
    judge=judge,
    sieve=said("channel"),
    why="A message fails otherwise than a doorbell. The channel tells what to have ready, and who must be reachable.",
    fix="Say where it happens: phone, web, at the door, by post.",
    effort_minutes=1,
    good="""
[[stages]]
[[stages.touchpoints]]
name = "Finds the bag at the door"
channel = "at the door"
""",
    bad="""
[[stages]]
[[stages.touchpoints]]
name = "Finds the bag at the door"
""",
)
