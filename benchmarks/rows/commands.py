"""Commands without an interface: `--help`, `--version`, and `check` of one small plan, as whole processes."""

import sys
from collections.abc import Iterator

from benchmarks.processes import whole_run
from benchmarks.pydantic_models import program
from benchmarks.results import Result, milliseconds
from benchmarks.rounds import interleave, median
from benchmarks.settings import Settings, mvo_tui

ROUNDS = 24
SMALL_PLAN = 30

BARE_PYTHON = "python -c pass"
SAME_MODELS = "python, pydantic, same models"


def measure(settings: Settings) -> Iterator[Result]:
    small_plan = str(settings.plan(SMALL_PLAN))
    (settings.folder / "same_models.py").write_text(program(), encoding="utf-8")
    same_models = f"import sys; sys.path.insert(0, {str(settings.folder)!r}); import same_models"
    commands = {
        BARE_PYTHON: [sys.executable, "-c", "pass"],
        SAME_MODELS: [sys.executable, "-c", same_models],
        "--help": mvo_tui("--help"),
        "--version": mvo_tui("--version"),
        "check": mvo_tui("check", small_plan),
    }
    samples = interleave(
        {name: whole_run(command, settings.environment) for name, command in commands.items()},
        settings.rounds(ROUNDS),
    )
    medians = {name: median(seconds) for name, seconds in samples.items()}
    for name, against, goal in (
        ("--help", BARE_PYTHON, 2.5),
        ("--version", BARE_PYTHON, 2.5),
        ("check", SAME_MODELS, 1.4),
    ):
        yield Result(
            row="commands",
            what="check of one small plan" if name == "check" else name,
            against=against,
            items=SMALL_PLAN if name == "check" else None,
            measured=medians[name] / medians[against],
            unit="x",
            goal=goal,
            detail=f"{milliseconds(medians[name])} against {milliseconds(medians[against])}",
        )
