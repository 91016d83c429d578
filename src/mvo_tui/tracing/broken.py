"""What may come of it when something is taken away: how things break, from the roles up to the promises."""

from dataclasses import dataclass
from enum import IntEnum
from itertools import chain

from mvo_tui.plan.index import ProcessStep
from mvo_tui.plan.model import Debt, Feature, Kpi, Process, Promise, Role, Touchpoint


class ProcessState(IntEnum):
    """How a process fares, from well to badly."""

    CARRIED = 1  # by its backup
    UNOWNED = 2
    STILL = 3


class TouchpointState(IntEnum):
    """How much of its work a touchpoint lacks."""

    PART = 1
    ALL = 2


class PromiseState(IntEnum):
    """How a promise fares, from well to badly."""

    AT_RISK = 1
    FALLS = 2


@dataclass(frozen=True)
class MissedStep:
    """A step that lacks its doer or its tool, and stops or is done by a backup.

    `doer_cause`: the place for which the role that does it stands empty, "" where it does not. `tool`: that of the tool
    that is away, or "".
    """

    step: ProcessStep
    doer_cause: str
    tool: str
    stops: bool


@dataclass(frozen=True)
class BrokenProcess:
    """A process that does not go on as it did.

    `owner_cause`: the place for which its owner's role stands empty, "" where it does not. `tools_away`: the places of
    those that it names and none of its steps does. `is_backed_up`: whether its backup is there.
    """

    process: Process
    state: ProcessState
    is_backed_up: bool
    steps: tuple[MissedStep, ...] = ()
    owner_cause: str = ""
    tools_away: tuple[str, ...] = ()

    def causes_of(self, missed: MissedStep) -> tuple[str, ...]:
        """The places of what a step lacks; where it stops, only of what nobody makes up for."""
        is_made_up_for = missed.stops and self.is_backed_up
        return tuple(filter(None, ("" if is_made_up_for else missed.doer_cause, missed.tool)))

    @property
    def causes(self) -> tuple[str, ...]:
        """The places of what it lacks, each once; where it stands still, only of what it stands still for."""
        is_still = self.state is ProcessState.STILL
        of_steps = chain.from_iterable(map(self.causes_of, (each for each in self.steps if each.stops or not is_still)))
        of_owner = "" if is_still and (self.steps or self.is_backed_up) else self.owner_cause
        return tuple(dict.fromkeys(filter(None, (of_owner, *of_steps, *self.tools_away))))


@dataclass(frozen=True)
class BrokenTouchpoint:
    """A touchpoint, and the processes behind it that stand still."""

    touchpoint: Touchpoint
    state: TouchpointState
    processes: tuple[Process, ...]


@dataclass(frozen=True)
class BrokenPromise:
    """A promise, and the touchpoints that lack work; the decisive ones first where it falls."""

    promise: Promise
    state: PromiseState
    touchpoints: tuple[BrokenTouchpoint, ...]


@dataclass(frozen=True)
class BrokenFeature:
    """A feature, and the processes that support it and stand still."""

    feature: Feature
    processes: tuple[Process, ...]


@dataclass(frozen=True)
class Breakage:
    """What breaks without the items at the places `away`, in the order of the plan; the gravest of a kind first."""

    away: tuple[str, ...]
    roles: tuple[Role, ...] = ()
    processes: tuple[BrokenProcess, ...] = ()
    touchpoints: tuple[BrokenTouchpoint, ...] = ()
    promises: tuple[BrokenPromise, ...] = ()
    features: tuple[BrokenFeature, ...] = ()
    unanswered: tuple[Kpi | Debt, ...] = ()

    @property
    def is_felt(self) -> bool:
        """Whether anything depends on what was taken away, be it carried by a backup."""
        return bool(self.roles or self.processes or self.touchpoints or self.unanswered or self.features)

    def processes_that(self, state: ProcessState) -> tuple[BrokenProcess, ...]:
        return tuple(each for each in self.processes if each.state is state)

    def promises_that(self, state: PromiseState) -> tuple[BrokenPromise, ...]:
        return tuple(each for each in self.promises if each.state is state)
