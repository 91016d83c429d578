"""A believable business that answers the interview: three people who fetch, mend and bring back bicycles.

Seven touchpoints, six processes, three people. Answers stand under the pattern of their question; the name of an item
picks among several.
"""

from collections.abc import Mapping

from mvo_tui.interview.answers import Answer
from mvo_tui.interview.next_question import Asked
from mvo_tui.plan.model import Item, Plan
from mvo_tui.plan.names import called
from mvo_tui.plan.places import item_at

SKIP = "(skip)"

PROCESSES: Mapping[str, Mapping[str, Answer]] = {
    "Tell people about us": {
        "steps": ("Photograph a mended bicycle, 5 min", "Post it with the price, 5 min"),
        "owner": "Delivery lead",
        "tools": ("Phone",),
    },
    "Book a pick-up": {
        "trigger": "Somebody sends a photograph of the damage",
        "steps": ("Name a price and a day, 4 min", "Write the row in the order spreadsheet, 2 min"),
        "outcome": "The customer has said yes, and the slot is in the calendar",
        "owner": "Front desk",
        "tools": ("Phone", "Order spreadsheet", "Shared calendar"),
    },
    "Fetch a bicycle": {
        "trigger": "The slot in the calendar begins in half an hour",
        "steps": ("Text that we are coming, 1 min", "Tag the bicycle, 1 min", "Load it, 5 min"),
        "outcome": "The bicycle hangs in the workshop with its tag",
        "owner": "Delivery lead",
        "tools": ("Phone", "Shared calendar"),
    },
    "Mend a bicycle": {
        "trigger": "A tagged bicycle hangs on the rail",
        "steps": ("Read the tag, 1 min", "Mend it, 40 min", "Ride it once round the block, 4 min"),
        "outcome": "The test ride is ticked on the tag",
        "owner": "Workshop",
        "tools": ("Order spreadsheet",),
    },
    "Send an invoice and see it paid": {
        "steps": ("Send the payment link, 2 min", "Tick the row when the money is there, 1 min"),
        "owner": "Front desk",
        "tools": ("Payment page", "Order spreadsheet"),
    },
    "Answer a support question": {
        "steps": ("Look the order up, 2 min", "Ring back, 5 min", "Tick it off, 1 min"),
        "owner": "Front desk",
        "tools": ("Phone", "Order spreadsheet"),
    },
}

BY_ITEM: Mapping[str, Mapping[str, Answer]] = {
    "stages.*.touchpoints": {
        "Hears of us": ("Sees the van in the street",),
        "Decides to try it": ("Sends a photograph of the damage",),
        "Gets started": ("Hands the bicycle over",),
        "Gets what was promised": ("Gets the bicycle back", "Rides to work on it"),
        "Pays": ("Opens the payment link",),
        "Asks for help": ("Rings because something rattles",),
    },
    "touchpoints.*.channel": {
        "Sees the van in the street": "in person",
        "Sends a photograph of the damage": "text message",
        "Hands the bicycle over": "at the customer's place",
        "Gets the bicycle back": "at the customer's place",
        "Rides to work on it": "the product itself",
        "Opens the payment link": "text message",
        "Rings because something rattles": "phone",
    },
    "touchpoints.*.processes": {
        "Sees the van in the street": ("Tell people about us",),
        "Sends a photograph of the damage": ("Book a pick-up",),
        "Hands the bicycle over": ("Fetch a bicycle",),
        "Gets the bicycle back": ("Mend a bicycle",),
        "Rides to work on it": ("Mend a bicycle",),
        "Opens the payment link": ("Send an invoice and see it paid",),
        "Rings because something rattles": ("Answer a support question",),
    },
    "features.*.processes": {
        "Send a photograph of the damage": ("book-a-pick-up",),
        "Cancel until the evening before": ("answer-a-support-question",),
    },
    "promises.*.measure": {
        "Your bicycle is back within 48 hours": "share kept within 48 hours: at least 95 %",
        "Of 100 repairs, 97 hold for three months": "repairs that did not come back within three months",
    },
    "promises.*.target": {"Of 100 repairs, 97 hold for three months": "at least 97 %"},
    "roles.*.held_by": {"Delivery lead": "ruth", "Workshop": "tomas", "Front desk": "ines"},
    "tools.*.category": {"Phone": "other"},
    "tools.*.purpose": {"Phone": "Reaches a customer at once"},
    "tools.*.exit": {
        "Phone": "Take the number along to another provider",
        "Order spreadsheet": "Download as a spreadsheet file",
        "Shared calendar": "Download as a spreadsheet file",
        "Payment page": "Download as a spreadsheet file",
    },
    "kpis.*.target": {"Kept on time": "95", "Repairs that hold": "at least 97 %", "Support response time": "4"},
    "kpis.*.source": {
        "Kept on time": "Order spreadsheet, column G, counted on Friday",
        "Repairs that hold": "Order spreadsheet, column H, once a month",
        "Support response time": "Phone log against the order spreadsheet",
    },
    "kpis.*.off_track_action": {
        "Kept on time": "Take no pick-ups on Monday until the rail is empty",
        "Repairs that hold": "Two people sign each test ride for a month",
        "Support response time": "Ruth takes the phone in the afternoon",
    },
    "kpis.*.owner": {
        "Kept on time": "workshop",
        "Repairs that hold": "workshop",
        "Support response time": "front-desk",
    },
    "kpis.*.readings": {"Kept on time": ("91",)},
    "kpis.*.promise": {"Repairs that hold": "of-100-repairs-97-hold-for-three-months"},
    "touchpoints.*.promises": {"Rides to work on it": ("of-100-repairs-97-hold-for-three-months",)},
}

FOR_ALL: Mapping[str, Answer] = {
    "venture.name": "Fetched Bicycles",
    "venture.product": "A broken bicycle is fetched after one photograph, and comes back mended",
    "venture.customer": "People in the old town who ride to work and have no workshop nearby",
    "venture.stage": "mvp",
    "venture.value_proposition": "You ride again in two days without having gone anywhere",
    "promises": ("Your bicycle is back within 48 hours", "Of 100 repairs, 97 hold for three months"),
    "venture.core-promise": "your-bicycle-is-back-within-48-hours",
    "features": ("Send a photograph of the damage", "Cancel until the evening before"),
    "venture.new_customers_per_week": "9",
    "venture.active_customers": "20",
    "stages": (
        "Hears of us",
        "Decides to try it",
        "Gets started",
        "Gets what was promised",
        "Pays",
        "Asks for help",
    ),
    "journey.first-contact": "sees-the-van-in-the-street",
    "journey.value": "gets-the-bicycle-back",
    "journey.truth": "rings-because-something-rattles",
    "touchpoints.*.promises": ("your-bicycle-is-back-within-48-hours",),
    "touchpoints.*.times": "Once for each new customer",
    "processes.*.mode": "manual",
    "processes.*.automate_when": "More than fifty a week",
    "processes.*.document": "Shared folder, one page",
    "processes.*.backup": "delivery-lead",
    "processes.*.escalation": "Ring Ines, who rings the customer the same day",
    "tools.*.monthly_cost": "12",
    "tools.*.integrates_with": (),
    "venture.tool_budget_per_month": "60 EUR",
    "people": ("Ines, 25 h", "Tomas, 35 h", "Ruth, 20 h"),
    "roles": ("Delivery lead", "Workshop", "Front desk"),
    "kpis": ("Kept on time", "Repairs that hold", "Support response time"),
    "kpis.*.kind": "lagging",
    "kpis.*.promise": "your-bicycle-is-back-within-48-hours",
    "kpis.*.readings": SKIP,
    "review.cadence": "weekly",
    "review.day": "mon",
    "review.time": "8:30",
    "review.minutes": "20",
    "review.attendees": ("ines", "tomas", "ruth"),
    "review.dashboard": "A tab of the order spreadsheet",
    "debts": ("Spare parts are counted in the head",),
    "debts.*.process": "mend-a-bicycle",
    "debts.*.owner": "workshop",
    "debts.*.repay_when": "It fails twice in one month",
}


def answer_to(plan: Plan, asked: Asked) -> Answer:
    """What the three of them say; SKIP where they do not know yet.

    Raises:
        KeyError: nobody has thought of that question.
    """
    pattern = asked.question.place
    parts = asked.place.split(".")
    item = item_at(plan, ".".join(parts[:2])) if "*" in pattern else None
    name = called(item) if isinstance(item, Item) else ""
    if pattern.startswith("processes.") and asked.question.field in PROCESSES[name]:
        return PROCESSES[name][asked.question.field]
    if name in BY_ITEM.get(pattern, {}):
        return BY_ITEM[pattern][name]
    if pattern == "processes.*.backup" and PROCESSES[name]["owner"] == "Delivery lead":
        return "front-desk"
    return FOR_ALL[pattern]
