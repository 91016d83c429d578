"""Columns: what many tables of one type hold in a field.

Rules, look-ups and links ask for the same fields of thousands of tables over and over; each column is made once. Most
questions are about what can stand in a field at all, so they are asked of its different values: there are fewer of
them, and sets answer for all at once.
"""

from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import compress, count
from operator import attrgetter
from typing import Any

from mvo_tui.plan.answered import unsaid
from mvo_tui.plan.model import Table

_LINKS = frozenset({"promises", "processes", "owner", "backup", "role", "tools", "held_by"})
"""The fields of which equal values are made one object."""


class Column:
    """One field of some tables; iterated over, what each of them holds.

    What is only passed over once is not kept: each tuple of thousands costs the collector of garbage a pass as well.
    """

    def __init__(self, tables: tuple[Table, ...], field: str) -> None:
        self._tables = tables
        self._field = field
        self._get = attrgetter(field)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.cells) if "cells" in vars(self) else map(self._get, self._tables)

    @cached_property
    def cells(self) -> tuple[Any, ...]:
        """What each of the tables holds, for whoever keeps it.

        Equal links are one object here, which is quick to compare and to look up; in the tables they are as many as
        the file has.
        """
        cells = tuple(map(self._get, self._tables))
        if self._field not in _LINKS:
            return cells
        one_of_each: dict[Any, Any] = {}
        return tuple(map(one_of_each.setdefault, cells, cells))

    @cached_property
    def values(self) -> frozenset[Any]:
        """What stands in it, each once."""
        return frozenset(self)

    @cached_property
    def unsaid(self) -> frozenset[str | None]:
        """Those of its texts that say nothing."""
        return unsaid(self.values)


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
