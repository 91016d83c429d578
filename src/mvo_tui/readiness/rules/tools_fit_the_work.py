"""There are not many more tools than processes that need one: the minimum stack to do the work.

A plan has too many when there are more than processes that use one, and two more. The two are spared for what serves
the operation as a whole, such as a shared folder.
"""

from itertools import repeat

from mvo_tui.plan.index import PlanIndex
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.subjects import PLAN

SPARED = 2


def judge(_plan: str, index: PlanIndex) -> Problem | None:
    count = len(index.plan.tools or ())
    links = index.process_links
    in_steps = map(any, links.tools_of_each) if any(links.step_tools) else repeat(False)
    needing = sum(map(any, zip(links.tools, in_steps, strict=False)))
    if not needing or count <= needing + SPARED:  # while no process names one, it is not known how many are needed
        return None
    return wrong("tools", f"{count} tools; processes that use one: {needing}")


RULE = Rule(
    id="tools-fit-the-work",
    area=Area.TOOLS,
    severity=Severity.MEDIUM,
    subjects=PLAN,
    judge=judge,
    reads=("tools", "processes"),
    measure=Measure.LEAN,
    why="Each tool is one more place in which the order may be, and one more thing that a new hand must learn.",
    fix="Ask of each tool which process would stop without it. Let go of those for which none would.",
    effort_minutes=10,
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
[[tools]]
id = "ticket-system"
[[tools]]
id = "survey-platform"
""",
)
