"""A rule: looks at subjects of one kind and says for each whether it passes; words, weight and samples beside it."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.steps import Steps
from mvo_tui.readiness.sieve import Sieve


class Severity(StrEnum):
    """How much a promise is in danger."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


WEIGHT = {Severity.CRITICAL: 10.0, Severity.HIGH: 7.5, Severity.MEDIUM: 5.0, Severity.LOW: 2.5}
"""What a severity is worth before scaling. Source: ``docs/readiness.md``, the ledger."""

CAP = {Severity.CRITICAL: 49.0, Severity.HIGH: 89.0}
"""The highest score that is shown while a finding of that severity stands (the gates)."""


class Measure(StrEnum):
    """Which of the two numbers a rule counts towards."""

    READINESS = "readiness"
    LEAN = "lean"


class Area(StrEnum):
    """The six steps of an operation, in their order."""

    PROMISE = "promise"
    JOURNEY = "journey"
    PROCESSES = "processes"
    TOOLS = "tools"
    OWNERSHIP = "ownership"
    FEEDBACK = "feedback"


class Outcome(StrEnum):
    """How a subject did not pass."""

    FAIL = "fail"
    UNKNOWN = "unknown"  # not answered yet
    ERROR = "error"  # the rule itself broke; counts as not passed


class Problem(NamedTuple):
    """Why a subject did not pass, at which place; `fix` overrides the rule's own where it can be more exact."""

    outcome: Outcome
    place: str
    title: str
    fix: str = ""


def wrong(place: str, title: str, fix: str = "") -> Problem:
    """There is an answer, and it does not hold."""
    return Problem(Outcome.FAIL, place, title, fix)


def unanswered(place: str, title: str, fix: str = "") -> Problem:
    """There is no answer yet."""
    return Problem(Outcome.UNKNOWN, place, title, fix)


class Missing(NamedTuple):
    """The one finding that stands for all rules on a kind of subject of which there is none.

    Its `rule` is an id like a rule's, which states the wish.
    """

    rule: str
    place: str
    title: str
    why: str
    fix: str
    effort_minutes: int


ManySubjects = tuple[Any, ...] | Steps
"""All subjects of one kind, in the order of the plan."""


class Subjects(NamedTuple):
    """A kind of subject: how to pick them, and what to say when there are none.

    `missing` returns None where having none is fine (``features = []``, decided).
    """

    name: str
    pick: Callable[[PlanIndex], ManySubjects]
    missing: Callable[[PlanIndex], Missing | None]


Read = str | Callable[[PlanIndex], object]
"""A key of the plan or a look-up of the index by its name, or a look-up of its own."""


class Rule(NamedTuple):
    """One rule. It stands in a module of its own under `rules/`, as ``RULE``.

    Attributes:
        id: states the wish, as in ``process-has-owner``.
        judge: a pure function of one subject and the index; None is a pass.
        reads: what `judge` looks at besides its subject: keys of the plan (``"people"``), look-ups of the index
            (``"role_ids"``), or functions of the index. A verdict is kept while the subject and these are the same
            objects: what is left out makes the live score stale, and the less is named, the less is judged again.
        sieve: tells quickly which subjects pass for certain; `judge` is asked about the others (`sieve.py`).
        why: why it matters for the promise. fix: what to do. effort_minutes: how long mending one takes.
        is_free: says what is wrong where its absence would cost nothing; worth no points.
        good, bad: the smallest plans, as TOML, that pass and that do not; test and documentation at once.
    """

    id: str
    area: Area
    severity: Severity
    subjects: Subjects
    judge: Callable[[Any, PlanIndex], Problem | None]
    why: str
    fix: str
    effort_minutes: int
    good: str
    bad: str
    reads: tuple[Read, ...] = ()
    sieve: Sieve | None = None
    measure: Measure = Measure.READINESS
    is_free: bool = False

    @property
    def weight(self) -> float:
        """The weight before scaling."""
        return 0.0 if self.is_free else WEIGHT[self.severity]
