"""A plan and the file that it lives in: one value, which opening and saving make."""

import hashlib
from datetime import date
from pathlib import Path
from typing import NamedTuple

from mvo_tui.plan.model import Plan
from mvo_tui.storage.control_characters import shown
from mvo_tui.storage.loading import load
from mvo_tui.storage.parsing import RawTable
from mvo_tui.storage.parsing_in_pieces import parse_in_pieces
from mvo_tui.storage.problems import PlanUnreadableError, TomlError
from mvo_tui.storage.reading import Text, is_there, read_bytes


class OpenedPlan(NamedTuple):
    """A plan and the file it lives in, as last opened or saved."""

    path: Path
    plan: Plan
    notices: tuple[str, ...]
    is_read_only: bool
    text: Text  # as first opened; what a save amends
    raw: RawTable  # the values in it
    base: Plan  # the plan in it
    key: str  # under which things are kept about it, see `state_folder.key_of`
    fingerprint: str | None  # of the file's bytes on disk; None where there is no file yet
    is_ours: bool = False  # laid out by the program alone, so that each save may lay it out anew
    written: Text | None = None  # by the last save; None before the first
    backed_up: date | None = None  # the day on which it was last seen that a backup is there

    @property
    def is_new(self) -> bool:
        """Whether there is no file yet."""
        return self.fingerprint is None

    @property
    def on_disk(self) -> Text:
        """What the file says; where there is none yet, what it begins with."""
        return self.written or self.text


def read_plan(path: Path, key: str, text: Text) -> OpenedPlan:
    """The plan in `text`, to be known as the file at `path`.

    Raises:
        PlanUnreadableError: it is no plan.
    """
    file = shown(str(path))
    try:
        raw = parse_in_pieces(text.text)
    except TomlError as error:
        raise PlanUnreadableError(file, [error.problem]) from None
    loaded = load(raw, text.text, file)
    return OpenedPlan(path, loaded.plan, loaded.notices, loaded.is_newer, text, raw, loaded.plan, key, None)


def fingerprint_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def fingerprint_on_disk(path: Path) -> str | None:
    return fingerprint_of(read_bytes(path)) if is_there(path) else None
