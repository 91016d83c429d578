"""What the view of owners and load says of the thing that the cursor stands on."""

from mvo_tui.load.at_demand import NEW
from mvo_tui.load.breaking_point import Forecast
from mvo_tui.load.picture import Picture
from mvo_tui.load.who_does_what import NOBODY, By, Part, all_hands, doers, hands
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Process
from mvo_tui.plan.names import called

NO_HOLE = "{}: somebody owns it, does it and backs it up."
_NEVER_SAID = "who is told is not said yet"


def about_demand(picture: Picture) -> str:
    """How a demand is tried."""
    together = ", new and active together" if picture.scale.turned == NEW and picture.scale.active else ""
    return f"Left, right: other numbers{together}. Enter: the estimate."


def about_person(picture: Picture, found: Forecast) -> str:
    """The hats of somebody, and what rests on them."""
    person, index = found.person, picture.index
    held = [called(role) for role in index.roles_held.get(person.id, ())]
    work = all_hands(index, By.PEOPLE)
    parts = [part for each in work for part in each.parts_of(person.id)]
    alone = sum(each.everybody == {person.id} for each in work)
    hats = f"{', '.join(held)}" if held else "no role yet"
    told = f"{called(person)}: {hats}. Owns {parts.count(Part.OWNS)}, does {parts.count(Part.DOES)},"
    rest = f"; alone in {alone}" if alone else ""
    why = picture.why.get(person.id, ())
    enter = "what is missing" if why else "hours a week"
    return f"{told} backs up {parts.count(Part.BACKS_UP)}{rest}. Enter: {enter}."


def about_cell(index: PlanIndex, process: Process, column: str, by: By) -> str:
    """What the person or role of `column` has to do with `process`, and what an owner answers for."""
    parts = hands(process, index, by).parts_of(column)
    what = called(process)
    if column == NOBODY:
        return _hole(what, parts)
    item = (index.person if by is By.PEOPLE else index.role)[column]
    who = called(item)
    if Part.OWNS in parts:
        broken = process.escalation or _NEVER_SAID
        return f"{who} answers for {what}: that it is done right and, when it breaks, {broken}"
    if Part.DOES in parts:
        doing = [str(number) for number, doer in enumerate(doers(process, index, by), start=1) if doer == column]
        return f"{who} does step {', '.join(doing)} of {what}. Enter gives it to somebody else."
    if Part.BACKS_UP in parts:
        return f"{who} takes over {what} when its owner is away. Enter changes it."
    return f"{who} has no part in {what}. Enter gives one."


def _hole(what: str, parts: tuple[Part, ...]) -> str:
    missing = {Part.OWNS: "no owner", Part.DOES: "nobody for a step", Part.BACKS_UP: "no backup"}
    told = ", ".join(missing[part] for part in parts)
    return f"{what}: {told}. Enter names somebody." if told else NO_HOLE.format(what)
