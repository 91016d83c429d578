"""Every KPI has an owner, a role that exists: somebody writes the number down and says when it turns."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi
from mvo_tui.readiness.names import called
from mvo_tui.readiness.role_links import READS, problem_with_owner, somebody
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity
from mvo_tui.readiness.sieve import leads_to
from mvo_tui.readiness.subjects import KPIS


def judge(kpi: Kpi, index: PlanIndex) -> Problem | None:
    return problem_with_owner(f"kpis.{kpi.id}.owner", called(kpi), kpi.owner, index)


RULE = Rule(
    id="kpi-has-owner",
    area=Area.FEEDBACK,
    severity=Severity.MEDIUM,
    subjects=KPIS,
    judge=judge,
    reads=READS,
    sieve=leads_to("owner", somebody("role_ids")),
    why="A number that nobody brings is missing in the week in which it would have mattered.",
    fix="Choose the role that writes it down before each review.",
    effort_minutes=1,
    good="""
[[kpis]]
name = "Rolls left over at noon"
owner = "counter"
[[roles]]
id = "counter"
""",
    bad="""
[[kpis]]
name = "Rolls left over at noon"
owner = "mira"
[[people]]
id = "mira"
""",
)
