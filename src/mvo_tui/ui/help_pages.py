"""The pages of the help, as values: what stands in ``help/*.md``, and what of it is about the words that were typed.

A page is Markdown of the simplest kind: one title (``# ``), a few paragraphs, then sections (``## ``); a line that
begins with ``- `` stands for itself. ``{save}`` is the key of the action of that name.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from mvo_tui.ui.commands import Where, commands_of, keys_of, spoken_key_of


class Topic(NamedTuple):
    """Something to read: a page, a section of one, or an action. `of`: the title of the page that a section is from."""

    title: str
    paragraphs: tuple[str, ...]
    of: str = ""


class Page(NamedTuple):
    """A page and its sections."""

    title: str
    paragraphs: tuple[str, ...]
    sections: tuple[Topic, ...] = ()

    def whole(self) -> Topic:
        """All of it to be read in one go; titles of sections begin with ``## ``."""
        rest = (line for section in self.sections for line in (f"## {section.title}", *section.paragraphs))
        return Topic(self.title, (*self.paragraphs, *rest))


@lru_cache(maxsize=1)
def pages() -> tuple[Page, ...]:
    """All pages, in the order of the names of their files."""
    folder = files("mvo_tui.ui").joinpath("help")
    found = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".md"))
    return tuple(page_in(file.read_text(encoding="utf-8")) for _name, file in found)


def page_in(text: str) -> Page:
    """The page that is written in `text`."""
    head, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    title, _, rest = head.removeprefix("# ").partition("\n")
    sections = []
    for part in parts:
        name, _, body = part.partition("\n")
        sections.append(Topic(name.strip(), tuple(_paragraphs(body)), title))
    return Page(title, tuple(_paragraphs(rest)), tuple(sections))


def _paragraphs(text: str) -> Iterable[str]:
    for block in text.split("\n\n"):
        lines = block.replace("\n- ", "\n\n- ").split("\n\n")
        yield from (" ".join(line.split()) for line in lines if line.strip())


def with_keys(text: str) -> str:
    """`text` with the keys in force, and without the marks for code."""
    return re.sub(r"\{(\w+)\}", lambda found: spoken_key_of(found[1]), text).replace("`", "")


def actions() -> tuple[Topic, ...]:
    """Every action of the interface as something to read."""
    return tuple(
        Topic(command.label, (f"{command.help}.", f"Keys: {keys_of(command) or 'none'}"), f"Keys: {where}")
        for where in Where
        for command in commands_of(where)
    )


def topics_about(typed: str) -> Sequence[Topic]:
    """The pages; where something was typed, what has it in its title, then what has it in its text."""
    words = typed.casefold().split()
    if not words:
        return [page.whole() for page in pages()]
    sections = [topic for page in pages() for topic in (page.whole(), *page.sections)]
    every = [*sections, *actions()]
    titled = [topic for topic in every if all(word in topic.title.casefold() for word in words)]
    rest = [topic for topic in every if topic not in titled and _is_about(topic, words)]
    return [*sorted(titled, key=lambda topic: not topic.title.casefold().startswith(words[0])), *rest]


def _is_about(topic: Topic, words: Iterable[str]) -> bool:
    text = " ".join((topic.title, *topic.paragraphs)).casefold()
    return all(word in text for word in words)
