"""Park a thought from anywhere: one line for later, beside what one looks at."""

from functools import partial

from textual.app import App

from mvo_tui.plan.edits import AddItem
from mvo_tui.plan.ids import readable_id
from mvo_tui.plan.model import ParkedItem
from mvo_tui.ui.keeper import PlanKeeper
from mvo_tui.ui.screens.prompt import PromptScreen

PLACE = "parking_lot"
"""Where what is typed and not entered is kept."""


def ask_for_thought(app: App[None], keeper: PlanKeeper) -> None:
    """Ask for one line and put it into the parking lot."""

    def park(text: str | None) -> None:
        keep("")
        if text:
            parked = keeper.session.plan.parking_lot
            new_id = readable_id({"text": text}, "parking_lot", len(parked) + 1, {item.id for item in parked})
            item = ParkedItem(id=new_id, text=text, about=keeper.about_here())
            if keeper.edit(AddItem("parking_lot", item, label="Park a thought")):
                keeper.say("Parked. It waits under Parking lot.")

    keep = partial(keeper.journalling.keep_typed, PLACE)  # the founder still stands where they are
    why = "One line; you come back to where you are."
    app.push_screen(PromptScreen("For later", why, keeper.draft_at(PLACE), keep), park)
