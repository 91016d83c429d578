"""Start: from the command to the first paint, and to a workbench that shows its score, against the bare app.

The processor time until then is told as well: it hardly changes on a machine that is busy with other things, so it
says whether a missed goal is the program's or the hour's.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from benchmarks.interface import bare_is_ready, has_score
from benchmarks.results import Result, milliseconds
from benchmarks.rounds import interleave, median
from benchmarks.settings import BARE_APP, Settings, mvo_tui
from benchmarks.watched_program import Seen, WatchedProgram

ROUNDS = 12
FIRST_PAINT, USABLE, PROCESSOR = (
    "start to first paint",
    "start to a usable workbench with its score",
    "start: processor until usable",
)
GOALS: dict[str, dict[int, float]] = {
    FIRST_PAINT: {100: 1.1, 1_000: 1.1, 10_000: 1.1},
    USABLE: {100: 1.6, 1_000: 1.6, 10_000: 2.2},
    PROCESSOR: {},
}
BARE = "bare Textual app"


@dataclass
class Starts:
    """Starts of one program; all times in seconds."""

    command: list[str]
    is_ready: Seen
    seconds: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in GOALS})

    def start(self, settings: Settings) -> float:
        """Start once, note the times, end the program. Returns the time until it was usable."""
        with WatchedProgram(self.command, settings.environment, settings.folder) as program:
            first = program.wait_for(lambda screen: not screen.is_blank)
            usable = program.wait_for(self.is_ready)
            processor = program.cpu_seconds()
        for name, seconds in ((FIRST_PAINT, first), (USABLE, usable), (PROCESSOR, processor)):
            if seconds is not None:
                self.seconds[name].append(seconds)
        return usable

    def median(self, name: str) -> float | None:
        measured = self.seconds[name][1:]  # the first start warms up
        return median(measured) if measured else None


def measure(settings: Settings) -> Iterator[Result]:
    bare = Starts(list(BARE_APP), bare_is_ready)
    starts = {
        items: Starts(list(mvo_tui(str(settings.fresh_copy(items, "start")))), has_score) for items in settings.sizes
    }
    interleave(
        {str(number): _starting(each, settings) for number, each in enumerate((bare, *starts.values()))},
        settings.rounds(ROUNDS),
    )
    for name, goals in GOALS.items():
        yardstick = bare.median(name)
        for items, each in starts.items():
            if (seconds := each.median(name)) is not None and yardstick is not None:
                yield Result(
                    row="start",
                    what=name,
                    against=BARE,
                    items=items,
                    measured=seconds / yardstick,
                    unit="x",
                    goal=goals.get(items),
                    detail=f"{milliseconds(seconds)} against {milliseconds(yardstick)}",
                )


def _starting(starts: Starts, settings: Settings) -> Callable[[], float]:
    return lambda: starts.start(settings)
