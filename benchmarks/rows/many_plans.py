"""`check` of 1,000 plans: are both cores busy, and does memory stay flat?

One core and two are compared by confining the same command to one core. What a second core can give at this hour is
measured beside it, with two plain loops that share nothing: on a machine that is busy with other things that is far
from twice, and the row then says nothing of the program. Flat memory means that the largest process holds no more for
1,000 plans than for 100.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.plans import plan_text
from benchmarks.processes import run
from benchmarks.results import Result
from benchmarks.rounds import interleave, median
from benchmarks.settings import Settings, mvo_tui

ROUNDS = 4
PLANS = 1_000
ITEMS_OF_EACH = 100
CORES = 2
FLAT = 1.1
LOOP = "for _ in range(30_000_000): pass"


def measure(settings: Settings) -> Iterator[Result]:
    plans = _plans(settings)
    cores = sorted(os.sched_getaffinity(0))[:CORES]
    peaks: dict[int, list[int]] = {len(plans): [], len(plans) // 10: []}

    def check(count: int, allowed: list[int]) -> float:
        finished = run(mvo_tui("check", "--json", *plans[:count]), settings.environment, cores=allowed)
        peaks[count].append(finished.peak_memory)
        return finished.seconds

    samples = interleave(
        {
            "one core": lambda: check(len(plans), cores[:1]),
            "two cores": lambda: check(len(plans), cores),
            "a tenth": lambda: check(len(plans) // 10, cores),
            "one loop": lambda: _loops(1, settings),
            "two loops": lambda: _loops(len(cores), settings),
        },
        settings.rounds(ROUNDS),
    )
    one, two = median(samples["one core"]), median(samples["two cores"])
    loops = len(cores) * median(samples["one loop"]) / median(samples["two loops"])
    what = f"check of {len(plans):,} plans"
    yield Result(
        row="many_plans",
        what=f"{what}: times as fast on {len(cores)} cores",
        against="the same on one core",
        items=ITEMS_OF_EACH,
        measured=one / two,
        unit="x",
        goal=1.7,
        at_least=True,
        detail=f"{one * 1000 / len(plans):.1f} and {two * 1000 / len(plans):.1f} a plan; plain loops {loops:.2f} x",
    )
    most, tenth = (max(peaks[count]) for count in peaks)
    yield Result(
        row="many_plans",
        what=f"{what}: memory",
        against=f"{len(plans) // 10} plans",
        items=ITEMS_OF_EACH,
        measured=most / tenth,
        unit="x",
        goal=FLAT,
        detail=f"{most / 1e6:.0f} against {tenth / 1e6:.0f} MB",
    )


def _loops(count: int, settings: Settings) -> float:
    """Return the seconds that so many loops take side by side."""
    start = time.perf_counter()
    loops = [subprocess.Popen([sys.executable, "-c", LOOP], env=settings.environment) for _ in range(count)]
    for loop in loops:
        loop.wait()
    return time.perf_counter() - start


def _plans(settings: Settings) -> list[str]:
    """Write the plans, each of another venture so that no cache of equal texts can help."""
    folder: Path = settings.folder / "many"
    folder.mkdir(exist_ok=True)
    text = plan_text(ITEMS_OF_EACH)
    paths = []
    for number in range(PLANS // 5 if settings.is_quick else PLANS):
        path = folder / f"venture-{number}.mvo.toml"
        path.write_text(text.replace("Sunday Box", f"Sunday Box {number}"), encoding="utf-8")
        paths.append(str(path))
    return paths
