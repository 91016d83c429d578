"""No process is written out like a standard operating procedure: a plan is the sketch that comes before one.

The measure is the length of a process with its steps and notes: 1,800 characters, about 300 words, are a page. In
characters, because not every language has spaces between words.
"""

from collections.abc import Iterable
from itertools import chain, compress, count
from operator import attrgetter

from mvo_tui.plan.fields import field_specs
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process, Step, Table
from mvo_tui.readiness.names import called
from mvo_tui.readiness.rule import Area, Measure, Problem, Rule, Severity, wrong
from mvo_tui.readiness.subjects import PROCESSES

CHARACTERS_A_WORD = 6
MOST = 300 * CHARACTERS_A_WORD

_FIELDS = tuple(spec.name for spec in field_specs(Process) if spec.is_free_text)
_FIELDS_OF_STEP = tuple(spec.name for spec in field_specs(Step) if spec.is_free_text)
_texts_of_process, _texts_of_step = attrgetter(*_FIELDS), attrgetter(*_FIELDS_OF_STEP)


def judge(process: Process, _index: PlanIndex) -> Problem | None:
    texts = chain(_texts_of_process(process), *map(_texts_of_step, process.steps))
    length = sum(map(len, filter(None, texts)))
    if length <= MOST:
        return None
    words = f"{round(length, -2) // CHARACTERS_A_WORD} words"
    return wrong(f"processes.{process.id}", f"{called(process)} is about {words} long; a page is enough for now")


def may_be_long(processes: tuple[Process, ...], index: PlanIndex) -> Iterable[int]:
    """Those of so many steps that they would be too long if each of their texts were as long as the longest of all."""
    head = _longest(processes, _FIELDS, index)
    step = _longest(index.all_steps, _FIELDS_OF_STEP, index)
    most = (MOST - head) // max(step, 1)
    return compress(count(), map(most.__lt__, index.step_counts))


def _longest(tables: tuple[Table, ...], fields: tuple[str, ...], index: PlanIndex) -> int:
    """The length of a table that has the longest text of all in each field."""
    texts = (index.column(tables, field).values for field in fields)
    return sum(max(map(len, filter(None, values)), default=0) for values in texts)


RULE = Rule(
    id="plan-is-not-an-sop-yet",
    area=Area.PROCESSES,
    severity=Severity.MEDIUM,
    subjects=PROCESSES,
    judge=judge,
    sieve=may_be_long,
    measure=Measure.LEAN,
    why="A long text is out of date in two weeks and read by nobody. What is short is mended on the spot.",
    fix="Keep trigger, steps and outcome here. Move explanations to the page where the process is written down.",
    effort_minutes=10,
    good="""
[[processes]]
name = "Lend a cargo bike"
notes = "The blue one pulls to the left."
""",
    bad=f"""
[[processes]]
name = "Lend a cargo bike"
notes = "{"The clerk shall verify the form in the presence of the customer. " * 29}"
""",
)
