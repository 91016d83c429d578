"""Every link leads to something that exists: what the work is traced by must hold."""

from collections.abc import Collection
from functools import lru_cache

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.readiness.dangling import ANYWHERE, DanglingLink, all_ids, dangling_links
from mvo_tui.readiness.names import quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, Subjects, wrong

_ONE_OF = {"promises": "promise", "processes": "process", "tools": "tool", "roles": "role", "people": "person"}


def judge(link: DanglingLink, index: PlanIndex) -> Problem | None:
    ids = all_ids(index)
    if link.collection == ANYWHERE:
        collection = link.id.partition(".")[0]
        places = tuple(f"{collection}.{known}" for known in sorted(ids.get(collection, ())))
        title = f"{link.name} is about {quoted(link.id)}, which is not there"
        return wrong(link.place, title, _near(link.id, places))
    title = f"{link.name}: there is no {_ONE_OF[link.collection]} {quoted(link.id)}"
    return wrong(link.place, title, _near(link.id, ids[link.collection]))


# A plan is judged at every key press, and the ids seldom change from one to the next.
@lru_cache(maxsize=512)
def _near(link: str, ids: Collection[str]) -> str:
    return did_you_mean(link, ids)


RULE = Rule(
    id="links-lead-somewhere",
    area=Area.PROCESSES,
    severity=Severity.LOW,
    subjects=Subjects("each link that leads nowhere", dangling_links, lambda _index: None),
    judge=judge,
    reads=(
        "promises",
        "features",
        "stages",
        "processes",
        "tools",
        "roles",
        "people",
        "kpis",
        "debts",
        "parking_lot",
    ),
    why="A link to nothing looks like an answer and counts as none: the work behind it is not there on the day.",
    fix="Choose one that exists, or add the one that is missing.",
    effort_minutes=1,
    is_free=True,
    good="""
[[processes]]
name = "Bake the rolls"
tools = ["oven-timer"]
[[tools]]
id = "oven-timer"
""",
    bad="""
[[processes]]
name = "Bake the rolls"
tools = ["oven-timr"]
[[tools]]
id = "oven-timer"
""",
)
