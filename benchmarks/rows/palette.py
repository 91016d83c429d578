"""The palette: making ready the items and findings when it opens, and one key in it."""

from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.results import Result
from benchmarks.rounds import interleave, median, timed
from benchmarks.settings import Settings
from mvo_tui.readiness.report import evaluate
from mvo_tui.storage.plan_file import open_plan
from mvo_tui.ui.palette_entries import PlaceEntries

ROUNDS = 12


def measure(settings: Settings) -> Iterator[Result]:
    for items in settings.sizes:
        report = evaluate(open_plan(settings.plan(items)).plan)
        entries = PlaceEntries(report)
        samples = interleave(
            {
                "made ready": timed(partial(PlaceEntries, report)),
                "the first letter": timed(_looking_up(entries, "b")),
                "a finding by its words": timed(_looking_up(entries, "finding owner")),
            },
            settings.rounds(ROUNDS),
        )
        for name, seconds in samples.items():
            yield Result("palette", f"palette: {name}", "", items, median(seconds) * 1000, "ms", None)


def _looking_up(entries: PlaceEntries, typed: str) -> Callable[[], object]:
    return lambda: list(entries.about(typed))
