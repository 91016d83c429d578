"""Whatever is in a file: a plan, or errors with line and column; what is opened is edited and saved without loss."""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from mvo_tui.exports.plan_text import plan_text
from mvo_tui.plan.edits import apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.readiness.report import evaluate
from mvo_tui.storage.plan_file import OpenedPlan, open_plan, save_plan
from mvo_tui.storage.problems import PlanUnreadableError
from tests.fuzz.bounds import examples
from tests.fuzz.toml_grammar import damaged_plans, documents
from tests.plans import SAMPLES, edits
from tests.storage.texts import as_read


@pytest.fixture(scope="module")
def path() -> Iterator[Path]:
    """A file in a folder of its own; nothing is synced, so that many files can be tried."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("MVO_TUI_STATE_DIR", f"{folder}/state")
        patch.setattr(os, "fsync", lambda _: None)
        yield Path(folder) / "plan.mvo.toml"


def opened_or_refused(path: Path, content: bytes) -> OpenedPlan | None:
    """The plan in `content`, or None where it was refused as it should be."""
    path.write_bytes(content)
    try:
        return open_plan(path)
    except PlanUnreadableError as error:
        lines = content.count(b"\n") + content.count(b"\r") + 2
        for said in str(error).split("\n"):
            match = re.fullmatch(re.escape(str(path)) + r":(\d+):(\d+): (.+?): (.+)", said)
            assert match, said
            assert 1 <= int(match[1]) <= lines
            assert int(match[2]) >= 1
            assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
        assert path.read_bytes() == content
        return None


def try_everything(path: Path, content: bytes, data: st.DataObject) -> None:
    opened = opened_or_refused(path, content)
    event("a plan" if opened else "refused")
    if opened is None:
        return
    plan_text(opened.plan)
    evaluate(opened.plan)
    if opened.is_read_only:
        with pytest.raises(PlanError):
            save_plan(opened, opened.plan)
        return
    saved = save_plan(opened, opened.plan)
    assert path.read_bytes() == content
    plan = opened.plan
    for _ in range(data.draw(st.integers(1, 3))):
        with suppress(PlanError):  # generated edits know generated ids
            plan = apply(plan, data.draw(edits(plan)))
    saved = save_plan(saved, plan)
    assert as_read(open_plan(path).plan) == as_read(plan)
    save_plan(saved, opened.plan)
    assert path.read_bytes() == content or "laid out anew" in str(saved.notices)


@examples(60)
@given(st.binary(max_size=300), st.sampled_from((b"", b"format = 1\n", b"\xef\xbb\xbf", b"\xff\xfe")), st.data())
def test_any_bytes(path: Path, content: bytes, start: bytes, data: st.DataObject) -> None:
    try_everything(path, start + content, data)


@examples(60)
@given(documents(), st.data())
def test_any_toml(path: Path, text: str, data: st.DataObject) -> None:
    try_everything(path, text.encode(), data)


@examples(25)
@given(damaged_plans(), st.data())
def test_any_damaged_plan(path: Path, text: str, data: st.DataObject) -> None:
    try_everything(path, text.encode("utf-8", "replace"), data)


@examples(25)
@given(st.sampled_from(sorted(SAMPLES)), st.integers(0, 60_000), st.binary(min_size=1, max_size=4), st.data())
def test_any_flipped_bytes(path: Path, name: str, at: int, new: bytes, data: st.DataObject) -> None:
    content = SAMPLES[name].read_bytes()
    at %= len(content)
    try_everything(path, content[:at] + new + content[at + len(new) :], data)
