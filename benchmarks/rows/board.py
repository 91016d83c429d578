"""The board: opening it from the workbench, and keys on it, against the bare app's key to paint.

A cursor shows as a colour, so what is watched of the cursor keys is the output itself. The key that edits blanks the
moment of the first card, which moves the score, and is taken back.
"""

from collections.abc import Iterator

from benchmarks import interface
from benchmarks.keys_of_view import measure_keys
from benchmarks.results import Result
from benchmarks.rows.keys import Player
from benchmarks.settings import Settings

OPEN, CURSOR, EDIT = "open the board", "move the cursor on the board", "blank a cell of the board"
GOALS = {CURSOR: {100: 3.0, 1_000: 3.0, 10_000: 4.0}}
UNDO = b"u"


def play_board(player: Player) -> None:
    """Open the board on the head of the first stage, go about, blank the moment below it, undo that, and leave."""
    program = player.program
    player.press(OPEN, b"b", interface.is_board)
    program.settle()
    for key in (interface.RIGHT, interface.DOWN, interface.DOWN, interface.UP, interface.UP, interface.LEFT):
        player.press(CURSOR, key, lambda _screen: program.bytes)
    for _ in range(2):
        program.press(interface.DOWN, interface.whole, timeout=1.0)
    player.press(EDIT, b"x", interface.scores)
    program.press(UNDO, interface.scores, until_changed=True)
    program.press(b"w", interface.is_board, until_changed=True)
    interface.go_to_first_stage(program)


def measure(settings: Settings) -> Iterator[Result]:
    yield from measure_keys(settings, "board", play_board, GOALS, prepare=interface.go_to_first_stage)
