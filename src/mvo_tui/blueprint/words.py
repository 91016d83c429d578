"""How what was typed stands in a cell, and what stands for what is missing."""

from mvo_tui.blueprint.cell import MUTED, Cell, Part, hole
from mvo_tui.plan.answered import is_said
from mvo_tui.plan.model import Item

NOT_SAID = "-"
"""For what may well stay open: it is no hole."""


def in_one(text: str | None) -> str:
    """`text` without line breaks, in full: the board cuts it where it must."""
    return " ".join((text or "").split())


def name_of(item: Item) -> str:
    """What the item is called, in full; "process pack-boxes" where it has no name yet."""
    return in_one(getattr(item, "name", None)) or f"{type(item).__name__.lower()} {item.id}"


def nowhere(item_id: str) -> str:
    """A link that leads nowhere."""
    return f'"{in_one(item_id)}" (there is none)'


def needed(place: str, text: str | None, missing: str, *, tone: str = "", about: str = "") -> Cell:
    """Free text that the plan needs. A placeholder ("TBD") is a hole as well, and is shown as it was typed."""
    if is_said(text):
        return Cell(place, ((in_one(text), tone),), field=place, about=about)
    return hole(place, in_one(text) or missing, field=place, about=about)


def optional(place: str, text: str | None) -> Cell:
    """Free text that may stay open."""
    part: Part = (in_one(text), "") if is_said(text) else (in_one(text) or NOT_SAID, MUTED)
    return Cell(place, (part,), field=place)
