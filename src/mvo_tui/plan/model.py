"""The plan, format 1: one venture, one operation. Frozen values; a change is an Edit (`edits.py`).

Every key is optional. A list is a tuple; where None and an empty tuple differ, None means "not decided yet" and the
empty tuple "none, decided". Wrong types are refused by validation; words that are not on their list are not (rules
speak of them). The laws of the format stand in ``docs/plan-format.md``; unknown keys live in the file alone.
"""

import datetime

from mvo_tui.plan import vocabulary
from mvo_tui.plan.fields import (
    amount,
    date,
    items,
    line,
    link,
    link_or_links,
    links,
    number,
    prose,
    single,
    time,
    version,
    word,
    words,
    yes_no,
)
from mvo_tui.plan.table import Table as Table  # noqa: PLC0414 - all tables, and what they are, from here
from mvo_tui.plan.table import identifier

FORMAT = 1

Ids = tuple[str, ...]


class Noted(Table):
    """A table that may carry notes."""

    notes: str | None = prose("Notes", "Ask the landlord about the second key")


class Item(Noted):
    """A table in a list of tables, known by its id: stable, readable, never typed by a person in the interface."""

    id: str = identifier()


class Venture(Noted):
    """The venture: what is sold, to whom, and how much of it at the moment."""

    name: str | None = line("Name", "Fresh by Friday")
    product: str | None = line("Product", "A laundry bag that is picked up after one text message")
    customer: str | None = line("First customers", "Offices of up to 30 people along tram line 4")
    value_proposition: str | None = line("Value proposition", "Clean shirts back on your own hanger within 48 hours")
    stage: str | None = word("Stage", vocabulary.STAGE_OF_VENTURE)
    new_customers_per_week: float | None = amount("New customers a week", 3)
    active_customers: float | None = amount("Active customers", 25)
    tool_budget_per_month: float | None = amount("Tool budget a month", 80)
    currency: str | None = line("Currency", "EUR")


class Promise(Item):
    """What the value proposition commits the operation to, in a number that can be checked."""

    statement: str | None = line("Promise", "Every bag is back within 48 hours")
    core: bool | None = yes_no("Core promise")
    measure: str | None = line("Measure", "bags returned within 48 hours")
    direction: str | None = word("Direction", vocabulary.DIRECTION)
    target: float | None = number("Target", 95)
    unit: str | None = line("Unit", "%")


class Feature(Item):
    """What the product lets a customer do, hence what the operation must support."""

    name: str | None = line("Feature", "Text message pick-up")
    processes: Ids = links("Supported by", "processes", "answer-message")


class NotApplicable(Table):
    """The functions that this venture truly lacks, each with the reason."""

    marketing: str | None = line("No marketing because", "One office building asked us in")
    sales: str | None = line("No sales because", "The landlord signs for all tenants")
    onboarding: str | None = line("No onboarding because", "There is nothing to set up or explain")
    billing: str | None = line("No billing because", "The trial is free until the end of spring")
    delivery: str | None = line("No delivery because", "Never so: the promise is delivered somehow")
    support: str | None = line("No support because", "The landlord's desk answers all questions")
    retention: str | None = line("No retention because", "A wedding happens only once")


class Journey(Table):
    """What is said of the journey as a whole."""

    not_applicable: NotApplicable = single(NotApplicable)


class Touchpoint(Item):
    """One meeting of a customer and the venture, and the work behind it."""

    name: str | None = line("Touchpoint", "Hands over the laundry bag")
    channel: str | None = line("Channel", "front desk")
    customer_action: str | None = line("Customer does", "Ties the bag and writes a name on the tag")
    frontstage: str | None = line("Customer sees", "A driver with a receipt book")
    moment: str | None = word("Moment", vocabulary.MOMENT)
    promises: Ids = links("Serves", "promises", "back-in-two-days")
    processes: Ids = links("Behind it", "processes", "collect-washing")
    times: float | None = amount("Times", 1)
    per: str | None = word("Per", vocabulary.PER)


class Stage(Item):
    """A stretch of the customer's way, in the customer's words."""

    name: str | None = line("Stage", "Gets the shirts back")
    function: str | None = word("Function", vocabulary.FUNCTION)
    touchpoints: tuple[Touchpoint, ...] = items("Touchpoints", Touchpoint)


class Step(Noted):
    """One thing that one role does. Known by its number, from 1."""

    action: str | None = line("Step", "Count the shirts and write the number on the tag")
    role: str | None = link("Role", "roles", "collector")
    tool: str | None = link("Tool", "tools", "tag-book")
    minutes: float | None = amount("Minutes", 4)


class Process(Item):
    """A good-enough way to get one thing done, from its trigger to its outcome, with one owner."""

    name: str | None = line("Process", "Collect the washing")
    trigger: str | None = line("Starts when", "A customer texts the word BAG")
    outcome: str | None = line("Done when", "The bag is tagged, in the van, and the customer has a receipt")
    mode: str | None = word("Run", vocabulary.MODE)
    automate_when: str | None = line("Automate when", "More than forty bags a week")
    owner: str | Ids | None = link_or_links("Owner", "roles", "collector")
    backup: str | None = link("Backup", "roles", "presser")
    tools: Ids | None = links("Tools", "tools", "tag-book", default=None)
    document: str | None = line("Written down in", "Shared folder, page Collecting")
    escalation: str | None = line("When it breaks", "Ring Nora, who texts the customer within the hour")
    rehearsed_on: datetime.date | None = date("Rehearsed on", "2026-05-04")
    steps: tuple[Step, ...] = items("Steps", Step)


class Tool(Item):
    """Something that a process needs and that can be left again."""

    name: str | None = line("Tool", "Tag book")
    category: str | None = word("Category", vocabulary.TOOL_CATEGORY, own_allowed=True)
    purpose: str | None = line("Purpose", "Tells whose bag it is")
    monthly_cost: float | None = amount("Cost a month", 5)
    integrates_with: Ids | None = links("Works with", "tools", "shared-inbox", default=None)
    exit: str | None = line("Way out", "Photograph the pages and go on")
    simpler: str | None = line("Simpler weighed", "Chalk marks, which the rain takes off")


class Role(Item):
    """A set of duties, held by exactly one person; a person may hold many."""

    name: str | None = line("Role", "Collector")
    held_by: str | None = link("Held by", "people", "nora")
    duties: str | None = line("Duties", "Pick-ups, tags and the receipt book")


class Person(Item):
    """Somebody with a number of hours a week for the operation."""

    name: str | None = line("Person", "Nora")
    hours_per_week: float | None = amount("Hours a week", 30)
    days: Ids = words("Days", vocabulary.DAY)


class Reading(Noted):
    """What a KPI showed on a day. Known by its number, from 1."""

    date: datetime.date | None = date("Date", "2026-05-10")
    value: float | None = number("Value", 93.5)
    note: str | None = line("Note", "Public holiday on Thursday")


class Kpi(Item):
    """A number that tells whether a promise is kept or a process works."""

    name: str | None = line("KPI", "Bags on time")
    promise: str | None = link("Watches promise", "promises", "back-in-two-days")
    processes: Ids = links("Watches processes", "processes", "collect-washing")
    kind: str | None = word("Kind", vocabulary.KIND_OF_KPI)
    direction: str | None = word("Direction", vocabulary.DIRECTION)
    target: float | None = number("Target", 95)
    unit: str | None = line("Unit", "%")
    source: str | None = line("Source", "Tag book, last column, counted on Friday")
    owner: str | None = link("Owner", "roles", "collector")
    off_track_action: str | None = line("When off track", "Take no new office until two weeks are on time")
    readings: tuple[Reading, ...] = items("Readings", Reading)


class ReviewEntry(Noted):
    """What one review decided. Known by its number, from 1."""

    date: datetime.date | None = date("Date", "2026-05-11")
    decision: str | None = line("Decision", "Buy a second set of tags")
    owner: str | None = link("Owner", "roles", "collector")


class Review(Noted):
    """The fixed hour in which the numbers are looked at and something is decided."""

    cadence: str | None = word("Cadence", vocabulary.CADENCE)
    day: str | None = word("Day", vocabulary.DAY)
    time: datetime.time | None = time("Time", "08:30:00")
    minutes: float | None = amount("Minutes", 20)
    attendees: Ids = links("Attendees", "people", "nora")
    dashboard: str | None = line("Dashboard", "Whiteboard beside the ironing table")
    log: tuple[ReviewEntry, ...] = items("Log", ReviewEntry)


class Debt(Item):
    """An operational debt: a workaround that will not scale, with somebody to repay it."""

    name: str | None = line("Workaround", "Lost buttons are refunded from the till")
    process: str | None = link("Process", "processes", "collect-washing")
    minutes_per_week: float | None = amount("Minutes a week", 20)
    owner: str | None = link("Owner", "roles", "collector")
    repay_when: str | None = line("Repay when", "Three lost buttons in one week")


class ParkedItem(Item):
    """Something said in the session, to be decided later."""

    text: str | None = line("For later", "Could we do curtains as well?")
    about: str | None = line("About", "stages.back-on-the-hanger")


class Plan(Table):
    """The whole operation. An empty plan is a valid plan."""

    format: int = version(FORMAT)
    venture: Venture = single(Venture)
    promises: tuple[Promise, ...] = items("Promises", Promise)
    features: tuple[Feature, ...] | None = items("Features", Feature, default=None)
    journey: Journey = single(Journey)
    stages: tuple[Stage, ...] = items("Stages", Stage)
    processes: tuple[Process, ...] = items("Processes", Process)
    tools: tuple[Tool, ...] | None = items("Tools", Tool, default=None)
    roles: tuple[Role, ...] = items("Roles", Role)
    people: tuple[Person, ...] = items("People", Person)
    kpis: tuple[Kpi, ...] = items("KPIs", Kpi)
    review: Review = single(Review)
    debts: tuple[Debt, ...] | None = items("Debts", Debt, default=None)
    parking_lot: tuple[ParkedItem, ...] = items("Parking lot", ParkedItem)


EMPTY = Plan.model_construct()
