"""Which screen shows which view; each is imported when it is first asked for."""

from mvo_tui.ui.commands import Where
from mvo_tui.ui.screens.plan_screen import PlanHolder
from mvo_tui.ui.screens.plan_view import PlanView


def view_of(where: Where, holder: PlanHolder, place: str) -> PlanView:
    """The view `where` of the holder's plan, looking at `place`; the workbench for what is no view."""
    if where is Where.LOAD:
        from mvo_tui.ui.screens.load import LoadScreen

        return LoadScreen(holder, place)
    if where is Where.SCORECARD:
        from mvo_tui.ui.screens.scorecard import ScorecardScreen

        return ScorecardScreen(holder, place)
    if where is Where.TRACE:
        from mvo_tui.ui.screens.trace import TraceScreen

        return TraceScreen(holder, place)
    if where is Where.WITHOUT:
        from mvo_tui.ui.screens.without import WithoutScreen

        return WithoutScreen(holder, place)
    if where is Where.BOARD:
        from mvo_tui.ui.screens.board import BoardScreen

        return BoardScreen(holder, place)
    from mvo_tui.ui.screens.workbench import WorkbenchScreen

    return WorkbenchScreen(holder, place)
