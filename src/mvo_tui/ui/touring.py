"""The tour on the real screen: offered once, at the first start; it listens to what is done and takes no key away.

Only two keys are ever its own: the first one after the offer, where that is Enter or Esc, and Esc where nothing else on
the screen waits for it.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import events
from textual.css.query import NoMatches
from textual.dom import DOMNode

from mvo_tui.ui.ending import Ending
from mvo_tui.ui.settings import Settings
from mvo_tui.ui.tour import AGAIN, OFFER, SAMPLE, STEPS, Tour

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

    from mvo_tui.ui.screens.plan_view import PlanView
    from mvo_tui.ui.widgets.tour_panel import TourPanel


class Touring(Ending, is_part=True):
    """An app with a tour."""

    settings: Settings

    def __init__(self, *, is_copy: bool = False) -> None:
        super().__init__(is_copy=is_copy)
        self._tour: Tour | None = None
        self._is_offered = self._was_offered = False

    # The offer

    def offer_tour(self) -> None:
        """Say once, below the screen that stands there, that there is a tour."""
        if self.settings.offers_tour and not self._was_offered:
            self._is_offered = self._was_offered = True
            self.call_after_refresh(self._show_offer)

    def _show_offer(self) -> None:
        if self._is_offered:
            self._panel().offer(OFFER)

    def _answers_offer(self, event: events.Event) -> bool:
        """Whether `event` is the answer to the offer. Any other key lets it go, and is heard as always."""
        if not self._is_offered or not isinstance(event, events.Key):
            return False
        from mvo_tui.storage.preferences import keep_preferences

        self._is_offered = False
        self._take_away()
        if not self.settings.is_read_only:
            keep_preferences(is_toured=True)
        if event.key == "enter":
            self.action_tour()
        return event.key in ("enter", "escape")

    # The tour

    def action_tour(self) -> None:
        """Begin the tour: on the plan that is open, or on a sample."""
        self._tour = Tour()
        if self.keeper is None:
            self.open_sample(SAMPLE)
        elif self._view_on_top() is None:
            self.show_workbench()
        self.hold_keys()
        self.let_keys_in()  # and with them comes `_arrived`, when the view stands

    def tour_goes_on(self) -> None:
        """Show what there is to try, on a view that has just come."""
        self._follow_tour()

    def show_workbench(self, place: str = "") -> None:
        raise NotImplementedError

    def open_sample(self, name: str) -> None:
        raise NotImplementedError

    async def _hear(self, event: events.Event) -> None:
        if self._answers_offer(event) or self._ends_tour(event):
            return
        await super()._hear(event)

    def _ends_tour(self, event: events.Event) -> bool:
        """Whether `event` is an Esc that nothing but the tour waits for."""
        view = self._view_on_top()
        if self._tour is None or not isinstance(event, events.Key) or event.key != "escape" or view is None:
            return False
        if view.is_asking or view.is_zoomed:
            return False
        self._end_tour()
        return True

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        if self._tour is not None:
            name = action if isinstance(action, str) else action[1]
            self._tour = self._tour.after(name.rpartition(".")[2].partition("(")[0])
        return await super().run_action(action, default_namespace, namespaces)

    def _arrived(self) -> None:
        """A key has had its whole effect: see how far the tour is."""
        super()._arrived()
        if self._tour is not None:
            self._follow_tour()

    def _follow_tour(self) -> None:
        view = self._view_on_top()
        if self._tour is None or view is None:  # a question stands above the view, or none is there yet
            return
        self._tour = self._tour.going_on(is_open=view.is_asking)
        step = self._tour.step
        if step is None:
            self._end_tour()
            self.say(AGAIN)
        else:
            self._panel().guide(self._tour.number + 1, len(STEPS), step.tells, step.press)

    def _end_tour(self) -> None:
        self._tour = None
        self._take_away()

    # The panel

    def _view_on_top(self) -> "PlanView | None":
        from mvo_tui.ui.screens.plan_view import PlanView

        return self.screen if isinstance(self.screen, PlanView) else None

    def _panel(self) -> "TourPanel":
        """The panel of the screen that stands there."""
        from mvo_tui.ui.widgets.key_hints import KeyHints
        from mvo_tui.ui.widgets.tour_panel import TourPanel

        try:
            return self.screen.query_one(TourPanel)
        except NoMatches:
            panel = TourPanel()
            self.screen.mount(panel, before=self.screen.query(KeyHints).last())
            return panel

    def _take_away(self) -> None:
        for screen in self.screen_stack:
            screen.query("TourPanel").remove()
