"""Every process has decided on its tools: it names one that exists, or says that it needs none (essential tools)."""

from mvo_tui.plan.index import PlanIndex, tool_ids
from mvo_tui.plan.model import Process
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.sieve import decided
from mvo_tui.readiness.subjects import PROCESSES
from mvo_tui.tracing.promise_path import is_tooled


def judge(process: Process, index: PlanIndex) -> Problem | None:
    if is_tooled(process, index):
        return None
    place, name = f"processes.{process.id}.tools", called(process)
    named = min(tool_ids(process), default="")
    if not named:
        return unanswered(place, f"{name} has not decided on its tools")
    return wrong(place, f"{name} names no tool that exists: {quoted(named)}", did_you_mean(named, index.tool_ids))


RULE = Rule(
    id="process-has-decided-on-tools",
    area=Area.TOOLS,
    severity=Severity.HIGH,
    subjects=PROCESSES,
    judge=judge,
    reads=("tool_ids",),
    sieve=decided("tools"),
    why="Undecided, each of you reaches for another tool, and half of the order is in each when the customer asks.",
    fix="Choose the tools that it can't do without, or say that it needs none.",
    effort_minutes=2,
    good="""
[[processes]]
name = "Sharpen a pair of skates"
tools = ["ticket-book"]
[[processes]]
name = "Sweep the shop"
tools = []
[[tools]]
id = "ticket-book"
""",
    bad="""
[[processes]]
name = "Sharpen a pair of skates"
""",
)
