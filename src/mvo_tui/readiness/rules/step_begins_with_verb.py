"""Every step begins with a verb, so that it says what to do.

It fails only on words that begin no English order: articles, pronouns and the like. Other languages pass.
"""

import re
from collections.abc import Iterable
from itertools import filterfalse

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.columns import numbers_of
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.steps import ProcessStep, Steps
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import STEPS

_NO_VERBS = """
    the a an this that these those there here i you he she it we they my your his her its our their
    someone somebody everyone everybody anyone anybody nobody who whoever which what all both each every
    and or but because of
"""
NO_VERBS = frozenset(_NO_VERBS.split())
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def judge(step: ProcessStep, _index: PlanIndex) -> Problem | None:
    action = step.step.action
    if not action or not is_said(action):
        return unanswered(f"{step.place}.action", f"{called(step.process)}: step {step.number} is empty")
    if begins_with_verb(action):
        return None
    title = f"{called(step.process)}: step {step.number} begins with {quoted(_first_word(action))}"
    return wrong(f"{step.place}.action", title)


def begins_with_verb(action: str) -> bool:
    return _first_word(action).casefold() not in NO_VERBS


def _first_word(text: str) -> str:
    word = _FIRST_WORD.search(text)
    return word[0] if word else ""


def begin_otherwise(_steps: Steps, index: PlanIndex) -> Iterable[int]:
    actions = index.column(index.all_steps, "action")
    others = filterfalse(begins_with_verb, actions.values.difference(actions.unsaid))
    return numbers_of(actions.unsaid.union(others), actions)


RULE = Rule(
    id="step-begins-with-verb",
    area=Area.PROCESSES,
    severity=Severity.LOW,
    subjects=STEPS,
    judge=judge,
    sieve=begin_otherwise,
    why="A step that describes instead of asking leaves open who does what, and so it is read and not done.",
    fix="Begin with what is to be done: check, write, ring, pack.",
    effort_minutes=1,
    good="""
[[processes]]
name = "Ride the round"
[[processes.steps]]
action = "Hang each bag at its door"
""",
    bad="""
[[processes]]
name = "Ride the round"
[[processes.steps]]
action = "The bags are at the doors"
""",
)
