"""What the board says of a stage as a whole."""

from mvo_tui.blueprint.cell import HOLE, MUTED, STRONG, Cell, hole
from mvo_tui.blueprint.words import NOT_SAID, in_one, needed
from mvo_tui.plan.model import Stage
from mvo_tui.plan.places import field_place, item_place
from mvo_tui.plan.vocabulary import FUNCTION


def head_cell(stage: Stage) -> Cell:
    """The name of the stage, in the customer's words."""
    place = item_place("stages", stage.id)
    return needed(field_place(place, "name"), stage.name, "no name yet", tone=STRONG, about=place)


def function_cell(stage: Stage) -> Cell:
    """What the stage is for: sales, delivery ..."""
    place = field_place(item_place("stages", stage.id), "function")
    if not stage.function:
        return Cell(place, ((NOT_SAID, MUTED),), field=place)
    if stage.function in FUNCTION:
        return Cell(place, ((stage.function, MUTED),), field=place)
    return Cell(place, ((f"{in_one(stage.function)}?", HOLE),), is_hole=True, field=place)  # no word of its list


def no_card(stage: Stage) -> Cell:
    """Where the cards of a stage would stand that has none."""
    return hole(f"{item_place('stages', stage.id)}.touchpoints", "no touchpoint yet")
