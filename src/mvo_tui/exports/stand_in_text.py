"""Who has to be stood in for while they are away, in a line: which steps, and how many minutes a week."""

from collections.abc import Iterable

from mvo_tui.load.weekly import runs_a_week
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.names import called
from mvo_tui.tracing.consequences import counted
from mvo_tui.tracing.stand_ins import StandIn, stand_ins


def stand_ins_of(places: Iterable[str], index: PlanIndex) -> tuple[StandIn, ...]:
    """Those of the people among `places`, with the minutes of the estimated demand."""
    return stand_ins(places, index, runs_a_week)


def stand_in_text(stand_in: StandIn) -> str:
    """So: "Ana: 12 steps of 5 processes, 4 h 10 min a week; backups do 9 of them"."""
    name, steps = called(stand_in.person), len(stand_in.steps)
    if not steps:
        return f"{name}: no step to stand in for"
    processes = len({step.process.id for step in stand_in.steps})
    saved = len(stand_in.by_backup)
    backups = "backups do all of them" if saved == steps else f"backups do {saved or 'none'} of them"
    return f"{name}: {counted(steps, 'step')} of {counted(processes, 'process')}, {_how_long(stand_in)}; {backups}"


def _how_long(stand_in: StandIn) -> str:
    if stand_in.unknown == len(stand_in.steps):
        return "nobody knows how long a week"
    if stand_in.unknown:
        return f"at least {duration(stand_in.minutes)} a week ({counted(stand_in.unknown, 'step')} unknown)"
    return f"{duration(stand_in.minutes)} a week"


def duration(minutes: float) -> str:
    """So: "4 h 10 min", "35 min"."""
    whole = round(minutes)
    hours, rest = divmod(whole, 60)
    return " ".join(filter(None, (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "")))
