"""The last change once more, for another item: the same answer to the same question, the same row, the same move."""

from typing import NamedTuple, cast

from mvo_tui.plan.edits import AddItem, Batch, Edit, MoveItem, RemoveItem, SetField, Value
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.fields import Kind, field_spec
from mvo_tui.plan.item_edits import described, ids_in_use, move, new_item, set_field
from mvo_tui.plan.model import Item, Plan, Stage, Table, Touchpoint
from mvo_tui.plan.names import called, in_a_line, kind_of, naming_field
from mvo_tui.plan.places import field_place, find, follow, item_at, path_of, split_field, type_at, value_at

_THERE_IS_ONE = {"core": (True,), "moment": ("value", "first contact")}
"""What only one item may be."""


class Change(NamedTuple):
    """An edit, and the plan that it was made in."""

    edit: Edit
    before: Plan


def repeated(change: Change, plan: Plan, place: str) -> Edit:
    """The edit that does what `change` did, for the item of `plan` that one stands on at `place`.

    Raises:
        PlanError: that makes no sense there; the sentence says why.
    """
    match _meant(change.edit):
        case SetField() as edit:
            return _set_again(change.before, plan, place, (edit,))
        case Batch(edits=edits):
            return _set_again(change.before, plan, place, cast(tuple[SetField, ...], edits))
        case AddItem(into=into, item=item):
            return _added_again(plan, place, into, item)
        case MoveItem() as edit:
            return _moved_again(change.before, plan, place, edit)
    raise PlanError(f"{change.edit.label}: that is done to one item at a time, so it is not repeated.")


def kind_added(change: Change) -> str:
    """The list of the plan into which `change` put an item of its own; "" where it did something else."""
    edit = _meant(change.edit)
    is_own = isinstance(edit, AddItem) and "." not in edit.into
    return edit.into if is_own and isinstance(edit, AddItem) else ""


def _meant(edit: Edit) -> Edit | None:
    """What of an edit was meant: making what was missing is only the way to a link. None for what can't be repeated."""
    if not isinstance(edit, Batch):
        return None if isinstance(edit, RemoveItem) else edit
    answers = [part for part in edit.edits if isinstance(part, SetField)]
    others = [part for part in edit.edits if not isinstance(part, SetField)]
    if answers and all(isinstance(part, AddItem) and "." not in part.into for part in others):
        is_the_same = all(_what(answer) == _what(answers[0]) for answer in answers)  # for many items at once
        is_one_item = len({split_field(answer.place)[0] for answer in answers}) == 1
        return answers[0] if is_the_same else Batch(tuple(answers)) if is_one_item else None
    return _meant(others[0]) if len(others) == 1 and not answers else None


def _what(answer: SetField) -> tuple[type[Table] | None, str, Value]:
    table, field = split_field(answer.place)
    return type_at(table), field, answer.value


# The same answer


def _set_again(before: Plan, plan: Plan, place: str, answers: tuple[SetField, ...]) -> Edit:
    was, _ = split_field(answers[0].place)
    if not was:
        raise PlanError("A whole list is not repeated.")
    here = _table_like(was, plan, place)
    if here is None:
        raise PlanError(f"The last change was to {_article(_kind(was))}. Go to another one to repeat it there.")
    edits = tuple(_answer_again(before, plan, here, answer) for answer in answers)
    label = edits[0].label
    return edits[0] if len(edits) == 1 else Batch(edits, label=label)


def _table_like(was: str, plan: Plan, place: str) -> str | None:
    """The table around `place` that is of the kind of the one at `was`; None where there is none."""
    wanted, here = type_at(was), place
    if wanted is Stage and place.startswith("touchpoints."):  # which stands in one
        path = find(plan, place)
        here = f"stages.{plan.stages[cast(int, path[1])].id}" if path else ""
    while here:
        if type_at(here) is wanted and item_at(plan, here) is not None:
            return here
        here = here.rpartition(".")[0]
    return None


def _answer_again(before: Plan, plan: Plan, here: str, answer: SetField) -> SetField:
    was, name = split_field(answer.place)
    model = cast(type[Table], type_at(was))
    spec, value = field_spec(model, name), answer.value
    if name == naming_field(model):
        raise PlanError("A name is given to one item, so it is not repeated.")
    if value in _THERE_IS_ONE.get(name, ()):
        raise PlanError("There is only one of that, so it is not repeated.")
    if spec.kind is Kind.ITEMS:
        raise PlanError("A whole list is not repeated.")
    if spec.kind in (Kind.LINKS, Kind.WORDS):
        value = _with_same_links(value_at(before, answer.place), value, value_at(plan, field_place(here, name)))
    own = here.rpartition(".")[2]
    if spec.collection == here.partition(".")[0] and own in (value if isinstance(value, tuple) else (value,)):
        raise PlanError(f"That would link {described(plan, here)} to itself.")
    return set_field(plan, field_place(here, name), value)


def _with_same_links(before: object, after: Value, here: object) -> Value:
    """What stands `here`, with what was added then and without what was taken away."""
    old, new, own = (part if isinstance(part, tuple) else () for part in (before, after, here))
    if not old and not new:
        return after  # "none, decided"
    kept = tuple(part for part in own if part in new or part not in old)
    return tuple(dict.fromkeys((*kept, *(part for part in new if part not in old)))) or None


# The same row


def _added_again(plan: Plan, place: str, into: str, item: Table) -> Edit:
    """The same step, reading or touchpoint in another item; what stands on its own is no copy of another."""
    holder, field = split_field(into)
    here = _table_like(holder, plan, place) if holder else None
    what = f'{kind_of(type(item))} "{in_a_line(str(getattr(item, naming_field(type(item)) or "value", "")))}"'
    if here is None or (here == holder and isinstance(item, Item)):
        place_for_it = f"another {_kind(holder)}" if holder else "the list"
        raise PlanError(f"The last change added {what}. Go to {place_for_it} to add it there.")
    target = field_place(here, field)
    defaults = type(item).model_fields
    said = {name: value for name, value in item if name != "id" and value != defaults[name].default}
    values = {name: value for name, value in said.items() if name != "moment"}
    made = new_item(plan, target, values, ids_in_use(plan, field))
    return AddItem(target, made, label=f"Add {what} to {described(plan, here)}")


# The same move


def _moved_again(before: Plan, plan: Plan, place: str, edit: MoveItem) -> Edit:
    here = _table_like(edit.place, plan, place)
    if here is None:
        raise PlanError(f"The last change moved {_article(_kind(edit.place))}. Go to another one to repeat it there.")
    item = item_at(plan, here)
    if edit.into is not None and isinstance(item, Touchpoint):
        stage = split_field(edit.into)[0]
        end = len(cast(tuple[Table, ...], value_at(plan, edit.into)))
        label = f'Move {kind_of(type(item))} "{called(item)}" to {described(plan, stage)}'
        return MoveItem(here, end, into=edit.into, label=label)
    by = edit.position - cast(int, path_of(before, edit.place)[-1])
    index, siblings = cast(int, path_of(plan, here)[-1]), follow(plan, path_of(plan, here)[:-1])
    if not 0 <= index + by < len(cast(tuple[Table, ...], siblings)):
        raise PlanError(f"It stands at the end already: {described(plan, here)}.")
    return move(plan, here, by)


def _kind(place: str) -> str:
    model = type_at(place)
    return kind_of(model) if model else place


def _article(kind: str) -> str:
    return f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"
