"""The rows of the table: one module each, named after its row, with a `measure(settings)` that yields results.

A new row is a new module here; `names()` finds it.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import cast

from benchmarks.results import Result
from benchmarks.settings import Settings

Measure = Callable[[Settings], Iterator[Result]]


def names() -> list[str]:
    """Return the names of all rows."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def measure(name: str, settings: Settings) -> list[Result]:
    """Measure one row. Raises whatever the row meets; the caller says so in the table."""
    row = cast(Measure, importlib.import_module(f"{__name__}.{name}").measure)
    return list(row(settings))
