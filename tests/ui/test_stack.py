"""The quick layout of a question puts everything where Textual's own would."""

import asyncio
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.geometry import Region, Size
from textual.layout import Layout
from textual.layouts.vertical import VerticalLayout
from textual.widget import Widget

from mvo_tui.interview.choices import choices
from mvo_tui.interview.next_question import question_for
from mvo_tui.ui.screens.interview import InterviewScreen
from mvo_tui.ui.widgets.asked_values import value_of
from mvo_tui.ui.widgets.stack import Stack, Stacked
from tests.plans import sample
from tests.ui.host import Host

Placed = tuple[Widget, Region]


@dataclass(frozen=True)
class Look:
    """One child: `lines` it holds, its height, its most height, and what is around it."""

    lines: int
    height: str | int
    most: str | int | None
    margin: tuple[int, int, int, int]
    padding: tuple[int, int]
    display: bool


spaces = st.integers(0, 3)
looks = st.builds(
    Look,
    lines=st.integers(0, 9),
    height=st.sampled_from(["auto", "auto", 0, 1, 4, "25vh"]),
    most=st.sampled_from([None, None, 1, 3, "50vh"]),
    margin=st.tuples(spaces, spaces, spaces, spaces),
    padding=st.tuples(st.integers(0, 2), spaces),
    display=st.sampled_from([True, True, True, False]),
)


class Child(Widget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.styles.width = "1fr"
        self.styles.height, self.styles.max_height = look.height, look.most
        self.styles.margin, self.styles.padding, self.display = look.margin, look.padding, look.display

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._look.lines


class Inner(Stacked):
    DEFAULT_CSS = "Inner { width: 1fr; height: auto; }"


def placed(layout: Layout, parent: Widget, size: Size) -> list[Placed]:
    children = [child for child in parent.children if child.display]
    return [(place.widget, place.region) for place in layout.arrange(parent, children, size)]


async def compare(outer: list[Look], inner: list[Look], size: Size) -> None:
    class Asking(App[None]):
        def compose(self) -> ComposeResult:
            with Inner(id="outer"):
                yield from map(Child, outer)
                with Inner(id="inner"):
                    yield from map(Child, inner)

    app = Asking()
    async with app.run_test():
        for parent in app.query(Inner):
            assert placed(Stack(), parent, size) == placed(VerticalLayout(), parent, size)
        column, viewport = app.query_one("#inner", Inner), app.viewport_size
        assert Stack().get_content_height(column, size, viewport, size.width) == VerticalLayout().get_content_height(
            column, size, viewport, size.width
        )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(looks, max_size=4), st.lists(looks, max_size=4), st.sampled_from([Size(40, 12), Size(80, 24)]))
def test_columns_stand_as_in_a_vertical_layout(outer: list[Look], inner: list[Look], size: Size) -> None:
    asyncio.run(compare(outer, inner, size))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_questions_of_every_editor_stand_as_in_a_vertical_layout(size: tuple[int, int]) -> None:
    plan = sample("repair-shop")
    host = Host(plan)
    places = ("venture.customer", "venture.stage", f"processes.{plan.processes[0].id}.steps", "journey.first-contact")
    async with host.run_test(size=size) as pilot:
        screen = host.screen
        assert isinstance(screen, InterviewScreen)
        for place in places:
            asked = question_for(host.session.report.index, place)
            index = host.session.report.index
            screen.panel.ask(asked, choices(index, asked), value_of(index, asked))
            await pilot.pause()
            room = screen.panel.scrollable_content_region.size
            expected = placed(VerticalLayout(), screen.panel, room)
            assert placed(Stack(), screen.panel, room) == expected
            assert len(expected) == 4
