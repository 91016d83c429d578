"""What is wrong with a file, and where: one line each, ready to be shown."""

from collections.abc import Sequence
from typing import NamedTuple

from mvo_tui.plan.errors import ExitCode, PlanError


class Problem(NamedTuple):
    """One thing that keeps a file from being a plan. `line` and `column` count from 1, the column in characters."""

    line: int
    column: int
    place: str
    what: str


class TomlError(ValueError):
    """The text is no TOML."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


class PlanUnreadableError(PlanError):
    """A file that is no plan: all `problems`, a line ``FILE:LINE:COLUMN: PLACE: what is wrong`` for each."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem[:2]))
        super().__init__(
            "\n".join(f"{file}:{line}:{column}: {place}: {what}" for line, column, place, what in self.problems),
            ExitCode.FILE,
        )
