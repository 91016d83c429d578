"""Every touchpoint has a name of its own: people who speak of it mean the same moment."""

from collections.abc import Mapping

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex, touchpoints_in_order
from mvo_tui.plan.model import Stage, Touchpoint
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import TOUCHPOINTS


def judge(touchpoint: Touchpoint, index: PlanIndex) -> Problem | None:
    if not touchpoint.name or not is_said(touchpoint.name):
        return unanswered(f"touchpoints.{touchpoint.id}.name", f"{called(touchpoint)} has no name")
    if index.look(first_of_each_name, index.plan.stages)[plain(touchpoint.name)] == touchpoint.id:
        return None
    return wrong(f"touchpoints.{touchpoint.id}.name", f"{called(touchpoint)}: an earlier touchpoint has this name")


def first_of_each_name(stages: tuple[Stage, ...]) -> Mapping[str, str]:
    """The id of the first touchpoint of each name, in the customer's order."""
    return {plain(point.name or ""): point.id for point in reversed(touchpoints_in_order(stages))}


def plain(name: str) -> str:
    return " ".join(name.casefold().split())


RULE = Rule(
    id="touchpoint-has-own-name",
    area=Area.JOURNEY,
    severity=Severity.LOW,
    subjects=TOUCHPOINTS,
    judge=judge,
    reads=("stages",),
    why="Two moments under one name are prepared once and happen twice.",
    fix="Name it by what the customer does there, and differently from the others.",
    effort_minutes=1,
    good="""
[[stages]]
[[stages.touchpoints]]
name = "Orders the first bag"
[[stages.touchpoints]]
name = "Finds the bag at the door"
""",
    bad="""
[[stages]]
[[stages.touchpoints]]
name = "Gets bread"
[[stages.touchpoints]]
name = "gets bread"
""",
)
