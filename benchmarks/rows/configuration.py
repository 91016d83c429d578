"""A start with a configuration of keys, a theme and a mistake, against the same start without one."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.interface import has_score
from benchmarks.results import Result, milliseconds
from benchmarks.rounds import interleave
from benchmarks.rows.start import USABLE, Starts
from benchmarks.settings import Settings, mvo_tui

ROUNDS = 12
GOAL = 1.1
OWN = 'theme = "light"\n[keys]\nundo = ["ctrl+z", "f12"]\nduplicate = "B"\nno_such_action = "ctrl+r"\n'


def measure(settings: Settings) -> Iterator[Result]:
    own = _with_own_configuration(settings)
    for items in settings.sizes:
        command = list(mvo_tui(str(settings.fresh_copy(items, "configuration"))))
        plain, configured = Starts(command, has_score), Starts(command, has_score)
        interleave(
            {"plain": lambda: plain.start(settings), "configured": lambda: configured.start(own)},  # noqa: B023
            settings.rounds(ROUNDS),
        )
        without, with_own = plain.median(USABLE), configured.median(USABLE)
        if without is not None and with_own is not None:
            yield Result(
                row="configuration",
                what="start with a configuration",
                against="the same without one",
                items=items,
                measured=with_own / without,
                unit="x",
                goal=GOAL,
                detail=f"{milliseconds(with_own)} against {milliseconds(without)}",
            )


def _with_own_configuration(settings: Settings) -> Settings:
    """The same settings, with a configuration."""
    path = settings.folder / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return replace(settings, configuration=path)
