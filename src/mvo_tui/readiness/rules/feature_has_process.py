"""Every feature of the product has a process that supports it: who answers the chat, and within what time?"""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Feature
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.sieve import any_leads_to
from mvo_tui.readiness.subjects import FEATURES


def judge(feature: Feature, index: PlanIndex) -> Problem | None:
    place, name = f"features.{feature.id}.processes", called(feature)
    if not feature.processes:
        return unanswered(place, f"{name} has no process that supports it")
    if any(process in index.process_ids for process in feature.processes):
        return None
    named = min(feature.processes)
    return wrong(place, f"{name} is supported by no process {quoted(named)}", did_you_mean(named, index.process_ids))


RULE = Rule(
    id="feature-has-process",
    area=Area.PROMISE,
    severity=Severity.MEDIUM,
    subjects=FEATURES,
    judge=judge,
    reads=("process_ids",),
    sieve=any_leads_to("processes", "process_ids"),
    why="What the product lets a customer do is work for somebody. A chat that nobody answers breaks trust daily.",
    fix="Link the process that does the work behind it, or take the feature out until there is one.",
    effort_minutes=2,
    good="""
[[features]]
name = "Change tomorrow's bag by text message"
processes = ["change-an-order"]
[[processes]]
id = "change-an-order"
""",
    bad="""
[[features]]
name = "Change tomorrow's bag by text message"
""",
)
