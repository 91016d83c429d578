"""Section 4: the tools, what they cost together, and the way out of each."""

from collections.abc import Iterator

from mvo_tui.exports.text.names import names_of, number, title_of
from mvo_tui.exports.text.page import NOT_SAID, entry, field, line, optional, spaced
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Tool, Venture


def lines(index: PlanIndex) -> Iterator[str]:
    tools = index.plan.tools
    if not tools:
        yield from line(f"The tools are {NOT_SAID}." if tools is None else "No tools: none are needed.")
        return
    yield from spaced([*(_tool(tool, index) for tool in tools), _costs(tools, index.venture)])


def _costs(tools: tuple[Tool, ...], venture: Venture) -> Iterator[str]:
    costs = [tool.monthly_cost for tool in tools if tool.monthly_cost is not None]
    unknown = f", and {len(tools) - len(costs)} without a cost" if len(costs) < len(tools) else ""
    yield from field("All together", f"{number(sum(costs), venture.currency)} a month{unknown}", indent=2)
    yield from field("Budget", _a_month(venture.tool_budget_per_month, venture.currency), indent=2)


def _tool(tool: Tool, index: PlanIndex) -> Iterator[str]:
    category = f" ({tool.category})" if tool.category else ""
    users = index.processes_using.get(tool.id, ())
    yield from entry(title_of(tool, tool.name) + category)
    yield from field("Purpose", tool.purpose)
    yield from field("Cost", _a_month(tool.monthly_cost, index.venture.currency))
    yield from field("Used by", names_of(users, index.process, "no process"))
    yield from field("Works with", names_of(tool.integrates_with, index.tool, "nothing: it stands alone"))
    yield from field("Way out", tool.exit)
    yield from field("Simpler option", tool.simpler)
    yield from optional("Notes", tool.notes)


def _a_month(amount: float | None, currency: str | None) -> str:
    return "" if amount is None else f"{number(amount, currency)} a month"
