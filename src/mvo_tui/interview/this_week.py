"""This week's values of all KPIs as one edit, each typed as a reading is: "96.5", "96.5 Van broke down", "8 May 96.5".

A second value for a day takes the place of the first: somebody has corrected it.
"""

import datetime
from collections.abc import Mapping

from mvo_tui.interview.answers import edit_for
from mvo_tui.plan.edits import AddItem, Batch, Edit, SetField
from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.model import Kpi, Plan, Reading
from mvo_tui.plan.places import item_at


def readings_place(kpi_id: str) -> str:
    """The place of a KPI's list of readings."""
    return f"kpis.{kpi_id}.readings"


def edit_of_values(plan: Plan, typed: Mapping[str, str], today: datetime.date) -> Edit:
    """The edit that enters what was typed for each KPI, by the KPI's id; what says nothing is left out.

    Raises:
        PlanError: nothing was typed, or a value can't be read; the sentence says which.
    """
    edits = tuple(
        part
        for kpi_id, text in typed.items()
        if text.strip() and isinstance(kpi := item_at(plan, f"kpis.{kpi_id}"), Kpi)
        for part in _edits_of(plan, kpi, text, today)
    )
    if not edits:
        raise PlanError("No value was typed. Nothing was changed.", ExitCode.USAGE)
    count = sum(isinstance(edit, AddItem) or edit.place.endswith(".value") for edit in edits)
    return Batch(edits, label=f"Enter {count} reading{'s' if count > 1 else ''}")


def _edits_of(plan: Plan, kpi: Kpi, text: str, today: datetime.date) -> tuple[AddItem | SetField, ...]:
    """A new reading, or the new value and note of the one that there is for that day."""
    place = readings_place(kpi.id)
    batch = edit_for(plan, place, text, today)
    added = batch.edits[0] if isinstance(batch, Batch) and len(batch.edits) == 1 else None
    if not isinstance(added, AddItem) or not isinstance(added.item, Reading):
        raise PlanError(f'"{kpi.name or kpi.id}" takes one value. Nothing was changed.', ExitCode.USAGE)
    reading = added.item
    for number, there in enumerate(kpi.readings, start=1):
        if there.date == reading.date:
            corrected = SetField(f"{place}.{number}.value", reading.value, label="Correct a reading")
            note = SetField(f"{place}.{number}.note", reading.note, label="Correct a note")
            return (corrected, note) if reading.note else (corrected,)
    return (added,)
