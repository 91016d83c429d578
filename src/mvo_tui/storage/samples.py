"""The sample plans that ship with the program: plans of believable small businesses, each a good read."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.plan.model import Plan
from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.storage.control_characters import shown
from mvo_tui.storage.loading import load
from mvo_tui.storage.parsing import parse

ENDING = ".mvo.toml"


def sample_names() -> tuple[str, ...]:
    """The names of the samples, in alphabetical order."""
    return tuple(
        sorted(entry.name.removesuffix(ENDING) for entry in _folder().iterdir() if entry.name.endswith(ENDING))
    )


def sample_text(name: str) -> str:
    """The text of a sample, comments and all.

    Raises:
        PlanError: there is no such sample.
    """
    if name not in sample_names():
        hint = did_you_mean(name, sample_names()) or f"There are {', '.join(sample_names())}."
        raise PlanError(f'There is no sample "{shown(name)}". {hint}', ExitCode.USAGE)
    return _folder().joinpath(name + ENDING).read_text(encoding="utf-8")


def read_sample(name: str) -> Plan:
    """The plan of a sample.

    Raises:
        PlanError: there is no such sample.
    """
    text = sample_text(name)
    return load(parse(text), text, name + ENDING).plan


@cache
def _folder() -> Traversable:
    """Inside the installed package; in a checkout, beside the sources."""
    shipped = files("mvo_tui").joinpath("sample_plans")
    return shipped if shipped.is_dir() else Path(__file__).resolve().parents[3] / "sample_plans"
