"""Every tool is used by a process: what is paid for and not used is no foundation."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Tool
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.subjects import TOOLS


def judge(tool: Tool, index: PlanIndex) -> Problem | None:
    is_known = bool(index.processes_using)  # while no process names a tool, it is not known which are used
    if not is_known or tool.id in index.processes_using:
        return None
    return wrong(f"tools.{tool.id}", f"{called(tool)} is used by no process")


RULE = Rule(
    id="tool-is-used",
    area=Area.TOOLS,
    severity=Severity.MEDIUM,
    subjects=TOOLS,
    judge=judge,
    reads=("processes",),
    measure=Measure.LEAN,
    why="It costs money, a password and attention each month, and no promise would break without it.",
    fix="Name the process that needs it, or cancel it today.",
    effort_minutes=2,
    good="""
[[processes]]
name = "Lend a cargo bike"
tools = ["key-board"]
[[tools]]
id = "key-board"
""",
    bad="""
[[processes]]
name = "Lend a cargo bike"
tools = ["key-board"]
[[tools]]
id = "key-board"
[[tools]]
id = "fleet-suite"
""",
)
