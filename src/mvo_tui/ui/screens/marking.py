"""Many items at once: they are marked, and what is done next is done to all of them, as one step."""

from collections.abc import Callable, Sequence

from mvo_tui.plan import many
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import FieldSpec, Kind
from mvo_tui.plan.many import blank_all, common_fields, move_to_stage, remove_all
from mvo_tui.plan.model import Item, Table
from mvo_tui.plan.names import called, counted, in_a_line
from mvo_tui.plan.places import field_at, item_at, item_of, split_field, type_at
from mvo_tui.session.session import Session
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.marks import Marks
from mvo_tui.ui.screens.item_editing import ItemEditing
from mvo_tui.ui.screens.plan_screen import NOT_CHANGED, PlanHolder

NOTHING_MARKED = "Nothing is marked. {mark} marks the item under the cursor."
NONE_ANY_MORE = "Nothing is marked any more."
NOT_AN_ITEM = "Only items can be marked: a touchpoint, a process, a step. On a heading, {mark} marks all below it."
NO_TOUCHPOINT = "Touchpoints go from stage to stage; this is none."
NO_STAGE = "There is no other stage to go to."
NOTHING_IN_COMMON = "These kinds of items have no field in common that could be edited for all."


class Marking(ItemEditing, is_part=True):
    """A view whose items can be marked."""

    def __init__(self, holder: PlanHolder, place: str = "") -> None:
        super().__init__(holder, place)
        self.marks = Marks()

    def show_marks(self) -> None:
        """Show which items are marked."""
        raise NotImplementedError

    def items_below(self, place: str) -> Sequence[str]:
        """The places of the items that are marked together by marking the heading at `place`."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Go on to the next line."""
        raise NotImplementedError

    def keep_marks(self, session: Session) -> None:
        """To be called before `session` is shown: what is not in its plan is marked no more."""
        if self.marks and session.plan is not self._session.plan:
            self.marks = self.marks.still_there(self._session.plan, session.plan)

    @property
    def marks_in_words(self) -> str:
        """How many items are marked, and what can be done to all of them."""
        has_touchpoints = any(place.startswith("touchpoints.") for place in self.marks.places)
        edit, delete, move = map(spoken_key_of, ("edit_all", "delete", "move_to_stage"))
        moves = f"{move} moves them   " if has_touchpoints else ""
        return (
            f"{many.counted(self.marks.places)} marked.  {edit} edits a field   {delete} deletes   {moves}Esc unmarks"
        )

    # Marking

    def action_mark(self) -> None:
        """Mark the item under the cursor, or take its mark away; on a heading, all that stands below it."""
        target = self.target
        is_of_item = self._field_here is not None
        item = split_field(target)[0] if is_of_item else target
        is_item = "." in item and isinstance(item_at(self._session.plan, item), Table)
        places = (item,) if is_item else tuple(self.items_below(target))
        if not places:
            self.status_line.show_text(NOT_AN_ITEM.format(mark=spoken_key_of("mark")))
            return
        self.marks = self.marks.toggled(places)
        self.show_marks()
        self.status_line.show_text(self.marks_in_words if self.marks else NONE_ANY_MORE)
        if not is_of_item:
            self.go_on()

    async def action_mark_none(self) -> None:
        if self.leave_field() or self.unzoom():  # Esc goes up one level at a time
            return
        if self.marks:
            self.marks = Marks()
            self.show_marks()
            self.status_line.show_text(NONE_ANY_MORE)
        else:  # there is no level above this one
            await self.run_action("app.how_to_leave")

    # What is done to all

    def action_edit_all(self) -> None:
        """Choose a field that all marked items have, be asked its question once, and set it for all."""
        if not self.marks:
            self.status_line.show_text(NOTHING_MARKED.format(mark=spoken_key_of("mark_or_fold")))
        elif not self.says_read_only():
            self._with_field("Edit which field of all", self._ask_for_all)

    def action_delete(self) -> None:
        """Delete all marked items. On a field of the form it is about that field, as without marks."""
        if not self.marks or self._field_here is not None:
            super().action_delete()
        else:
            self.change(lambda plan: remove_all(plan, self.marks.places))

    def action_blank(self) -> None:
        """Blank a field of all marked items; on a field of one of them, that one."""
        field = self._field_here
        if not self.marks or (field is not None and item_of(self.target) not in self.marks.places):
            super().action_blank()
        elif field is not None:
            self._blank_for_all(field.name)
        else:
            self._with_field("Blank which field of all", self._blank_for_all)

    @property
    def _field_here(self) -> FieldSpec | None:
        """The field of an item that the cursor stands on in the form; None on an item or a list."""
        field = field_at(self.target)
        return field if field is not None and field.kind is not Kind.ITEMS and "." in self.target else None

    def _with_field(self, ask: str, then: Callable[[str], None]) -> None:
        """Let the founder choose one of the fields that the marked items have in common, and go on with it."""
        from mvo_tui.ui.screens.choosing import ChooseScreen, entry

        specs = common_fields(filter(None, map(type_at, self.marks.places)))
        if not specs:
            self.status_line.show_text(NOTHING_IN_COMMON)
            return
        tables = [item_at(self._session.plan, place) for place in self.marks.places]
        entries = [entry(spec.name, spec.title, _said_so_far(spec, tables)) for spec in specs]
        here = field_at(self.target)
        names = [spec.name for spec in specs]
        cursor = names.index(here.name) if here is not None and here.name in names else 0
        screen = ChooseScreen(ask, entries, why=f"{many.counted(self.marks.places)} marked", cursor=cursor)
        self.app.push_screen(screen, lambda field: then(field) if field else None)

    def _ask_for_all(self, field: str) -> None:
        from mvo_tui.interview.answers import Answer
        from mvo_tui.interview.many import edit_for_all, question_for_all, value_of_all
        from mvo_tui.ui.screens.answering import AnswerScreen

        places = self.marks.places

        def take(answer: Answer) -> str:
            try:
                edit = edit_for_all(self._session.plan, places, field, answer, self.holder.today())
            except PlanError as error:
                return str(error)
            return "" if self.do(edit) else NOT_CHANGED

        try:
            asked, choices = question_for_all(self.report.index, places, field)
            value = value_of_all(self._session.plan, places, field)
        except PlanError as error:
            self.status_line.show_text(str(error))
            return
        self.app.push_screen(AnswerScreen("", asked, choices, value, take))

    def _blank_for_all(self, field: str) -> None:
        self.change(lambda plan: blank_all(plan, self.marks.places, field))

    # Touchpoints

    def action_move_to_stage(self) -> None:
        """Choose a stage by its name; the marked touchpoints, or the one under the cursor, go to its end."""
        from mvo_tui.ui.screens.choosing import ChooseScreen, entry

        plan = self._session.plan
        marked = [place for place in self.marks.places if place.startswith("touchpoints.")]
        places = [place for place in marked or (item_of(self.target),) if place.startswith("touchpoints.")]
        if self.says_read_only():
            return
        if not places:
            self.status_line.show_text(NO_TOUCHPOINT)
            return
        where = {self.report.index.stage_of[place.split(".")[1]].id for place in places}
        stages = [stage for stage in plan.stages if {stage.id} != where]
        if not stages:
            self.status_line.show_text(f"{NO_STAGE} {spoken_key_of('add')} on a stage adds one.")
            return
        entries = [entry(stage.id, called(stage), counted(len(stage.touchpoints), "touchpoint")) for stage in stages]
        screen = ChooseScreen("Move to which stage", entries, why=self._names_of(places))

        def go(stage: str | None) -> None:
            if stage:
                self.change(lambda plan: move_to_stage(plan, places, stage), places[0])

        self.app.push_screen(screen, go)

    def _names_of(self, places: Sequence[str]) -> str:
        items = [item_at(self._session.plan, place) for place in places]
        return in_a_line(", ".join(called(item) for item in items if isinstance(item, Item)))


def _said_so_far(spec: FieldSpec, tables: Sequence[Table | None]) -> str:
    """In how many of the tables a field says something: it tells which fields are still open."""
    said = sum(getattr(table, spec.name, None) not in (None, "", ()) for table in tables)
    return f"said of {said} of {len(tables)}"
