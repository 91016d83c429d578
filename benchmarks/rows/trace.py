"""Trace, and what breaks: opening them from the workbench, their cursors, and taking one person more away.

Of a cursor, which shows as a colour, the output itself is watched; of taking away, what breaks on the right.
"""

from collections.abc import Iterator

from benchmarks import interface
from benchmarks.keys_of_view import measure_keys
from benchmarks.results import Result
from benchmarks.rows.keys import Player
from benchmarks.settings import Settings

OPEN_TRACE, IN_TRACE = "open the trace", "move the cursor in the trace"
OPEN_BREAKS, IN_BREAKS, TAKE_AWAY = "open what breaks", "move the cursor in what breaks", "take one away, put it back"
_CURSOR = {100: 3.0, 1_000: 3.0, 10_000: 4.0}
GOALS = {IN_TRACE: _CURSOR, IN_BREAKS: _CURSOR}


def play_trace(player: Player) -> None:
    """Trace the first process, go about, take people away and put them back, and leave."""
    program = player.program
    player.press(OPEN_TRACE, b"t", interface.is_trace)
    program.settle()
    for key in (interface.DOWN, interface.UP):
        player.press(IN_TRACE, key, lambda _screen: program.bytes)
    program.press(b"w", interface.is_trace, until_changed=True)
    program.settle()
    player.press(OPEN_BREAKS, b"T", interface.what_breaks)
    program.settle()
    program.press(b"p", interface.what_breaks, until_changed=True)
    program.press(b"g", interface.whole, timeout=1.0)
    for key in (interface.DOWN, interface.UP):
        player.press(IN_BREAKS, key, lambda _screen: program.bytes)
    for _ in range(2):
        player.press(TAKE_AWAY, b" ", interface.what_breaks)
    program.press(b"w", interface.what_breaks, until_changed=True)
    interface.go_to_first_process(program)


def measure(settings: Settings) -> Iterator[Result]:
    yield from measure_keys(settings, "trace", play_trace, GOALS, prepare=interface.go_to_first_process)
