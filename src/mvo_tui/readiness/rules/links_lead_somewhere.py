"""Every link leads to something that exists: what the work is traced by must hold."""

from functools import lru_cache

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.places import items_of, type_of_collection
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.readiness.dangling import ANYWHERE, DanglingLink, dangling_links, known_ids
from mvo_tui.readiness.names import quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, Subjects, wrong

_ONE_OF = {"promises": "promise", "processes": "process", "tools": "tool", "roles": "role", "people": "person"}


def judge(link: DanglingLink, index: PlanIndex) -> Problem | None:
    if link.collection == ANYWHERE:
        return wrong(
            link.place, f"{link.name} is about {quoted(link.id)}, which is not there", _near_place(link, index)
        )
    title = f"{link.name}: there is no {_ONE_OF[link.collection]} {quoted(link.id)}"
    return wrong(link.place, title, _near(link.id, tuple(known_ids(index, link.collection))))


def _near_place(link: DanglingLink, index: PlanIndex) -> str:
    collection = link.id.partition(".")[0]
    if collection not in type_of_collection:
        return ""
    return _near(link.id, tuple(f"{collection}.{item.id}" for item in items_of(index.plan, collection)))


# A plan is judged at every key press, and the ids seldom change from one to the next.
@lru_cache(maxsize=512)
def _near(link: str, ids: tuple[str, ...]) -> str:
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
