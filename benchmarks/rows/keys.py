"""Keys: from the press to the repainted score, against the bare app's key to paint; processor time and bytes.

Two keys of the workbench that change the plan are timed: one that blanks the answer under the cursor, and Enter on a
new answer; and in the interview the key that accepts an answer. A press counts when every place that shows the score
has the new one. All programs stay open, and the presses go round them in turn. Processor time, whose goal is in
milliseconds, is that of the presses that no neighbour of this machine disturbed (`benchmarks/pace.py`).
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

from benchmarks import interface
from benchmarks.pace import THIS_MACHINE, Paces
from benchmarks.results import Result, milliseconds
from benchmarks.rounds import median, percentile_95
from benchmarks.settings import BARE_APP, Settings, mvo_tui
from benchmarks.watched_program import GoneError, Reply, Seen, WatchedProgram

PRESSES = 60
QUESTIONS = 24
TIME_GOALS = {100: 3.0, 1_000: 3.0, 10_000: 4.0}
CPU_GOAL = 10.0  # milliseconds
BYTES_GOAL = 2.0  # kilobytes

LIST, ANSWER, MOVE = "blank a field in a list", "accept an answer", "move the cursor"
INTERVIEW = "answer in the interview"


ENOUGH = 8
"""Undisturbed presses for their median to stand for all; without them all presses count."""
MOST_TIMES = 3
"""How many times as many rounds are played until there are enough undisturbed presses."""


@dataclass
class Press:
    """What followed a press, and how quick the cores were before and after it."""

    reply: Reply
    before: Paces
    after: Paces
    core: int | None


@dataclass
class Player:
    """One open program, and what its keys have taken so far, by kind of key."""

    program: WatchedProgram
    presses: dict[str, list[Press]] = field(default_factory=dict)

    @property
    def replies(self) -> dict[str, list[Reply]]:
        return {kind: [press.reply for press in presses] for kind, presses in self.presses.items()}

    def press(self, kind: str, key: bytes, watched: Seen) -> None:
        before = THIS_MACHINE.now()
        reply = self.program.press(key, watched, until_changed=True)
        if reply.settled is None:
            raise GoneError(f"{kind}: {key!r} did not change what was watched:\n{self.program.screen.text}")
        press = Press(reply, before, THIS_MACHINE.now(), self.program.core())
        self.presses.setdefault(kind, []).append(press)

    @property
    def has_enough(self) -> bool:
        """Whether there are enough undisturbed presses of each kind."""
        return all(len(self.undisturbed(kind)) >= min(ENOUGH, len(self.presses[kind])) for kind in self.presses)

    def undisturbed(self, kind: str) -> list[Reply]:
        """The replies to presses that no neighbour disturbed."""
        return [
            press.reply
            for press in self.presses[kind]
            if all(THIS_MACHINE.is_quick(paces, press.core) for paces in (press.before, press.after))
        ]


def play_bare(player: Player) -> None:
    player.press("bare", b"x", interface.bare_count)


def play_workbench(player: Player) -> None:
    """Blank the measure of the core promise, and answer it again: the score falls and rises."""
    player.press(LIST, b"x", interface.scores)
    player.program.press(b"e", interface.whole)
    player.program.press(b"boxes on time", interface.whole)
    player.press(ANSWER, interface.ENTER, interface.scores)
    # A cursor shows as a colour, so what is watched is the output itself.
    for key in (interface.DOWN, interface.UP):
        player.press(MOVE, key, lambda _screen: player.program.bytes)


def play_interview(player: Player) -> None:
    """Blank the measure in the workbench, and answer it in the interview, which then asks the next question."""
    interface.ask_for_measure_of_core_promise(player.program)
    player.press(INTERVIEW, interface.ENTER, interface.scores)
    interface.return_to_workbench(player.program)


def measure(settings: Settings) -> Iterator[Result]:
    with ExitStack() as stack:
        bare, players = _open(settings, stack)
        _play([(bare, play_bare), *((player, play_workbench) for player in players.values())], settings.rounds(PRESSES))
        _play([(player, play_interview) for player in players.values()], settings.rounds(QUESTIONS))
        yardstick = _settled(bare.replies["bare"])
        for items, player in players.items():
            yield from _results(items, player, yardstick)


def _play(turns: "list[tuple[Player, Callable[[Player], None]]]", rounds: int) -> None:
    """Let each player play once a round; the first round warms up. While the machine is busy there are more rounds."""
    most = rounds * MOST_TIMES
    for turn in range(most + 1):
        if turn > rounds and all(player.has_enough for player, _play in turns):
            return
        for player, play in turns:
            kept = dict(player.presses)
            play(player)
            if turn == 0:
                player.presses = kept


def _open(settings: Settings, stack: ExitStack) -> tuple[Player, dict[int, Player]]:
    def start(command: list[str], is_ready: Seen) -> WatchedProgram:
        program = stack.enter_context(WatchedProgram(command, settings.environment, settings.folder))
        program.wait_for(is_ready)
        return program

    bare = Player(start(list(BARE_APP), interface.bare_is_ready))
    players = {}
    for items in settings.sizes:
        command = list(mvo_tui(str(settings.fresh_copy(items, "keys"))))
        program = start(command, interface.has_score)
        interface.go_to_measure_of_core_promise(program)
        players[items] = Player(program)
    return bare, players


def processor(row: str, kind: str, items: int, player: Player, goal: float | None) -> Iterator[Result]:
    """What a key takes of the processor: the median of undisturbed presses, where there are enough of them."""
    every = [reply.cpu * 1000 for reply in player.replies[kind] if reply.cpu is not None]
    undisturbed = [reply.cpu * 1000 for reply in player.undisturbed(kind) if reply.cpu is not None]
    if every:
        counted = undisturbed if len(undisturbed) >= min(ENOUGH, len(every)) else every
        detail = f"{len(undisturbed)} of {len(every)} presses undisturbed; median of all: {median(every):.1f}"
        yield Result(row, f"processor: {kind}", "", items, median(counted), "ms", goal, detail)


def _settled(replies: list[Reply]) -> list[float]:
    return [reply.settled for reply in replies if reply.settled is not None]


def _results(items: int, player: Player, yardstick: list[float]) -> Iterator[Result]:
    for kind, replies in player.replies.items():
        seconds = _settled(replies)
        what = f"key to repainted score, p95: {kind}" if kind != MOVE else f"key to paint, p95: {kind}"
        yield Result(
            row="keys",
            what=what,
            against="bare key to paint, p95",
            items=items,
            measured=percentile_95(seconds) / percentile_95(yardstick),
            unit="x",
            goal=TIME_GOALS.get(items),
            detail=f"{milliseconds(median(seconds))} / {milliseconds(percentile_95(seconds))} against "
            f"{milliseconds(median(yardstick))} / {milliseconds(percentile_95(yardstick))}",
        )
        yield from processor("keys", kind, items, player, CPU_GOAL)
        kilobytes = [reply.bytes / 1000 for reply in replies]
        yield Result("keys", f"bytes to the terminal: {kind}", "", items, median(kilobytes), "kB", BYTES_GOAL)
