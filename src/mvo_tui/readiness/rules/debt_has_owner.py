"""Every operational debt has an owner, a role that exists: a workaround that is nobody's stays for ever."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Debt
from mvo_tui.readiness.names import called
from mvo_tui.readiness.role_links import READS, problem_with_owner, somebody
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity
from mvo_tui.readiness.sieve import leads_to
from mvo_tui.readiness.subjects import DEBTS


def judge(debt: Debt, index: PlanIndex) -> Problem | None:
    return problem_with_owner(f"debts.{debt.id}.owner", called(debt), debt.owner, index)


RULE = Rule(
    id="debt-has-owner",
    area=Area.FEEDBACK,
    severity=Severity.MEDIUM,
    subjects=DEBTS,
    judge=judge,
    reads=READS,
    sieve=leads_to("owner", somebody("role_ids")),
    why="A workaround that everybody knows and nobody has grows with each customer, until it breaks the promise.",
    fix="Choose the role that repays it.",
    effort_minutes=1,
    good="""
[[debts]]
name = "Orders are copied from the phone by hand"
owner = "counter"
[[roles]]
id = "counter"
""",
    bad="""
[[debts]]
name = "Orders are copied from the phone by hand"
""",
)
