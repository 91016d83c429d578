"""Every person says how many hours a week there are for the operation: can we deliver this, sustainably?"""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Person
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import decided
from mvo_tui.readiness.subjects import PEOPLE


def judge(person: Person, _index: PlanIndex) -> Problem | None:
    if person.hours_per_week is not None:
        return None
    return unanswered(f"people.{person.id}.hours_per_week", f"{called(person)}: the hours a week are not said")


RULE = Rule(
    id="person-hours-known",
    area=Area.OWNERSHIP,
    severity=Severity.MEDIUM,
    subjects=PEOPLE,
    judge=judge,
    sieve=decided("hours_per_week"),
    why='"All of them" is how founders burn out, and a tired founder breaks promises without noticing.',
    fix="Ask how many hours a week are for the operation, leaving out those that go into building the product.",
    effort_minutes=2,
    good="""
[[people]]
name = "Mira"
hours_per_week = 25
""",
    bad="""
[[people]]
name = "Mira"
""",
)
