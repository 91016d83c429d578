"""A process that is run by hand says when to automate it, so that growing is a decision and no surprise.

"Never" is an answer. While it is open how a process is run, it is open whether this is asked of it.
"""

from mvo_tui.plan.answered import is_said, is_word
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.plan.vocabulary import MANUAL_MODES, MODE
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered
from mvo_tui.readiness.sieve import said
from mvo_tui.readiness.subjects import PROCESSES


def judge(process: Process, _index: PlanIndex) -> Problem | None:
    is_run_without_hands = is_word(process.mode, MODE) and process.mode not in MANUAL_MODES
    if is_run_without_hands or is_said(process.automate_when):
        return None
    return unanswered(f"processes.{process.id}.automate_when", f"{called(process)} does not say when to automate it")


RULE = Rule(
    id="process-says-when-to-automate",
    area=Area.PROCESSES,
    severity=Severity.LOW,
    subjects=PROCESSES,
    judge=judge,
    sieve=said("automate_when"),
    why="By hand is right while you learn. Past a number of customers it eats the days in which you would change it.",
    fix="Say at which number a week handwork ends. Never is an answer, if the hand is what the customer pays for.",
    effort_minutes=2,
    good="""
[[processes]]
name = "Ride the round"
mode = "manual"
automate_when = "Two rounds on the same morning"
""",
    bad="""
[[processes]]
name = "Ride the round"
mode = "manual"
""",
)
