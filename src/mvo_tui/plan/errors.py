"""The one exception that a founder may meet: a sentence that says what happened, what is safe, what to do."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command ends with; a contract of the readiness report (``docs/architecture.md``)."""

    DONE = 0
    FALLS_SHORT = 1
    USAGE = 2
    FILE = 3
    NEWER_FORMAT = 4
    INTERRUPTED = 130


class PlanError(Exception):
    """Something a founder has to know about. ``str(error)`` is the whole message, ready to be shown.

    `exit_code` is what a command that meets the error ends with.
    """

    def __init__(self, sentence: str, exit_code: ExitCode = ExitCode.FILE) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code
