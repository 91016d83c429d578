"""What the keys of a view take: from the press to the repaint, against the bare app's key to paint, side by side."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack

from benchmarks import interface
from benchmarks.results import Result, milliseconds
from benchmarks.rounds import median, percentile_95
from benchmarks.rows.keys import Player, play_bare, processor
from benchmarks.settings import BARE_APP, Settings, mvo_tui
from benchmarks.watched_program import Seen, WatchedProgram

PRESSES = 30
Goals = Mapping[str, Mapping[int, float]]
"""For each kind of key, how many times the bare key it may take, by the number of items."""


def measure_keys(
    settings: Settings,
    row: str,
    play: Callable[[Player], None],
    goals: Goals,
    prepare: Callable[[WatchedProgram], None] = WatchedProgram.settle,
) -> Iterator[Result]:
    """Open a plan of each size, `prepare` it, and `play` in turn with the bare app."""
    with ExitStack() as stack:

        def start(command: list[str], is_ready: Seen) -> Player:
            program = stack.enter_context(WatchedProgram(command, settings.environment, settings.folder))
            program.wait_for(is_ready)
            return Player(program)

        bare = start(list(BARE_APP), interface.bare_is_ready)
        players = {
            items: start(list(mvo_tui(str(settings.fresh_copy(items, row)))), interface.has_score)
            for items in settings.sizes
        }
        for player in players.values():
            prepare(player.program)
        for turn in range(settings.rounds(PRESSES) + 1):
            play_bare(bare)
            for player in players.values():
                play(player)
                if turn == 0:  # it warms up
                    player.presses.clear()
        yardstick = [reply.settled for reply in bare.replies["bare"][1:] if reply.settled is not None]
        for items, player in players.items():
            yield from _results(row, items, player, yardstick, goals)


def _results(row: str, items: int, player: Player, yardstick: list[float], goals: Goals) -> Iterator[Result]:
    for kind, replies in player.replies.items():
        seconds = [reply.settled for reply in replies if reply.settled is not None]
        yield Result(
            row=row,
            what=f"key to paint, p95: {kind}",
            against="bare key to paint, p95",
            items=items,
            measured=percentile_95(seconds) / percentile_95(yardstick),
            unit="x",
            goal=goals.get(kind, {}).get(items),
            detail=f"{milliseconds(median(seconds))} / {milliseconds(percentile_95(seconds))} against "
            f"{milliseconds(median(yardstick))} / {milliseconds(percentile_95(yardstick))}",
        )
        yield from processor(row, kind, items, player, None)
        kilobytes = [reply.bytes / 1000 for reply in replies]
        yield Result(row, f"bytes to the terminal: {kind}", "", items, median(kilobytes), "kB", None)
