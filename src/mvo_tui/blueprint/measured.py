"""What is measured at a card: the KPIs of its processes, else those that watch one of its promises as a whole."""

from mvo_tui.blueprint.cell import HOLE, MUTED, Cell, Part, hole
from mvo_tui.blueprint.words import NOT_SAID, in_one, name_of
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Kpi, Reading, Touchpoint
from mvo_tui.plan.places import field_place, item_place

NOWHERE_YET = "kpis"
"""The list that a number goes to which there is not yet."""


def measured_cells(touchpoint: Touchpoint, index: PlanIndex) -> tuple[Cell, ...]:
    """One cell for each KPI. None is no hole, as two or three are enough, but that no KPI watches the promise is."""
    of_processes = [
        (kpi, key) for key in dict.fromkeys(touchpoint.processes) for kpi in index.kpis_of_process.get(key, ())
    ]
    cells = {kpi.id: kpi_cell(kpi, key) for kpi, key in reversed(of_processes)}
    if cells:
        return tuple(cells[kpi_id] for kpi_id in dict.fromkeys(kpi.id for kpi, _key in of_processes))
    promises = [key for key in dict.fromkeys(touchpoint.promises) if key in index.promise]
    watching = {kpi.id: kpi for key in promises for kpi in index.kpis_watching.get(key, ()) if not kpi.processes}
    if watching:
        return tuple(kpi_cell(kpi) for kpi in watching.values())
    if any(key not in index.kpis_watching for key in promises):
        return (hole(NOWHERE_YET, "no number yet"),)
    return (Cell(NOWHERE_YET, ((NOT_SAID, MUTED),)),)


def kpi_cell(kpi: Kpi, process_id: str = "") -> Cell:
    """The target first, since it is what one looks for: "98 % (96.5) Boxes on time"."""
    about = item_place("kpis", kpi.id)
    field = field_place(about, "processes" if process_id else "promise")
    name, last = (name_of(kpi), ""), _last(kpi)
    parts: tuple[Part, ...]
    if kpi.target is None:
        asks_for, parts = "target", (("no target: ", HOLE), name)
    elif last is None:
        asks_for, parts = "readings", (_target(kpi), ("(no reading) ", HOLE), name)
    else:
        asks_for, parts = "target", (_target(kpi), (f"({_number(last)}) ", MUTED), name)
    is_hole = kpi.target is None or last is None
    return Cell(field_place(about, asks_for), parts, is_hole, field, process_id, about)


def _target(kpi: Kpi) -> Part:
    return (f"{_number(kpi.target or 0)} {in_one(kpi.unit)}".strip() + " ", "")


def _last(kpi: Kpi) -> float | None:
    """The newest reading; one without a day counts as old. The order of the list decides nothing."""
    found = [(_day(reading), reading.value) for reading in kpi.readings if reading.value is not None]
    return max(found)[1] if found else None


def _day(reading: Reading) -> str:
    return reading.date.isoformat() if reading.date else ""


def _number(value: float) -> str:
    return f"{value:g}" if abs(value) < 1e6 else str(value)
