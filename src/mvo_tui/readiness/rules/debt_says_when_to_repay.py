"""Every operational debt says when it is repaid: a debt without a date is a way of working."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Debt
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import said
from mvo_tui.readiness.subjects import DEBTS


def judge(debt: Debt, _index: PlanIndex) -> Problem | None:
    if is_said(debt.repay_when):
        return None
    return unanswered(f"debts.{debt.id}.repay_when", f"{called(debt)}: no word on when to repay it")


RULE = Rule(
    id="debt-says-when-to-repay",
    area=Area.FEEDBACK,
    severity=Severity.LOW,
    subjects=DEBTS,
    judge=judge,
    sieve=said("repay_when"),
    why="Mended too early it costs days that the promise needs; too late, it is mended under the eyes of customers.",
    fix="Name the number of customers, or the event, from which on you will no longer do it like this.",
    effort_minutes=2,
    good="""
[[debts]]
name = "Orders are copied from the phone by hand"
repay_when = "More than fifteen phone orders a day"
""",
    bad="""
[[debts]]
name = "Orders are copied from the phone by hand"
""",
)
