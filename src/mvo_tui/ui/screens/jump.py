"""Jump: the six steps and every answer given so far, narrowed down by typing; Enter goes there."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content

from mvo_tui.interview.progress import StepProgress
from mvo_tui.interview.said import Said
from mvo_tui.ui.screens.choosing import ChooseScreen, Entry
from mvo_tui.ui.widgets.editors.option_lines import Option
from mvo_tui.ui.widgets.word_wrap import one_line

_LONGEST = 32  # cells of an answer; the question stands behind it


class Target(NamedTuple):
    """Where to go: a step (1 to 6), or with `place` the question about that place."""

    step: int
    place: str = ""


class JumpScreen(ChooseScreen[Target]):
    """Returns where to go, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+o", "give_up", "Back", show=False, priority=True)]
    KEYS: ClassVar[str] = "Type to narrow down   Enter goes there   Esc goes back"

    def __init__(self, steps: Sequence[StepProgress], answers: Sequence[Said], here: int) -> None:
        """`here`: the step that one comes from."""
        entries = [_of_step(step, here) for step in steps] + [_of_answer(said) for said in answers]
        super().__init__("Jump to a step or to an answer", entries, cursor=here - 1)

    def action_give_up(self) -> None:
        self.back()


def _of_step(step: StepProgress, here: int) -> Entry[Target]:
    left = "all answered" if step.open == 0 else f"{step.answered} answered, {step.open} open"
    option = Option(str(step.step), step.title, f"{left} (here)" if step.step == here else left)
    return Entry(Target(step.step), option, step.title.casefold())


def _of_answer(said: Said) -> Entry[Target]:
    answer = Content(one_line(said.answer)).truncate(_LONGEST, ellipsis=True).plain
    return Entry(Target(said.step, said.place), Option("", answer, said.ask), f"{said.answer} {said.ask}".casefold())
