"""What screens are put together of: classes that Textual looks through once, with the screen that is made of them."""

from collections.abc import Iterator

import pytest
from textual.reactive import Reactive
from textual.screen import Screen

from mvo_tui.ui.screens.plan_screen import PlanScreen
from tests.ui.test_commands import SCREENS, SHOWN


def _all_below(kind: type[PlanScreen]) -> Iterator[type[PlanScreen]]:
    for below in kind.__subclasses__():
        yield below
        yield from _all_below(below)


PARTS = {kind.__name__: kind for kind in _all_below(PlanScreen) if "_css_type_name" not in vars(kind)}


def test_a_screen_that_is_shown_is_no_part() -> None:
    assert len(PARTS) > 10
    assert not {screen.__name__ for screen in SCREENS.values()} & set(PARTS)


@pytest.mark.parametrize("part", sorted(PARTS))
def test_a_part_holds_nothing_that_textual_would_have_to_find_in_it(part: str) -> None:
    names = vars(PARTS[part])
    assert not {"DEFAULT_CSS", "COMPONENT_CLASSES", "where"} & set(names)
    assert not [name for name, value in names.items() if isinstance(value, Reactive)]
    assert not [name for name in names if name.startswith(("compute_", "_compute_"))]


@pytest.mark.parametrize("screen", [SCREENS[where] for where in SHOWN], ids=lambda screen: screen.__name__)
def test_a_screen_knows_its_own_name_for_style_sheets(screen: type[Screen[None]]) -> None:
    assert screen._css_type_name == screen.__name__
    assert screen.__name__ in screen._css_type_names
