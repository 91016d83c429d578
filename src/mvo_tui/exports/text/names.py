"""Names in place of ids. A link to nothing is shown as one, so that nobody looks for what is not there."""

from collections.abc import Iterable, Mapping

from mvo_tui.exports.text.page import NOT_SAID
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Process, Venture
from mvo_tui.plan.names import kind_of, naming_field

_LONGEST = 200  # characters of a name where it stands for an item; the item itself shows all of it


def plan_name(venture: Venture) -> str:
    """What the page of a plan is headed with."""
    return venture.name if venture.name and venture.name.strip() else "A plan without a name"


def title_of(item: Item, text: str | None) -> str:
    """`text`, the name as it was written, or what stands for the item where it has none."""
    return text if text and text.strip() else name(item)


def name(item: Item) -> str:
    """The name in a line, or "touchpoint order-page" where there is none."""
    text = " ".join((getattr(item, naming_field(type(item))) or "").split())
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."
    return short or f"{kind_of(type(item))} {item.id}"


def name_of(item_id: str, known: Mapping[str, Item]) -> str:
    item = known.get(item_id)
    return name(item) if item else f'"{item_id}" (not in this plan)'


def names_of(ids: Iterable[str] | None, known: Mapping[str, Item], none: str = "") -> str:
    """Names in a line; `none` for an empty list, empty for one that is not decided."""
    if ids is None:
        return ""
    return in_a_row(name_of(item_id, known) for item_id in ids if item_id) or none


def in_a_row(names: Iterable[str]) -> str:
    """Several names in a line. Names may hold commas."""
    return "; ".join(names)


def role_with_person(role_id: str | None, index: PlanIndex) -> str:
    """``Order desk (Ana)``; empty where no role is named."""
    if not role_id:
        return ""
    if role_id not in index.role:
        return name_of(role_id, index.role)
    held_by = index.role[role_id].held_by
    return f"{name_of(role_id, index.role)} ({name_of(held_by, index.person) if held_by else 'held by nobody'})"


def owner_in_words(process: Process, index: PlanIndex) -> str:
    """The owner of a process, or all that are named."""
    owners = (process.owner,) if isinstance(process.owner, str) else process.owner or ()
    return in_a_row(role_with_person(owner, index) for owner in owners if owner)


def number(value: float | None, unit: str | None = "") -> str:
    """A number as people write it: ``98 %``, ``0.25``."""
    return "" if value is None else f"{value:,.10g} {unit or ''}".strip()


def target_in_words(direction: str | None, target: float | None, unit: str | None) -> str:
    """``at least 98 %``; empty where there is no target."""
    return "" if target is None else f"{direction or f'(direction {NOT_SAID})'} {number(target, unit)}"
