"""The journal's disk fails at every call: the program goes on, and the next line that is kept brings what was not."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("the faults are those of POSIX systems", allow_module_level=True)

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.storage.journal import Journal
from mvo_tui.storage.left_behind import left_behind
from mvo_tui.storage.plan_file import OpenedPlan, open_plan, save_plan
from mvo_tui.storage.replaying import replay
from mvo_tui.storage.state_folder import VARIABLE
from tests.faults.failing_disk import FailingDisk, Killed, failing_disk
from tests.faults.test_every_step_of_a_save import FAULTS, KILLS, TEXT

# Who is killed closes no file.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")

LASTING = ("ENOSPC", "ENOSPC half way", "EIO", "EROFS", "EMFILE")


@pytest.fixture(autouse=True)
def _no_waiting_for_a_real_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


class Sitting:
    """A founder at work: edits, texts in fields, a save in between, the end. `kept`: what the program has heard of."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder.mkdir(parents=True)
        monkeypatch.setenv(VARIABLE, str(folder / "state"))
        self.path = folder / "plan.mvo.toml"
        self.path.write_text(TEXT, "utf-8")
        self.opened = open_plan(self.path)
        self.journal = Journal(self.opened)
        self.plan = self.opened.plan
        self.kept: dict[str, str] = {}
        self.told: list[str] = []
        self.after: OpenedPlan | None = None

    def work(self) -> Iterator[Callable[[], None]]:
        """Each step of it, to be taken."""
        yield lambda: self.edit("name", "One")
        yield lambda: self.type("product", "half typed")
        yield lambda: self.edit("customer", "Two")
        yield self.saved
        yield lambda: self.edit("notes", "Three")
        yield lambda: self.type("product", "half typed and more")
        yield lambda: self.type("currency", "EU")
        yield self.journal.sync
        yield lambda: self.edit("name", "Four")

    def run(self) -> None:
        for step in self.work():
            step()

    def edit(self, field: str, text: str) -> None:
        edit = SetField(f"venture.{field}", text)
        self.plan = apply(self.plan, edit)
        self.journal.record(edit, self.plan)
        self.hear(field, text)

    def type(self, field: str, text: str) -> None:
        self.journal.type(f"venture.{field}", text)
        self.hear(field, text)

    def hear(self, field: str, text: str) -> None:
        self.kept[field] = text
        self.told.append(self.journal.trouble)

    def saved(self) -> None:
        """What has been saved is in the file by now; what is tried here is the journal."""
        assert self.after is not None
        self.journal.saved(self.after._replace(plan=self.plan), self.plan)

    def found(self) -> dict[str, str]:
        """What a start finds after the process is gone: in the latest journal, else in the file."""
        close_all_under(self.path.parent / "state")
        plan = open_plan(self.path).plan
        texts = {field: getattr(plan.venture, field) for field in ("name", "customer", "notes")}
        journals = left_behind(self.path)
        for journal in reversed(journals):
            journal.release()
            replayed = replay(journal.content).plan.venture
            texts |= {field: getattr(replayed, field) for field in texts if getattr(replayed, field)}
            texts |= {place.partition(".")[2]: text for place, text in journal.content.typed.items()}
        return {field: text for field, text in texts.items() if text}


def close_all_under(folder: Path) -> None:
    """Close what the process had open there, as the kernel does when a process is gone."""
    for name in os.listdir("/dev/fd"):
        with suppress(OSError):
            if os.path.realpath(f"/dev/fd/{name}").startswith(os.path.realpath(folder)):
                os.close(int(name))


def prepared(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Sitting:
    """A sitting whose save in between has been written already, so that all that fails is the journal."""
    sitting = Sitting(folder, monkeypatch)
    first = apply(apply(sitting.plan, SetField("venture.name", "One")), SetField("venture.customer", "Two"))
    sitting.after = save_plan(sitting.opened, first)
    return sitting


def good_sitting(folder: Path, monkeypatch: pytest.MonkeyPatch) -> FailingDisk:
    sitting = prepared(folder, monkeypatch)
    with failing_disk() as disk:
        sitting.run()
    assert sitting.found() == sitting.kept
    assert len(disk.writing_steps) > 10
    return disk


@pytest.mark.parametrize("fault_name", FAULTS)
def test_one_error_at_any_call_costs_no_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault_name: str) -> None:
    good = good_sitting(tmp_path / "good", monkeypatch)
    for number in range(len(good.calls)):
        sitting = prepared(tmp_path / str(number), monkeypatch)
        with failing_disk(number, FAULTS[fault_name]) as disk:
            sitting.run()
        about = f"{fault_name} at {number}: {disk.calls[number]}"
        sitting.edit("name", "Five")
        assert sitting.journal.trouble == "", about
        assert sitting.found() == sitting.kept, about


@pytest.mark.parametrize("fault_name", LASTING)
def test_an_error_that_lasts_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault_name: str) -> None:
    good = good_sitting(tmp_path / "good", monkeypatch)
    for number in good.writing_steps:
        sitting = prepared(tmp_path / str(number), monkeypatch)
        with failing_disk(number, FAULTS[fault_name], is_lasting=True) as disk:
            sitting.run()
        found, about = sitting.found(), f"{fault_name} from {number}: {disk.calls[number]}"
        if sitting.told[-1] == "":
            assert found == sitting.kept, about
        else:
            assert len(found) > 0, about


@pytest.mark.parametrize("kill_name", KILLS)
def test_a_power_cut_at_any_call_costs_nothing_that_was_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kill_name: str
) -> None:
    good = good_sitting(tmp_path / "good", monkeypatch)
    for number in good.writing_steps:
        sitting = prepared(tmp_path / str(number), monkeypatch)
        with failing_disk(number, KILLS[kill_name]) as disk, pytest.raises(Killed):
            sitting.run()
        found, about = sitting.found(), f"{kill_name} {number}: {disk.calls[number]}"
        for field, text in sitting.kept.items():
            assert found.get(field, "").startswith(text) or field == "name", f"{about}: {field}"
