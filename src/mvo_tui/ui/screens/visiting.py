"""Going from place to place so that one finds back: through the places visited, and forth again."""

from collections.abc import Callable

from mvo_tui.plan.places import find
from mvo_tui.readiness.report import Report
from mvo_tui.session.visited import Visit, Visited
from mvo_tui.ui.commands import Where
from mvo_tui.ui.screens.field_editing import FieldEditing


class Visiting(FieldEditing, is_part=True):
    """A view that remembers where one was before. What leads far away goes by `visit`, or leaves a mark first."""

    @property
    def target(self) -> str:
        """The place that an action is about: an item, a field of one, or a list."""
        raise NotImplementedError

    @property
    def report(self) -> Report:
        """The report of now."""
        raise NotImplementedError

    def see(self, where: Where, place: str) -> None:
        """Change to the view `where`, looking at `place`."""
        raise NotImplementedError

    def visit(self, place: str, *, is_editing: bool = False) -> None:
        """Go to `place`; "place before" leads back to where one is now."""
        self.leave_mark()
        self.go_to(place, is_editing=is_editing)

    def leave_mark(self) -> None:
        """Remember where one is, before one goes elsewhere."""
        self.holder.visited = self.holder.visited.left(self._here)

    @property
    def _here(self) -> Visit:
        return Visit(self.where, self.target)

    def action_place_before(self) -> None:
        self._travel(Visited.back, "There is no place before this one.")

    def action_place_after(self) -> None:
        self._travel(Visited.forward, "There is no place after this one.")

    def _travel(self, step: Callable[..., tuple[Visit, Visited] | None], at_the_end: str) -> None:
        found = step(self.holder.visited, self._here, lambda visit: find(self._session.plan, visit.place) is not None)
        if found is None:
            self.status_line.show_text(at_the_end)
            return
        (view, place), self.holder.visited = found
        if view == self.where:
            self.go_to(place)
        else:
            self.see(Where(view), place)
