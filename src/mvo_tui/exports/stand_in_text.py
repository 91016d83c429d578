"""Who has to be stood in for while they are away, in a line: which steps, and how many minutes a week."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from mvo_tui.load.weekly import runs_a_week
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.names import called, counted, together
from mvo_tui.tracing.consequences import backup_in_words, share_of_steps
from mvo_tui.tracing.link import place_of
from mvo_tui.tracing.stand_ins import StandIn, stand_ins


def stand_ins_of(places: Iterable[str], index: PlanIndex) -> tuple[StandIn, ...]:
    """Those of the people among `places`, with the minutes of the estimated demand."""
    return stand_ins(places, index, runs_a_week)


def stand_in_text(stand_in: StandIn) -> str:
    """So: "Ana: 12 steps of 5 processes, 4 h 10 min a week; backups do 9 of them"."""
    name, steps = called(stand_in.person), len(stand_in.steps)
    if not steps:
        return f"{name}: no step to stand in for"
    processes = len({one.step.process.id for one in stand_in.steps})
    saved = stand_in.by_backup
    backups = "backups do all of them" if saved == steps else f"backups do {saved or 'none'} of them"
    return f"{name}: {counted(steps, 'step')} of {counted(processes, 'process')}, {how_long(stand_in)}; {backups}"


def stand_in_steps(stand_in: StandIn, index: PlanIndex) -> Iterator[tuple[str, str]]:
    """Which steps, a process each: its place, and "Pack the boxes, step 1, 1 h 16 min a week: no stand-in"."""
    for _, group in groupby(stand_in.steps, key=lambda one: one.step.process.id):
        steps = tuple(group)
        process = steps[0].step.process
        who = backup_in_words(process, index) if steps[0].by_backup else "no stand-in"
        which = _which([one.step.number for one in steps], len(process.steps))
        words = f"{called(process)}, {which}, {how_long(stand_in._replace(steps=steps))}: {who}"
        yield place_of(process), words


def _which(numbers: list[int], total: int) -> str:
    """So: "step 2", "steps 1 and 3", "all 4 steps"."""
    if len(numbers) == total:
        return share_of_steps(total, total)
    return f"{'step' if len(numbers) == 1 else 'steps'} {together([str(number) for number in numbers])}"


def how_long(stand_in: StandIn) -> str:
    """So: "4 h a week", "at least 4 h a week (2 steps unknown)"."""
    if stand_in.unknown == len(stand_in.steps):
        return "minutes not known"
    if stand_in.unknown:
        return f"at least {duration(stand_in.minutes)} a week ({counted(stand_in.unknown, 'step')} unknown)"
    return f"{duration(stand_in.minutes)} a week"


def duration(minutes: float) -> str:
    """So: "4 h 10 min", "35 min"."""
    whole = round(minutes)
    hours, rest = divmod(whole, 60)
    return " ".join(filter(None, (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "")))
