"""Section 3: the processes, each with its owner and its numbered steps."""

from collections.abc import Iterator

from mvo_tui.exports.text.names import name_of, names_of, number, owner_in_words, role_with_person, title_of
from mvo_tui.exports.text.page import NOT_SAID, entry, field, line, numbered, optional, spaced
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process, Step
from mvo_tui.plan.vocabulary import MANUAL_MODES


def lines(index: PlanIndex) -> Iterator[str]:
    blocks = [_process(process, index) for process in index.plan.processes]
    yield from spaced(blocks or [line(f"The processes are {NOT_SAID}.")])


def _process(process: Process, index: PlanIndex) -> Iterator[str]:
    yield from entry(title_of(process, process.name))
    yield from field("Starts when", process.trigger)
    yield from field("Done when", process.outcome)
    yield from field("Run", process.mode)
    if process.mode in MANUAL_MODES or process.automate_when:
        yield from field("Automate when", process.automate_when)
    yield from field("Owner", owner_in_words(process, index))
    yield from field("Backup", role_with_person(process.backup, index))
    yield from field("Tools", names_of(process.tools, index.tool, "none, decided"))
    yield from field("Written down in", process.document)
    yield from field("When it breaks", process.escalation)
    yield from field("Walked through", str(process.rehearsed_on) if process.rehearsed_on else None)
    yield from optional("Notes", process.notes)
    if not process.steps:
        yield from field("Steps", None)
    for place, step in enumerate(process.steps, start=1):
        yield from numbered(place, _step(step, index))


def _step(step: Step, index: PlanIndex) -> str:
    role = name_of(step.role, index.role) if step.role else ""
    tool = name_of(step.tool, index.tool) if step.tool else ""
    minutes = number(step.minutes, "min")
    beside = ", ".join(part for part in (role, tool, minutes) if part)
    told = step.action if step.action and step.action.strip() else NOT_SAID
    notes = f"\n{step.notes}" if step.notes and step.notes.strip() else ""
    return f"{told} ({beside}){notes}" if beside else f"{told}{notes}"
