"""The journey goes on after the moment of value: customers come back, bring others, or leave well."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.subjects import JOURNEY
from mvo_tui.readiness.touchpoint_checks import is_told


def judge(_journey: object, index: PlanIndex) -> Problem | None:
    if has_touchpoint_after_value(index) or has_retention(index):
        return None
    return unanswered("journey.after-value", "Nothing is mapped after the moment of value")


def has_touchpoint_after_value(index: PlanIndex) -> bool:
    """Whether a touchpoint follows the first moment of value; it may be another one.

    The first, because taking the mark off the last of several must not look like a longer journey.
    """
    moments = [touchpoint.moment for touchpoint in index.touchpoints]
    if "value" not in moments:
        return False
    return any(is_told(touchpoint) for touchpoint in index.touchpoints[moments.index("value") + 1 :])


def has_retention(index: PlanIndex) -> bool:
    stages = (stage for stage in index.plan.stages if stage.function == "retention")
    return any(is_told(touchpoint) for stage in stages for touchpoint in stage.touchpoints)


RULE = Rule(
    id="has-something-after-value",
    area=Area.JOURNEY,
    severity=Severity.MEDIUM,
    subjects=JOURNEY,
    judge=judge,
    reads=("stages",),
    why="First customers who come back cost nothing to win. Those who leave can say why, if somebody asks.",
    fix="Add what follows: how a customer comes back, recommends you, pauses or leaves.",
    effort_minutes=3,
    good="""
[[stages]]
[[stages.touchpoints]]
name = "Finds the bag at the door"
moment = "value"
[[stages.touchpoints]]
name = "Is asked after ten bags what was missing"
""",
    bad="""
[[stages]]
[[stages.touchpoints]]
name = "Orders the first bag"
[[stages.touchpoints]]
name = "Finds the bag at the door"
moment = "value"
""",
)
