"""Any keys and pastes in any order: the program never falls, the plan stays one, and undo leads back to the start."""

import os
import random
import shutil
from pathlib import Path

import pytest
from textual import events

from mvo_tui.plan.model import Plan
from mvo_tui.storage.plan_file import open_plan
from mvo_tui.ui.commands import COMMANDS
from mvo_tui.ui.screens.conflict import ConflictScreen
from tests.fuzz.bounds import TIMES_LONGER
from tests.plans import SAMPLES, document_of
from tests.storage.texts import as_read
from tests.ui.founder import NAMED_KEYS, Founder, founder_at

LEAVES = {"ctrl+q"}
KEYS = sorted({key for command in COMMANDS for key in (*command.keys, *command.letters)} - LEAVES)
MOVES = ("up", "down", "left", "right", "tab", "shift+tab", "enter", "enter", "escape", "space", "pageup", "pagedown",
         "home", "end", "backspace", "delete", "ctrl+u", "ctrl+w", "ctrl+c", "ctrl+v", "ctrl+a")  # fmt: skip
LETTERS = "aexyzDJKUu .,/?:-+*=[]{}()|\\'\"#$%&~éßλ漢0123456789"
PASTES = (
    "one line",
    "five\nlines\nof\na list\n",
    "\n\n\n",
    "[bold]x[/] [/] [@click=app.quit]y[/] $z {x} \\",
    "\x1b]52;c;aGFybQ==\x07\x1b[201~\x11",
    "שלום\u200b \u202e עולם\ufeff",
    "\ud800 lone",
    "\0\x85\u2028\r\n\r",
    "word " * 4000,
    "x" * 5000,
    '"""\n[[processes]]\nid = "x"\n',
    "9" * 400,
    "2026-02-30",
    "=1+1",
    "Name\tOwner\tTools\tNotes\nFirst\tAna\tA; B\t[x]\nSecond\tAna\t\x1b[2J\t\n",
)
HABITS = (  # what random keys alone rarely come to
    ("f2", "*", "enter"),
    ("f2", "*", "enter", "enter"),
    ("ctrl+n", "*", "enter"),
    ("enter", "down", "enter"),
    ("ctrl+o", "ctrl+z", "down", "enter"),
    ("ctrl+o", "*", "enter"),
    ("ctrl+p", "*", "down", "enter"),
    ("ctrl+l", "*", "enter"),
    ("escape", "W", "*", "enter"),
    ("f2", "ctrl+z", "*", "enter"),
    ("escape", "1", "down", "down", "d"),
    ("f8", "f2", "down", "enter"),
    ("escape", "b", "right", "down", "down", "enter", "*", "enter"),
    ("escape", "b", "pagedown", "shift+right", "d", "z", "shift+left", "a", "*", "enter"),
    ("escape", "m", "m", "E", "down", "enter", "*", "enter"),
    ("escape", "m", "m", "S", "enter"),
    ("escape", "f8", "f", "enter", "*", "enter"),
    ("escape", "R", "*", "enter", "enter"),
    ("escape", "P", "*", "f8", "tab", "enter"),
    ("escape", "c", "*", "enter"),
)
"""Keys that go together; a star is something typed or pasted."""
MOST_CHANGES = 200  # the way back is that long
KEYS_A_RUN = 120
FIRST = int(os.environ.get("MVO_TUI_SEED", "0"))


def random_events(dice: random.Random) -> list[events.Event]:
    kind = dice.random()
    if kind < 0.1:
        return [events.Paste(dice.choice(PASTES))]
    if kind < 0.35:
        return [key(dice.choice(KEYS))]
    if kind < 0.65:
        return [key(dice.choice(MOVES))]
    if kind < 0.9:
        return [letter(dice)]
    return [key(part) if part != "*" else something(dice) for part in dice.choice(HABITS)]


def something(dice: random.Random) -> events.Event:
    return events.Paste(dice.choice(PASTES)) if dice.random() < 0.5 else letter(dice)


def letter(dice: random.Random) -> events.Event:
    typed = dice.choice(LETTERS)
    return events.Key(NAMED_KEYS.get(typed, typed), typed)


def key(name: str) -> events.Key:
    characters = {shown: letter for letter, shown in NAMED_KEYS.items()}
    return events.Key(name, characters.get(name, name if len(name) == 1 else None))


async def play(founder: Founder, dice: random.Random) -> None:
    for number in range(KEYS_A_RUN):
        for event in random_events(dice):
            founder.app.post_message(event)
        if number % 7 == 0 or dice.random() < 0.2:
            await founder.pilot.pause()
        assert founder.app._exception is None
        if len(founder.keeper.session.history.past) > MOST_CHANGES - 20:
            break
        if has_left(founder):
            return
    await founder.wait_for(lambda: founder.app.is_quiet or has_left(founder), "an end of all keys")


def has_left(founder: Founder) -> bool:
    """Whether the program was left, which the palette offers as well."""
    return founder.app._exit


def is_a_plan(plan: Plan) -> bool:
    return Plan.model_validate(document_of(plan)) == plan


async def back_to_the_start(founder: Founder) -> None:
    """Close what lies over the plan, then take back everything."""
    for _ in range(20):
        if len(founder.app.screen_stack) <= 2:
            break
        assert not isinstance(founder.app.screen, ConflictScreen)
        await founder.press("escape")
    while founder.keeper.undo():
        pass
    await founder.pilot.pause()


@pytest.mark.parametrize("screen", ["workbench", "interview"])
@pytest.mark.parametrize("run", range(TIMES_LONGER))
async def test_any_keys(tmp_path: Path, screen: str, run: int, monkeypatch: pytest.MonkeyPatch) -> None:
    seed = f"{FIRST + run} {screen}"  # a failing run is told by its name
    dice = random.Random(seed)
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.mvo.toml"
    if dice.random() < 0.6:
        shutil.copyfile(SAMPLES[dice.choice(sorted(SAMPLES))], path)
    else:
        path.write_text("format = 1\n", "utf-8")
    before = open_plan(path).plan
    size = dice.choice(((120, 40), (80, 24), (62, 20)))

    async with founder_at(path, screen=screen, size=size) as founder:
        await play(founder, dice)
        after = founder.plan
        if has_left(founder):
            assert as_read(open_plan(founder.keeper.opened.path).plan) == as_read(after)
            return
        assert is_a_plan(after)
        await founder.wait_for(lambda: len(founder.app.screen_stack) >= 2)
        founder.keeper.save_now()
        saved_to = founder.keeper.opened.path
        assert as_read(open_plan(saved_to).plan) == as_read(after)
        await back_to_the_start(founder)
        assert founder.plan == before
        founder.keeper.save_now()
    assert as_read(open_plan(saved_to).plan) == as_read(before)
