"""Sieves: what tells quickly which subjects of a rule are in doubt, so that the rule is asked about those alone.

A plan has thousands of subjects, and nearly all of them pass. A sieve lets them pass several times as fast as the judge
of the rule could, because columns, sets and `map` do the work. The judge is asked about the rest, and its word counts:
a sieve may doubt a subject that passes, and never leave out one that does not. A property test holds that.

Each function here makes a sieve of one condition. A rule whose condition is another one has a sieve in its module.
"""

from collections.abc import Callable, Collection, Iterable
from itertools import compress, count, repeat
from operator import is_
from typing import Any, cast

from mvo_tui.plan.columns import numbers_of
from mvo_tui.plan.index import PlanIndex

Sieve = Callable[[Any, PlanIndex], Iterable[int]]
"""The numbers, in order, of those of the subjects that do not pass for certain."""

Known = str | Callable[[PlanIndex], Collection[str]]
"""The ids to be among: a look-up of the index by its name, or a function of the index."""


def said(field: str) -> Sieve:
    """The text in `field` says something."""

    def sieve(subjects: tuple[Any, ...], index: PlanIndex) -> Iterable[int]:
        column = index.column(subjects, field)
        return numbers_of(column.unsaid, column)

    return sieve


def decided(field: str) -> Sieve:
    """There is a value in `field`; a number, a date, a list that may be empty."""
    return lambda subjects, index: compress(count(), map(is_, index.column(subjects, field), repeat(None)))


def one_of(field: str, words: Collection[str]) -> Sieve:
    """The word in `field` is one of `words`."""
    return leads_to(field, lambda _index: words)


def leads_to(field: str, known: Known) -> Sieve:
    """The id in `field` is one of those."""

    def sieve(subjects: tuple[Any, ...], index: PlanIndex) -> Iterable[int]:
        column = index.column(subjects, field)
        return numbers_of(column.values.difference(ids(known, index)), column)

    return sieve


def any_leads_to(field: str, known: Known) -> Sieve:
    """One of the ids in `field`, a list of links, is one of those."""
    return lambda subjects, index: compress(count(), map(ids(known, index).isdisjoint, index.column(subjects, field)))


def ids(known: Known, index: PlanIndex) -> frozenset[str]:
    """What `known` stands for; a frozen set is not copied."""
    return frozenset(cast(Collection[str], index.part(known)) if isinstance(known, str) else known(index))
