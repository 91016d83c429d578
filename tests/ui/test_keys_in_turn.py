"""Keys that come faster than they are handled: each has its whole effect before the next one is heard."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from mvo_tui.plan.model import Plan
from mvo_tui.ui.app import MvoApp
from mvo_tui.ui.keys_in_turn import KeysInTurn
from mvo_tui.ui.widgets.question_panel import QuestionPanel
from tests.end_to_end.knife_post import keys_for
from tests.ui.host import Host

# Questions of a slow app


class Field(Widget, can_focus=True):
    """Notes its letters in the app; Enter gives an answer."""

    class Entered(Message):
        pass

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return character is not None

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            self.post_message(self.Entered())
        elif event.character:
            self.app.heard.append(f"{self.id}:{event.character}")  # type: ignore[attr-defined]

    def on_paste(self, event: events.Paste) -> None:
        self.app.heard.append(f"{self.id}:{event.text}")  # type: ignore[attr-defined]


class Editor(Vertical):
    """Tells an answer on, in a message of its own."""

    class Answered(Message):
        pass

    def compose(self) -> ComposeResult:
        yield Field(id="first")
        yield Field(id="second")

    def on_field_entered(self) -> None:
        self.post_message(self.Answered())


class SlowScreen(Screen[None]):
    """Takes an answer when `may_answer` is set, and goes to the second field."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f8", "next", priority=True), Binding("f2", "other")]

    def __init__(self) -> None:
        super().__init__()
        self.may_answer = asyncio.Event()
        self.is_answering = False

    def compose(self) -> ComposeResult:
        yield Editor()

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#first"))

    async def on_editor_answered(self) -> None:
        self.is_answering = True
        await self.may_answer.wait()
        self.app.heard.append("answer")  # type: ignore[attr-defined]
        self.set_focus(self.query_one("#second"))

    def action_next(self) -> None:
        self.app.heard.append("next")  # type: ignore[attr-defined]

    def action_other(self) -> None:
        self.app.push_screen(OtherScreen())


class OtherScreen(Screen[None]):
    def compose(self) -> ComposeResult:
        yield Field(id="other")

    def on_mount(self) -> None:
        self.query_one(Field).focus()


def send(app: KeysInTurn, keys: Iterable[str]) -> None:
    """Send all of `keys` at once. Not by the pilot, which waits for handlers that are still at work."""
    for key in keys:
        character = key if len(key) == 1 else None
        app.post_message(events.Key("space" if key == " " else key, character))


async def reached(condition: Callable[[], bool]) -> None:
    """Wait until `condition` holds."""
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0)


async def all_heard(app: KeysInTurn) -> None:
    """Wait until all the keys that were sent have had their effect."""
    are_taken = asyncio.Event()
    app.call_later(are_taken.set)
    await are_taken.wait()
    await reached(lambda: app.is_quiet)


class Slow(KeysInTurn):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.slow_screen = SlowScreen()

    def on_mount(self) -> None:
        self.push_screen(self.slow_screen)


async def test_nothing_is_heard_while_an_answer_is_on_its_way_and_all_of_it_afterwards() -> None:
    app = Slow()
    async with app.run_test() as pilot:
        await pilot.pause()
        send(app, [*"ab", "enter", *"cd", "f8", "e"])
        app.post_message(events.Paste("pasted"))
        await reached(lambda: app.slow_screen.is_answering)
        assert app.heard == ["first:a", "first:b"]
        app.slow_screen.may_answer.set()
        await reached(lambda: app.heard[-1] == "second:pasted")
        assert app.heard[2:] == ["answer", "second:c", "second:d", "next", "second:e", "second:pasted"]


async def test_a_command_does_not_overtake_the_letters_before_it() -> None:
    app = Slow()
    async with app.run_test() as pilot:
        await pilot.pause()
        send(app, ["a", "f8", "b", "f8"])
        await all_heard(app)
        assert app.heard == ["first:a", "next", "first:b", "next"]


async def test_letters_after_the_key_of_another_screen_are_for_that_screen() -> None:
    app = Slow()
    async with app.run_test() as pilot:
        await pilot.pause()
        send(app, ["a", "f2", "b"])
        await all_heard(app)
        assert app.heard == ["first:a", "other:b"]


async def test_keys_go_on_when_the_one_with_the_focus_goes_away() -> None:
    app = Slow()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.slow_screen.may_answer.set()
        send(app, ["a", "enter", "f8"])
        await app.slow_screen.query_one(Editor).remove()
        await reached(lambda: "next" in app.heard)


# The interview


QUESTIONS = 40  # with lines, lists, choices of one and of several, and every key that leaves a question


async def told_key_by_key() -> tuple[list[str], Plan]:
    """Answer the question that stands there, key by key, `QUESTIONS` times; all the keys, and the plan."""
    keys: list[str] = []
    host = Host()
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        panel = host.screen.query_one(QuestionPanel)
        for _ in range(QUESTIONS):
            assert panel.asked is not None
            for key in keys_for(f"{panel.asked.context} {panel.asked.ask}"):
                pressed = [key.strip("<>")] if key.startswith("<") else [*key]
                keys += pressed
                send(host, pressed)
                await all_heard(host)
    return keys, host.plan


async def test_an_interview_in_one_breath_gives_the_plan_of_a_patient_founder() -> None:
    keys, plan = await told_key_by_key()
    host = Host()
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        send(host, keys)
        await all_heard(host)
        assert host.plan == plan


class Impatient(MvoApp):
    """Typed at before its first screen stands."""

    def on_mount(self) -> None:
        send(self, [*"Fresh on Friday", "enter", *"Boxes"])


async def test_what_is_typed_at_the_opening_frame_goes_to_the_first_screen(tmp_path: Path) -> None:
    app = Impatient(tmp_path / "new.mvo.toml")
    async with app.run_test():
        await reached(lambda: len(app.screen_stack) > 1 and app.is_quiet)
        assert app.keeper is not None
        assert app.keeper.session.plan.venture.name == "Fresh on Friday"
        assert app.screen.query_one(QuestionPanel).typed == "Boxes"
