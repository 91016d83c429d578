"""A question as lines of text, and a typed line as an answer: numbers stand for choices."""

import re
from collections.abc import Sequence

from mvo_tui.interview.answers import Answer
from mvo_tui.interview.choices import Choices
from mvo_tui.interview.next_question import Asked
from mvo_tui.plan.fields import Kind

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def question_text(asked: Asked, found: Choices, where: str) -> str:
    """Everything that is shown before an answer: where one is, the question, why, an example, the choices."""
    question = asked.question
    lines = [where, *([asked.context] if asked.context else []), "", asked.ask, f"  Why: {question.why}"]
    if question.example:
        lines.append(f"  For example: {question.example}")
    for mark, choice in zip(marks(asked, found), found.options, strict=True):
        lines.append(f"  {mark:>3}  {choice.label}" + (f" ({choice.hint})" if choice.hint else ""))
    if found.none:
        lines.append(f"   na  {found.none}")
    how = how_to_answer(asked, found)
    return "\n".join([*lines, how] if how else lines)


def how_to_answer(asked: Asked, found: Choices) -> str:
    """One line on what an answer looks like here; empty where that is plain."""
    if asked.question.is_list or asked.question.id == "after-value":
        return "  One a line, an empty line at the end." + (" Numbers choose." if found.options else "")
    if found.is_many:
        return '  Several numbers may be chosen: "1, 3". A new name is added to the plan.'
    return "  A new name is added to the plan." if found.can_create else ""


def more_text(asked: Asked) -> str:
    """What else there is to say about a question."""
    question = asked.question
    parts = [
        f"Why: {question.why}",
        *([f"Too much would be: {question.too_much}"] if question.too_much else []),
        *([f"For whoever leads the talk: {question.note}"] if question.note else []),
        f"It is kept at {asked.place}.",
    ]
    return "\n".join(parts)


def marks(asked: Asked, found: Choices) -> list[str]:
    """What stands before each choice: numbers, and letters where a number is an answer of its own."""
    count = len(found.options)
    return list(_LETTERS[:count]) if _is_number(asked) else [str(number) for number in range(1, count + 1)]


def answer_from(lines: Sequence[str], asked: Asked, found: Choices) -> Answer:
    """The answer that `lines` give, numbers replaced by what they stand for."""
    chosen = dict(zip(marks(asked, found), (choice.value for choice in found.options), strict=True))
    if asked.question.is_list or asked.question.id == "after-value":
        return tuple(text for line in lines for text in _picked(line, chosen))
    if found.is_many:
        return tuple(text for part in lines[0].split(";") for text in _picked(part.strip(), chosen))
    return chosen.get(lines[0], lines[0])


def _picked(line: str, chosen: dict[str, str]) -> list[str]:
    """The choices that a line of numbers names, or the line itself."""
    numbers = re.split(r"[,\s]+", line.strip())
    return [chosen[number] for number in numbers] if all(number in chosen for number in numbers) else [line]


def _is_number(asked: Asked) -> bool:
    return asked.question.spec is not None and asked.question.spec.kind is Kind.NUMBER
