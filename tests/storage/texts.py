"""What a text says as a plan, and how two texts differ."""

import difflib

from mvo_tui.plan.model import Plan
from mvo_tui.storage.loading import load
from mvo_tui.storage.parsing import parse
from mvo_tui.storage.toml_text import create


def read(text: str) -> Plan:
    return load(parse(text), text, "plan.mvo.toml").plan


def as_read(plan: Plan) -> Plan:
    """`plan` as a file holds it: a step without words is what a missing one is."""
    return read(create(plan))


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that differ, each with - or + before it; a carriage return is a part of its line."""
    lines = difflib.ndiff(before.split("\n"), after.split("\n"))
    return [line[0] + line[2:] for line in lines if line[0] in "+-"]
