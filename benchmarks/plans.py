"""Believable plans of any size, as the text of a plan file of format 1.

A plan of N items is what a founder would have with N entries: a journey of stages with touchpoints, processes with
steps, tools, roles, people, KPIs and promises, all linked to each other and mostly complete. Every table in a list
counts as an item. The same N gives the same text, everywhere.

    python -m benchmarks.plans 1000 > large.mvo.toml
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass

FUNCTIONS = ("marketing", "sales", "onboarding", "delivery", "billing", "support", "retention")
STEPS_OF_A_PROCESS = 4
# One process with its steps and its touchpoint: the unit in which a plan grows.
ITEMS_OF_A_UNIT = 1 + STEPS_OF_A_PROCESS + 1
# For each item of a unit, so many of all others (stages, tools, roles, people, KPIs ...) come along.
SHARE_OF_UNITS = 0.86
MISSING = 0.04
"""How often an answer is missing, so that there are findings to compute and to show. Only answers whose absence
holds no score: a key that blanks a graver one must be seen to move it."""

VERBS = ("Check", "Pack", "Phone", "Book", "Write", "Confirm", "Print", "Weigh", "Clean", "Send", "File", "Count")
THINGS = ("address list", "order", "box", "invoice", "cold bag", "receipt", "booking", "label", "refund", "route")
MOMENTS = ("on Friday", "before noon", "at the door", "by phone", "in the sheet", "with the courier", "for new ones")
PEOPLE = ("Ana", "Ben", "Chloe", "Dev", "Ema", "Farid", "Gita", "Hugo", "Ines", "Jun", "Kofi", "Lea")


@dataclass(frozen=True)
class Sizes:
    """How many items each collection gets."""

    units: int
    promises: int
    stages: int
    tools: int
    roles: int
    people: int
    kpis: int
    debts: int
    features: int
    parking_lot: int


def plan_text(items: int) -> str:
    """Return the text of a plan with about `items` items (at least 30)."""
    chance = random.Random(items)
    sizes = _sizes(items)
    sections = (
        _head(),
        _promises(sizes),
        _features(sizes),
        _stages(sizes, chance),
        _processes(sizes, chance),
        _tools(sizes, chance),
        _roles(sizes),
        _people(sizes),
        _kpis(sizes),
        _review(),
        _debts(sizes),
        _parking_lot(sizes),
    )
    return "".join(f"{line}\n" for section in sections for line in section)


def _sizes(items: int) -> Sizes:
    units = max(3, int(items * SHARE_OF_UNITS / ITEMS_OF_A_UNIT))
    rest = max(12, items - units * ITEMS_OF_A_UNIT)
    share = rest // 14
    return Sizes(
        units=units,
        promises=max(1, share),
        stages=max(len(FUNCTIONS), share),
        tools=max(2, 3 * share),
        roles=max(2, 2 * share),
        people=max(2, share),
        kpis=max(2, share),
        debts=max(1, share),
        features=max(1, 2 * share),
        parking_lot=max(1, share),
    )


def _text(key: str, value: str, comment: str = "") -> str:
    return f'{key} = "{value}"' + (f"  # {comment}" if comment else "")


def _list(key: str, values: list[str]) -> str:
    return f"{key} = [" + ", ".join(f'"{value}"' for value in values) + "]"


def _id(kind: str, number: int) -> str:
    return f"{kind}-{number + 1}"


def _numbers(kind: str, start: int, count: int, among: int) -> list[str]:
    """Return `count` different ids of a collection of `among` items, from a place in it on."""
    return [_id(kind, (start + step) % among) for step in range(min(count, among))]


def _work(number: int) -> str:
    """Return the name of a piece of work, such as "Pack the cold bag by phone 13", different for each number."""
    verb = VERBS[number % len(VERBS)]
    thing = THINGS[number // len(VERBS) % len(THINGS)]
    moment = MOMENTS[number // (len(VERBS) * len(THINGS)) % len(MOMENTS)]
    return f"{verb} the {thing} {moment} {number + 1}"


def _head() -> Iterator[str]:
    yield "# The plan that the benchmarks read. It stands for a venture that has grown."
    yield "format = 1"
    yield ""
    yield "[venture]"
    yield _text("name", "Sunday Box")
    yield _text("product", "A weekly dinner box ordered from a web page")
    yield _text("customer", "Busy parents in one postcode", "the first customers")
    yield _text("value_proposition", "A week of dinners on the doorstep by Sunday evening")
    yield _text("stage", "growing")
    yield "new_customers_per_week = 6"
    yield "active_customers = 40"
    yield "tool_budget_per_month = 120"
    yield _text("currency", "EUR")


def _promises(sizes: Sizes) -> Iterator[str]:
    for number in range(sizes.promises):
        yield ""
        yield "[[promises]]"
        yield _text("id", _id("promise", number))
        yield _text("statement", f"Every box of round {number + 1} arrives by Sunday 18:00")
        if number == 0:
            yield "core = true"
        yield _text("measure", "boxes delivered by Sunday 18:00")
        yield _text("direction", "at least")
        yield "target = 98"
        yield _text("unit", "%")


def _features(sizes: Sizes) -> Iterator[str]:
    for number in range(sizes.features):
        yield ""
        yield "[[features]]"
        yield _text("id", _id("feature", number))
        yield _text("name", f"Choose a dinner plan {number + 1}")
        yield _list("processes", _numbers("process", number * 3, 1, sizes.units))


def _stages(sizes: Sizes, chance: random.Random) -> Iterator[str]:
    """Give the stages in the customer's order, each with its share of the touchpoints."""
    for stage in range(sizes.stages):
        yield ""
        yield "[[stages]]"
        yield _text("id", _id("stage", stage))
        yield _text("name", f"Comes to round {stage + 1}")
        yield _text("function", FUNCTIONS[stage * len(FUNCTIONS) // sizes.stages])
        first, last = stage * sizes.units // sizes.stages, (stage + 1) * sizes.units // sizes.stages
        for number in range(first, last):
            yield from _touchpoint(number, sizes, chance)


def _touchpoint(number: int, sizes: Sizes, chance: random.Random) -> Iterator[str]:
    yield ""
    yield "[[stages.touchpoints]]"
    yield _text("id", _id("touchpoint", number))
    yield _text("name", f"Meets: {_work(number).lower()}")
    if chance.random() > MISSING:
        yield _text("channel", "web")
    yield _text("customer_action", "Picks a plan and pays")
    yield _text("frontstage", "Order page and receipt e-mail", "what the customer sees")
    moments = {0: "first contact", sizes.units // 2: "value", sizes.units // 2 + 1: "truth"}
    if number in moments:
        yield _text("moment", moments[number])
    yield _list("promises", _numbers("promise", number, 1, sizes.promises))
    yield _list("processes", _numbers("process", number, 1, sizes.units))
    yield "times = 1"
    yield _text("per", "new customer")


def _processes(sizes: Sizes, chance: random.Random) -> Iterator[str]:
    for number in range(sizes.units):
        yield ""
        yield "[[processes]]"
        yield _text("id", _id("process", number))
        yield _text("name", _work(number))
        yield _text("trigger", "A payment arrives")
        if chance.random() > MISSING:
            yield _text("outcome", "The order is on the packing list and confirmed")
        yield _text("mode", "manual")
        yield _text("automate_when", "More than 20 orders a week")
        yield _text("owner", _id("role", number % sizes.roles))
        yield _text("backup", _id("role", (number + 1) % sizes.roles))
        yield _list("tools", _numbers("tool", number, 2, sizes.tools))
        if chance.random() > MISSING:
            yield _text("document", f"docs/process-{number + 1}.md")
        yield _text("escalation", "Phone Ben; he calls the customer the same day")
        yield "rehearsed_on = 2026-11-02"
        for step in range(STEPS_OF_A_PROCESS):
            yield ""
            yield "[[processes.steps]]"
            yield _text("action", f"{VERBS[(number + step) % len(VERBS)]} the {THINGS[step]}")
            yield _text("role", _id("role", number % sizes.roles))
            yield f"minutes = {1 + step}"


def _tools(sizes: Sizes, chance: random.Random) -> Iterator[str]:
    for number in range(sizes.tools):
        yield ""
        yield "[[tools]]"
        yield _text("id", _id("tool", number))
        yield _text("name", f"Order spreadsheet {number + 1}")
        yield _text("category", "spreadsheet")
        yield _text("purpose", "One row per order")
        yield "monthly_cost = 0"
        if chance.random() > MISSING:
            yield _text("exit", "CSV download")
        yield _list("integrates_with", _numbers("tool", number + 1, 1, sizes.tools))


def _roles(sizes: Sizes) -> Iterator[str]:
    for number in range(sizes.roles):
        yield ""
        yield "[[roles]]"
        yield _text("id", _id("role", number))
        yield _text("name", f"Order desk {number + 1}")
        yield _text("held_by", _id("person", number % sizes.people))
        yield _text("duties", "Orders, receipts, refunds")


def _people(sizes: Sizes) -> Iterator[str]:
    for number in range(sizes.people):
        yield ""
        yield "[[people]]"
        yield _text("id", _id("person", number))
        yield _text("name", f"{PEOPLE[number % len(PEOPLE)]} {number + 1}")
        yield "hours_per_week = 30"
        yield _list("days", ["mon", "tue", "wed", "thu", "fri"])


def _kpis(sizes: Sizes) -> Iterator[str]:
    for number in range(sizes.kpis):
        yield ""
        yield "[[kpis]]"
        yield _text("id", _id("kpi", number))
        yield _text("name", f"Boxes on time in round {number + 1}")
        yield _text("promise", _id("promise", number % sizes.promises))
        yield _list("processes", _numbers("process", number, 1, sizes.units))
        yield _text("kind", "lagging" if number % 2 else "leading")
        yield _text("direction", "at least")
        yield "target = 98"
        yield _text("unit", "%")
        yield _text("source", "Delivery sheet, column F")
        yield _text("owner", _id("role", number % sizes.roles))
        yield _text("off_track_action", "Stop new orders for a week and fix the route")
        yield ""
        yield "[[kpis.readings]]"
        yield "date = 2026-11-08"
        yield "value = 96.5"
        yield _text("note", "Van broke down")


def _review() -> Iterator[str]:
    yield ""
    yield "[review]"
    yield _text("cadence", "weekly")
    yield _text("day", "mon")
    yield "time = 09:30:00"
    yield "minutes = 30"
    yield _list("attendees", [_id("person", 0), _id("person", 1)])
    yield _text("dashboard", "Order spreadsheet, tab Scorecard")


def _debts(sizes: Sizes) -> Iterator[str]:
    for number in range(sizes.debts):
        yield ""
        yield "[[debts]]"
        yield _text("id", _id("debt", number))
        yield _text("name", f"Refunds of round {number + 1} are typed into the bank page")
        yield _text("process", _id("process", number))
        yield "minutes_per_week = 20"
        yield _text("owner", _id("role", number % sizes.roles))
        yield _text("repay_when", "Five refunds a week")


def _parking_lot(sizes: Sizes) -> Iterator[str]:
    for number in range(sizes.parking_lot):
        yield ""
        yield "[[parking_lot]]"
        yield _text("id", _id("idea", number))
        yield _text("text", f"Gift boxes for round {number + 1}?")
        yield _text("about", _id("stages.stage", number % sizes.stages))


if __name__ == "__main__":
    sys.stdout.write(plan_text(int(sys.argv[1])))
