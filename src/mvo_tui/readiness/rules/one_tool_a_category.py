"""There is one tool of each category: with two of a kind, the complaint is always in the other one.

Of the tools of one category the first by id stands, whatever their order. A category of one's own counts regardless of
capitals; "other" is no category.
"""

from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Tool
from mvo_tui.plan.names import called, in_a_line
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.subjects import TOOLS


def judge(tool: Tool, index: PlanIndex) -> Problem | None:
    first = index.look(_first_of_each_category, index.plan.tools).get(_category(tool.category))
    if first is None or first.id == tool.id:
        return None
    return wrong(f"tools.{tool.id}.category", f"{called(tool)} is {first.as_second}")


class First(NamedTuple):
    """The first tool of a category, and what each other one is."""

    id: str
    as_second: str


def _first_of_each_category(tools: tuple[Tool, ...] | None) -> dict[str, First]:
    """The first tool of each category by id."""
    in_order = sorted(tools or (), key=attrgetter("id"), reverse=True)
    firsts = {category: tool for tool in in_order if (category := _category(tool.category))}
    return {
        category: First(tool.id, f"a second tool for {in_a_line(category)}, beside {called(tool)}")
        for category, tool in firsts.items()
    }


@lru_cache(maxsize=1 << 10)  # many tools of few categories
def _category(category: str | None) -> str:
    """The category without its capitals, or an empty text where it has none."""
    category = category or ""
    plain = " ".join(category.casefold().split()) if is_said(category) else ""
    return "" if plain == "other" else plain


RULE = Rule(
    id="one-tool-a-category",
    area=Area.TOOLS,
    severity=Severity.MEDIUM,
    subjects=TOOLS,
    judge=judge,
    reads=("tools",),
    measure=Measure.LEAN,
    why="Two of a kind split what you know of a customer in two, and each half looks complete.",
    fix="Keep the one that more of you use, move what is in the other, and cancel it.",
    effort_minutes=15,
    good="""
[[tools]]
name = "Shared mailbox"
category = "inbox"
[[tools]]
name = "Key board"
category = "scheduling"
""",
    bad="""
[[tools]]
name = "Shared mailbox"
category = "inbox"
[[tools]]
name = "Helpdesk platform"
category = "inbox"
""",
)
