"""Save a copy in another place and go on with it: the way out where the plan's own disk or folder takes nothing."""

from functools import partial
from pathlib import Path

from mvo_tui.plan.errors import PlanError
from mvo_tui.storage.recent import remember_plan
from mvo_tui.storage.typed_paths import path_of_copy, suggested_copy
from mvo_tui.ui.asks_disks import AsksDisks
from mvo_tui.ui.disk_work import DiskWork
from mvo_tui.ui.keeper import PlanKeeper
from mvo_tui.ui.screens.prompt import PromptScreen

_WHY = "A folder or a file. You go on with the copy; the other file stays as it is."


def ask_for_place(app: AsksDisks, keeper: PlanKeeper, value: str = "") -> None:
    """Ask for a path, `value` to begin with, until a copy could be written there or the founder goes back."""
    if isinstance(app.screen, PromptScreen):
        return

    def find(text: str | None) -> None:
        if text:
            again = partial(ask_for_place, app, keeper, text)
            app.ask_disk(text, partial(path_of_copy, keeper.opened.path, text), partial(save, text), again)

    def save(text: str, found: DiskWork[Path]) -> None:
        try:
            is_saved = keeper.save_copy(found.outcome())
        except PlanError as error:
            is_saved = False
            app.warn(str(error), is_error=True)
        if is_saved:
            remember_plan(keeper.opened.path)
            keeper.say(f"Saved. From here on the plan is {keeper.opened.path}")
        else:
            ask_for_place(app, keeper, text)

    suggestion = value or str(suggested_copy(keeper.opened.path))
    app.push_screen(PromptScreen("Where shall a copy go?", _WHY, suggestion), find)
