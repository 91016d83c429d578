"""The plan, format 1: one venture, one operation. Frozen values; a change is an Edit (`edits.py`).

Every key is optional. A list is a tuple; where None and an empty tuple differ, None means "not decided yet" and the
empty tuple "none, decided". Wrong types are refused by validation; words that are not on their list are not (rules
speak of them). The laws of the format stand in ``docs/plan-format.md``; unknown keys live in the file alone.
"""

import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, Strict, StrictBool, StrictStr

from mvo_tui.plan import vocabulary
from mvo_tui.plan.fields import date, items, line, link, links, number, prose, time, word, words, yes_no

FORMAT = 1

Number = Annotated[int, Strict()] | Annotated[float, Strict(), Field(allow_inf_nan=False)]
Amount = Annotated[int, Strict(), Field(ge=0)] | Annotated[float, Strict(), Field(ge=0, allow_inf_nan=False)]
Date = Annotated[datetime.date, Strict()]
Time = Annotated[datetime.time, Strict()]
Slug = Annotated[StrictStr, Field(pattern=r"^[a-z0-9-]{1,64}$")]
Ids = tuple[StrictStr, ...]


class Table(BaseModel):
    """A table of the file. Validators are built when they are first needed, which at a start is one of twenty."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


class Noted(Table):
    """A table that may carry notes."""

    notes: StrictStr | None = prose("Notes", "Ask the landlord about the second key")


class Item(Noted):
    """A table in a list of tables, known by its id: stable, readable, never typed by a person in the interface."""

    id: Slug = Field(title="Id", description="What other tables call this one", examples=["collect-washing"])


class Venture(Noted):
    """The venture: what is sold, to whom, and how much of it at the moment."""

    name: StrictStr | None = line("Name", "Fresh by Friday")
    product: StrictStr | None = line("Product", "A laundry bag that is picked up after one text message")
    customer: StrictStr | None = line("First customers", "Offices of up to 30 people along tram line 4")
    value_proposition: StrictStr | None = line(
        "Value proposition", "Clean shirts back on your own hanger within 48 hours"
    )
    stage: StrictStr | None = word("Stage", vocabulary.STAGE_OF_VENTURE)
    new_customers_per_week: Amount | None = number("New customers a week", 3)
    active_customers: Amount | None = number("Active customers", 25)
    tool_budget_per_month: Amount | None = number("Tool budget a month", 80)
    currency: StrictStr | None = line("Currency", "EUR")


class Promise(Item):
    """What the value proposition commits the operation to, in a number that can be checked."""

    statement: StrictStr | None = line("Promise", "Every bag is back within 48 hours")
    core: StrictBool | None = yes_no("Core promise")
    measure: StrictStr | None = line("Measure", "bags returned within 48 hours")
    direction: StrictStr | None = word("Direction", vocabulary.DIRECTION)
    target: Number | None = number("Target", 95)
    unit: StrictStr | None = line("Unit", "%")


class Feature(Item):
    """What the product lets a customer do, hence what the operation must support."""

    name: StrictStr | None = line("Feature", "Text message pick-up")
    processes: Ids = links("Supported by", "processes", "answer-message")


class NotApplicable(Table):
    """The functions that this venture truly lacks, each with the reason."""

    marketing: StrictStr | None = line("No marketing because", "One office building asked us in")
    sales: StrictStr | None = line("No sales because", "The landlord signs for all tenants")
    onboarding: StrictStr | None = line("No onboarding because", "There is nothing to set up or explain")
    billing: StrictStr | None = line("No billing because", "The trial is free until the end of spring")
    delivery: StrictStr | None = line("No delivery because", "Never so: the promise is delivered somehow")
    support: StrictStr | None = line("No support because", "The landlord's desk answers all questions")
    retention: StrictStr | None = line("No retention because", "A wedding happens only once")


class Journey(Table):
    """What is said of the journey as a whole."""

    not_applicable: NotApplicable = NotApplicable.model_construct()


class Touchpoint(Item):
    """One meeting of a customer and the venture, and the work behind it."""

    name: StrictStr | None = line("Touchpoint", "Hands over the laundry bag")
    channel: StrictStr | None = line("Channel", "front desk")
    customer_action: StrictStr | None = line("Customer does", "Ties the bag and writes a name on the tag")
    frontstage: StrictStr | None = line("Customer sees", "A driver with a receipt book")
    moment: StrictStr | None = word("Moment", vocabulary.MOMENT)
    promises: Ids = links("Serves", "promises", "back-in-two-days")
    processes: Ids = links("Behind it", "processes", "collect-washing")
    times: Amount | None = number("Times", 1)
    per: StrictStr | None = word("Per", vocabulary.PER)


class Stage(Item):
    """A stretch of the customer's way, in the customer's words."""

    name: StrictStr | None = line("Stage", "Gets the shirts back")
    function: StrictStr | None = word("Function", vocabulary.FUNCTION)
    touchpoints: tuple[Touchpoint, ...] = items("Touchpoints")


class Step(Noted):
    """One thing that one role does. Known by its number, from 1."""

    action: StrictStr | None = line("Step", "Count the shirts and write the number on the tag")
    role: StrictStr | None = link("Role", "roles", "collector")
    tool: StrictStr | None = link("Tool", "tools", "tag-book")
    minutes: Amount | None = number("Minutes", 4)


class Process(Item):
    """A good-enough way to get one thing done, from its trigger to its outcome, with one owner."""

    name: StrictStr | None = line("Process", "Collect the washing")
    trigger: StrictStr | None = line("Starts when", "A customer texts the word BAG")
    outcome: StrictStr | None = line("Done when", "The bag is tagged, in the van, and the customer has a receipt")
    mode: StrictStr | None = word("Run", vocabulary.MODE)
    automate_when: StrictStr | None = line("Automate when", "More than forty bags a week")
    owner: StrictStr | Ids | None = link("Owner", "roles", "collector")
    backup: StrictStr | None = link("Backup", "roles", "presser")
    tools: Ids | None = links("Tools", "tools", "tag-book", default=None)
    document: StrictStr | None = line("Written down in", "Shared folder, page Collecting")
    escalation: StrictStr | None = line("When it breaks", "Ring Nora, who texts the customer within the hour")
    rehearsed_on: Date | None = date("Rehearsed on", "2026-05-04")
    steps: tuple[Step, ...] = items("Steps")


class Tool(Item):
    """Something that a process needs and that can be left again."""

    name: StrictStr | None = line("Tool", "Tag book")
    category: StrictStr | None = word("Category", vocabulary.TOOL_CATEGORY, own_allowed=True)
    purpose: StrictStr | None = line("Purpose", "Tells whose bag it is")
    monthly_cost: Amount | None = number("Cost a month", 5)
    integrates_with: Ids | None = links("Works with", "tools", "shared-inbox", default=None)
    exit: StrictStr | None = line("Way out", "Photograph the pages and go on")
    simpler: StrictStr | None = line("Simpler weighed", "Chalk marks, which the rain takes off")


class Role(Item):
    """A set of duties, held by exactly one person; a person may hold many."""

    name: StrictStr | None = line("Role", "Collector")
    held_by: StrictStr | None = link("Held by", "people", "nora")
    duties: StrictStr | None = line("Duties", "Pick-ups, tags and the receipt book")


class Person(Item):
    """Somebody with a number of hours a week for the operation."""

    name: StrictStr | None = line("Person", "Nora")
    hours_per_week: Amount | None = number("Hours a week", 30)
    days: Ids = words("Days", vocabulary.DAY)


class Reading(Noted):
    """What a KPI showed on a day. Known by its number, from 1."""

    date: Date | None = date("Date", "2026-05-10")
    value: Number | None = number("Value", 93.5)
    note: StrictStr | None = line("Note", "Public holiday on Thursday")


class Kpi(Item):
    """A number that tells whether a promise is kept or a process works."""

    name: StrictStr | None = line("KPI", "Bags on time")
    promise: StrictStr | None = link("Watches promise", "promises", "back-in-two-days")
    processes: Ids = links("Watches processes", "processes", "collect-washing")
    kind: StrictStr | None = word("Kind", vocabulary.KIND_OF_KPI)
    direction: StrictStr | None = word("Direction", vocabulary.DIRECTION)
    target: Number | None = number("Target", 95)
    unit: StrictStr | None = line("Unit", "%")
    source: StrictStr | None = line("Source", "Tag book, last column, counted on Friday")
    owner: StrictStr | None = link("Owner", "roles", "collector")
    off_track_action: StrictStr | None = line("When off track", "Take no new office until two weeks are on time")
    readings: tuple[Reading, ...] = items("Readings")


class ReviewEntry(Noted):
    """What one review decided. Known by its number, from 1."""

    date: Date | None = date("Date", "2026-05-11")
    decision: StrictStr | None = line("Decision", "Buy a second set of tags")
    owner: StrictStr | None = link("Owner", "roles", "collector")


class Review(Noted):
    """The fixed hour in which the numbers are looked at and something is decided."""

    cadence: StrictStr | None = word("Cadence", vocabulary.CADENCE)
    day: StrictStr | None = word("Day", vocabulary.DAY)
    time: Time | None = time("Time", "08:30:00")
    minutes: Amount | None = number("Minutes", 20)
    attendees: Ids = links("Attendees", "people", "nora")
    dashboard: StrictStr | None = line("Dashboard", "Whiteboard beside the ironing table")
    log: tuple[ReviewEntry, ...] = items("Log")


class Debt(Item):
    """An operational debt: a workaround that will not scale, with somebody to repay it."""

    name: StrictStr | None = line("Workaround", "Lost buttons are refunded from the till")
    process: StrictStr | None = link("Process", "processes", "collect-washing")
    minutes_per_week: Amount | None = number("Minutes a week", 20)
    owner: StrictStr | None = link("Owner", "roles", "collector")
    repay_when: StrictStr | None = line("Repay when", "Three lost buttons in one week")


class ParkedItem(Item):
    """Something said in the session, to be decided later."""

    text: StrictStr | None = line("For later", "Could we do curtains as well?")
    about: StrictStr | None = line("About", "stages.back-on-the-hanger")


class Plan(Table):
    """The whole operation. An empty plan is a valid plan."""

    format: Annotated[int, Strict()] = Field(default=FORMAT, title="Format", description="The format of the file")
    venture: Venture = Venture.model_construct()
    promises: tuple[Promise, ...] = items("Promises")
    features: tuple[Feature, ...] | None = items("Features", default=None)
    journey: Journey = Journey.model_construct()
    stages: tuple[Stage, ...] = items("Stages")
    processes: tuple[Process, ...] = items("Processes")
    tools: tuple[Tool, ...] | None = items("Tools", default=None)
    roles: tuple[Role, ...] = items("Roles")
    people: tuple[Person, ...] = items("People")
    kpis: tuple[Kpi, ...] = items("KPIs")
    review: Review = Review.model_construct()
    debts: tuple[Debt, ...] | None = items("Debts", default=None)
    parking_lot: tuple[ParkedItem, ...] = items("Parking lot")


EMPTY = Plan.model_construct()
