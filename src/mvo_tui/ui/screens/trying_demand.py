"""Trying another demand: what is tried is this view's, until the founder makes it the plan's estimate."""

from mvo_tui.load.at_demand import scale_of
from mvo_tui.load.picture import Picture, as_estimate, next_try, picture
from mvo_tui.ui.screens.plan_screen import PlanHolder
from mvo_tui.ui.screens.view_screen import ViewScreen


class TryingDemand(ViewScreen):
    """A view of the load at a number of customers that is turned up and down."""

    def __init__(self, holder: PlanHolder, place: str = "") -> None:
        super().__init__(holder, place)
        self._picture: Picture | None = None

    @property
    def picture(self) -> Picture:
        """The load of the plan of now, at the demand that is tried."""
        index, before = self.report.index, self._picture
        if before is None or before.index is not index:
            tried = before.customers if before else None
            self._picture = before = picture(index, None if tried == scale_of(index.venture).estimate else tried)
        return before

    def tell(self) -> None:
        """Say what the cursor stands on."""
        raise NotImplementedError

    def action_more_customers(self) -> None:
        self._try(next_try(self.picture.shown or 0, 1))

    def action_fewer_customers(self) -> None:
        self._try(next_try(self.picture.shown or 0, -1))

    def action_estimated_demand(self) -> None:
        """Give up what is tried, and say so."""
        tried, estimate = self.picture.customers, self.picture.scale.estimate
        self._try(None)
        if tried is not None:
            back = f"{estimate:g}, as estimated" if estimate is not None else "what is estimated: nothing yet"
            self.status_line.show_text(f"{tried:g} customers are given up. This is {back}.")

    def _try(self, customers: float | None) -> None:
        estimate = self.picture.scale.estimate
        self._picture = self.picture.at(None if customers == estimate else customers)
        self.show_view(self.report)
        self.tell()

    def action_keep_demand(self) -> None:
        """Make what is tried the plan's estimate."""
        edit = as_estimate(self.picture)
        if edit is None:
            self.status_line.show_text("This is the plan's estimate already. Left and right try another one.")
            return
        tried, self._picture = self.picture, self.picture.at(None)
        if not self.do(edit):
            self._picture = tried
