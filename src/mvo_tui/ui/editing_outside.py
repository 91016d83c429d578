"""Lending texts to the founder's own editor: what stands in a field, or the whole file. Everything is saved first.

What comes back of a field goes to the screen that asked. A whole file is read like any plan, and becomes the file,
comments and all, only if it is one.
"""

from functools import partial

from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import Batch
from mvo_tui.plan.errors import PlanError
from mvo_tui.storage.control_characters import without_control_characters
from mvo_tui.storage.plan_file import FileChanged, OpenedPlan, edited_plan, save_edited
from mvo_tui.ui.asks_disks import AsksDisks
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.disk_work import DiskWork
from mvo_tui.ui.keeper import PlanKeeper
from mvo_tui.ui.outside_editor import edited_outside
from mvo_tui.ui.screens.edited_file import EditedFileScreen
from mvo_tui.ui.telling import Telling
from mvo_tui.ui.widgets.requests import EditorRequested

LABEL = "Edit the whole file"
_UNCHANGED = "Nothing was changed in the editor."
_MOST_NOTICES = 3
_UNSAVED = "The file can only be edited as a whole once the plan is saved."
_BOTH = (
    "The file was changed by another program as well. What you changed in the plan is in it; comments that you wrote"
    " into the file are not."
)
_NO_ANSWER = (
    "The disk of the file does not answer. What you changed in the plan is in it; comments that you wrote into the file"
    " are not."
)
_MEANWHILE = (
    "The plan has changed since the file was lent. What you changed in the file is in the plan; comments that you wrote"
    " into it are not."
)
_DOES_NOT_FIT = "What you changed does not fit the plan any more, which has changed since the file was lent."
_NOT_WRITTEN = "What you changed in the plan is in it; comments that you wrote into the file are not."


def edit_text(app: Telling, event: EditorRequested) -> None:
    """Lend the text that a screen wants edited, and give back what came of it, if it is another."""
    before = f"{event.text}\n" if event.text else ""
    try:
        after = _as_text(edited_outside(app, before.encode(), event.name))
    except PlanError as error:
        _tell(app, error)
        return
    if after.rstrip("\n") == before.rstrip("\n"):
        app.say(_UNCHANGED)
    else:
        event.take(after.rstrip("\n"))


class FileEditing:
    """The whole file of a plan, edited until what comes back is a plan, or is given up."""

    def __init__(self, app: AsksDisks, keeper: PlanKeeper) -> None:
        self._app, self._keeper = app, keeper
        self._lent, self._plan = keeper.opened, keeper.session.plan

    def begin(self) -> None:
        """Lend the file as it is on the disk."""
        keeper = self._keeper
        keeper.save_now()
        keeper.write_down()
        if not keeper.is_safe:
            keeper.say(_UNSAVED)
        else:
            self._lent, self._plan = keeper.opened, keeper.session.plan
            self._lend(self._lent.on_disk.encoded())

    def _lend(self, content: bytes) -> None:
        name = self._keeper.opened.path.name.partition(".")[0]
        try:
            after = edited_outside(self._app, content, name, ".mvo.toml")
            if after == self._lent.on_disk.encoded():
                self._keeper.say(_UNCHANGED)
                return
        except PlanError as error:
            _tell(self._app, error)
            return
        try:
            edited_plan(self._lent, after)
        except PlanError as error:
            self._ask_again(after, str(error))
        else:
            self._take(after)

    def _ask_again(self, content: bytes, problems: str) -> None:
        def choose(is_again: bool | None) -> None:
            if is_again:
                self._lend(content)

        self._app.push_screen(EditedFileScreen(problems), choose)

    def _take(self, content: bytes) -> None:
        """Make what was written the file, and the plan; that is one step to undo."""
        if self._keeper.opened is not self._lent or self._keeper.session.plan is not self._plan:
            self._bring_in(content, _MEANWHILE)
            return
        opened = self._lent
        write, taken = partial(save_edited, opened, content), partial(self._taken, content)
        self._app.ask_disk(opened.path.name, write, taken, partial(self._bring_in, content, _NO_ANSWER))

    def _taken(self, content: bytes, saved: DiskWork[OpenedPlan]) -> None:
        keeper = self._keeper
        try:
            opened = saved.outcome()
        except FileChanged:
            self._bring_in(content, _BOTH)
        except PlanError as error:
            self._bring_in(content, f"{_NOT_WRITTEN} {error}")
        else:
            keeper.take_in(opened, Batch(diff(keeper.session.plan, opened.plan), LABEL))
            keeper.say(f"{LABEL}: done. {spoken_key_of('undo')} takes it back.")
            for notice in opened.notices[:_MOST_NOTICES]:
                self._app.warn(notice)

    def _bring_in(self, content: bytes, sentence: str) -> None:
        """The file could not become what was written: the plan does, and is saved as after any other change."""
        changes = diff(self._lent.plan, edited_plan(self._lent, content).plan)
        if self._keeper.edit(Batch(changes, LABEL)):
            self._app.warn(sentence)
        else:  # something that was changed is gone from the plan
            self._ask_again(content, _DOES_NOT_FIT)


def _tell(app: Telling, error: PlanError) -> None:
    app.warn(str(error))


def _as_text(content: bytes) -> str:
    """The text that came back, without what no field holds.

    Raises:
        PlanError: it is not UTF-8.
    """
    try:
        return without_control_characters(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise PlanError("What the editor saved is not UTF-8, so it can't be read. Nothing was changed.") from None
