"""Every promise is concrete: where it uses a vague word it says a number as well, as "a 24-hour response" does."""

import re

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Promise
from mvo_tui.readiness.names import called, quoted
from mvo_tui.readiness.rule import Area, Problem, Rule, Severity, unanswered, wrong
from mvo_tui.readiness.subjects import PROMISES

_VAGUE = """
    amazing asap awesome best better brilliant convenient delightful easily easy effortless excellent exceptional fast
    faster fantastic friendly good great happy hassle-free high-quality immediately instant instantly outstanding
    perfect premium prompt promptly quality quick quickly quicker reliable reliably seamless seamlessly simple simply
    smooth soon speedy superb superior swift swiftly timely top unique wonderful world-class
"""
_NUMBERS = """
    one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy
    eighty ninety hundred thousand half dozen
"""
VAGUE_WORDS = frozenset(_VAGUE.split())
NUMBER_WORDS = frozenset(_NUMBERS.split())
_WORD = re.compile(r"[\w-]+")


def judge(promise: Promise, _index: PlanIndex) -> Problem | None:
    place = f"promises.{promise.id}.statement"
    if not promise.statement or not is_said(promise.statement):
        return unanswered(place, f"{called(promise)} is not stated")
    words = _WORD.findall(promise.statement.casefold())
    if VAGUE_WORDS.isdisjoint(words) or has_number(words):
        return None
    vague = next(word for word in words if word in VAGUE_WORDS)
    return wrong(place, f"{called(promise)}: {quoted(vague)} can not be checked")


def has_number(words: list[str]) -> bool:
    """Whether one of the words has a digit or is a number ("twenty-four")."""
    return any(any(map(str.isdigit, word)) or not NUMBER_WORDS.isdisjoint(word.split("-")) for word in words)


RULE = Rule(
    id="promise-concrete",
    area=Area.PROMISE,
    severity=Severity.MEDIUM,
    subjects=PROMISES,
    judge=judge,
    why="Nobody can keep a promise, or notice that it broke, when everyone understands something else by it.",
    fix="Put a number in place of the vague word: by when, within how long, how many out of a hundred.",
    effort_minutes=5,
    good="""
[[promises]]
statement = "The bag is at your door by 6:30, fast even on Sundays"
""",
    bad="""
[[promises]]
statement = "Great bread, delivered fast"
""",
)
