"""What may be done with a question of the interview instead of answering it."""

from collections.abc import Sequence

from mvo_tui.interview.next_question import Asked
from mvo_tui.ui.commands import Command, command_named
from mvo_tui.ui.widgets.key_hints import KeyHints


class WaysOut(KeyHints):
    """The commands for it, quietly beside the question."""

    def __init__(self) -> None:
        super().__init__(())
        self.id = "ways-out"

    def show(self, commands: Sequence[Command]) -> None:
        if tuple(commands) != self.commands:
            self.commands = tuple(commands)
            self.repaint_lines([0])


def ways_out_of(asked: Asked) -> tuple[Command, ...]:
    """What may be done with this question instead of answering it."""
    is_optional = asked.question.none or asked.question.collection == "not_applicable"
    skip = command_named("skip")
    return (skip, command_named("not_applicable")) if is_optional else (skip,)
