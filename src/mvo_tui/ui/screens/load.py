"""Owners and load: how full everybody's week is at a demand that is turned, and who owns, does and backs up what.

What is tried is not in the plan: the number of customers is this screen's until the founder makes it the estimate.
"""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widget import Widget

from mvo_tui.load.who_does_what import NOBODY, By, Part, hands
from mvo_tui.plan.item_edits import remove_with_links, set_field
from mvo_tui.plan.model import Process
from mvo_tui.plan.places import field_at, field_place, item_of, item_place
from mvo_tui.readiness.report import Report
from mvo_tui.ui.commands import Where, command_named, keys_of
from mvo_tui.ui.screens.load_words import about_cell, about_demand, about_person
from mvo_tui.ui.screens.plan_screen import PlanHolder
from mvo_tui.ui.screens.reassigning import Reassigning
from mvo_tui.ui.widgets.assignment_list import AssignmentList
from mvo_tui.ui.widgets.ground import Column
from mvo_tui.ui.widgets.line_list import LineList
from mvo_tui.ui.widgets.people_load import DEMAND, PeopleLoad
from mvo_tui.ui.widgets.who_does_what_list import ColumnHeads, WhoDoesWhat

_AROUND = 6  # rows of the screen that are neither people nor processes
_DEMAND = ("venture", "venture.new_customers_per_week", "venture.active_customers")
_SHOWN = ("", "owner", "backup", "role", "minutes")
"""The fields of a process and of its steps that this view is about."""


class LoadScreen(Reassigning):
    """People above, processes below; the cursor goes from one into the other."""

    where = Where.LOAD
    DEFAULT_CSS = """
    LoadScreen #work { height: 1fr; min-height: 4; }
    """

    def __init__(self, holder: PlanHolder, place: str = "") -> None:
        super().__init__(holder, place)
        self.by = By.PEOPLE

    def compose_view(self) -> ComposeResult:
        heads = ColumnHeads()
        self._people = PeopleLoad(self._into_processes)
        self.processes = WhoDoesWhat(heads, self._into_people)
        self.chances = AssignmentList()
        self.chances.display = False
        self._pane: LineList = self._people
        yield self._people
        with Column(id="work") as self._work:
            yield heads
            yield self.processes
        yield self.chances

    def arrive(self) -> None:
        self._people.moved = self.processes.moved = lambda _number: self._look_at_cursor()
        if not self._stand_at(self._place) and not self._stand_at(self._work_behind(self._place)):
            self._into(self._people)

    def _work_behind(self, place: str) -> str:
        """The first process that works behind a touchpoint; nothing for other places."""
        touchpoint = self.report.index.touchpoint.get(item_of(place).partition(".")[2])
        is_one = place.startswith("touchpoints.") and touchpoint is not None and touchpoint.processes
        return item_place("processes", touchpoint.processes[0]) if is_one and touchpoint else ""

    @property
    def main_widget(self) -> Widget:
        return self._pane

    def show_view(self, report: Report) -> None:
        if self.chances.display:
            self.close_chances()  # it speaks of the plan before
        self.panes_changed()
        self._people.show(self.picture, _hint())
        self.processes.show(self.picture, self.by)

    def _height_of_people(self) -> int:
        """All of them, as long as the processes keep half of the room."""
        wanted = 2 + max(len(self.picture.people), 1)
        return min(wanted, max((self.app.size.height - _AROUND) // 2, 3))

    def on_resize(self) -> None:
        self.panes_changed()

    @property
    def panes(self) -> Sequence[Widget]:
        """The choices come up below either of them."""
        return (self._people, self._work)

    def panes_changed(self) -> None:
        self._people.styles.height = "1fr" if self.is_zoomed else self._height_of_people()

    # Where the cursor stands

    @property
    def target(self) -> str:
        """The cell as the field that it shows, the person, or the estimate of the demand."""
        process = self.processes.process
        if not self.is_on_a_cell or process is None:
            person = self._people.person
            return item_place("people", person.person.id) if person else f"venture.{self.picture.scale.turned}"
        place = item_place("processes", process.id)
        field = {Part.OWNS: "owner", Part.BACKS_UP: "backup"}.get(next(iter(self.processes.parts), Part.DOES))
        return field_place(place, field) if field else place

    @property
    def is_on_a_cell(self) -> bool:
        return self._pane is self.processes

    def _look_at_cursor(self) -> None:
        self.look_at(self.target)
        self.tell()

    def tell(self) -> None:
        """Say what the cursor stands on."""
        process, column = self.processes.process, self.processes.column
        if not self.is_on_a_cell:
            person = self._people.person
            text = about_person(self.picture, person) if person else about_demand(self.picture)
        elif process is None or column is None:
            text = ""
        else:
            text = about_cell(self.picture.index, process, column.id, self.by)
        self.status_line.show_text(text)

    def _into(self, pane: LineList) -> None:
        self._pane = pane
        self.set_focus(pane)
        self._look_at_cursor()

    def _into_processes(self) -> None:
        if self.processes.process is not None:
            self._into(self.processes)

    def _into_people(self) -> None:
        self._into(self._people)

    def on_descendant_focus(self) -> None:
        """A click or Tab may have given the keys to the other pane."""
        if self.focused in (self._people, self.processes) and self.focused is not self._pane:
            assert isinstance(self.focused, LineList)
            self._into(self.focused)

    def give_keys_to(self, widget: Widget) -> None:
        super().give_keys_to(widget)
        if widget in (self._people, self.processes):
            assert isinstance(widget, LineList)
            self._pane = widget

    def go_to(self, place: str, *, is_editing: bool = False) -> None:
        """Go to a person, a role, a process or the demand; all other places are the workbench's."""
        if not self._stand_at(place):
            super().go_to(place, is_editing=is_editing)
        elif is_editing:
            self._open_question(place)

    def _stand_at(self, place: str) -> bool:
        """Bring the cursor to `place`; False where it is not in this view."""
        collection, _, rest = place.partition(".")
        item_id, _, field = rest.partition(".")
        index = self.report.index
        if place in _DEMAND:
            self._people.lines_changed(DEMAND)
            self._into(self._people)
        elif collection == "people" and (line := self._people.line_of(item_id)) is not None:
            self._people.lines_changed(line)
            self._into(self._people)
        elif collection == "processes" and item_id in index.process and field.rpartition(".")[2] in _SHOWN:
            self.processes.go(item_id, self._column_of(index.process[item_id], field))
            self._into(self.processes)
        elif collection == "roles" and item_id in index.role and field in ("", "held_by"):
            return self._stand_at_role(item_id)
        else:
            return False
        return True

    def _stand_at_role(self, role_id: str) -> bool:
        """In the column of the role, or of who holds it; False where there is no process to stand on."""
        index = self.report.index
        column = role_id if self.by is By.ROLES else index.holder_of_role.get(role_id, NOBODY)
        processes = index.processes_involving.get(role_id, ())
        process = next(iter(processes), None) or next((each.id for each in index.plan.processes), None)
        if process is None:
            return False
        self.processes.go(process, column)
        self._into(self.processes)
        return True

    def _column_of(self, process: Process, field: str) -> str | None:
        """The column that a field of a process is about; None for any."""
        found = hands(process, self.report.index, self.by)
        return {"owner": found.owner, "backup": found.backup}.get(field)

    def action_switch_columns(self) -> None:
        """Hold the processes against the roles, or against the people again."""
        self.by = By.ROLES if self.by is By.PEOPLE else By.PEOPLE
        self.processes.show(self.picture, self.by)
        self._look_at_cursor()

    # Editing

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if event.line_list is self.chances:
            self.take_chance()
        else:
            self.action_edit()

    def action_edit(self) -> None:
        """A cell offers what may be done there; a person asks for what is missing, or for the hours."""
        if self.is_on_a_cell:
            self.offer_chances()
            return
        found = self._people.person
        why = self.picture.why.get(found.person.id, ()) if found else ()
        if found is None:
            self._open_question(f"venture.{self.picture.scale.turned}")
        elif why and field_at(why[0].place) is None:
            self.leave_mark()
            self.see(Where.WORKBENCH, why[0].place)
        elif why:
            self._open_question(why[0].place)
        else:
            self._open_question(field_place(item_place("people", found.person.id), "hours_per_week"))

    def action_add(self) -> None:
        self._open_question("processes" if self.is_on_a_cell else "people")

    def action_blank(self) -> None:
        """Take who is under the cursor out of the process, or blank the hours of a person."""
        found = self._people.person
        if self.is_on_a_cell:
            self.take_out()
        elif found is not None:
            place = field_place(item_place("people", found.person.id), "hours_per_week")
            self.do(set_field(self.report.plan, place, None))
        else:
            self.action_estimated_demand()

    def action_delete(self) -> None:
        """A person goes, with all links to them; processes are deleted in the workbench."""
        found = self._people.person
        if found is not None and not self.is_on_a_cell:
            self.do(remove_with_links(self.report.plan, item_place("people", found.person.id)))
        else:
            super().action_delete()

    def key_escape(self) -> None:
        if self.chances.display:
            self.close_chances()
        else:
            super().key_escape()


def _hint() -> str:
    """What may be done with a demand that is tried, with the keys that are in force."""
    told = (("keep_demand", "keeps it"), ("estimated_demand", "gives it up"))
    keys = [(keys_of(command_named(name), " "), what) for name, what in told]
    return "".join(f"{'; ' if number == 0 else ', '}{key} {what}" for number, (key, what) in enumerate(keys) if key)
