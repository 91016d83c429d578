"""Nobody is planned for more than four fifths of the hours they have: burnout is a sum, and it can be done tonight.

Unknown while the load or the hours are unknown, which costs as much as too high. Source: ``load/weekly.py``.
"""

from collections.abc import Iterable

from mvo_tui.load.weekly import FULL, ROUNDING, minutes_a_week
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Person
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import PEOPLE


def judge(person: Person, index: PlanIndex) -> Problem | None:
    place, name, hours = f"people.{person.id}.hours_per_week", called(person), person.hours_per_week
    minutes = minutes_a_week(index)[person.id]
    if minutes is None:
        return unanswered(place, f"{name}: the load is not known yet", _HOW_A_LOAD_IS_KNOWN)
    if hours is None:
        return unanswered(place, f"{name} is planned for {_in_hours(minutes)} of an unknown number of hours a week")
    if _fits(minutes, hours):
        return None
    return wrong(place, f"{name} is planned for {_in_hours(minutes)} of {hours:g} hours a week")


def may_lack_time(people: tuple[Person, ...], index: PlanIndex) -> Iterable[int]:
    loads = minutes_a_week(index)
    return (number for number, person in enumerate(people) if not _fits(loads[person.id], person.hours_per_week))


def _fits(minutes: float | None, hours: float | None) -> bool:
    return minutes is not None and hours is not None and minutes <= FULL * hours * 60 + ROUNDING


def _in_hours(minutes: float) -> str:
    """Hours as people say them: ``31``, ``24.3``."""
    return f"{minutes / 60:.1f}".removesuffix(".0")


_HOW_A_LOAD_IS_KNOWN = (
    "Give every step its minutes, every process and role somebody who holds it, every touchpoint how often it happens, "
    "and the venture its number of customers."
)

RULE = Rule(
    id="person-not-overloaded",
    area=Area.OWNERSHIP,
    severity=Severity.HIGH,
    subjects=PEOPLE,
    judge=judge,
    reads=(minutes_a_week,),
    sieve=may_lack_time,
    why="Past four fifths of the hours each extra customer waits longer than the one before, until promises break.",
    fix="Give a role or some steps to another person, drop a step, or take fewer customers for now.",
    effort_minutes=15,
    good="""
[venture]
new_customers_per_week = 4
[[stages]]
[[stages.touchpoints]]
times = 1
per = "new customer"
processes = ["fit-shoes"]
[[processes]]
id = "fit-shoes"
owner = "fitter"
steps = [{ action = "Measure both feet", minutes = 30 }]
[[roles]]
id = "fitter"
held_by = "mira"
[[people]]
id = "mira"
hours_per_week = 3
""",
    bad="""
[venture]
new_customers_per_week = 4
[[stages]]
[[stages.touchpoints]]
times = 1
per = "new customer"
processes = ["fit-shoes"]
[[processes]]
id = "fit-shoes"
owner = "fitter"
steps = [{ action = "Measure both feet", minutes = 45 }]
[[roles]]
id = "fitter"
held_by = "mira"
[[people]]
id = "mira"
hours_per_week = 3
""",
)
