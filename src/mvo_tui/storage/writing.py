"""What a save does: the next text, checked; a backup where one is due; and the file replaced, all of it or nothing."""

from datetime import date

from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.storage.atomic_write import TornFileError, write_atomically
from mvo_tui.storage.backups import Why, has_backup_of_today, keep_backup
from mvo_tui.storage.control_characters import shown
from mvo_tui.storage.opened_plan import OpenedPlan, fingerprint_of, read_plan
from mvo_tui.storage.raw_changes import amended, raw_from_plan
from mvo_tui.storage.reading import Text, is_there, read_bytes, reason
from mvo_tui.storage.state_folder import key_of
from mvo_tui.storage.toml_amend import amended_text
from mvo_tui.storage.toml_values import document_text
from mvo_tui.storage.verifying import says
from mvo_tui.storage.written import remember_written, was_written_here


def write(opened: OpenedPlan, plan: Plan) -> OpenedPlan:
    name = shown(opened.path.name)
    try:
        key = key_of(opened.path)  # first: it may fail, and what is written by then is saved
        opened, text = _next_text(opened, plan)
        content = text.encoded()
        if fingerprint_of(content) != opened.fingerprint:
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
    fingerprint = fingerprint_of(content)
    remember_written(opened.path, fingerprint)
    return opened._replace(plan=plan, key=key, fingerprint=fingerprint, written=text)


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
        return opened._replace(backed_up=today)
    is_foreign = opened.backed_up is None and not was_written_here(opened.path, opened.fingerprint or "")
    try:
        if is_foreign or not has_backup_of_today(opened.path):
            keep_backup(opened.path, read_bytes(opened.path), Why.FIRST if is_foreign else Why.DAILY)
    except OSError as error:
        opened = _with_notice(opened, _NO_BACKUP.format(name=shown(opened.path.name), reason=reason(error)))
    return opened._replace(backed_up=today)


def _with_notice(opened: OpenedPlan, notice: str) -> OpenedPlan:
    return opened if notice in opened.notices else opened._replace(notices=(*opened.notices, notice))


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
    rebased = read_plan(opened.path, opened.key, anew)
    opened = _with_notice(opened._replace(text=anew, raw=rebased.raw, base=rebased.base), lost)
    return opened._replace(backed_up=opened.backed_up or date.today()), anew


def theirs_kept(opened: OpenedPlan) -> OpenedPlan:
    """`opened`, once what the file holds now is in a backup."""
    notices = opened.notices
    if is_there(opened.path):
        content = read_bytes(opened.path)
        try:
            backup = keep_backup(opened.path, content, Why.THEIRS)
        except OSError as error:
            raise PlanError(
                f"Their version could not be kept aside: {reason(error)}. Nothing was changed. Save a copy of yours."
            ) from error
        notices = (*notices, f"Their version of {shown(opened.path.name)} is kept at {shown(str(backup))}.")
    return opened._replace(notices=notices, backed_up=date.today())
