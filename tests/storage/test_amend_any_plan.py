"""Any plan in any layout: what an edit does not say stays as it was written."""

import re
import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.plan.edits import AddItem, Batch, Edit, MoveItem, SetField, apply
from mvo_tui.plan.model import Plan
from mvo_tui.storage.parsing import parse
from mvo_tui.storage.raw_changes import raw_from_plan
from mvo_tui.storage.toml_text import amend, create
from tests.plans import edits, leaves, plans, sample_plans
from tests.storage.layouts import Hand
from tests.storage.texts import as_read, changed_lines, read

seeds = st.integers(0, 2**32)


@st.composite
def edited(draw: st.DrawFn, plan: Plan, most: int) -> tuple[Plan, Edit]:
    """`plan` after some edits, and the last of them."""
    edit: Edit = Batch(())
    for _ in range(draw(st.integers(1, most))):
        edit = draw(edits(plan))
        plan = apply(plan, edit)
    return plan, edit


@settings(max_examples=40)
@given(plans())
def test_a_new_file_says_the_plan(plan: Plan) -> None:
    text = create(plan)
    assert tomllib.loads(text) == parse(text)
    assert as_read(read(text)) == read(text)
    assert text == create(read(text))


@settings(max_examples=80)
@given(st.data(), plans() | sample_plans, seeds)
def test_amended_text_says_the_edited_plan(data: st.DataObject, plan: Plan, seed: int) -> None:
    before = as_read(plan)
    text = Hand(seed).write(raw_from_plan(before))
    assert read(text) == before
    after, _ = data.draw(edited(before, 6))
    amended = amend(text, before, after)
    assert tomllib.loads(amended) == parse(amended)
    assert as_read(read(amended)) == as_read(after)


@settings(max_examples=60)
@given(st.data(), sample_plans, seeds)
def test_a_field_is_set_without_touching_anything_else(data: st.DataObject, plan: Plan, seed: int) -> None:
    text = Hand(seed).write(raw_from_plan(plan))
    one_line = [
        leaf for leaf in leaves(plan) if isinstance(leaf.value, str | float | int) and "\n" not in str(leaf.value)
    ]
    leaf = data.draw(st.sampled_from(one_line))
    value = "Said anew" if isinstance(leaf.value, str) else not leaf.value if isinstance(leaf.value, bool) else 77
    amended = amend(text, plan, apply(plan, SetField(leaf.place, value)))
    assert comments(amended) == comments(text)
    taken, given = ([line for line in changed_lines(text, amended) if line[0] == sign] for sign in "-+")
    if not has_mixed_line_ends(text):  # those inside one value become the same
        assert len(given) == 1
        assert len(taken) == 1 or '"""' in "".join(taken)  # a text in three quotes becomes one line


@settings(max_examples=60)
@given(st.data(), sample_plans, seeds)
def test_adding_and_moving_loses_no_comment(data: st.DataObject, plan: Plan, seed: int) -> None:
    text = Hand(seed).write(raw_from_plan(plan))
    after, edit = data.draw(edited(plan, 1).filter(lambda found: isinstance(found[1], AddItem | MoveItem)))
    amended = amend(text, plan, after)
    if "{" not in text:
        assert comments(amended) == comments(text)
    if isinstance(edit, AddItem) and "[]" not in text and "{" not in text and text.endswith("\n"):
        lines = iter(amended.split("\n"))
        assert all(line in lines for line in text.split("\n"))  # each is still there, in the same order


def has_mixed_line_ends(text: str) -> bool:
    return 0 < text.count("\r\n") < text.count("\n")


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"c[0-9]+c", text))
