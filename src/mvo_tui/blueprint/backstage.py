"""What lies behind a card: its processes, and of each the tools and the owner."""

from mvo_tui.blueprint.cell import AND, HOLE, MUTED, Cell, Part, hole
from mvo_tui.blueprint.words import in_one, name_of, nowhere
from mvo_tui.plan.index import PlanIndex, tool_ids
from mvo_tui.plan.model import Process, Role, Touchpoint
from mvo_tui.plan.places import field_place, item_place
from mvo_tui.plan.vocabulary import NOBODY_IN_PARTICULAR


def processes_behind(touchpoint: Touchpoint, index: PlanIndex) -> tuple[Process, ...]:
    """The processes that work behind the card and exist, each once, as they are named."""
    known = index.process
    return tuple(known[key] for key in dict.fromkeys(touchpoint.processes) if key in known)


def back_cells(touchpoint: Touchpoint, index: PlanIndex) -> tuple[Cell, ...]:
    """One cell for each process; one that is named and does not exist is a hole, and so is none at all."""
    links = field_place(item_place("touchpoints", touchpoint.id), "processes")
    cells = []
    for key in dict.fromkeys(touchpoint.processes):
        process = index.process.get(key)
        if process is None:
            cells.append(hole(links, nowhere(key), field=links, linked=key))
        else:
            about = item_place("processes", key)
            cells.append(Cell(links, ((name_of(process), ""),), field=links, linked=key, about=about))
    return tuple(cells) or (hole(links, "no process", field=links),)


def tools_cell(process: Process, index: PlanIndex) -> Cell:
    """The tools of the process and of its steps; "none yet" until that is decided."""
    place = field_place(item_place("processes", process.id), "tools")
    named = tool_ids(process)
    if process.tools is None and not any(key in index.tool for key in named):
        return hole(place, "none yet", field=place)
    if not named:
        return Cell(place, (("none needed", MUTED),), field=place)
    known = [index.tool.get(key) for key in named]
    parts: list[Part] = []
    for key, tool in zip(named, known, strict=True):
        parts += [AND] if parts else []
        parts.append((name_of(tool), "") if tool else (nowhere(key), HOLE))
    return Cell(place, tuple(parts), is_hole=None in known, field=place)


def owner_cell(process: Process, index: PlanIndex) -> Cell:
    """The one role that owns the process, with who holds it; "nobody" where there is none."""
    place = field_place(item_place("processes", process.id), "owner")
    owner = process.owner
    if not owner:
        return hole(place, "nobody", field=place)
    if not isinstance(owner, str):
        return hole(place, f"{len(owner)} owners: nobody", field=place)
    role = index.role.get(owner)
    if role is not None:
        return _held(role, place, index)
    if owner.casefold() in NOBODY_IN_PARTICULAR:
        return hole(place, f'"{in_one(owner)}": nobody', field=place)
    return hole(place, nowhere(owner), field=place)


def _held(role: Role, place: str, index: PlanIndex) -> Cell:
    person = index.holder(role.id)
    if person is not None:
        return Cell(place, ((f"{name_of(role)} ({name_of(person)})", ""),), field=place)
    held_by = field_place(item_place("roles", role.id), "held_by")
    return Cell(held_by, ((f"{name_of(role)} ", ""), ("(nobody)", HOLE)), is_hole=True, field=place)
