"""What is asked for again and again is done once, a while after the first or after the last time."""

import asyncio

from textual.app import App

from mvo_tui.ui.done_later import AfterTheFirst, AfterTheLast
from tests.ui.host import until


async def test_it_is_done_once_for_all_that_asked_and_again_for_who_asks_later() -> None:
    app, done = App[None](), list[float]()
    async with app.run_test() as pilot:
        loop = asyncio.get_running_loop()
        later = AfterTheLast(app, 0.05, lambda: done.append(loop.time()))
        later.ask()
        await asyncio.sleep(0.02)
        later.ask()
        last_asked = loop.time()
        await until(pilot, lambda: bool(done))
        assert len(done) == 1
        assert done[0] - last_asked >= 0.045
        later.ask()
        await until(pilot, lambda: len(done) == 2)


async def test_it_is_done_once_and_does_not_wait_for_those_who_ask_again() -> None:
    app, done = App[None](), list[float]()
    async with app.run_test() as pilot:
        loop = asyncio.get_running_loop()
        soon = AfterTheFirst(app, 0.05, lambda: done.append(loop.time()))
        first_asked = loop.time()
        soon.ask()
        while not done and loop.time() < first_asked + 5:
            await asyncio.sleep(0.01)
            if not done:
                soon.ask()
        assert done[0] - first_asked >= 0.045
        soon.ask()
        await until(pilot, lambda: len(done) == 2)


async def test_what_it_does_may_fail_as_any_handler_may() -> None:
    app = App[None]()
    try:
        async with app.run_test() as pilot:
            AfterTheLast(app, 0.0, lambda: 1 / 0).ask()  # type: ignore[arg-type]
            await until(pilot, lambda: app._exception is not None)
    except ZeroDivisionError:
        return
    raise AssertionError("it was lost")
