"""From a document as parsed to the document as the model wants it, and what there is to say about that.

Empty texts and empty tables go (they are what a missing key is), missing ids come, control characters are left out.
What needs no change is shared with the document as parsed, which stays as it is: a save amends that one.
"""

from collections.abc import Callable, Iterator
from itertools import chain, repeat
from typing import Any

from mvo_tui.plan import ids
from mvo_tui.plan.model import Plan, Table, Touchpoint
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.storage.control_characters import may_hold_control_characters, shown, without_control_characters
from mvo_tui.storage.parsing import Path, RawTable
from mvo_tui.storage.shapes import Shape, shape_of


def filled(rows: list[Any]) -> list[Any]:
    """The rows that say something: an empty table is what a missing one is."""
    return [row for row in rows if row != {}]


class Tidying:
    """One document put in order: `plan` is the result.

    `double_ids` holds the path of each written id that another item has already; `notices` is for the founder.
    """

    def __init__(self, raw: RawTable, text: str) -> None:
        self._cleans = may_hold_control_characters(text)
        has_blank = '""' in text or ("'" in text and "''" in text)  # one character is found much sooner than two
        self._looks_at_values = self._cleans or has_blank or "{" in text
        self._unknown: dict[tuple[type[Table], str], list[Path]] = {}
        self._unnamed = 0
        self._cleaned = 0
        self._touchpoint_ids = _Ids("touchpoints")
        self.double_ids: list[Path] = []
        for index, stage in enumerate(_rows_in(raw, "stages")):
            self._claim(self._touchpoint_ids, _rows_in(stage, "touchpoints"), ("stages", index, "touchpoints"))
        self.plan: RawTable = self._table(raw, Plan, ())

    def _table(self, raw: RawTable, model: type[Table], path: Path) -> RawTable:
        shape = shape_of(model)
        if not raw.keys() <= shape.known:
            self._note_unknown(raw, model, shape, path)
        tidy = self._with_plain_values_tidied(raw) if self._looks_at_values else raw
        for name in shape.singles:
            if isinstance(value := raw.get(name), dict):
                tidy = _with(tidy, raw, name, self._table(value, shape.singles[name], (*path, name)))
        for name in shape.lists:
            if isinstance(value := raw.get(name), list):
                rows = self._rows(value, name, shape.lists[name], (*path, name))
                tidy = _with(tidy, raw, name, rows if rows or not value else None)
        return tidy

    def _rows(self, rows: list[Any], name: str, model: type[Table], path: Path) -> list[Any]:
        namer = None
        if shape_of(model).has_id:
            namer = self._touchpoint_ids if model is Touchpoint else _Ids(name)
            if model is not Touchpoint:
                self._claim(namer, rows, path)
        if not self._looks_at_values and _are_tidy(rows, model):  # as in most plans
            return rows
        tidy = []
        for index, row in enumerate(rows):
            if row == {}:
                continue
            if not isinstance(row, dict):
                tidy.append(row)
                continue
            neat = self._table(row, model, (*path, index))
            if namer and not row.get("id"):
                self._unnamed += 1
                neat = {**neat, "id": namer.new(neat, len(tidy) + 1)}
            tidy.append(neat)
        return rows if len(tidy) == len(rows) and all(a is b for a, b in zip(tidy, rows, strict=True)) else tidy

    def _claim(self, namer: "_Ids", rows: list[Any], path: Path) -> None:
        """Take the written ids of `rows` first, so that none that is made up later is the same."""
        for index, row in enumerate(rows):
            written = row.get("id") if isinstance(row, dict) else None
            if isinstance(written, str) and written and not namer.claim(written):
                self.double_ids.append((*path, index, "id"))

    def _with_plain_values_tidied(self, raw: RawTable) -> RawTable:
        """`raw` without blanks and control characters in its own values; the tables in it are seen to elsewhere."""
        tidy: RawTable = {}
        changed = False
        for name, value in raw.items():
            neat = self._neat(value) if self._cleans else value
            changed = changed or neat is not value
            if neat in ("", {}):
                changed = True
            else:
                tidy[name] = neat
        return tidy if changed else raw

    def _neat(self, value: Any) -> Any:
        if isinstance(value, str):
            neat = without_control_characters(value)
            if neat != value:
                self._cleaned += 1
                return neat
        elif isinstance(value, list) and any(isinstance(element, str) for element in value):
            neat_list = [self._neat(element) for element in value]
            return neat_list if neat_list != value else value
        return value

    def _note_unknown(self, raw: RawTable, model: type[Table], shape: Shape, path: Path) -> None:
        for key in raw:
            if key not in shape.known:
                self._unknown.setdefault((model, key), []).append((*path, key))

    def notices(self, place_of: Callable[[Path], str]) -> Iterator[str]:
        """Sentences about what was found; `place_of` says a path in the founder's terms."""
        for (model, key), paths in self._unknown.items():
            more = f" (and {len(paths) - 1} more like it)" if len(paths) > 1 else ""
            hint = did_you_mean(key, shape_of(model).keys)
            sentence = f'{place_of(paths[0])}{more}: "{shown(key)}" is no key of a plan; it stays in the file unread.'
            yield f"{sentence} {hint}".strip()
        if self._unnamed:
            what = "item has" if self._unnamed == 1 else "items have"
            yield f"{self._unnamed} {what} no id in the file; the next save writes one, made from the name."
        if self._cleaned:
            what = "text holds" if self._cleaned == 1 else "texts hold"
            yield f"{self._cleaned} {what} control characters, which are left out here; the file still has them."


def _are_tidy(rows: list[Any], model: type[Table]) -> bool:
    """Whether there is nothing to put in order in rows and in those within them, many at once; in doubt, no."""
    shape = shape_of(model)
    if not (all(rows) and {dict}.issuperset(map(type, rows)) and shape.known.issuperset(chain.from_iterable(rows))):
        return False
    if shape.singles or (shape.has_id and not all(map(dict.get, rows, repeat("id")))):
        return False
    for name, nested in shape.lists.items():
        lists = [row[name] for row in rows if name in row]
        if not ({list}.issuperset(map(type, lists)) and _are_tidy(list(chain.from_iterable(lists)), nested)):
            return False
    return True


class _Ids:
    """The ids of one collection: those that are taken, and new ones made from names."""

    def __init__(self, collection: str) -> None:
        self._collection = collection
        self._taken: set[str] = set()
        self._last_number: dict[str, int] = {}

    def claim(self, written: str) -> bool:
        """Take `written`; False where it is taken."""
        if written in self._taken:
            return False
        self._taken.add(written)
        return True

    def new(self, row: RawTable, number: int) -> str:
        wanted = ids.readable_id(row, self._collection, number, ())
        candidate, suffix = wanted, self._last_number.get(wanted, 1)
        while candidate in self._taken:
            suffix += 1
            candidate = f"{wanted[: ids.MAX_LENGTH - len(str(suffix)) - 1]}-{suffix}"
        self._last_number[wanted] = suffix
        self._taken.add(candidate)
        return candidate


def _rows_in(raw: object, name: str) -> list[Any]:
    rows = raw.get(name) if isinstance(raw, dict) else None
    return rows if isinstance(rows, list) else []


def _with(tidy: RawTable, raw: RawTable, name: str, value: object) -> RawTable:
    """`tidy` with `value` under `name` (None: without it); copied only where that changes something."""
    if value is raw[name]:
        return tidy
    tidy = dict(tidy) if tidy is raw else tidy
    if value is None:
        tidy.pop(name, None)
    else:
        tidy[name] = value
    return tidy
