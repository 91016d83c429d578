"""Sieves: what lets a subject of a rule pass for certain, told of all subjects in one pass.

A plan has thousands of subjects, and nearly all of them pass. A sieve says so several times as fast as the judge of
the rule could, because columns, `map` and sets do the work. The judge is asked about the rest alone, and its word
counts: a sieve may doubt a subject that passes, and never pass one that does not. A property test holds that.

Each function here makes a sieve of one condition. A rule whose condition is another one has a sieve in its module.
"""

from collections.abc import Callable, Collection, Iterable
from itertools import repeat
from operator import is_not, not_
from typing import Any, cast

from mvo_tui.plan.answered import are_said
from mvo_tui.plan.index import PlanIndex

Sieve = Callable[[tuple[Any, ...], PlanIndex], Iterable[bool]]
"""True, in the order of the subjects, for each that passes for certain."""

Known = str | Callable[[PlanIndex], Collection[str]]
"""The ids to be among: a look-up of the index by its name, or a function of the index."""


def said(field: str) -> Sieve:
    """The text in `field` says something."""
    return lambda subjects, index: are_said(index.column(subjects, field))


def decided(field: str) -> Sieve:
    """There is a value in `field`; a number, a date, a list that may be empty."""
    return lambda subjects, index: map(is_not, index.column(subjects, field), repeat(None))


def one_of(field: str, words: Collection[str]) -> Sieve:
    """The word in `field` is one of `words`."""
    among = frozenset(words).__contains__
    return lambda subjects, index: map(among, index.column(subjects, field))


def leads_to(field: str, known: Known) -> Sieve:
    """The id in `field` is one of those."""
    return lambda subjects, index: map(ids(known, index).__contains__, index.column(subjects, field))


def any_leads_to(field: str, known: Known) -> Sieve:
    """One of the ids in `field`, a list of links, is one of those."""
    return lambda subjects, index: map(not_, map(ids(known, index).isdisjoint, index.column(subjects, field)))


def ids(known: Known, index: PlanIndex) -> frozenset[str]:
    """What `known` stands for; a frozen set is not copied."""
    return frozenset(cast(Collection[str], index.part(known)) if isinstance(known, str) else known(index))
