"""Owners and load: opening it from the workbench, turning the demand, and the cursor in the cells.

A key that turns the demand counts when the number of customers on the screen is the new one; of the cursor, which shows
as a colour, the output itself is watched.
"""

from collections.abc import Iterator

from benchmarks import interface
from benchmarks.keys_of_view import measure_keys
from benchmarks.results import Result
from benchmarks.rows.keys import Player
from benchmarks.settings import Settings

OPEN, TURN, CURSOR = "open owners and load", "turn the demand", "move the cursor in the cells"
GOALS = {TURN: {100: 3.0, 1_000: 3.0, 10_000: 4.0}, CURSOR: {100: 3.0, 1_000: 3.0, 10_000: 4.0}}


def play_load(player: Player) -> None:
    """Open it, try one customer more and one fewer, go about in the cells, and leave."""
    program = player.program
    player.press(OPEN, b"o", interface.customers)
    program.settle()
    for key in (b"+", b"-"):
        player.press(TURN, key, interface.customers)
    program.press(b"\t", interface.whole, until_changed=True)
    for key in (interface.RIGHT, interface.DOWN, interface.UP, interface.LEFT):
        player.press(CURSOR, key, lambda _screen: program.bytes)
    program.press(b"w", interface.customers, until_changed=True)
    program.settle()


def measure(settings: Settings) -> Iterator[Result]:
    yield from measure_keys(settings, "load", play_load, GOALS)
