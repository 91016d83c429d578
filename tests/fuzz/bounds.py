"""How long the fuzzers run: a bounded run in the suite, and a long one when asked.

MVO_TUI_FUZZ=long pytest tests/fuzz -k loader
pytest tests/fuzz --hypothesis-profile=long
"""

import os

from hypothesis import HealthCheck, settings

TIMES_LONGER = 200


def is_long() -> bool:
    return os.environ.get("MVO_TUI_FUZZ") == "long" or settings.get_current_profile_name() == "long"


def examples(number: int) -> settings:
    """Settings for so many examples, and for two hundred times as many in a long run."""
    return settings(
        max_examples=number * TIMES_LONGER if is_long() else number, suppress_health_check=list(HealthCheck)
    )
