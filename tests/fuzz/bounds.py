"""How long the fuzzers run: a bounded run in the suite, and as many times longer as asked.

MVO_TUI_FUZZ=50 pytest tests/fuzz tests/merging -k "loader or laws"
MVO_TUI_FUZZ=50 MVO_TUI_SEED=1000 pytest tests/fuzz/test_keys.py    fifty games on each screen, from the seed 1000
"""

import os

from hypothesis import HealthCheck, settings

TIMES_LONGER = int(os.environ.get("MVO_TUI_FUZZ", "1"))


def examples(number: int) -> settings:
    """Settings for so many examples, times what was asked for."""
    return settings(max_examples=number * TIMES_LONGER, suppress_health_check=list(HealthCheck))
