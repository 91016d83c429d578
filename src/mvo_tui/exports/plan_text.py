"""The whole plan as plain text that a person can read, print or mail: what ``mvo-tui show`` prints.

The sections follow the six steps. Ids become names, a link to nothing is shown as one, and what is missing is told:
"not said yet". No line is wider than 78 columns, and all marks are ASCII; what people typed is printed as it is.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from mvo_tui.exports.text import feedback, journey, owners, processes, promise, tools
from mvo_tui.exports.text.names import name, number, plan_name, title_of
from mvo_tui.exports.text.page import NOT_SAID, entry, field, heading, optional, spaced, title
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Plan
from mvo_tui.plan.names import kind_of
from mvo_tui.plan.places import item_at


def plan_text(plan: Plan, today: date | None = None) -> str:
    """The text, with a line feed at its end. With `today` it tells when the review is next."""
    index = PlanIndex(plan)
    sections = (
        ("1. Promise", promise.lines(index)),
        ("2. Journey", journey.lines(index)),
        ("3. Processes", processes.lines(index)),
        ("4. Tools", tools.lines(index)),
        ("5. Owners", owners.lines(index)),
        ("6. Feedback", feedback.lines(index, today)),
        ("For later", _parking_lot(plan)),
    )
    blocks = [block for head, lines in sections for block in _section(head, lines)]
    return "\n".join(spaced([_venture(index), *blocks])) + "\n"


def _section(head: str, lines: Iterator[str]) -> Iterator[Iterable[str]]:
    """Heading and lines; nothing where there are no lines."""
    told = list(lines)
    if told:
        yield ["", *heading(head)]
        yield told


def _venture(index: PlanIndex) -> Iterator[str]:
    venture = index.venture
    new, active = number(venture.new_customers_per_week), number(venture.active_customers)
    yield from title(plan_name(venture))
    yield ""
    yield from field("Product", venture.product, indent=0)
    yield from field("First customers", venture.customer, indent=0)
    yield from field("Value proposition", venture.value_proposition, indent=0)
    yield from field("Stage", venture.stage, indent=0)
    yield from field("Demand", f"{new or NOT_SAID} new a week, {active or NOT_SAID} active", indent=0)
    yield from optional("Notes", venture.notes, indent=0)


def _parking_lot(plan: Plan) -> Iterator[str]:
    for parked in plan.parking_lot:
        yield from entry(title_of(parked, parked.text))
        yield from optional("About", _about(parked.about or "", plan))
        yield from optional("Notes", parked.notes)


def _about(place: str, plan: Plan) -> str:
    """What is at the place, by its name where it is an item."""
    item = item_at(plan, place)
    return f"{name(item)} ({kind_of(type(item))})" if isinstance(item, Item) else place
