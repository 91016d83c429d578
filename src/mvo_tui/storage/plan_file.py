"""Open a plan file, save it, and meet a file that somebody else has changed meanwhile.

A save writes the difference between the plan as first opened (`OpenedPlan.base`) and the plan now into the text as
first opened, so an edit that was undone leaves no trace. Nothing here keeps state: a worker thread may call it.
What writes is imported by what writes: most starts, and all checks, are for a look.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.model import EMPTY, FORMAT, Plan
from mvo_tui.storage.control_characters import shown
from mvo_tui.storage.free_names import free_name, refuse_taken
from mvo_tui.storage.opened_plan import OpenedPlan, fingerprint_of, fingerprint_on_disk, read_plan
from mvo_tui.storage.reading import Text, decode, is_there, read_bytes
from mvo_tui.storage.state_folder import key_of

__all__ = [
    "FileChanged",
    "Found",
    "OpenedPlan",
    "edited_plan",
    "has_changed",
    "keep_mine",
    "look_up",
    "new_plan",
    "new_plan_from",
    "open_found",
    "open_if_changed",
    "open_or_begin",
    "open_plan",
    "reopened",
    "save_copy",
    "save_edited",
    "save_plan",
    "save_to",
    "take_theirs",
    "without_backups",
]


class FileChanged(PlanError):  # noqa: N818  # what happened, not a fault
    """The file is not the one that was opened or last saved. Nothing was written; the founder has to choose.

    `is_gone` tells that there is no file any more.
    """

    def __init__(self, path: Path, *, is_gone: bool, was_new: bool) -> None:
        what = "was changed by somebody else since you opened it"
        if was_new:
            what = "has been made by somebody else meanwhile"
        elif is_gone:
            what = "is no longer there"
        super().__init__(f"{shown(path.name)} {what}. Nothing was saved yet. Keep yours, take theirs, or save a copy?")
        self.is_gone = is_gone


class Found(NamedTuple):
    """What a disk says of the plan at `path`; `content` is None where there is no file."""

    path: Path
    key: str
    content: bytes | None


def look_up(path: Path, *, must_exist: bool = False) -> Found:
    """All that opening asks the disk. A thread may do it, since a network drive may never answer.

    Raises:
        PlanError: the file can't be read, or has to exist and does not; also where it can't be seen whether it does.
    """
    content = read_bytes(path) if must_exist or is_there(path) else None
    return Found(path, key_of(path), content)


def open_found(found: Found) -> OpenedPlan:
    """The plan in the file that was looked up, or an empty one where there is no file. Asks no disk.

    Raises:
        PlanError: it is no plan; the text has a line for everything that is wrong.
    """
    if found.content is None:
        return _begun(found.path, found.key, EMPTY)
    text = decode(found.content, shown(str(found.path)))
    return read_plan(found.path, found.key, text)._replace(fingerprint=fingerprint_of(found.content))


def open_plan(path: Path) -> OpenedPlan:
    """The plan in the file at `path`, which stays as it is.

    Raises:
        PlanError: it can't be read, or is no plan; the text has a line for everything that is wrong.
    """
    return open_found(look_up(path, must_exist=True))


def open_or_begin(path: Path) -> OpenedPlan:
    """The plan at `path`, or an empty one where there is no file.

    Raises:
        PlanError: as `open_plan`; also where it can't be seen whether there is a file.
    """
    return open_found(look_up(path))


def new_plan(path: Path, plan: Plan = EMPTY) -> OpenedPlan:
    """`plan`, to be written to `path` at the first save.

    Raises:
        PlanError: something is there already.
    """
    refuse_taken(path)
    return _begun(path, key_of(path), plan)


def _begun(path: Path, key: str, plan: Plan) -> OpenedPlan:
    from mvo_tui.storage.raw_changes import raw_from_plan
    from mvo_tui.storage.toml_values import document_text

    raw = raw_from_plan(plan)
    text = Text(document_text(raw), has_bom=False)
    return OpenedPlan(path, plan, (), False, text, raw, plan, key, None, is_ours=True)


def new_plan_from(path: Path, text: str) -> OpenedPlan:
    """The plan in `text` (a sample's), comments and all, to be written to `path` at the first save.

    Raises:
        PlanError: something is at `path` already, or the text is no plan.
    """
    refuse_taken(path)
    text = text.partition("\n")[2] if text.startswith("#:schema") else text
    return read_plan(path, key_of(path), Text(text, has_bom=False))._replace(fingerprint=None)


def reopened(path: Path, key: str, content: bytes) -> OpenedPlan:
    """The plan in `content`, which the file at `path` once held; to be written as a new file. Asks no disk.

    Raises:
        PlanError: it is no plan.
    """
    return read_plan(path, key, decode(content, shown(str(path))))


def save_plan(opened: OpenedPlan, plan: Plan) -> OpenedPlan:
    """Write `plan` to its file, and wait until the disk has it.

    Raises:
        FileChanged: the file is not the one that was opened or last saved.
        PlanError: the file can't be written, or is of a newer format. It is as it was.
    """
    from mvo_tui.storage.one_writer import one_writer
    from mvo_tui.storage.writing import write

    _refuse_read_only(opened)
    with one_writer(opened.path):
        if fingerprint_on_disk(opened.path) != opened.fingerprint:
            raise FileChanged(opened.path, is_gone=not is_there(opened.path), was_new=opened.is_new)
        return write(opened, plan)


def edited_plan(opened: OpenedPlan, content: bytes) -> OpenedPlan:
    """The plan in `content`, the whole file as a person has edited it; nothing is written.

    Raises:
        PlanError: it is no plan, or of a newer format; the text has a line for everything that is wrong.
    """
    edited = read_plan(opened.path, opened.key, decode(content, shown(str(opened.path))))
    _refuse_read_only(edited)
    return edited._replace(fingerprint=opened.fingerprint, backed_up=opened.backed_up)


def save_edited(opened: OpenedPlan, content: bytes) -> OpenedPlan:
    """Write `content`, the whole file as a person has edited it, byte for byte.

    Raises:
        FileChanged: the file is not the one that was opened or last saved.
        PlanError: as `edited_plan`, or it can't be written. The file is as it was.
    """
    from mvo_tui.storage.one_writer import one_writer
    from mvo_tui.storage.writing import write

    _refuse_read_only(opened)
    edited = edited_plan(opened, content)
    with one_writer(opened.path):
        if fingerprint_on_disk(opened.path) != opened.fingerprint:
            raise FileChanged(opened.path, is_gone=not is_there(opened.path), was_new=opened.is_new)
        return write(edited, edited.plan)


def has_changed(opened: OpenedPlan) -> bool:
    """Whether the file is not the one that was opened or last saved. Reads it: a few milliseconds if it is large."""
    try:
        return fingerprint_on_disk(opened.path) != opened.fingerprint
    except PlanError:
        return True


def open_if_changed(opened: OpenedPlan) -> OpenedPlan | None:
    """The plan in the file as somebody else has left it; None where the file is the one that was opened or last saved.

    Raises:
        FileChanged: there is no file any more.
        PlanError: as `open_plan`.
    """
    if not is_there(opened.path):
        if opened.is_new:
            return None
        raise FileChanged(opened.path, is_gone=True, was_new=False)
    return open_plan(opened.path) if fingerprint_on_disk(opened.path) != opened.fingerprint else None


def keep_mine(opened: OpenedPlan, plan: Plan) -> OpenedPlan:
    """Write `plan` over a file that somebody else has changed; what they wrote goes to a backup first.

    Raises:
        PlanError: as `save_plan`, or the backup can't be kept. The file is as it was.
    """
    from mvo_tui.storage.one_writer import one_writer
    from mvo_tui.storage.writing import theirs_kept, write

    _refuse_read_only(opened)
    with one_writer(opened.path):  # else a save of another program could come between the backup and the write
        return write(theirs_kept(opened), plan)


def without_backups(opened: OpenedPlan) -> OpenedPlan:
    """The same, for a copy to look around in: nothing is kept of it."""
    return opened._replace(backed_up=date.max)


def take_theirs(opened: OpenedPlan) -> OpenedPlan:
    """The plan as the file has it now; `plan` of `opened` is given up.

    Raises:
        PlanError: as `open_plan`.
    """
    return open_plan(opened.path)


def save_copy(opened: OpenedPlan, plan: Plan, path: Path | None = None) -> OpenedPlan:
    """Write `plan` to a file of its own at `path`, or beside the other under a free name. The copy is open then.

    Raises:
        PlanError: something is at `path` already, or it can't be written.
    """
    from mvo_tui.storage.writing import write

    if path is None:
        path = free_name(opened.path)
    else:
        refuse_taken(path)
    return write(opened._replace(path=path, fingerprint=None), plan)


def save_to(opened: OpenedPlan, plan: Plan, path: Path) -> OpenedPlan:
    """Write `plan`, in the text of `opened`, to `path`, over whatever is there.

    Raises:
        PlanError: as `save_plan`, but for `FileChanged`.
    """
    from mvo_tui.storage.writing import write

    _refuse_read_only(opened)
    return write(without_backups(opened._replace(path=path)), plan)


def _refuse_read_only(opened: OpenedPlan) -> None:
    if opened.is_read_only:
        raise PlanError(
            f"{shown(opened.path.name)} is of a newer format than this mvo-tui (format {FORMAT}) can write. The file is"
            " as it was. Update mvo-tui to edit it.",
            ExitCode.NEWER_FORMAT,
        )
