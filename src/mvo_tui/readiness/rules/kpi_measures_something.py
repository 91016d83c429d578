"""Every KPI watches a promise or a process that exists: a number about nothing in the plan is decoration."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.sieve import leads_to
from mvo_tui.readiness.subjects import KPIS


def judge(kpi: Kpi, index: PlanIndex) -> Problem | None:
    if kpi.promise in index.promise_ids or any(process in index.process_ids for process in kpi.processes):
        return None
    place, name = f"kpis.{kpi.id}.promise", called(kpi)
    if kpi.promise:
        title = f"{name} watches no promise that exists: {quoted(kpi.promise)}"
        return wrong(place, title, did_you_mean(kpi.promise, index.promise_ids))
    if kpi.processes:
        named = min(kpi.processes)
        title = f"{name} watches no process that exists: {quoted(named)}"
        return wrong(f"kpis.{kpi.id}.processes", title, did_you_mean(named, index.process_ids))
    return unanswered(place, f"{name} watches no promise and no process")


RULE = Rule(
    id="kpi-measures-something",
    area=Area.FEEDBACK,
    severity=Severity.MEDIUM,
    subjects=KPIS,
    judge=judge,
    reads=("promise_ids", "process_ids"),
    sieve=leads_to("promise", "promise_ids"),
    why="Followers may grow while boxes come late. Only a number about the promise tells whether it is kept.",
    fix="Choose the promise that it watches, or a process. If there is none, drop the number.",
    effort_minutes=1,
    good="""
[[promises]]
id = "warm-at-seven"
[[kpis]]
name = "Rolls on the shelf at 7:00"
promise = "warm-at-seven"
""",
    bad="""
[[kpis]]
name = "Followers"
""",
)
