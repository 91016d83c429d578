"""A key counts as undisturbed when its core was as quick as it can be, before and after it."""

import os
import sys

import pytest

from benchmarks.pace import Pace


def test_a_core_that_took_twice_as_long_as_the_quickest_is_not_quick() -> None:
    pace = Pace(quickest=1.0)
    assert pace.is_quick({0: 1.1, 1: 2.0}, 0)
    assert not pace.is_quick({0: 1.1, 1: 2.0}, 1)


def test_what_is_not_known_is_taken_for_quick() -> None:
    pace = Pace(quickest=1.0)
    assert pace.is_quick({}, 0)
    assert pace.is_quick({0: 9.0}, None)


@pytest.mark.skipif(sys.platform != "linux", reason="a program can't choose its core everywhere")
def test_all_cores_are_timed_and_the_program_may_use_all_of_them_again() -> None:
    if sys.platform == "linux":
        cores = os.sched_getaffinity(0)
        pace = Pace()
        paces = pace.now()
        assert set(paces) == cores == os.sched_getaffinity(0)
        assert pace.quickest == min(paces.values()) > 0
