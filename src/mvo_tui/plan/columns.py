"""Columns: what many tables of one type hold in a field.

Rules, look-ups and links ask for the same fields of thousands of tables over and over; each column is made once.
"""

from operator import attrgetter
from typing import Any

from mvo_tui.plan.model import Table


class Columns:
    """The columns of some tables, each made when it is first asked for."""

    def __init__(self, tables: tuple[Table, ...]) -> None:
        self.tables = tables
        self._made: dict[str, tuple[Any, ...]] = {}

    def __getitem__(self, field: str) -> tuple[Any, ...]:
        found = self._made.get(field)
        if found is None:
            found = self._made[field] = tuple(map(attrgetter(field), self.tables))
        return found
