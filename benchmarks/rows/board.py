"""The board: opening it from the workbench, and keys on it, against the bare app's key to paint.

A cursor shows as a colour, so what is watched of the cursor keys is the output itself. The key that edits blanks the
moment of the first card, which moves the score, and is taken back.
"""

from collections.abc import Iterator
from contextlib import ExitStack

from benchmarks import interface
from benchmarks.results import Result, milliseconds
from benchmarks.rounds import median, percentile_95
from benchmarks.rows.keys import Player, play_bare
from benchmarks.settings import BARE_APP, Settings, mvo_tui
from benchmarks.watched_program import Seen, WatchedProgram

PRESSES = 30
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
    with ExitStack() as stack:

        def start(command: list[str], is_ready: Seen) -> Player:
            program = stack.enter_context(WatchedProgram(command, settings.environment, settings.folder))
            program.wait_for(is_ready)
            return Player(program)

        bare = start(list(BARE_APP), interface.bare_is_ready)
        players = {
            items: start(list(mvo_tui(str(settings.fresh_copy(items, "board")))), interface.has_score)
            for items in settings.sizes
        }
        for player in players.values():
            interface.go_to_first_stage(player.program)
        for turn in range(settings.rounds(PRESSES) + 1):
            play_bare(bare)
            for player in players.values():
                play_board(player)
                if turn == 0:  # it warms up
                    player.replies.clear()
        yardstick = [reply.settled for reply in bare.replies["bare"][1:] if reply.settled is not None]
        for items, player in players.items():
            yield from _results(items, player, yardstick)


def _results(items: int, player: Player, yardstick: list[float]) -> Iterator[Result]:
    for kind, replies in player.replies.items():
        seconds = [reply.settled for reply in replies if reply.settled is not None]
        yield Result(
            row="board",
            what=f"key to paint, p95: {kind}",
            against="bare key to paint, p95",
            items=items,
            measured=percentile_95(seconds) / percentile_95(yardstick),
            unit="x",
            goal=GOALS.get(kind, {}).get(items),
            detail=f"{milliseconds(median(seconds))} / {milliseconds(percentile_95(seconds))} against "
            f"{milliseconds(median(yardstick))} / {milliseconds(percentile_95(yardstick))}",
        )
        cpu = [reply.cpu * 1000 for reply in replies if reply.cpu is not None]
        if cpu:
            yield Result("board", f"processor: {kind}", "", items, median(cpu), "ms", None)
        kilobytes = [reply.bytes / 1000 for reply in replies]
        yield Result("board", f"bytes to the terminal: {kind}", "", items, median(kilobytes), "kB", None)
