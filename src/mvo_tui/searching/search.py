"""A search: words, the places whose texts have all of them, and the one of these that one has gone to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from mvo_tui.plan.model import Item, Plan
from mvo_tui.plan.names import called, kind_of, naming_field
from mvo_tui.plan.places import field_place, item_of, split_field, type_at
from mvo_tui.searching.folding import Span, folded, spans_of, words_of
from mvo_tui.searching.sheets import Said, Sheet, Sheets, sheets_of

MOST_MATCHES = 200
"""As many as anybody looks through; of more there is only the number."""


class Match(NamedTuple):
    """A text that has the words.

    Attributes:
        item: the item, or single table, in which it stands.
        place: its field.
        where: that place in words: ``Process "Take an order": Starts when``; ``Process`` where it is the name itself.
        line: the line of the text that has most of the words.
        spans: where they stand in it.
    """

    item: str
    place: str
    where: str
    line: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Search:
    """What was looked for in a plan.

    Attributes:
        text: as it was typed.
        matches: at most `MOST_MATCHES`; what is called so comes first, then the order of the plan.
        more: the items with the words that are left out of `matches`.
        at: the place of the match that one has gone to, "" for none.
        plan, sheets: what was looked through.
    """

    text: str = ""
    matches: tuple[Match, ...] = ()
    more: int = 0
    at: str = ""
    plan: Plan | None = field(default=None, repr=False)
    sheets: Sheets = field(default_factory=dict, repr=False)

    def typed(self, text: str, plan: Plan) -> "Search":
        """The search for `text` in `plan`."""
        sheets, words = self.sheets if plan is self.plan else sheets_of(plan, self.sheets), words_of(text)
        matches, more = _found(words, sheets) if words else ((), 0)
        return Search(text, matches, more, plan=plan, sheets=sheets)

    def again(self, plan: Plan) -> "Search":
        """The same search in the plan of now, at the same match."""
        return replace(self.typed(self.text, plan), at=self.at)

    def gone_to(self, match: Match) -> "Search":
        return replace(self, at=match.place)

    def beside(self, step: int) -> Match | None:
        """The match after (1) or before (-1) the one gone to, round and round; None where there is none."""
        if not self.matches:
            return None
        return self.matches[((self.number or (0 if step > 0 else 1)) - 1 + step) % len(self.matches)]

    @property
    def number(self) -> int:
        """The number of the match that one has gone to, from 1; 0 for none."""
        return next((number for number, match in enumerate(self.matches, start=1) if match.place == self.at), 0)

    @property
    def total(self) -> str:
        """How many there are: "12", or "200 and 312 more"."""
        return f"{len(self.matches)} and {self.more} more" if self.more else str(len(self.matches))


def _found(words: Sequence[str], sheets: Sheets) -> tuple[tuple[Match, ...], int]:
    """The matches, and how many items are left over."""
    holders = [sheet for sheet in sheets.values() if all(word in sheet.words for word in words)]
    holders.sort(key=lambda sheet: _rank(words, sheet.name))
    found: list[Match] = []
    for count, sheet in enumerate(holders):
        if len(found) >= MOST_MATCHES:
            return tuple(found[:MOST_MATCHES]), len(holders) - count
        found += _matches(words, sheet)
    return tuple(found[:MOST_MATCHES]), 0


def _rank(words: Sequence[str], name: str) -> int:
    """What begins with the words typed comes first, then what is called so."""
    if name.startswith(words[0]) and all(word in name for word in words):
        return 0
    return 1 if all(word in name for word in words) else 2


def _matches(words: Sequence[str], sheet: Sheet) -> Iterator[Match]:
    """The texts of `sheet` that have all the words; the name of the item may stand in for some of them.

    Where the words are scattered over several texts, the one that has most of them.
    """
    counted = [(said, sum(word in folded(said.text) for word in words)) for said in sheet.texts()]
    whole = [said for said, count in counted if count and _has_all(words, said, sheet.name)]
    best = max(counted, key=lambda pair: pair[1])[0]
    for said in whole or (best,):
        yield _match(words, said, sheet)


def _has_all(words: Sequence[str], said: Said, name: str) -> bool:
    text = folded(said.text)
    return all(word in text or word in name for word in words)


def _match(words: Sequence[str], said: Said, sheet: Sheet) -> Match:
    line = _line_with(words, said.text.splitlines())
    return Match(item_of(sheet.place), said.place, _where(said, sheet), line, spans_of(words, line))


def _line_with(words: Sequence[str], lines: Iterable[str]) -> str:
    """The line that has most of the words, in one line and without what surrounds it."""
    best = max(lines, key=lambda line: sum(word in folded(line) for word in words), default="")
    return " ".join(best.split())


def _where(said: Said, sheet: Sheet) -> str:
    table = sheet.table
    if said.place == field_place(sheet.place, naming_field(type(table))) and isinstance(table, Item):
        return _capital(kind_of(type(table)))
    holder = f'{_capital(kind_of(type(table)))} "{called(table)}"' if isinstance(table, Item) else ""
    row, _ = split_field(said.place)
    if row != sheet.place and (model := type_at(row)):
        number = f"{kind_of(model)} {row.rpartition('.')[2]}"
        holder = f"{holder}, {number}" if holder else f"{_capital(sheet.place)}, {number}"
    return f"{holder or _capital(sheet.place.partition('.')[0])}: {said.title}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
