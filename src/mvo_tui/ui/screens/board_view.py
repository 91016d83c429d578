"""The board as one looks at it: all stages or one of them close up, and where one stands on it."""

from textual.app import ComposeResult
from textual.widget import Widget

from mvo_tui.blueprint.board import Whereabouts, sheet_of, whereabouts
from mvo_tui.blueprint.cell import Cell
from mvo_tui.blueprint.going_about import settled
from mvo_tui.blueprint.lanes import Lane
from mvo_tui.blueprint.sheet import Entry, Sheet, Spot
from mvo_tui.plan.names import counted
from mvo_tui.plan.places import item_of
from mvo_tui.readiness.ledger import Finding
from mvo_tui.readiness.report import Report
from mvo_tui.ui.commands import Where
from mvo_tui.ui.screens.plan_screen import PlanHolder
from mvo_tui.ui.screens.view_screen import ViewScreen
from mvo_tui.ui.widgets.blueprint_board import BlueprintBoard

_FOR_THEIR_ITEM = (Lane.STAGE, Lane.TOUCHPOINT, Lane.BACK)
"""The lanes whose cells stand for an item: that is what the other views show of them."""
_BLANK_MOMENT = "None of the moments that count most. Enter makes it one"
_NO_PROCESS = "First a process. Enter names it"


class BoardView(ViewScreen):
    """Remembers on whose lane the cursor stands, which survives edits and the zoom; a spot does not."""

    where = Where.BOARD

    def __init__(self, holder: PlanHolder, place: str = "") -> None:
        super().__init__(holder, place)
        self._sheet: Sheet = sheet_of(self._session.report.index)
        self._spot = Spot(0, Lane.STAGE)
        self._stands: Whereabouts | None = None
        self._arriving = ""
        """The place of what is about to be added, where one will stand then."""

    def compose_view(self) -> ComposeResult:
        self.board = BlueprintBoard(id="board")
        self.board.moved, self.board.beyond = self._moved, self._go_beyond
        yield self.board

    @property
    def main_widget(self) -> Widget:
        return self.board

    @property
    def shown_as(self) -> str:
        stages, cards = self.report.plan.stages, len(self.report.index.touchpoints)
        number = next((n for n, stage in enumerate(stages, start=1) if stage.id == self._sheet.stage_id), 0)
        if number:
            return f"Board   stage {number} of {len(stages)}"
        return f"Board   {counted(len(stages), 'stage')}, {counted(cards, 'touchpoint')}" if stages else "Board"

    # Showing

    def show_view(self, report: Report) -> None:
        """Stay where one stands; where that is gone, go where undo leads, or stay in its stead."""
        ways = [
            whereabouts(self._arriving, report.index),
            self._stands or whereabouts(self._place, report.index),
            whereabouts(self._session.focus, report.index),
        ]
        self._arriving = ""
        self._sheet = sheet_of(report.index, self._sheet.stage_id)
        spot = next((spot for way in ways if way and (spot := self._find(way))), self._spot)
        self._show_at(spot)
        if not self.is_asking:
            self._tell()

    def _find(self, stands: Whereabouts) -> Spot | None:
        """Where that stands now. Close up, the picture follows a card into another stage."""
        collection, _, item_id = stands.owner.partition(".")
        stage = self._sheet.index.stage_of.get(item_id) if collection == "touchpoints" else None
        if stage is not None and self._sheet.stage_id not in ("", stage.id):
            self._sheet = sheet_of(self._sheet.index, stage.id)
        return self._sheet.find(*stands)

    def _show_at(self, spot: Spot) -> None:
        """Show the sheet with the cursor on `spot` or near it."""
        self._stand(settled(self._sheet, spot))
        self._show_title()  # it says which stage is shown
        self.board.show(self._sheet, self.report, self._spot)

    @property
    def _entry(self) -> Entry:
        return self._sheet.entry(self._spot)

    @property
    def _cell(self) -> Cell | None:
        return self._entry.cell

    @property
    def _owner(self) -> str:
        """The place of the card or stage that one stands on."""
        return self._sheet.owner(self._spot)

    def _stand(self, spot: Spot) -> None:
        """Remember where one stands, and look at the place behind it."""
        self._spot = spot
        cell = self._cell
        self._stands = Whereabouts(self._owner, spot.lane, cell)
        place = cell.place if cell else self._owner
        if cell is not None and cell.about and spot.lane in _FOR_THEIR_ITEM:
            place = cell.about
        if place != self._place:
            self.look_at(place)

    def _tell(self) -> None:
        """In the status line: what the checks find there, which names the item, else all of what the cell says."""
        finding = self._found_here(self._cell) if self._cell else None
        if finding is not None:
            self.status_line.show_finding(finding)
        else:
            self.status_line.show_text(self._in_words(self._entry))

    def _found_here(self, cell: Cell) -> Finding | None:
        """The finding of the cell's own field; where the cell stands for an item, the first of the item's."""
        is_asked = cell.is_hole or cell.field  # a list that lacks nothing here may have findings of its own
        found = self.report.findings_at(item_of(cell.place)) if is_asked else ()
        own = [finding for finding in found if finding.place == cell.place]
        return next(iter((*own, *(self.report.findings_at(cell.about) if cell.about else ()))), None)

    def _in_words(self, entry: Entry) -> str:
        """All of what the entry says, which the board may have cut, and what Enter would do about it."""
        if len(entry.cells) > 1:
            return f"{entry.text}   Enter: one by one"
        if not entry.text:
            return _BLANK_MOMENT if self._spot.lane is Lane.MOMENT else _NO_PROCESS
        return f"{entry.text}   Enter fills it" if entry.cells[0].is_hole else entry.text

    def take_keys_back(self) -> None:
        super().take_keys_back()
        self._tell()

    # Going about

    def _moved(self, spot: Spot) -> None:
        self._finding = None
        self._stand(spot)
        self._tell()

    def go_to(self, place: str, *, is_editing: bool = False) -> None:
        """Go to what stands on the board; the rest is the workbench's."""
        found = whereabouts(place, self.report.index)
        spot = self._find(found) if found else None
        if spot is None:
            super().go_to(place, is_editing=is_editing)
            return
        self._show_at(spot)
        self.look_at(place)
        self._tell()
        if is_editing:
            self._open_question(place)

    def _go_beyond(self, step: int) -> None:
        """Close up: from the last card of a stage to the first one of the next."""
        ids = [stage.id for stage in self.report.plan.stages]
        number = ids.index(self._sheet.stage_id) + step if self._sheet.stage_id in ids else -1
        if 0 <= number < len(ids):
            self._sheet = sheet_of(self._sheet.index, ids[number])
            self._show_at(self._spot._replace(column=0 if step > 0 else self._sheet.columns - 1))
            self._tell()

    # Zoom

    def action_zoom(self) -> None:
        """Close up and back."""
        if self._sheet.stage_id:
            self._zoom_to("")
        else:
            self._zoom_in()

    def _zoom_in(self) -> None:
        stages = self.report.plan.stages
        if self._spot.column < len(stages):
            self._zoom_to(stages[self._spot.column].id)
        else:
            self.status_line.show_text("Only a stage can be seen close up.")

    def _zoom_to(self, stage_id: str) -> None:
        self._sheet = sheet_of(self._sheet.index, stage_id)
        spot = self._sheet.find(*self._stands) if self._stands else None
        self._show_at(spot or Spot(0, Lane.STAGE))
        self._tell()

    def key_escape(self) -> None:
        """Up a level: from a stage to all of them, then to the form of what one looks at."""
        if self._sheet.stage_id and not self.is_asking:
            self.action_zoom()
        else:
            super().key_escape()
