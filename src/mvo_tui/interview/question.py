"""A question: what is asked about one field of the plan, why, and what may be offered. All texts stand in TOML files.

The same texts serve the interview, the item form, the JSON Schema and the docs, so there is one question for each
field of the format. A few questions more stand for several fields at once (``journey.first-contact``: which of the
touchpoints is it); they have no field of their own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from mvo_tui.plan.fields import FieldSpec, Kind, field_spec
from mvo_tui.plan.model import Plan
from mvo_tui.plan.places import split_field, type_at

_ONE_OF = MappingProxyType(
    {
        "promises": "this promise",
        "features": "this feature",
        "stages": "this stage",
        "touchpoints": "this touchpoint",
        "processes": "this process",
        "steps": "this step",
        "tools": "this tool",
        "roles": "this role",
        "people": "this person",
        "kpis": "this KPI",
        "readings": "this reading",
        "log": "this review",
        "debts": "this workaround",
        "parking_lot": "this item",
    }
)
_SLOT = re.compile(r"\{(name|stage)\}")


@dataclass(frozen=True, eq=False)
class Offer:
    """An answer that is ready to be chosen. `values`: the fields of the item that it makes, or that it is put into."""

    label: str
    values: Mapping[str, object]
    hint: str = ""


@dataclass(frozen=True, eq=False)
class Question:
    """One question. `place` is a pattern, ``*`` standing for an item: ``processes.*.owner``, ``review.day``.

    `is_asked`: the interview asks it; else it stands in the form only. `none`: the label of "none, and that is
    decided", empty where that is no answer. `ask` may hold ``{name}`` (of the item) and ``{stage}`` (of a touchpoint).
    """

    id: str
    step: int
    place: str
    ask: str
    why: str
    too_much: str = ""
    note: str = ""
    is_asked: bool = True
    offers: tuple[Offer, ...] = ()
    examples: tuple[str, ...] = ()
    none: str = ""

    @cached_property
    def spec(self) -> FieldSpec | None:
        """The field or list that is asked for; None where the answer goes into fields of several items."""
        table, field = split_field(self.place)
        model = type_at(table.replace("*", "1")) if table else Plan
        try:
            return field_spec(model, field) if model else None
        except KeyError:
            return None

    @property
    def collection(self) -> str:
        """What the question belongs to: ``processes`` of ``processes.*.owner``, ``steps`` of ``...steps.*.action``.

        ``venture``, ``review``, ``journey`` and ``not_applicable`` for single tables; empty for a list of the plan.
        """
        parts = self.place.split(".")[:-1]
        return parts[-2] if parts[-1:] == ["*"] else (parts or [""])[-1]

    @property
    def field(self) -> str:
        return split_field(self.place)[1]

    @property
    def is_list(self) -> bool:
        """Whether each line of the answer becomes an item."""
        return self.spec is not None and self.spec.kind is Kind.ITEMS

    @property
    def example(self) -> str:
        """A good answer; empty where the choices speak for themselves."""
        if self.examples:
            return " / ".join(self.examples)
        if self.spec is None or self.spec.kind in (Kind.WORD, Kind.WORDS, Kind.LINK, Kind.LINKS, Kind.YES_NO):
            return ""
        if self.spec.kind is Kind.TIME:  # in the file it has seconds, and nobody types them
            return " / ".join(example.removesuffix(":00") for example in self.spec.examples)
        return " / ".join(self.spec.examples)

    @property
    def title(self) -> str:
        """The name of the field, as a form shows it beside the answer."""
        return self.spec.title if self.spec else self.id.replace("-", " ").capitalize()

    @property
    def general_ask(self) -> str:
        """What is asked, of no item in particular: for the form's help, the schema and the docs."""
        name = _ONE_OF.get(self.collection, "this")
        return filled(self.ask, name, "its stage")


def filled(text: str, name: str, stage: str = "") -> str:
    """`text` with its slots filled. What people typed is never read as a slot."""
    return _SLOT.sub(lambda slot: name if slot[1] == "name" else stage, text)
