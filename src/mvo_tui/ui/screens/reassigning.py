"""Giving work to somebody else, on the spot: the choices for a cell with what they would change, or one key for one."""

from mvo_tui.load.options import Kind, effects, options
from mvo_tui.load.who_does_what import NOBODY, By, Part, doers
from mvo_tui.plan.edits import Edit
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.plan.names import called
from mvo_tui.plan.places import field_place, item_place
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.screens.load_words import NO_HOLE
from mvo_tui.ui.screens.trying_demand import TryingDemand
from mvo_tui.ui.widgets.assignment_list import AssignmentList, Chance, in_words
from mvo_tui.ui.widgets.who_does_what_list import WhoDoesWhat

_IS_SO = {Kind.OWN: "owns it already", Kind.BACK_UP: "backs it up already", Kind.DO: "does all of it already"}


class Reassigning(TryingDemand):
    """A view with a cursor on a process and a person or role."""

    processes: WhoDoesWhat
    chances: AssignmentList
    by: By

    # The choices

    def offer_chances(self, kind: Kind | None = None) -> None:
        """Show what the person or role under the cursor could do for the process; for nobody, ask who does it."""
        process, column = self.processes.process, self.processes.column
        if process is None or column is None:
            return
        if column.id == NOBODY and not self.processes.parts:
            self.status_line.show_text(NO_HOLE.format(called(process)))
            return
        if column.id == NOBODY:
            self._open_question(_hole_of(process, self.processes.parts, self.picture.index))
            return
        index = self.picture.index
        found = [Chance(option.text, option) for option in options(index, process, column.id, self.by)]
        title = f"{called(process)}: what is {column.title} to do?"
        self.chances.offer(title, (*found, *_questions(process, index)), self.picture, kind)
        self.chances.display = True
        self.set_focus(self.chances)

    def close_chances(self) -> None:
        self.chances.display = False
        self.take_keys_back()

    def take_chance(self) -> None:
        """Do what was chosen, or ask the question that it leads to."""
        chance = self.chances.chosen
        self.close_chances()
        if chance is not None and chance.option is not None:
            self._assign(chance.option.edit)
        elif chance is not None:
            self._open_question(chance.place)

    # One key for one part

    def action_own(self) -> None:
        self._give(Kind.OWN)

    def action_back_up(self) -> None:
        self._give(Kind.BACK_UP)

    def action_do_steps(self) -> None:
        self._give(Kind.DO)

    def _give(self, kind: Kind) -> None:
        """Give the part to who is under the cursor; where there are several ways to, or none, show what there is."""
        process, column = self.processes.process, self.processes.column
        if process is None or column is None or not self.is_on_a_cell:
            self.status_line.show_text("Stand on a process first, in the column of who is to do it.")
            return
        ways = [option for option in options(self.picture.index, process, column.id, self.by) if option.kind is kind]
        if self._is_so(kind):
            self.status_line.show_text(f"{column.title} {_IS_SO[kind]}.")
        elif len(ways) == 1:
            self._assign(ways[0].edit)
        elif ways or column.id == NOBODY:
            self.offer_chances(kind)
        else:
            self.status_line.show_text(self._why_not(kind, column.title, column.id))

    def _is_so(self, kind: Kind) -> bool:
        """Whether who is under the cursor has the part already; doing is that when nobody else does a step."""
        process, column = self.processes.process, self.processes.column
        if process is None or column is None or column.id == NOBODY:
            return False
        if kind is Kind.DO:
            return set(doers(process, self.picture.index, self.by)) == {column.id}
        return (Part.OWNS if kind is Kind.OWN else Part.BACKS_UP) in self.processes.parts

    def _why_not(self, kind: Kind, who: str, person: str) -> str:
        if self.by is By.PEOPLE and not self.picture.index.roles_held.get(person):
            return f"{who} holds no role yet. Enter offers the owner's."
        return "There are no steps yet." if kind is Kind.DO else "A backup is somebody other than the owner."

    def take_out(self) -> None:
        """The person or role under the cursor has no part in the process any more."""
        process, column = self.processes.process, self.processes.column
        ways = options(self.picture.index, process, column.id, self.by) if process and column else ()
        out = next((option for option in ways if option.kind is Kind.TAKE_OUT), None)
        if out is None:
            self.status_line.show_text("There is nothing to take out of this cell.")
        else:
            self._assign(out.edit)

    @property
    def is_on_a_cell(self) -> bool:
        """Whether the cursor is on a cell of the processes."""
        raise NotImplementedError

    def _assign(self, edit: Edit) -> None:
        """Make the edit, and say what it has changed."""
        changed = effects(self.picture, edit)
        if self.holder.edit(edit):
            told = "; ".join(in_words(changed)) or "Nobody's hours change"
            self.status_line.show_text(f"{edit.label}: done. {told}. {spoken_key_of('undo')} takes it back.")


def _hole_of(process: Process, parts: tuple[Part, ...], index: PlanIndex) -> str:
    """The place of the question that fills the gravest hole: who owns it, who does a step, who backs it up."""
    place = item_place("processes", process.id)
    owner = index.owner(process)
    if Part.OWNS in parts:
        return field_place(place, "owner") if owner is None else _holder(owner.id)
    if Part.DOES in parts:
        number = doers(process, index, By.PEOPLE).index(NOBODY)
        role = index.role.get(process.steps[number].role or "")
        return _holder(role.id) if role else field_place(f"{place}.steps.{number + 1}", "role")
    backup = index.role.get(process.backup or "")
    return field_place(place, "backup") if backup is None else _holder(backup.id)


def _holder(role_id: str) -> str:
    return field_place(item_place("roles", role_id), "held_by")


def _questions(process: Process, index: PlanIndex) -> tuple[Chance, ...]:
    """What may be asked instead: the owner, the backup and the role of each step, out of all roles."""
    place = item_place("processes", process.id)
    asked = [
        Chance(f"Owner: {_role(process.owner, index)}. Choose among all roles", place=field_place(place, "owner")),
        Chance(f"Backup: {_role(process.backup, index)}. Choose among all roles", place=field_place(place, "backup")),
    ]
    for number, step in enumerate(process.steps, start=1):
        who = _role(step.role, index, "the owner")
        asked.append(Chance(f"Step {number}, {step.action or 'not said'}: {who}", place=f"{place}.steps.{number}.role"))
    return tuple(asked)


def _role(role: object, index: PlanIndex, nobody: str = "nobody") -> str:
    return called(index.role[role]) if isinstance(role, str) and role in index.role else nobody
