"""The scorecard: opening it from the workbench, and its cursor. The cursor shows as a colour: the output is watched."""

from collections.abc import Iterator

from benchmarks import interface
from benchmarks.keys_of_view import measure_keys
from benchmarks.results import Result
from benchmarks.rows.keys import Player
from benchmarks.settings import Settings

OPEN, CURSOR = "open the scorecard", "move the cursor on the scorecard"
GOALS = {CURSOR: {100: 3.0, 1_000: 3.0, 10_000: 4.0}}


def play_scorecard(player: Player) -> None:
    """Open it, go down one line and up again, and leave."""
    program = player.program
    player.press(OPEN, b"s", interface.is_scorecard)
    program.settle()
    for key in (interface.DOWN, interface.UP):
        player.press(CURSOR, key, lambda _screen: program.bytes)
    program.press(b"w", interface.is_scorecard, until_changed=True)
    program.settle()


def measure(settings: Settings) -> Iterator[Result]:
    yield from measure_keys(settings, "scorecard", play_scorecard, GOALS)
