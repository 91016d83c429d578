"""The parts of a page of plain text: headings, entries and fields, each as lines of at most `WIDTH` columns.

All marks are ASCII, so that the page can be mailed, printed and read aloud.
"""

from collections.abc import Iterable, Iterator

from mvo_tui.exports.text.wrapping import columns, wrapped

WIDTH = 78
NOT_SAID = "not said yet"

_LABEL = 18  # columns of a label with the space after it
_INDENT = 4


def title(text: str) -> Iterator[str]:
    lines = wrapped(text, WIDTH)
    yield from lines
    yield "=" * max(map(columns, lines))


def heading(text: str) -> Iterator[str]:
    yield from (text, "-" * columns(text))


def spaced(blocks: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of all blocks with a blank line between two of them; a block without lines takes none."""
    is_first = True
    for block in blocks:
        for number, text in enumerate(block):
            if number == 0 and not is_first:
                yield ""
            is_first = False
            yield text


def entry(text: str) -> Iterator[str]:
    """The first line of an item, with a star before it."""
    yield from hanging("* ", text)


def numbered(number: int, text: str) -> Iterator[str]:
    """A line of a numbered list within an item."""
    yield from hanging(f"{number:>{_INDENT + 2}}. ", text)


def field(label: str, value: str | Iterable[str] | None, indent: int = _INDENT) -> Iterator[str]:
    """A label and its value, or its values one a line; "not said yet" where there is none."""
    values = (value,) if isinstance(value, str) else tuple(value or ())
    first = f"{' ' * indent}{label:<{_LABEL}}"
    for text in [text for text in values if text.strip()] or [NOT_SAID]:
        yield from hanging(first, text)
        first = " " * len(first)


def optional(label: str, value: str | None, indent: int = _INDENT) -> Iterator[str]:
    """Like `field`; nothing where there is no value."""
    if value and value.strip():
        yield from field(label, value, indent)


def line(text: str) -> Iterator[str]:
    """A line of its own at the margin of the items."""
    yield from hanging("  ", text)


def hanging(first: str, text: str, further: int = 0) -> Iterator[str]:
    """`text` after `first`, with its other lines below its beginning, or `further` to the right."""
    for number, part in enumerate(wrapped(text, WIDTH - len(first) - further)):
        yield f"{' ' * (len(first) + further) if number else first}{part}".rstrip()
