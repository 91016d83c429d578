"""What screens and the app are put together of: classes that Textual looks through once, with what is made of them."""

from collections.abc import Iterator
from typing import Any

import pytest
from textual.dom import DOMNode
from textual.reactive import Reactive

from mvo_tui.ui.app import MvoApp
from mvo_tui.ui.screens.plan_screen import PlanScreen
from mvo_tui.ui.terminal.sparing import Sparing
from tests.ui.test_commands import SCREENS, SHOWN

WHOLE = [MvoApp, *(SCREENS[where] for where in SHOWN)]


def _all_below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for below in kind.__subclasses__():
        yield below
        yield from _all_below(below)


PARTS = {
    kind.__name__: kind
    for whole in (PlanScreen, Sparing)
    for kind in _all_below(whole)
    if "_css_type_name" not in vars(kind)
}


def test_what_is_shown_is_no_part() -> None:
    assert len(PARTS) > 15
    assert not {kind.__name__ for kind in WHOLE} & set(PARTS)


@pytest.mark.parametrize("part", sorted(PARTS))
def test_a_part_holds_nothing_that_textual_would_have_to_find_in_it(part: str) -> None:
    names = vars(PARTS[part])
    assert not {"DEFAULT_CSS", "COMPONENT_CLASSES", "SCREENS", "MODES", "where"} & set(names)
    assert not [name for name, value in names.items() if isinstance(value, Reactive)]
    assert not [name for name in names if name.startswith(("compute_", "_compute_"))]


@pytest.mark.parametrize("kind", WHOLE, ids=lambda kind: kind.__name__)
def test_what_is_shown_knows_its_own_name_for_style_sheets(kind: Any) -> None:
    assert kind._css_type_name == kind.__name__
    assert kind.__name__ in kind._css_type_names
