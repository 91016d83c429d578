"""Every role traces to a promise: it has a part in a process that serves one, or watches a number about one."""

from itertools import chain, compress, repeat

from mvo_tui.plan.back_references import ProcessLinks
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi, Role
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.sieve import leads_to
from mvo_tui.readiness.subjects import ROLES
from mvo_tui.readiness.traced import READS, is_anything_traced, processes_that_serve


def judge(role: Role, index: PlanIndex) -> Problem | None:
    if not is_anything_traced(index) or not is_any_role_at_work(index):  # not known yet who does what
        return None
    if role.id in roles_that_serve(index) or role.id in roles_that_watch(index):
        return None
    return wrong(f"roles.{role.id}", f"{called(role)} serves no promise")


def is_any_role_at_work(index: PlanIndex) -> bool:
    return index.look(_is_any_role_at_work, index.process_links)


def _is_any_role_at_work(links: ProcessLinks) -> bool:
    return any(chain(links.owners, links.backups, links.step_roles))


def roles_that_serve(index: PlanIndex) -> frozenset[str]:
    """The roles that own, back up or do a step of a process that serves a promise."""
    return index.look_for_same(_roles_that_serve, index.process_links, processes_that_serve(index))


def _roles_that_serve(links: ProcessLinks, serving: frozenset[str]) -> frozenset[str]:
    named = {*links.owners, *links.backups, *links.step_roles}
    if not serving.issuperset(links.ids):  # as it is in few plans
        is_serving = tuple(map(serving.__contains__, links.ids))
        step_is_serving = chain.from_iterable(map(repeat, is_serving, links.step_counts))
        named = {*compress(links.owners, is_serving), *compress(links.backups, is_serving)}
        named.update(compress(links.step_roles, step_is_serving))
    several = tuple(owners for owners in named if isinstance(owners, tuple))
    return frozenset(role for role in named.union(*several) if role and isinstance(role, str))


def roles_that_watch(index: PlanIndex) -> frozenset[str]:
    """The roles that own a number about a promise."""
    return index.look_for_same(_roles_that_watch, index.plan.kpis, index.promise_ids)


def _roles_that_watch(kpis: tuple[Kpi, ...], promises: frozenset[str]) -> frozenset[str]:
    return frozenset(kpi.owner for kpi in kpis if kpi.owner and kpi.promise in promises)


RULE = Rule(
    id="role-serves-promise",
    area=Area.OWNERSHIP,
    severity=Severity.MEDIUM,
    subjects=ROLES,
    judge=judge,
    reads=(*READS, "process_links", roles_that_watch),
    sieve=leads_to("id", roles_that_serve),
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
