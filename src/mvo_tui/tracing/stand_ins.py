"""Who has to be stood in for: the steps of a person who is away, and how many minutes a week they take."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from mvo_tui.plan.index import PlanIndex, ProcessStep
from mvo_tui.plan.model import Person, Process
from mvo_tui.tracing.away import away_of, doer_id
from mvo_tui.tracing.why import steps_of

RunsAWeek = Callable[[Process, PlanIndex], float | None]
"""How often a process runs in a week; None where that is not known."""


class StandIn(NamedTuple):
    """A person who is away, their steps, and those of them that a backup does.

    `minutes`: what the steps take in a week, as far as it is known; `unknown`: how many steps do not say.
    """

    person: Person
    steps: tuple[ProcessStep, ...]
    by_backup: tuple[ProcessStep, ...]
    minutes: float
    unknown: int


def stand_ins(places: Iterable[str], index: PlanIndex, runs: RunsAWeek) -> tuple[StandIn, ...]:
    """One for each person among `places`, in the order of the plan."""
    away = away_of(places, index)
    people = (person for person in index.plan.people if away.has("people", person.id))
    return tuple(_stand_in(person, index, runs, away.is_backed_up) for person in people)


def _stand_in(person: Person, index: PlanIndex, runs: RunsAWeek, is_backed_up: Callable[[Process], bool]) -> StandIn:
    steps = steps_done_by(person, index)
    taken = [_minutes(step, index, runs) for step in steps]
    known = sorted(minutes for minutes in taken if minutes is not None)
    by_backup = tuple(step for step in steps if is_backed_up(step.process))
    return StandIn(person, steps, by_backup, sum(known), len(taken) - len(known))


def steps_done_by(person: Person, index: PlanIndex) -> tuple[ProcessStep, ...]:
    """The steps that the roles of the person do, process by process."""
    roles = {role.id for role in index.roles_held.get(person.id, ())}
    named = dict.fromkeys(process for role in sorted(roles) for process in index.processes_involving.get(role, ()))
    steps = (step for process in named for step in steps_of(index.process[process]))
    return tuple(step for step in steps if doer_id(step, index) in roles)


def _minutes(step: ProcessStep, index: PlanIndex, runs: RunsAWeek) -> float | None:
    often, minutes = runs(step.process, index), step.step.minutes
    return None if often is None or minutes is None else often * minutes
