"""Open a plan file, save it, and meet a file that somebody else has changed meanwhile.

A save writes the difference between the plan as first opened (`OpenedPlan.base`) and the plan now into the text as
first opened, so an edit that was undone leaves no trace. Nothing here keeps state: a worker thread may call it.
"""

import hashlib
import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.model import EMPTY, FORMAT, Plan
from mvo_tui.storage.atomic_write import TornFileError, write_atomically
from mvo_tui.storage.backups import Why, has_backup_of_today, keep_backup
from mvo_tui.storage.control_characters import shown
from mvo_tui.storage.loading import load
from mvo_tui.storage.one_writer import one_writer
from mvo_tui.storage.parsing import RawTable, parse
from mvo_tui.storage.problems import PlanUnreadableError, TomlError
from mvo_tui.storage.raw_changes import amended, raw_from_plan
from mvo_tui.storage.reading import Text, decode, read_bytes, reason
from mvo_tui.storage.toml_amend import amended_text
from mvo_tui.storage.toml_values import document_text
from mvo_tui.storage.verifying import says
from mvo_tui.storage.written import remember_written, was_written_here


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


@dataclass(frozen=True, eq=False)
class OpenedPlan:
    """A plan and the file it lives in, as last opened or saved."""

    path: Path
    plan: Plan
    notices: tuple[str, ...]
    is_read_only: bool
    text: Text  # as first opened; what a save amends
    raw: RawTable  # the values in it
    base: Plan  # the plan in it
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


def open_plan(path: Path) -> OpenedPlan:
    """The plan in the file at `path`, which stays as it is.

    Raises:
        PlanError: it can't be read, or is no plan; the text has a line for everything that is wrong.
    """
    content = read_bytes(path)
    text = decode(content, shown(str(path)))
    return replace(_read(path, text), fingerprint=_fingerprint(content))


def _read(path: Path, text: Text) -> OpenedPlan:
    file = shown(str(path))
    try:
        raw = parse(text.text)
    except TomlError as error:
        raise PlanUnreadableError(file, [error.problem]) from None
    loaded = load(raw, text.text, file)
    return OpenedPlan(path, loaded.plan, loaded.notices, loaded.is_newer, text, raw, loaded.plan, None)


def open_or_begin(path: Path) -> OpenedPlan:
    """The plan at `path`, or an empty one where there is no file.

    Raises:
        PlanError: as `open_plan`; also where it can't be seen whether there is a file.
    """
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return new_plan(path)
    except (OSError, ValueError):
        pass  # opening says why
    return open_plan(path)


def new_plan(path: Path, plan: Plan = EMPTY) -> OpenedPlan:
    """`plan`, to be written to `path` at the first save.

    Raises:
        PlanError: something is there already.
    """
    _refuse_taken(path)
    raw = raw_from_plan(plan)
    text = Text(document_text(raw), has_bom=False)
    return OpenedPlan(path, plan, (), False, text, raw, plan, None, is_ours=True)


def new_plan_from(path: Path, text: str) -> OpenedPlan:
    """The plan in `text` (a sample's), comments and all, to be written to `path` at the first save.

    Raises:
        PlanError: something is at `path` already, or the text is no plan.
    """
    _refuse_taken(path)
    text = text.partition("\n")[2] if text.startswith("#:schema") else text
    return replace(_read(path, Text(text, has_bom=False)), fingerprint=None)


def reopened(path: Path, content: bytes) -> OpenedPlan:
    """The plan in `content`, which the file at `path` once held; to be written as a new file.

    Raises:
        PlanError: it is no plan.
    """
    return _read(path, decode(content, shown(str(path))))


def save_plan(opened: OpenedPlan, plan: Plan) -> OpenedPlan:
    """Write `plan` to its file, and wait until the disk has it.

    Raises:
        FileChanged: the file is not the one that was opened or last saved.
        PlanError: the file can't be written, or is of a newer format. It is as it was.
    """
    _refuse_read_only(opened)
    with one_writer(opened.path):
        if _fingerprint_on_disk(opened.path) != opened.fingerprint:
            raise FileChanged(opened.path, is_gone=not os.path.lexists(opened.path), was_new=opened.is_new)
        return _write(opened, plan)


def edited_plan(opened: OpenedPlan, content: bytes) -> OpenedPlan:
    """The plan in `content`, the whole file as a person has edited it; nothing is written.

    Raises:
        PlanError: it is no plan, or of a newer format; the text has a line for everything that is wrong.
    """
    edited = _read(opened.path, decode(content, shown(str(opened.path))))
    _refuse_read_only(edited)
    return replace(edited, fingerprint=opened.fingerprint, backed_up=opened.backed_up)


def save_edited(opened: OpenedPlan, content: bytes) -> OpenedPlan:
    """Write `content`, the whole file as a person has edited it, byte for byte.

    Raises:
        FileChanged: the file is not the one that was opened or last saved.
        PlanError: as `edited_plan`, or it can't be written. The file is as it was.
    """
    _refuse_read_only(opened)
    edited = edited_plan(opened, content)
    with one_writer(opened.path):
        if _fingerprint_on_disk(opened.path) != opened.fingerprint:
            raise FileChanged(opened.path, is_gone=not os.path.lexists(opened.path), was_new=opened.is_new)
        return _write(edited, edited.plan)


def has_changed(opened: OpenedPlan) -> bool:
    """Whether the file is not the one that was opened or last saved. Reads it: a few milliseconds if it is large."""
    try:
        return _fingerprint_on_disk(opened.path) != opened.fingerprint
    except PlanError:
        return True


def open_if_changed(opened: OpenedPlan) -> OpenedPlan | None:
    """The plan in the file as somebody else has left it; None where the file is the one that was opened or last saved.

    Raises:
        FileChanged: there is no file any more.
        PlanError: as `open_plan`.
    """
    if not os.path.lexists(opened.path):
        if opened.is_new:
            return None
        raise FileChanged(opened.path, is_gone=True, was_new=False)
    return open_plan(opened.path) if _fingerprint_on_disk(opened.path) != opened.fingerprint else None


def keep_mine(opened: OpenedPlan, plan: Plan) -> OpenedPlan:
    """Write `plan` over a file that somebody else has changed; what they wrote goes to a backup first.

    Raises:
        PlanError: as `save_plan`, or the backup can't be kept. The file is as it was.
    """
    _refuse_read_only(opened)
    with one_writer(opened.path):  # else a save of another program could come between the backup and the write
        return _write(_theirs_kept(opened), plan)


def _theirs_kept(opened: OpenedPlan) -> OpenedPlan:
    """`opened`, once what the file holds now is in a backup."""
    notices = opened.notices
    if os.path.lexists(opened.path):
        content = read_bytes(opened.path)
        try:
            backup = keep_backup(opened.path, content, Why.THEIRS)
        except OSError as error:
            raise PlanError(
                f"Their version could not be kept aside: {reason(error)}. Nothing was changed. Save a copy of yours."
            ) from error
        notices = (*notices, f"Their version of {shown(opened.path.name)} is kept at {shown(str(backup))}.")
    return replace(opened, notices=notices, backed_up=date.today())


def without_backups(opened: OpenedPlan) -> OpenedPlan:
    """The same, for a copy to look around in: nothing is kept of it."""
    return replace(opened, backed_up=date.max)


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
    if path is None:
        path = _free_name(opened.path)
    else:
        _refuse_taken(path)
    return _write(replace(opened, path=path, fingerprint=None), plan)


def save_to(opened: OpenedPlan, plan: Plan, path: Path) -> OpenedPlan:
    """Write `plan`, in the text of `opened`, to `path`, over whatever is there.

    Raises:
        PlanError: as `save_plan`, but for `FileChanged`.
    """
    _refuse_read_only(opened)
    return _write(without_backups(replace(opened, path=path)), plan)


def _write(opened: OpenedPlan, plan: Plan) -> OpenedPlan:
    name = shown(opened.path.name)
    try:
        opened, text = _next_text(opened, plan)
        content = text.encoded()
        if _fingerprint(content) != opened.fingerprint:
            opened = _with_backup(opened, plan)
        if not write_atomically(opened.path, content):
            opened = _with_notice(opened, _IN_PLACE.format(name=name))
    except TornFileError as error:
        raise PlanError(
            f"{name} could not be written: {reason(error)}, and is not whole now. The version from before is at"
            f" {shown(str(error.backup))}. What you typed is still here: save a copy."
        ) from error
    except (OSError, ValueError) as error:
        raise PlanError(
            f"{name} could not be saved: {reason(error)}. The file is as it was, and what you typed is still here."
            " Try again, or save a copy elsewhere."
        ) from error
    fingerprint = _fingerprint(content)
    remember_written(opened.path, fingerprint)
    return replace(opened, plan=plan, fingerprint=fingerprint, written=text)


_IN_PLACE = (
    "{name} has several names or an owner or folder that only allows to write it in place. That keeps all of them; the"
    " version from before each save is kept among the backups."
)
_NO_BACKUP = "No backup of {name} could be kept: {reason}. The plan itself was saved."


def _with_backup(opened: OpenedPlan, plan: Plan) -> OpenedPlan:
    """Keep a backup where one is due: the first change of a file that something else wrote, a new format, a new day.

    Raises:
        OSError: none could be kept, and the format would change, which can't be undone.
    """
    today = date.today()
    if opened.is_new or (opened.backed_up is not None and opened.backed_up >= today):
        return opened
    if opened.backed_up is None and opened.raw.get("format") != plan.format:
        keep_backup(opened.path, read_bytes(opened.path), Why.FORMAT)
        return replace(opened, backed_up=today)
    is_foreign = opened.backed_up is None and not was_written_here(opened.path, opened.fingerprint or "")
    try:
        if is_foreign or not has_backup_of_today(opened.path):
            keep_backup(opened.path, read_bytes(opened.path), Why.FIRST if is_foreign else Why.DAILY)
    except OSError as error:
        opened = _with_notice(opened, _NO_BACKUP.format(name=shown(opened.path.name), reason=reason(error)))
    return replace(opened, backed_up=today)


def _with_notice(opened: OpenedPlan, notice: str) -> OpenedPlan:
    return opened if notice in opened.notices else replace(opened, notices=(*opened.notices, notice))


def _next_text(opened: OpenedPlan, plan: Plan) -> tuple[OpenedPlan, Text]:
    """The text of the file that says `plan`, checked. Where it had to be laid out anew, later saves start from it."""
    if plan == opened.base:
        return opened, opened.text
    raw = raw_from_plan(plan) if opened.is_ours else amended(opened.raw, opened.base, plan)
    text = document_text(raw) if opened.is_ours else amended_text(opened.text.text, opened.raw, raw)
    if says(text, raw, opened.raw, plan):
        return opened, opened.text._replace(text=text)
    anew = opened.text._replace(text=document_text(raw))
    name = shown(opened.path.name)
    if not says(anew.text, raw, opened.raw, plan):
        raise PlanError(
            f"What would be written to {name} does not say what the plan says. The file is as it was, and what you"
            " typed is still here. This is a fault of the program; please report it."
        )
    backup = keep_backup(opened.path, opened.text.encoded(), Why.LAYOUT)
    lost = f"{name} had to be laid out anew, so its comments are gone from it; they are in {shown(str(backup))}."
    rebased = _read(opened.path, anew)
    opened = _with_notice(replace(opened, text=anew, raw=rebased.raw, base=rebased.base), lost)
    return replace(opened, backed_up=opened.backed_up or date.today()), anew


def _refuse_taken(path: Path) -> None:
    if os.path.lexists(path):
        raise PlanError(f"{shown(str(path))} is there already. Nothing was written. Open it, or choose another name.")


def _refuse_read_only(opened: OpenedPlan) -> None:
    if opened.is_read_only:
        raise PlanError(
            f"{shown(opened.path.name)} is of a newer format than this mvo-tui (format {FORMAT}) can write. The file is"
            " as it was. Update mvo-tui to edit it.",
            ExitCode.NEWER_FORMAT,
        )


def _free_name(path: Path) -> Path:
    """``sunday-box-copy.mvo.toml`` beside ``sunday-box.mvo.toml``, or with a number where that is taken."""
    stem, dot, endings = path.name.partition(".")
    for number in range(1, 1000):
        name = f"{stem}-copy{'' if number == 1 else f'-{number}'}{dot}{endings}"
        if not os.path.lexists(path.with_name(name)):
            return path.with_name(name)
    raise PlanError(f"There are a thousand copies of {shown(path.name)} already. Nothing was written.")


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _fingerprint_on_disk(path: Path) -> str | None:
    return _fingerprint(read_bytes(path)) if os.path.lexists(path) else None
