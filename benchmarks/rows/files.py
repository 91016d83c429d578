"""Files in the process itself: load (parse, validate, index), full re-score and durable save, against `tomllib.loads`.

`tomllib.loads` of the same text is the yardstick because every Python program that reads TOML pays it. The save is
of one edit, with everything that makes it safe: amend the text, read it back, compare, write, fsync, replace, fsync.
"""

import itertools
import tomllib
from collections.abc import Callable, Iterator

from benchmarks.results import Result, milliseconds
from benchmarks.rounds import interleave, median, timed
from benchmarks.settings import Settings

ROUNDS = {100: 80, 1_000: 24, 10_000: 8}

YARDSTICK = "tomllib.loads"
# Name of the row's part, and its goals by the number of items.
GOALS = {
    "load: parse, validate, index": {100: 0.6, 10_000: 0.3},
    "full re-score": {10_000: 0.05},
    "re-score after one edit": {},
    "save one edit, durable": {10_000: 0.3},
}


def measure(settings: Settings) -> Iterator[Result]:
    for items in settings.sizes:
        samples = interleave(_candidates(settings, items), settings.rounds(ROUNDS.get(items, 8)))
        yardstick = median(samples.pop(YARDSTICK))
        for what, seconds in samples.items():
            yield Result(
                row="files",
                what=what,
                against=YARDSTICK,
                items=items,
                measured=median(seconds) / yardstick,
                unit="x",
                goal=GOALS[what].get(items),
                detail=f"{milliseconds(median(seconds))} against {milliseconds(yardstick)}",
            )


def _candidates(settings: Settings, items: int) -> dict[str, Callable[[], float]]:
    from mvo_tui.plan import answered
    from mvo_tui.plan.edits import SetField, apply
    from mvo_tui.plan.index import PlanIndex
    from mvo_tui.readiness.report import evaluate
    from mvo_tui.storage.plan_file import open_plan, save_plan

    path = settings.plan(items)
    text = path.read_text(encoding="utf-8")
    saved = open_plan(settings.fresh_copy(items, "saved"))
    plan = saved.plan
    report = evaluate(plan)
    names = (f"Name of version {version}" for version in itertools.count())
    place = f"processes.{plan.processes[len(plan.processes) // 2].id}.name"

    def load() -> object:
        index = PlanIndex(open_plan(path).plan)
        return index, index.process, index.touchpoint, index.touchpoints_behind, index.steps

    def score() -> object:
        answered._said.clear()  # else it would know all texts from the round before
        return evaluate(plan).findings

    def score_again() -> object:
        return evaluate(apply(plan, SetField(place, next(names))), report).findings

    def save() -> object:
        nonlocal saved
        saved = save_plan(saved, apply(saved.plan, SetField(place, next(names))))
        return saved

    return {
        YARDSTICK: timed(lambda: tomllib.loads(text)),
        "load: parse, validate, index": timed(load),
        "full re-score": timed(score),
        "re-score after one edit": timed(score_again),
        "save one edit, durable": timed(save),
    }
