"""Every role traces to a promise: it has a part in a process that serves one, or watches a number about one."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi, Role
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.subjects import ROLES
from mvo_tui.readiness.traced import READS, is_anything_traced, serves_promise


def judge(role: Role, index: PlanIndex) -> Problem | None:
    if not is_anything_traced(index) or not index.processes_involving:  # not known yet who does what
        return None
    if any(serves_promise(process, index) for process in index.processes_involving.get(role.id, ())):
        return None
    watched = index.look(_promises_by_watcher, index.plan.kpis).get(role.id, frozenset())
    if any(promise in index.promise for promise in watched):
        return None
    return wrong(f"roles.{role.id}", f"{called(role)} serves no promise")


def _promises_by_watcher(kpis: tuple[Kpi, ...]) -> dict[str, frozenset[str]]:
    """The promises that a role watches a number about, by the role's id."""
    watched: dict[str, frozenset[str]] = {}
    for kpi in kpis:
        if kpi.owner and kpi.promise:
            watched[kpi.owner] = watched.get(kpi.owner, frozenset()) | {kpi.promise}
    return watched


RULE = Rule(
    id="role-serves-promise",
    area=Area.OWNERSHIP,
    severity=Severity.MEDIUM,
    subjects=ROLES,
    judge=judge,
    reads=(*READS, "processes", "kpis"),
    measure=Measure.LEAN,
    why="A title without work behind a promise looks like help and is none. It hides how few hands there are.",
    fix="Give it a process that serves a promise, or let the title go.",
    effort_minutes=2,
    good="""
[[promises]]
id = "warm-at-seven"
[[stages]]
[[stages.touchpoints]]
promises = ["warm-at-seven"]
processes = ["bake-the-rolls"]
[[processes]]
id = "bake-the-rolls"
owner = "bakery"
[[roles]]
id = "bakery"
""",
    bad="""
[[promises]]
id = "warm-at-seven"
[[stages]]
[[stages.touchpoints]]
promises = ["warm-at-seven"]
processes = ["bake-the-rolls"]
[[processes]]
id = "bake-the-rolls"
owner = "bakery"
[[roles]]
id = "bakery"
[[roles]]
id = "chief-happiness-officer"
""",
)
