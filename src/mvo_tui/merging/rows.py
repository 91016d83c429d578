"""Steps, readings and decisions have no id: which of one side is which of the other, by what they say."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import NamedTuple

from mvo_tui.plan.model import Table

Keyed = dict[Hashable, Table]


class KeyedRows(NamedTuple):
    """The rows of three lists under keys: the same key is the same row."""

    base: Keyed
    mine: Keyed
    theirs: Keyed


def keyed_rows(base: Sequence[Table], mine: Sequence[Table], theirs: Sequence[Table]) -> KeyedRows:
    """Rows are the same that are equal, or else tell the same action or date, or else stand between the same rows."""
    of_mine, of_theirs = pairs(base, mine), pairs(base, theirs)
    new_of_mine = [index for index in range(len(mine)) if index not in of_mine]
    new_of_theirs = [index for index in range(len(theirs)) if index not in of_theirs]
    added = pairs([mine[index] for index in new_of_mine], [theirs[index] for index in new_of_theirs], by_place=False)
    same = {new_of_theirs[there]: new_of_mine[here] for there, here in added.items()}

    def key_of_theirs(index: int) -> Hashable:
        if index in of_theirs:
            return of_theirs[index]
        return ("mine", same[index]) if index in same else ("theirs", index)

    return KeyedRows(
        dict(enumerate(base)),
        {of_mine.get(index, ("mine", index)): row for index, row in enumerate(mine)},
        {key_of_theirs(index): row for index, row in enumerate(theirs)},
    )


def pairs(before: Sequence[Table], after: Sequence[Table], *, by_place: bool = True) -> dict[int, int]:
    """By index in `after`, which of `before` it is."""
    found: dict[int, int] = {}
    free = dict.fromkeys(range(len(before)))

    def pair(is_same: Callable[[int, int], bool]) -> None:
        for index in range(len(after)):
            if index not in found:
                number = next((number for number in free if is_same(number, index)), None)
                if number is not None:
                    found[index] = number
                    del free[number]

    pair(lambda number, index: before[number] == after[index])
    pair(lambda number, index: _told(before[number]) == _told(after[index]) != "")
    if by_place:
        found |= _pairs_in_gaps(found, len(before), len(after))
    return found


def _pairs_in_gaps(found: Mapping[int, int], before: int, after: int) -> dict[int, int]:
    """Rows that are left over between the same rows on both sides, where there are equally many: they were edited."""
    edited: dict[int, int] = {}
    taken = set(found.values())
    index = 0
    while index < after:
        number = found[index - 1] + 1 if index else 0
        end, last = index, number
        while end < after and end not in found:
            end += 1
        while last < before and last not in taken:
            last += 1
        if end - index == last - number:
            edited |= zip(range(index, end), range(number, last), strict=True)
        index = end + 1
    return edited


def _told(row: Table) -> str:
    """What stays most likely while the rest of a row is edited: its action or its date."""
    return str(getattr(row, "action", None) or getattr(row, "date", None) or "")


def rank_of(row: Table) -> str:
    """What two rows that were added at one spot are put in order by: the date first."""
    return f"{_told(row)} {row!r}"
