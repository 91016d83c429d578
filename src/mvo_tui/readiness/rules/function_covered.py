"""Marketing, sales, onboarding, billing, delivery and support are each covered, or set aside with a reason."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import FUNCTIONS
from mvo_tui.readiness.touchpoint_checks import is_told


def judge(function: str, index: PlanIndex) -> Problem | None:
    place, name = f"journey.{function}", function.capitalize()
    stages = (stage for stage in index.plan.stages if stage.function == function)
    if any(is_told(touchpoint) for stage in stages for touchpoint in stage.touchpoints):
        return None
    is_set_aside = is_said(getattr(index.plan.journey.not_applicable, function))
    if function == "delivery":
        fix = "Map the touchpoint where the customer receives what you promised."
        title = "Delivery can not be set aside" if is_set_aside else "Delivery has no touchpoint"
        return wrong(place, title, fix) if is_set_aside else unanswered(place, title, fix)
    return None if is_set_aside else unanswered(place, f"{name} is neither covered nor set aside")


RULE = Rule(
    id="function-covered",
    area=Area.JOURNEY,
    severity=Severity.HIGH,
    subjects=FUNCTIONS,
    judge=judge,
    reads=("journey", "stages"),
    why="Customers meet it whether it was planned or not. Unplanned, it is done in a hurry by whoever is near.",
    fix="Add the touchpoint where a customer meets it, or say in one sentence why you do not need it yet.",
    effort_minutes=4,
    good="""
[journey.not_applicable]
marketing = "The first thirty families come from one school"
sales = "They ask for the bag themselves"
onboarding = "A bag on a door explains itself"
billing = "The pilot is paid in cash on Fridays"
support = "Mei meets every family on the round"
[[stages]]
function = "delivery"
[[stages.touchpoints]]
name = "Finds the bag at the door"
""",
    bad="""
[journey.not_applicable]
billing = "TBD"
delivery = "Comes later in the year"
[[stages]]
function = "sales"
[[stages.touchpoints]]
name = "Orders the first bag"
""",
)
