"""From a parsed document to a plan, or to all that keeps it from being one, in one go."""

from collections.abc import Iterable
from typing import Any, NamedTuple, cast

from mvo_tui.plan.checker import ErrorDetails, ValidationError
from mvo_tui.plan.fields import Kind, field_spec
from mvo_tui.plan.model import FORMAT, Plan, Table
from mvo_tui.storage.control_characters import shown
from mvo_tui.storage.parsing import Path, RawTable
from mvo_tui.storage.problems import PlanUnreadableError, Problem
from mvo_tui.storage.shapes import shape_of
from mvo_tui.storage.tidying import Tidying

_TRIES = 100
"""How often a plan of a newer format is tried again without what was not understood."""


class Loaded(NamedTuple):
    """A plan and what there is to tell about its file. `is_newer`: of a format that this program can't write."""

    plan: Plan
    notices: tuple[str, ...]
    is_newer: bool


def load(raw: RawTable, text: str, file: str) -> Loaded:
    """The plan that `raw`, parsed from `text`, stands for. `file` is the name for messages.

    Raises:
        PlanUnreadableError: it is no plan, with every reason.
    """
    if problem := _problem_with_format(raw, text):
        raise PlanUnreadableError(file, [problem, *_problems_with_values(raw, text)])
    tidying = Tidying(raw, text)
    is_newer = raw["format"] > FORMAT
    try:
        if tidying.double_ids and not is_newer:
            raise PlanUnreadableError(file, _problems_with_values(raw, text))
        plan = Plan.model_validate(tidying.plan)
    except ValidationError as error:
        if not is_newer:
            raise PlanUnreadableError(file, _problems_with_values(raw, text)) from None
        plan = _readable_part(tidying.plan, error)
    notices = tuple(tidying.notices(lambda path: place_of(raw, path)))
    if is_newer:
        notices = (_about_newer_format(raw["format"]), *notices)
    return Loaded(plan, notices, is_newer)


def _about_newer_format(number: int) -> str:
    return (
        f"This plan is of format {number}, and this mvo-tui knows format {FORMAT}. It is open for reading only: what is"
        " new in it is not shown, and the file stays as it is. A newer mvo-tui can edit it."
    )


def _problem_with_format(raw: RawTable, text: str) -> Problem | None:
    number = raw.get("format")
    if number is None or number == "":
        return Problem(1, 1, "format", f"the format is missing; add the line: format = {FORMAT}")
    if type(number) is int and number >= FORMAT:
        return None
    from mvo_tui.storage.positions import Positions  # as what the messages need, only where there is one
    from mvo_tui.storage.type_messages import name_of

    what = f"there is no format {number}" if type(number) is int else f"must be a number, not {name_of(number)}"
    return Problem(*Positions(text).line_and_column(("format",)), "format", f"{what}; write format = {FORMAT}")


def _problems_with_values(raw: RawTable, text: str) -> list[Problem]:
    """Everything that is wrong with ids and values; the format is seen to elsewhere."""
    from mvo_tui.storage.positions import Positions
    from mvo_tui.storage.type_messages import sentence_for

    tidying = Tidying(raw, text)
    positions = Positions(text)

    def problem(path: Path, what: str) -> Problem:
        return Problem(*positions.line_and_column(path), place_of(raw, path), what)

    problems = [problem(path, _about_double_id(_value_at(raw, path), path)) for path in tidying.double_ids]
    try:
        Plan.model_validate({**tidying.plan, "format": FORMAT})
    except ValidationError as error:
        found = _by_path(raw, error.errors(include_url=False, include_context=False))
        problems += [
            problem(path, sentence_for(details, _kind_at(path), _value_at(raw, path))) for path, details in found
        ]
    return problems


def _about_double_id(item_id: str, path: Path) -> str:
    return f'another item of {path[-3]} has the id "{shown(item_id)}" already; ids are unique'


def _by_path(raw: RawTable, errors: Iterable[ErrorDetails]) -> list[tuple[Path, ErrorDetails]]:
    """One error for each value: where a field takes several types, the one that got furthest."""
    locations = _Locations(raw)
    found: dict[Path, ErrorDetails] = {}
    for details in errors:
        path = locations.path(details["loc"])
        if path not in found or details["type"] in ("greater_than_equal", "finite_number"):
            found[path] = details
    paths = sorted(found, key=_sortable)
    following = [*paths[1:], ()]
    return [
        (path, found[path]) for path, next_path in zip(paths, following, strict=True) if next_path[: len(path)] != path
    ]


class _Locations:
    """Where pydantic's locations are in the document: they leave out empty rows and name the types that were tried."""

    def __init__(self, raw: RawTable) -> None:
        self._raw = raw
        self._filled: dict[int, list[int]] = {}

    def path(self, location: Path) -> Path:
        here: Any = self._raw
        path: Path = ()
        for part in location:
            if isinstance(here, list) and isinstance(part, int):
                index = self._filled_rows(here)[part]
                here, path = here[index], (*path, index)
            elif isinstance(here, dict) and part in here:
                here, path = here[part], (*path, part)
        return path

    def _filled_rows(self, rows: list[Any]) -> list[int]:
        """The indexes of the rows that are not empty."""
        if id(rows) not in self._filled:
            self._filled[id(rows)] = [index for index, row in enumerate(rows) if row != {}]
        return self._filled[id(rows)]


def _value_at(raw: RawTable, path: Path) -> Any:
    here: Any = raw
    for part in path:
        here = here[part]
    return here


def _kind_at(path: Path) -> Kind | None:
    """The kind of the field at `path`; None where a table belongs there."""
    model: type[Table] = Plan
    for number, part in enumerate(path):
        shape = shape_of(model)
        if isinstance(part, int):
            continue
        if part in shape.lists:
            if number == len(path) - 1:
                return Kind.ITEMS
            model = shape.lists[part]
        elif part in shape.singles:
            model = shape.singles[part]
        else:
            kind = Kind.LINE if part == "id" else field_spec(model, part).kind
            return Kind.LINK if kind in (Kind.LINKS, Kind.WORDS) and number < len(path) - 1 else kind
    return None


def place_of(raw: RawTable, path: Path) -> str:
    """`path` as a place: items by their id, steps and the like by their number."""
    parts: list[str] = []
    here: Any = raw
    for part in path:
        if not isinstance(part, int):
            parts.append(part)
            here = here.get(part) if isinstance(here, dict) else None
            continue
        here = here[part]
        written = here.get("id") if isinstance(here, dict) else None
        parts.append(written if isinstance(written, str) and written else str(part + 1))
        if parts[-2] == "touchpoints":
            parts = parts[-2:]
    return shown(".".join(parts))


def _readable_part(tidy: RawTable, error: ValidationError) -> Plan:
    """The plan without the values that this program does not understand."""
    for _ in range(_TRIES):
        errors = error.errors(include_url=False, include_context=False)
        locations = _Locations(tidy)
        paths = {locations.path(details["loc"]) for details in errors}
        for path in sorted(paths, key=_sortable, reverse=True):  # from the end, so that indexes stay right
            tidy = cast(RawTable, _without(tidy, path))
        tidy = Tidying(tidy, "").plan  # what lost its id gets a new one
        try:
            return Plan.model_validate(tidy)
        except ValidationError as again:
            error = again
    return Plan(format=tidy["format"])


def _sortable(path: Path) -> list[tuple[str, int]]:
    return [("", part) if isinstance(part, int) else (part, 0) for part in path]


def _without(here: Any, path: Path) -> Any:
    """`here` without what `path` leads to; as it is where that is gone already."""
    part, rest = path[0], path[1:]
    if isinstance(here, list) and isinstance(part, int):
        return here[:part] + ([_without(here[part], rest)] if rest else []) + here[part + 1 :]
    if not isinstance(here, dict) or part not in here:
        return here
    if rest:
        return {**here, part: _without(here[part], rest)}
    return {name: value for name, value in here.items() if name != part}
