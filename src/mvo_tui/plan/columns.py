"""Columns: what many tables of one type hold in a field.

Rules, look-ups and links ask for the same fields of thousands of tables over and over; each column is made once. Most
questions are about what can stand in a field at all, so they are asked of its different values: there are fewer of
them, and sets answer for all at once.
"""

from collections.abc import Collection, Iterator
from itertools import compress, count
from operator import attrgetter
from typing import Any

from mvo_tui.plan.answered import unsaid
from mvo_tui.plan.model import Table


class Column:
    """One field of some tables; iterated over, what each of them holds.

    What is only passed over once is not kept: each tuple of thousands costs the collector of garbage a pass as well.
    """

    __slots__ = ("_cells", "_field", "_tables", "_unsaid", "_values")

    def __init__(self, tables: tuple[Table, ...], field: str) -> None:
        self._tables = tables
        self._field = field
        self._cells: tuple[Any, ...] | None = None
        self._values: frozenset[Any] | None = None
        self._unsaid: frozenset[str | None] | None = None

    def __iter__(self) -> Iterator[Any]:
        return map(attrgetter(self._field), self._tables) if self._cells is None else iter(self._cells)

    @property
    def cells(self) -> tuple[Any, ...]:
        """What each of the tables holds, for whoever keeps it."""
        if self._cells is None:
            self._cells = tuple(self)
        return self._cells

    @property
    def values(self) -> frozenset[Any]:
        """What stands in it, each once."""
        if self._values is None:
            self._values = frozenset(self)
        return self._values

    @property
    def unsaid(self) -> frozenset[str | None]:
        """Those of its texts that say nothing."""
        if self._unsaid is None:
            self._unsaid = unsaid(self.values)
        return self._unsaid


class Columns:
    """The columns of some tables, each made when it is first asked for."""

    def __init__(self, tables: tuple[Table, ...]) -> None:
        self.tables = tables  # held, so that no others get their identity while these columns are known by it
        self._made: dict[str, Column] = {}

    def __getitem__(self, field: str) -> Column:
        found = self._made.get(field)
        if found is None:
            found = self._made[field] = Column(self.tables, field)
        return found


def numbers_of(values: Collection[object], column: Column) -> Iterator[int]:
    """The numbers, from 0, of the tables that hold one of `values`."""
    return compress(count(), map(values.__contains__, column)) if values else iter(())
