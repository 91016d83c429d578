"""Owners and load as plain text: what ``mvo-tui load`` prints. No line is over 78 columns, all marks are ASCII."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from mvo_tui.exports.text.names import in_a_row, name, plan_name
from mvo_tui.exports.text.page import WIDTH, field, hanging, heading, line, spaced, title
from mvo_tui.exports.text.wrapping import columns, wrapped
from mvo_tui.load import words
from mvo_tui.load.at_demand import NEW
from mvo_tui.load.breaking_point import Customers, Forecast
from mvo_tui.load.picture import Picture
from mvo_tui.load.weekly import FULL
from mvo_tui.load.who_does_what import NOBODY, By, all_hands
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.names import counted

_PEOPLE = (22, 7, 7, 7, 16, 16)
_HATS = (22, 4, 50)
_PROCESSES = (28, 15, 15, 15)
_MOST_GAPS = 12
"""Reasons that are listed for each person, and processes for one sentence; the JSON has all."""


def load_text(found: Picture, by: By = By.PEOPLE) -> str:
    """The text, with a line feed at its end; `by`: whether people or roles stand beside the processes."""
    index, scale = found.index, found.scale
    estimate = "as the plan estimates it" if found.customers in (None, scale.estimate) else "tried, not in the plan"
    head = [*title(plan_name(index.venture)), ""]
    head += field("Demand", f"{words.demand(scale, found.shown)}; {estimate}", indent=0)
    head += field("First overrun", found.verdict(), indent=0)
    blocks: list[Iterable[str]] = [head]
    if found.people:
        blocks += [heading("People"), _people(found), heading("Hats"), _hats(index)]
    for each in found.people:
        if each.person.id in found.why:
            blocks.append(_unknown(name(each.person), [gap.text for gap in found.why[each.person.id]]))
    blocks += [heading("Processes"), _processes(index, by)]
    return "\n".join(spaced(blocks)) + "\n"


def _people(found: Picture) -> Iterator[str]:
    yield from _row(_PEOPLE, ("", "Load", "Has", "Share", f"Past {FULL:.0%} from", "Overrun from"), has_numbers=True)
    unit = "new / active" if found.scale.turned == NEW else "active"
    yield from _row(_PEOPLE, ("", "hours", "hours", "", unit, unit), has_numbers=True)
    for each in found.people:
        person, load = each.person, found.minutes[each.person.id]
        cells = (
            name(person),
            words.hours(load),
            "?" if person.hours_per_week is None else words.number(person.hours_per_week),
            words.share(load, person.hours_per_week) or "-",
            _customers(each, each.full_from),
            _customers(each, each.overrun_from),
        )
        yield from _row(_PEOPLE, cells, has_numbers=True)
    if len(found.people) > 1:
        yield from _row(_PEOPLE, _together(found), has_numbers=True)


def _together(found: Picture) -> tuple[str, ...]:
    """All loads and all hours; a question mark where one of them is not known."""
    minutes = [found.minutes[each.person.id] for each in found.people]
    hours = [each.person.hours_per_week for each in found.people]
    load = None if None in minutes else sum(filter(None, minutes))
    has = None if None in hours else sum(filter(None, hours))
    told = "?" if has is None else words.number(has)
    return ("All together", words.hours(load), told, words.share(load, has) or "-", "", "")


def _hats(index: PlanIndex) -> Iterator[str]:
    for person in index.plan.people:
        hats = [name(role) for role in index.roles_held.get(person.id, ())]
        yield from _row(_HATS, (name(person), str(len(hats)), in_a_row(hats) or "none"))


def _customers(found: Forecast, customers: Customers | None) -> str:
    if customers is None:
        return "never" if found.is_known else "not known"
    return " / ".join(f"{many:,}" for many in customers if many is not None)


def _unknown(who: str, why: list[str]) -> Iterator[str]:
    yield from line(f"The load of {who} is not known yet:")
    for text in why[:_MOST_GAPS]:
        yield from hanging("  - ", text)
    if len(why) > _MOST_GAPS:
        yield from hanging("  - ", f"and {len(why) - _MOST_GAPS} more; --json lists all of them")


def _processes(index: PlanIndex, by: By) -> Iterator[str]:
    if not index.plan.processes:
        yield from line("There is no process yet.")
        return
    names = {item.id: name(item) for item in (index.plan.people if by is By.PEOPLE else index.plan.roles)}
    names[NOBODY] = "nobody"
    yield from _row(_PROCESSES, ("", "Owns", "Does", "Backs up"))
    for process, hands in zip(index.plan.processes, all_hands(index, by), strict=True):
        doers = ", ".join(names[who] for who in hands.doers) or "no steps yet"
        yield from _row(_PROCESSES, (name(process), names[hands.owner], doers, names[hands.backup]))
    yield from _resting_on_one(index)


def _resting_on_one(index: PlanIndex) -> Iterator[str]:
    """Which processes stop when somebody is away for two weeks."""
    pairs = zip(index.plan.processes, all_hands(index, By.PEOPLE), strict=True)
    alone = [name(process) for process, hands in pairs if hands.rests_on_one]
    if alone:
        rest = f"{counted(len(alone), 'process')} {'rests' if len(alone) == 1 else 'rest'} on one person alone"
        more = f"; and {len(alone) - _MOST_GAPS} more" if len(alone) > _MOST_GAPS else ""
        yield ""
        yield from line(f"{rest}: {in_a_row(alone[:_MOST_GAPS])}{more}.")


def _row(widths: Sequence[int], cells: Sequence[str], *, has_numbers: bool = False) -> Iterator[str]:
    """The cells of a row, each within its width, over as many lines as the longest takes.

    With numbers, all but the first are set to the right.
    """
    parts = [wrapped(cell, width - 1) for cell, width in zip(cells, widths, strict=True)]
    for pieces in zip_longest(*parts, fillvalue=""):
        text = "".join(
            _padded(piece, width, is_right=has_numbers and number > 0)
            for number, (piece, width) in enumerate(zip(pieces, widths, strict=True))
        )
        yield f"  {text}".rstrip()


def _padded(text: str, width: int, *, is_right: bool) -> str:
    blank = " " * (width - columns(text))
    return blank + text if is_right else text + blank


assert 2 + max(sum(_PEOPLE), sum(_PROCESSES)) <= WIDTH
