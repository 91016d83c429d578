"""Every process traces to a promise: it works behind a touchpoint that serves one."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.sieve import leads_to
from mvo_tui.readiness.subjects import PROCESSES
from mvo_tui.readiness.traced import READS, is_anything_traced, processes_that_serve


def judge(process: Process, index: PlanIndex) -> Problem | None:
    if not is_anything_traced(index) or process.id in processes_that_serve(index):
        return None
    return wrong(f"processes.{process.id}", f"{called(process)} serves no promise")


RULE = Rule(
    id="process-serves-promise",
    area=Area.PROCESSES,
    severity=Severity.MEDIUM,
    subjects=PROCESSES,
    judge=judge,
    reads=READS,
    sieve=leads_to("id", processes_that_serve),
    measure=Measure.LEAN,
    why="Nobody promised it to a customer, and still it takes hours from the work that was promised.",
    fix="Link it to the touchpoint that it makes possible, and that to its promise; else park it.",
    effort_minutes=3,
    good="""
[[promises]]
id = "warm-at-seven"
[[stages]]
[[stages.touchpoints]]
promises = ["warm-at-seven"]
processes = ["bake-the-rolls"]
[[processes]]
id = "bake-the-rolls"
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
[[processes]]
id = "write-the-newsletter"
""",
)
