"""Every touchpoint has a name of its own: people who speak of it mean the same moment."""

from collections.abc import Iterable, Mapping
from itertools import compress, count
from operator import ne

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Touchpoint
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import TOUCHPOINTS


def judge(touchpoint: Touchpoint, index: PlanIndex) -> Problem | None:
    if not touchpoint.name or not is_said(touchpoint.name):
        return unanswered(f"touchpoints.{touchpoint.id}.name", f"{called(touchpoint)} has no name")
    if first_of_each_name(index)[_plain(touchpoint.name)] == touchpoint.id:
        return None
    return wrong(f"touchpoints.{touchpoint.id}.name", f"{called(touchpoint)}: an earlier touchpoint has this name")


def are_not_the_first(touchpoints: tuple[Touchpoint, ...], index: PlanIndex) -> Iterable[int]:
    """Of their name; a touchpoint without one is the first of none."""
    names = plain_names(index)
    if len(set(names).difference(("",))) == len(names):  # as in most plans
        return ()
    return compress(count(), map(ne, map(first_of_each_name(index).get, names), index.column(touchpoints, "id")))


def plain_names(index: PlanIndex) -> tuple[str, ...]:
    """The name of each touchpoint as people compare it, in the customer's order; empty where it says nothing."""

    def of_all(touchpoints: tuple[Touchpoint, ...]) -> Iterable[str]:
        names = index.column(touchpoints, "name")
        said = ("" if name in names.unsaid else name for name in names) if names.unsaid else names
        return map(" ".join, map(str.split, map(str.casefold, said)))

    return index.look_at_each(_plain_name, index.touchpoints, at_once=of_all)


def first_of_each_name(index: PlanIndex) -> Mapping[str, str]:
    """The id of the first touchpoint of each name, in the customer's order; of those names that say something."""
    return index.look(_first_of_each_name, plain_names(index), index.kept("touchpoints", "id"))


def _first_of_each_name(names: tuple[str, ...], ids: tuple[str, ...]) -> Mapping[str, str]:
    firsts = dict(zip(reversed(names), reversed(ids), strict=True))
    firsts.pop("", None)
    return firsts


def _plain_name(touchpoint: Touchpoint) -> str:
    return _plain(touchpoint.name) if touchpoint.name and is_said(touchpoint.name) else ""


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


RULE = Rule(
    id="touchpoint-has-own-name",
    area=Area.JOURNEY,
    severity=Severity.LOW,
    subjects=TOUCHPOINTS,
    judge=judge,
    reads=(plain_names,),
    sieve=are_not_the_first,
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
