"""Finding words: the first letter, which reads all of the plan, one more letter, and the first one after an edit."""

from collections.abc import Iterator
from functools import partial

from benchmarks.results import Result
from benchmarks.rounds import interleave, median, timed
from benchmarks.settings import Settings
from mvo_tui.plan.edits import SetField, apply
from mvo_tui.searching.search import Search
from mvo_tui.storage.plan_file import open_plan

ROUNDS = 12


def measure(settings: Settings) -> Iterator[Result]:
    for items in settings.sizes:
        plan = open_plan(settings.plan(items)).plan
        edited = apply(plan, SetField(f"processes.{plan.processes[0].id}.trigger", "The box is full"))
        typed = Search().typed("bo", plan)
        samples = interleave(
            {
                "the first letter": timed(partial(Search().typed, "b", plan)),
                "one more letter": timed(partial(typed.typed, "box", plan)),
                "after an edit": timed(partial(typed.typed, "box", edited)),
            },
            settings.rounds(ROUNDS),
        )
        for name, seconds in samples.items():
            yield Result("search", f"find: {name}", "", items, median(seconds) * 1000, "ms", None)
