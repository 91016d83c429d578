"""All rules, found by walking `rules/`: a new rule is a new module there and nothing else."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from mvo_tui.readiness import rules
from mvo_tui.readiness.rule import Area, Rule

VERSION = "1"
"""The version of the set of rules, as ``check --json`` prints it. It changes when a score may."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """In the order of the areas, then by id."""
    found = (import_module(f"{rules.__name__}.{module.name}").RULE for module in iter_modules(rules.__path__))
    order = list(Area)
    return tuple(sorted(found, key=lambda rule: (order.index(rule.area), rule.id)))
