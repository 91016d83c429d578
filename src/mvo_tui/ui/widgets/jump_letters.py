"""Letters for what is in sight, painted over it: typing one goes there.

A widget takes part by having `jump_targets` and `show_letters`; every `LineList` has them.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Those that the fingers rest on come first."""

Letters = Mapping[tuple[int, int], str]
"""What to type, by the column and the line of the widget's content over which it is painted."""


class JumpTarget(NamedTuple):
    """Something in sight that one may go to.

    Attributes:
        x, y: the cell of the widget's content, as it is scrolled now, where its letter is painted.
        go: goes there; the widget has the focus by then.
    """

    x: int
    y: int
    go: Callable[[], None]


@runtime_checkable
class Jumpable(Protocol):
    """A widget in which letters lead somewhere."""

    def jump_targets(self) -> Sequence[JumpTarget]:
        """What is in sight, from top to bottom."""

    def show_letters(self, letters: Letters) -> None:
        """Paint `letters` over what they lead to, in the place of those before; nothing moves for them."""


def codes(count: int) -> tuple[str, ...]:
    """What to type for each of `count` targets, none the beginning of another; as many as two letters reach.

    One letter where that is enough; else the last letters of the row begin two.
    """
    size = len(LETTERS)
    pairs = next((pairs for pairs in range(size) if size - pairs + size * pairs >= count), size)
    singles, beginnings = LETTERS[: size - pairs], LETTERS[size - pairs :]
    return (*singles, *(first + second for first in beginnings for second in LETTERS))[:count]


def with_letters(strip: Strip, letters: Sequence[tuple[int, str]], style: Style) -> Strip:
    """`strip` with `letters`, each at its column, in the place of what stood there."""
    for x, text in letters:
        strip = Strip([*strip.crop(0, x), Segment(text, style), *strip.crop(x + len(text))])
    return strip
