"""Edits, undo, redo, saves, other people's changes, crashes: always what a simple model says, in memory and on disk."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mvo_tui.plan.diff import diff
from mvo_tui.plan.edits import Batch, Edit, apply
from mvo_tui.plan.model import Plan
from mvo_tui.readiness.report import evaluate
from mvo_tui.session.session import Session
from mvo_tui.storage.journal import Journal
from mvo_tui.storage.left_behind import left_behind
from mvo_tui.storage.plan_file import (
    FileChanged,
    OpenedPlan,
    has_changed,
    keep_mine,
    new_plan,
    open_plan,
    save_copy,
    save_plan,
    take_theirs,
)
from mvo_tui.storage.raw_changes import raw_from_plan
from mvo_tui.storage.replaying import replay
from tests.fuzz.bounds import examples
from tests.plans import edits, plans, sample_plans
from tests.storage.layouts import Hand
from tests.storage.texts import as_read


class Sitting(RuleBasedStateMachine):
    """One founder and one file.

    The model: `steps` are all plans that undo and redo walk over, `here` is the number of the one that is shown, `kept`
    is the plan in the file, None where there is none yet. What is in neither is in the journal.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._patch = pytest.MonkeyPatch()
        self._patch.setenv("MVO_TUI_STATE_DIR", f"{self._folder.name}/state")
        self._patch.setattr(os, "fsync", lambda _: None)
        self.clock = 0.0
        self.looked_at = b""

    def teardown(self) -> None:
        self._patch.undo()
        self._folder.cleanup()

    @property
    def plan(self) -> Plan:
        return self.steps[self.here]

    @initialize(plan=st.none() | plans() | sample_plans, seed=st.integers(0, 2**32))
    def begin(self, plan: Plan | None, seed: int) -> None:
        """With a new plan, or with one that is laid out by somebody's hand."""
        path = Path(self._folder.name) / "plan.mvo.toml"
        self.kept: Plan | None = None
        if plan is None:
            self._sit_down(new_plan(path))
        else:
            path.write_text(Hand(seed).write(raw_from_plan(as_read(plan))), encoding="utf-8", newline="")
            self._sit_down(open_plan(path))
            self.kept = as_read(plan)
        self.first_bytes = path.read_bytes() if plan is not None else None
        self.first = self.opened.plan

    def _sit_down(self, opened: OpenedPlan) -> None:
        self.opened = opened
        self.journal = Journal(opened)
        self.session = Session.start(opened.plan)
        self.steps, self.here = [opened.plan], 0

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        edit = data.draw(edits(self.plan))
        self.clock += 10  # seconds, so that each is a step of its own
        before = self.session.plan
        self.session = self.session.apply(edit, self.clock)
        self._journal(before, edit)
        after = apply(self.plan, edit)
        if after is not self.plan:
            self.steps[self.here + 1 :] = [after]
            self.here += 1

    @rule()
    def undo(self) -> None:
        found = self.session.undo()
        assert (found is None) == (self.here == 0)
        if found:
            before, self.session, self.here = self.session.plan, found[0], self.here - 1
            self._journal(before)

    @rule()
    def redo(self) -> None:
        found = self.session.redo()
        assert (found is None) == (self.here == len(self.steps) - 1)
        if found:
            before, self.session, self.here = self.session.plan, found[0], self.here + 1
            self._journal(before)

    def _journal(self, before: Plan, edit: Edit | None = None) -> None:
        """As the keeper does it: every change of the plan, before it is shown."""
        if self.session.plan is not before:
            self.journal.record(edit or Batch(diff(before, self.session.plan)), self.session.plan)

    @rule()
    def save(self) -> None:
        self.opened = save_plan(self.opened, self.session.plan)
        self.journal.saved(self.opened)
        self.session = self.session.with_saved(self.session.plan)
        self.kept = as_read(self.plan)
        if self.plan is self.first and self.first_bytes is not None and not self.opened.notices:
            assert self.opened.path.read_bytes() == self.first_bytes

    @precondition(lambda self: self.kept is not None)
    @rule()
    def crash_and_recover(self) -> None:
        """The file has what was saved, and the journal all that came after it."""
        words = self.plan
        self.journal.close()
        opened = open_plan(self.opened.path)
        assert as_read(opened.plan) == self.kept
        found = left_behind(opened.path)
        recovered = replay(found[0].content).plan if found else opened.plan
        assert as_read(recovered) == as_read(words)
        if recovered != opened.plan:
            opened = save_plan(opened, recovered)
            self.kept = as_read(recovered)
        for each in found:
            each.remove()
        self._sit_down(opened)
        self.first_bytes = None

    @precondition(lambda self: self.kept is not None)
    @rule(data=st.data(), choice=st.sampled_from(("mine", "theirs", "copy")))
    def somebody_else(self, data: st.DataObject, choice: str) -> None:
        """Somebody else changes the file: it is noticed, nothing is overwritten, and each way out keeps its word."""
        theirs = open_plan(self.opened.path)
        theirs = save_plan(theirs, apply(theirs.plan, data.draw(edits(theirs.plan))))
        if not has_changed(self.opened):
            return
        before = self.opened.path.read_bytes()
        with pytest.raises(FileChanged):
            save_plan(self.opened, self.session.plan)
        assert self.opened.path.read_bytes() == before
        self.first_bytes = None
        if choice == "mine":
            self.opened = keep_mine(self.opened, self.session.plan)
            self.journal.saved(self.opened)
            self.kept = as_read(self.plan)
        elif choice == "copy":
            old = self.opened.path
            self.opened = save_copy(self.opened, self.session.plan)
            self.journal.saved(self.opened)
            assert old.read_bytes() == before
            self.kept = as_read(self.plan)
        else:
            self.journal.close()
            for each in left_behind(self.opened.path):
                each.discard()
            self._sit_down(take_theirs(self.opened))
            self.kept = as_read(theirs.plan)

    @precondition(lambda self: self.kept is not None)
    @rule()
    def file_is_deleted(self) -> None:
        os.unlink(self.opened.path)
        with pytest.raises(FileChanged) as change:
            save_plan(self.opened, self.session.plan)
        assert change.value.is_gone
        self.opened = keep_mine(self.opened, self.session.plan)
        self.journal.saved(self.opened)
        self.kept = as_read(self.plan)

    @invariant()
    def the_session_shows_the_model(self) -> None:
        if hasattr(self, "session"):
            assert self.session.plan == self.plan

    @invariant()
    def the_file_is_whole(self) -> None:
        if not hasattr(self, "opened"):
            return
        if self.kept is None:
            assert not self.opened.path.exists()
        elif (found := self.opened.path.read_bytes()) != self.looked_at:
            assert as_read(open_plan(self.opened.path).plan) == self.kept
            assert self.session.report.score == evaluate(self.plan).score
            self.looked_at = found


TestSitting = Sitting.TestCase
TestSitting.settings = settings(examples(10), stateful_step_count=25)
