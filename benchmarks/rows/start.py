"""Start: from the command to the first paint, and to a workbench that shows its score, against the bare app."""

from collections.abc import Callable, Iterator

from benchmarks.interface import bare_is_ready, has_score
from benchmarks.results import Result, milliseconds
from benchmarks.rounds import interleave, median
from benchmarks.settings import BARE_APP, Settings, mvo_tui
from benchmarks.watched_program import Seen, WatchedProgram

ROUNDS = 12
GOALS = {100: 1.6, 1_000: 1.6, 10_000: 2.2}
FIRST_PAINT_GOAL = 1.1


def measure(settings: Settings) -> Iterator[Result]:
    first_paints: dict[str, list[float]] = {}

    def candidate(name: str, command: list[str], is_ready: Seen) -> Callable[[], float]:
        first_paints[name] = []

        def start() -> float:
            with WatchedProgram(command, settings.environment, settings.folder) as program:
                first_paints[name].append(program.wait_for(lambda screen: not screen.is_blank))
                return program.wait_for(is_ready)

        return start

    candidates = {"bare": candidate("bare", list(BARE_APP), bare_is_ready)}
    for items in settings.sizes:
        command = list(mvo_tui(str(settings.fresh_copy(items, "start"))))
        candidates[str(items)] = candidate(str(items), command, has_score)
    usable = {name: median(seconds) for name, seconds in interleave(candidates, settings.rounds(ROUNDS)).items()}
    first = {name: median(seconds[1:]) for name, seconds in first_paints.items()}  # without the warm-up
    for what, medians, goals in (
        ("start to a usable workbench with its score", usable, GOALS),
        ("start to first paint", first, dict.fromkeys(GOALS, FIRST_PAINT_GOAL)),
    ):
        for items in settings.sizes:
            yield Result(
                row="start",
                what=what,
                against="bare Textual app",
                items=items,
                measured=medians[str(items)] / medians["bare"],
                unit="x",
                goal=goals.get(items),
                detail=f"{milliseconds(medians[str(items)])} against {milliseconds(medians['bare'])}",
            )
