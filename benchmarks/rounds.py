"""Measuring side by side: all candidates in turn, round after round, in one run.

A machine drifts: it warms up, and others use it. A candidate that is measured in every round, between its rivals,
drifts with them, so the ratio holds where the milliseconds don't. The order turns by one place each round, so that
nobody always comes after the same neighbour. The first round warms up and is thrown away.
"""

import gc
import math
import statistics
import time
from collections.abc import Callable, Mapping, Sequence

Samples = dict[str, list[float]]


def interleave(candidates: Mapping[str, Callable[[], float]], rounds: int) -> Samples:
    """Run every candidate once a round. Each measures itself and returns what it measured."""
    samples: Samples = {name: [] for name in candidates}
    names = list(candidates)
    for turn in range(rounds + 1):
        start = turn % len(names)
        for name in names[start:] + names[:start]:
            measured = candidates[name]()
            if turn > 0:
                samples[name].append(measured)
    return samples


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """Return a candidate that measures the seconds `work` takes, with the last one's garbage out of the way."""

    def measure() -> float:
        gc.collect()
        start = time.perf_counter()
        result = work()
        seconds = time.perf_counter() - start
        del result
        return seconds

    return measure


def median(samples: Sequence[float]) -> float:
    return statistics.median(samples)


def percentile_95(samples: Sequence[float]) -> float:
    ordered = sorted(samples)
    return ordered[math.ceil(0.95 * len(ordered)) - 1]
