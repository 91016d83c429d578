"""Lines in as few pieces as they can be drawn in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.screens.workbench import WorkbenchScreen
from mvo_tui.ui.widgets.painted import Painted, joined
from tests.plans import sample
from tests.ui.host import Host, until
from tests.ui.pressing import until_painted

STYLES = [
    Style.parse(style)
    for style in ("red on black", "white on black", "bold white on black", "underline red on black", "red on blue")
]
lines = st.lists(st.builds(Segment, st.text(alphabet="ab ", min_size=1, max_size=4), st.sampled_from(STYLES)))


def seen(segments: list[Segment]) -> list[tuple[str, object]]:
    """What can be seen of each cell: of a blank its ground alone, unless a line is drawn under it."""
    cells: list[tuple[str, object]] = []
    for text, style, _ in segments:
        assert style is not None
        shown = (style.bgcolor, style.color, style.underline) if style.underline else (style.bgcolor, None, None)
        cells += [(letter, shown if letter == " " else style) for letter in text]
    return cells


@given(lines)
def test_a_line_in_fewer_pieces_looks_the_same(segments: list[Segment]) -> None:
    assert seen(joined(segments)) == seen(segments)


@given(lines)
def test_it_has_no_more_pieces_and_no_two_of_one_style_side_by_side(segments: list[Segment]) -> None:
    found = joined(segments)
    assert len(found) <= len(segments)
    assert all(one.style != other.style for one, other in pairwise(found))


def test_blanks_go_with_the_text_beside_them() -> None:
    plain, red = STYLES[1], STYLES[0]
    assert joined([Segment("   ", plain), Segment("a", red), Segment("  ", plain)]) == [Segment("   a  ", red)]


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", [InterviewScreen, WorkbenchScreen])
async def test_each_widget_is_as_large_as_its_place_on_the_screen(
    screen: type[InterviewScreen | WorkbenchScreen], size: tuple[int, int]
) -> None:
    host = Host(sample("repair-shop"), screen=screen)
    async with host.run_test(size=size) as pilot:
        await until(pilot, lambda: len(host.screen_stack) > 1 and host.focused is not None)
        await until_painted(host)
        shown = [widget for widget in host.screen._compositor.full_map if isinstance(widget, Painted)]
        assert len(shown) > 4
        for widget in shown:
            assert widget.size == widget.content_region.size
            assert widget.scrollable_size == widget.scrollable_content_region.size
