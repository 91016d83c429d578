"""Every process says how it is run: by hand, concierge, Wizard of Oz, assisted or automated.

By hand is a full answer: an operation may be entirely manual at first.
"""

from mvo_tui.plan.answered import is_word
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.plan.vocabulary import MODE
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.sieve import one_of
from mvo_tui.readiness.subjects import PROCESSES


def judge(process: Process, _index: PlanIndex) -> Problem | None:
    place, name = f"processes.{process.id}.mode", called(process)
    if not process.mode:
        return unanswered(place, f"{name} does not say how it is run")
    if is_word(process.mode, MODE):
        return None
    return wrong(
        place, f"{name} is run {quoted(process.mode)}, which is none of the ways", did_you_mean(process.mode, MODE)
    )


RULE = Rule(
    id="process-has-mode",
    area=Area.PROCESSES,
    severity=Severity.MEDIUM,
    subjects=PROCESSES,
    judge=judge,
    sieve=one_of("mode", MODE),
    why="What people do by hand grows with every customer. Who knows which processes are by hand sees it coming.",
    fix="Choose one: manual, concierge, wizard-of-oz, assisted or automated. None of them is better than another.",
    effort_minutes=1,
    good="""
[[processes]]
name = "Ride the round"
mode = "manual"
""",
    bad="""
[[processes]]
name = "Ride the round"
mode = "hybrid"
""",
)
