"""Who has to be stood in for: the steps of a person who is away, and how many minutes a week they take."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from mvo_tui.plan.index import PlanIndex, ProcessStep
from mvo_tui.plan.model import Person, Process
from mvo_tui.tracing.away import away_of, doer_id
from mvo_tui.tracing.why import steps_of

RunsAWeek = Callable[[Process, PlanIndex], float | None]
"""How often a process runs in a week; None where that is not known."""


class StandInStep(NamedTuple):
    """A step that a person who is away does: the minutes that it takes in a week, and whether a backup does it."""

    step: ProcessStep
    minutes: float | None
    by_backup: bool


class StandIn(NamedTuple):
    """A person who is away, and what they have to be stood in for."""

    person: Person
    steps: tuple[StandInStep, ...]

    @property
    def minutes(self) -> float:
        """What the steps take in a week, as far as it is known."""
        return sum(sorted(step.minutes for step in self.steps if step.minutes is not None))

    @property
    def unknown(self) -> int:
        """How many steps do not say how long they take, or how often."""
        return sum(step.minutes is None for step in self.steps)

    @property
    def by_backup(self) -> int:
        """How many steps a backup does."""
        return sum(step.by_backup for step in self.steps)


def stand_ins(places: Iterable[str], index: PlanIndex, runs: RunsAWeek) -> tuple[StandIn, ...]:
    """One for each person among `places`, in the order of the plan."""
    away = away_of(places, index)
    people = (person for person in index.plan.people if away.has("people", person.id))
    return tuple(
        StandIn(
            person,
            tuple(
                StandInStep(step, _minutes(step, index, runs), away.is_backed_up(step.process))
                for step in steps_done_by(person, index)
            ),
        )
        for person in people
    )


def steps_done_by(person: Person, index: PlanIndex) -> tuple[ProcessStep, ...]:
    """The steps that the roles of the person do, process by process."""
    roles = {role.id for role in index.roles_held.get(person.id, ())}
    named = dict.fromkeys(process for role in sorted(roles) for process in index.processes_involving.get(role, ()))
    steps = (step for process in named for step in steps_of(index.process[process]))
    return tuple(step for step in steps if doer_id(step, index) in roles)


def _minutes(step: ProcessStep, index: PlanIndex, runs: RunsAWeek) -> float | None:
    often, minutes = runs(step.process, index), step.step.minutes
    return None if often is None or minutes is None else often * minutes
