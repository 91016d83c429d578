"""Every touchpoint has a name of its own: people who speak of it mean the same moment."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from operator import attrgetter, eq

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Touchpoint
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import TOUCHPOINTS


def judge(touchpoint: Touchpoint, index: PlanIndex) -> Problem | None:
    if not touchpoint.name or not is_said(touchpoint.name):
        return unanswered(f"touchpoints.{touchpoint.id}.name", f"{called(touchpoint)} has no name")
    if first_of_each_name(index)[plain(touchpoint.name)] == touchpoint.id:
        return None
    return wrong(f"touchpoints.{touchpoint.id}.name", f"{called(touchpoint)}: an earlier touchpoint has this name")


def is_first_of_its_name(touchpoints: tuple[Touchpoint, ...], index: PlanIndex) -> Iterable[bool]:
    names = map(plain, index.column(touchpoints, "name"))
    return map(eq, map(first_of_each_name(index).get, names), index.column(touchpoints, "id"))


def first_of_each_name(index: PlanIndex) -> Mapping[str, str]:
    """The id of the first touchpoint of each name, in the customer's order; of those names that say something."""
    return index.look(_first_of_each_name, index.look_at_each(_ID_AND_NAME, index.touchpoints))


def _first_of_each_name(named: tuple[tuple[str, str | None], ...]) -> Mapping[str, str]:
    return {plain(name): touchpoint for touchpoint, name in reversed(named) if is_said(name)}


@lru_cache(maxsize=1 << 14)  # the same names at every edit
def plain(name: str | None) -> str:
    return " ".join((name or "").casefold().split())


_ID_AND_NAME: Callable[..., tuple[str, str | None]] = attrgetter("id", "name")


RULE = Rule(
    id="touchpoint-has-own-name",
    area=Area.JOURNEY,
    severity=Severity.LOW,
    subjects=TOUCHPOINTS,
    judge=judge,
    reads=(first_of_each_name,),
    sieve=is_first_of_its_name,
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
