"""What somebody may do for a process instead, a choice a line, with what it would do to everybody's week."""

from collections.abc import Iterator
from typing import NamedTuple

from mvo_tui.load import words
from mvo_tui.load.breaking_point import is_past
from mvo_tui.load.options import Effect, Kind, Option, effects
from mvo_tui.load.picture import Picture
from mvo_tui.plan.names import called
from mvo_tui.ui.widgets.line_list import Line, LineList, Span

_MOST_EFFECTS = 3


class Chance(NamedTuple):
    """A line: how it reads, and either what may be chosen or the place of the question that is asked instead."""

    text: str
    option: Option | None = None
    place: str = ""


class AssignmentList(LineList):
    """Shows choices below a title; `chosen` is the one under the cursor."""

    DEFAULT_CSS = """
    AssignmentList { height: auto; max-height: 50%; padding: 0 1; background: $surface; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._chances: tuple[Chance, ...] = ()

    def offer(self, title: str, chances: tuple[Chance, ...], picture: Picture, kind: Kind | None = None) -> None:
        """Show `chances`, with the cursor on the first one of `kind`."""
        self._chances = chances
        lines = [Line(((title, "head"),), is_choice=False), *(_line(chance, picture) for chance in chances)]
        first = next((n for n, chance in enumerate(chances) if chance.option and chance.option.kind is kind), 0)
        self.styles.height = len(lines)
        self.show_lines(lines, first + 1)

    @property
    def chosen(self) -> Chance | None:
        """What the cursor stands on."""
        return self._chances[self.cursor - 1] if 0 < self.cursor <= len(self._chances) else None


def _line(chance: Chance, picture: Picture) -> Line:
    if chance.option is None:
        return Line(((chance.text, "muted"),))
    changed = effects(picture, chance.option.edit)
    return Line(((chance.text, ""),), tuple(_effects(changed)))


def _effects(changed: tuple[Effect, ...]) -> Iterator[Span]:
    """Whose hours it changes: ``Ana 3.5 to 6 h``."""
    if not changed:
        yield ("no change of hours", "muted")
    for number, (effect, text) in enumerate(zip(changed, in_words(changed), strict=True)):
        if number < _MOST_EFFECTS:
            yield (f"{',  ' if number else ''}{text}", "bad" if _is_over(effect) else "")
    if len(changed) > _MOST_EFFECTS:
        yield (f", and {len(changed) - _MOST_EFFECTS} more", "muted")


def in_words(changed: tuple[Effect, ...]) -> list[str]:
    """What becomes of the hours of each of them."""
    names = words.first_names([called(effect.person) for effect in changed])
    return [
        f"{name} {words.hours(effect.before)} to {words.hours(effect.after)} h{', overrun' if _is_over(effect) else ''}"
        for name, effect in zip(names, changed, strict=True)
    ]


def _is_over(effect: Effect) -> bool:
    after, has = effect.after, effect.person.hours_per_week
    return after is not None and has is not None and is_past(after, has)
