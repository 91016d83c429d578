"""Every tool is used by a process: what is paid for and not used is no foundation."""

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process, Tool
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.sieve import leads_to
from mvo_tui.readiness.subjects import TOOLS


def judge(tool: Tool, index: PlanIndex) -> Problem | None:
    used = used_tools(index)
    if not used or tool.id in used:  # while no process names a tool, it is not known which are used
        return None
    return wrong(f"tools.{tool.id}", f"{called(tool)} is used by no process")


def used_tools(index: PlanIndex) -> frozenset[str]:
    """The ids that processes name, in their lists or in a step."""
    links = index.process_links
    return index.look_for_same(_used_tools, index.named_in(Process, "tools", links.tools), links.step_tools)


def _used_tools(in_lists: frozenset[str], in_steps: tuple[str | None, ...]) -> frozenset[str]:
    return in_lists.union(filter(None, in_steps)).difference(("",))


RULE = Rule(
    id="tool-is-used",
    area=Area.TOOLS,
    severity=Severity.MEDIUM,
    subjects=TOOLS,
    judge=judge,
    reads=(used_tools,),
    sieve=leads_to("id", used_tools),
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
