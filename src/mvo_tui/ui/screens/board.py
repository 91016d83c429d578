"""The board: the customer's way as a service blueprint, edited where one looks at it."""

from mvo_tui.blueprint.lanes import Lane
from mvo_tui.blueprint.overview import WHOLE_WAY
from mvo_tui.blueprint.rearranging import emptied, moved, put_behind, to_neighbour, watching
from mvo_tui.plan.edits import Edit
from mvo_tui.plan.item_edits import remove_with_links
from mvo_tui.plan.making import make_process_for
from mvo_tui.plan.places import field_at, field_place, find, item_of, item_place
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.screens.board_view import BoardView
from mvo_tui.ui.screens.field_editing import added_place
from mvo_tui.ui.widgets.blueprint_board import BlueprintBoard

_SIDE_BY_SIDE = "What stands side by side is moved with {left} and {right}."
_SEVERAL = "There are several. {zoom}: see the stage close up, each in its line."


class BoardScreen(BoardView):
    """Every change is one edit that says what undo takes back."""

    def on_blueprint_board_chosen(self, event: BlueprintBoard.Chosen) -> None:
        """Enter: see a stage close up where the cell holds more than one thing, else edit it."""
        event.stop()
        cell = self._cell
        is_head = self._spot.lane is Lane.STAGE and cell is not None and bool(cell.about)
        is_several = len(self._entry.cells) != 1 and not self._field_to_mend
        if not self._sheet.stage_id and (is_head or is_several):
            self._zoom_in()
        else:
            self.action_edit()

    def action_edit(self) -> None:
        """The field of the finding that one has walked to, else what the cell shows."""
        if self._field_to_mend:
            self._open_question(self._field_to_mend)
        elif self._cell is None:
            self._zoom_in()
        elif self._cell.place != WHOLE_WAY:
            self._open_question(self._cell.place)

    @property
    def _field_to_mend(self) -> str:
        """The field of the finding that one has walked to, while it stands; "" where that is none."""
        walked = self._finding
        is_field = walked is not None and field_at(walked.place) is not None
        if walked is None or not is_field or walked not in self.report.findings_at(item_of(walked.place)):
            return ""
        return walked.place

    # Adding

    def action_add(self) -> None:
        """One more of what the lane holds: a stage, a touchpoint, a process, a tool, an owner, a number."""
        lane, cell, owner = self._spot.lane, self._cell, self._owner
        if lane.is_of_stage or owner in ("stages", WHOLE_WAY):
            self._open_question("stages")
        elif lane is Lane.MEASURED:
            self._open_question("kpis")
        elif lane.is_backstage and cell is not None:
            self._open_question(cell.field or cell.place)
        else:
            self._open_question(f"{self._stage_place}.touchpoints")

    @property
    def _stage_place(self) -> str:
        """The stage that one stands on, or whose card one stands on."""
        collection, _, item_id = self._owner.partition(".")
        return item_place("stages", self.report.index.stage_of[item_id].id if collection == "touchpoints" else item_id)

    def action_make_process(self) -> None:
        """Make the process behind the card, called like it, and go on with its steps."""
        owner = self._owner
        made = self.change(lambda plan: make_process_for(plan, owner))
        if made is not None:
            process = added_place(made)
            self.go_to(process)
            self._open_question(field_place(process, "steps"))

    def meant(self, edit: Edit, place: str) -> Edit:
        """What is new stands behind what one looks at, and a new number watches what it was added for."""
        if place == "kpis" and self._spot.lane is Lane.MEASURED:
            return self._watching(edit)
        if place == "stages" or place.endswith(".touchpoints"):
            self._arriving = added_place(edit)
            path = find(self._session.plan, self._stage_place if place == "stages" else self._owner)
            if path and path[-2] == place.rpartition(".")[2]:
                return put_behind(edit, place, int(path[-1]) + 1)
        return edit

    def _watching(self, edit: Edit) -> Edit:
        card, index = self._sheet.card(self._spot), self.report.index
        if card is None:
            return edit
        process = next((key for key in card.processes if key in index.process), "")
        promise = next((key for key in card.promises if key in index.promise), "")
        return watching(edit, process, promise)

    # Deleting

    def action_delete(self) -> None:
        """The stage or the card on its own line; elsewhere the link or the answer in the cell."""
        is_item = self._spot.lane in (Lane.STAGE, Lane.TOUCHPOINT) and self._cell is not None and self._cell.about
        if is_item:
            owner = self._owner
            self.change(lambda plan: remove_with_links(plan, owner))
        else:
            self.action_blank()

    def action_blank(self) -> None:
        cells = self._entry.cells
        if len(cells) > 1:
            self.status_line.show_text(_SEVERAL.format(zoom=spoken_key_of("zoom")))
        elif cells:
            self.change(lambda plan: emptied(plan, cells[0]))

    # Moving

    def action_move_up(self) -> None:
        self._move_along(-1)

    def action_move_down(self) -> None:
        self._move_along(1)

    def action_move_left(self) -> None:
        self._move_beside(-1)

    def action_move_right(self) -> None:
        self._move_beside(1)

    def _move_along(self, step: int) -> None:
        owner = self._owner
        if owner.startswith("touchpoints.") and not self._sheet.stage_id:
            self.change(lambda plan: moved(plan, owner, step))
        else:
            left, right = map(spoken_key_of, ("move_left", "move_right"))
            self.status_line.show_text(_SIDE_BY_SIDE.format(left=left, right=right))

    def _move_beside(self, step: int) -> None:
        """A stage, or a card into the stage beside its own; close up the cards of a stage stand side by side."""
        owner, is_close_up = self._owner, bool(self._sheet.stage_id)
        if owner.startswith("touchpoints."):
            self.change(lambda plan: moved(plan, owner, step) if is_close_up else to_neighbour(plan, owner, step))
        elif owner.startswith("stages."):
            self.change(lambda plan: moved(plan, owner, step))
        else:
            self.status_line.show_text("Only stages and touchpoints can be moved.")
