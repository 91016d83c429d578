"""What breaks, in words: one line a consequence, with its reason. For the screen and the command line alike."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Item, Process
from mvo_tui.plan.names import called, counted, kind_of, some_of
from mvo_tui.tracing.broken import (
    Breakage,
    BrokenProcess,
    BrokenPromise,
    BrokenTouchpoint,
    ProcessState,
    PromiseState,
    TouchpointState,
)
from mvo_tui.tracing.link import name_of, place_of


class Consequence(NamedTuple):
    """One thing that breaks: where it is, its name, what becomes of it and why; `grave` from 0 (saved) to 2."""

    place: str
    name: str
    verdict: str
    reason: str
    grave: int

    @property
    def sentence(self) -> str:
        return f"{self.name} {self.verdict}: {self.reason}"


def promise_in_words(broken: BrokenPromise, _index: PlanIndex) -> Consequence:
    falls = broken.state is PromiseState.FALLS
    first, *others = broken.touchpoints
    more = f", and {counted(len(others), 'touchpoint')} more" if others else ""
    lacks = (
        "has no work behind it"
        if first.state is TouchpointState.ALL
        else f"lacks {some_of(map(called, first.processes))}"
    )
    reason = f'"{called(first.touchpoint)}" {lacks}{more}'
    verdict = "falls" if falls else "is at risk"
    return Consequence(place_of(broken.promise), name_of(broken.promise), verdict, reason, 2 if falls else 1)


def touchpoint_in_words(broken: BrokenTouchpoint, _index: PlanIndex) -> Consequence:
    is_all = broken.state is TouchpointState.ALL
    verdict = "has no work behind it" if is_all else "lacks a part of its work"
    touchpoint = broken.touchpoint
    return Consequence(
        place_of(touchpoint), name_of(touchpoint), verdict, stand_still(broken.processes), 2 if is_all else 1
    )


def process_in_words(broken: BrokenProcess, index: PlanIndex) -> Consequence:
    place, name = place_of(broken.process), name_of(broken.process)
    match broken.state:
        case ProcessState.STILL:
            return Consequence(place, name, "stands still", _why_still(broken, index), 2)
        case ProcessState.CARRIED:
            return Consequence(place, name, "is carried by its backup", _what_backup_does(broken, index), 0)
        case ProcessState.UNOWNED:
            reason = f"{_cause(broken.owner_cause, index)} owns it, and {_no_backup(broken, index)}"
            return Consequence(place, name, "goes on without an owner", reason, 1)


def others_in_words(found: Breakage, index: PlanIndex) -> Iterator[Consequence]:
    """Roles that stand empty, features without support, and what nobody answers for."""
    for role in found.roles:
        holder = index.holder(role.id)
        yield _other(role, "stands empty", f"{called(holder)} holds it" if holder else "nobody holds it")
    for each in found.features:
        yield _other(each.feature, "is not supported", stand_still(each.processes))
    for item in found.unanswered:
        yield _other(item, "has nobody to answer for it", f"{called(index.role[item.owner or ''])} stands empty")


def _other(item: Item, verdict: str, reason: str) -> Consequence:
    kind = kind_of(type(item))
    return Consequence(place_of(item), f"{kind[0].upper()}{kind[1:]} {name_of(item)}", verdict, reason, 1)


def headline(found: Breakage) -> str:
    """All of it in a line: "1 promise falls; 2 processes stand still, 3 are carried by backups"."""
    falls, at_risk = (found.promises_that(state) for state in (PromiseState.FALLS, PromiseState.AT_RISK))
    still, carried = (found.processes_that(state) for state in (ProcessState.STILL, ProcessState.CARRIED))
    unowned = found.processes_that(ProcessState.UNOWNED)
    promises = _joined("promise", (falls, "falls", "fall"), (at_risk, "is at risk", "are at risk"))
    processes = _joined(
        "process",
        (still, "stands still", "stand still"),
        (unowned, "goes on without an owner", "go on without an owner"),
        (carried, "is carried by its backup", "are carried by their backups"),
    )
    if promises or processes:
        return "; ".join(filter(None, (promises or "no promise falls", processes)))
    return "no promise falls, and no process stands still" if found.is_felt else "nothing depends on it"


def _joined(noun: str, *groups: tuple[Sequence[object], str, str]) -> str:
    """So: "2 processes stand still, 1 is carried"; the noun stands with the first number alone."""
    parts: list[str] = []
    for group, one, many in groups:
        if group:
            number = counted(len(group), noun) if not parts else str(len(group))
            parts.append(f"{number} {one if len(group) == 1 else many}")
    return ", ".join(parts)


def stand_still(processes: Sequence[Process]) -> str:
    return f"{some_of(map(called, processes))} {'stands' if len(processes) == 1 else 'stand'} still"


def _why_still(broken: BrokenProcess, index: PlanIndex) -> str:
    """So: "Ben does 2 of 3 steps, and no backup is named"."""
    total = len(broken.process.steps)
    shares = Counter(cause for missed in broken.steps if missed.stops for cause in broken.causes_of(missed))
    parts = [f"it needs {_cause(tool, index)}" for tool in broken.tools_away]
    parts += [_share(cause, many, total, index) for cause, many in shares.items()]
    if broken.owner_cause in broken.causes and not total:
        parts.append(f"{_cause(broken.owner_cause, index)} does all of it (it has no steps yet)")
    lacks_people = any(not cause.startswith("tools.") for cause in broken.causes)
    return f"{', '.join(parts)}, and {_no_backup(broken, index)}" if lacks_people else ", ".join(parts)


def _share(cause: str, many: int, total: int, index: PlanIndex) -> str:
    share = share_of_steps(many, total)
    if cause.startswith("tools."):
        return f"{share} {'needs' if many == 1 else 'need'} {_cause(cause, index)}"
    return f"{_cause(cause, index)} does {share}"


def share_of_steps(many: int, total: int) -> str:
    """So: "2 of 3 steps", "both steps"."""
    if many < total:
        return f"{many} of {total} steps"
    return {1: "its one step", 2: "both steps"}.get(total, f"all {total} steps")


def _what_backup_does(broken: BrokenProcess, index: PlanIndex) -> str:
    backup = backup_in_words(broken.process, index)
    causes = dict.fromkeys((*filter(None, (broken.owner_cause,)), *broken.causes))
    absent = " and ".join(_cause(cause, index) for cause in causes)
    if not broken.steps:
        return f"{backup} answers for it in place of {absent}"
    return f"{backup} does {share_of_steps(len(broken.steps), len(broken.process.steps))} in place of {absent}"


def backup_in_words(process: Process, index: PlanIndex) -> str:
    """The backup of a process that has one, with who holds it."""
    role, person = index.role[process.backup or ""], index.holder(process.backup)
    return f"{called(role)} ({called(person)})" if person else called(role)


def _no_backup(broken: BrokenProcess, index: PlanIndex) -> str:
    """Why no backup is there."""
    backup = broken.process.backup
    if not backup:
        return "no backup is named"
    role, person = index.role.get(backup), index.holder(backup)
    if role is None:
        return "its backup is not in this plan"
    if person is None:
        return f"its backup, {called(role)}, is held by nobody"
    if broken.causes == (place_of(person),):
        return "is its backup too"
    return f"its backup, {called(role)} ({called(person)}), is away too"


def _cause(place: str, index: PlanIndex) -> str:
    collection, _, item_id = place.partition(".")
    known = {"people": index.person, "tools": index.tool, "roles": index.role, "processes": index.process}
    return called(known[collection][item_id])
