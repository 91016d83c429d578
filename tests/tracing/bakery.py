"""A bakery with two promises, and all that may go wrong behind them."""

from mvo_tui.plan.index import PlanIndex
from tests.plans import plan_from_toml

PLAN = plan_from_toml(
    """
[venture]
name = "Crumb"
active_customers = 20
[[promises]]
id = "rolls"
statement = "Rolls at the door by seven"
core = true
[[promises]]
id = "refund"
statement = "A late bag is free"
[[features]]
id = "page"
name = "Order page"
processes = ["ride", "gone"]
[[stages]]
id = "way"
name = "Morning"
[[stages.touchpoints]]
id = "flyer"
name = "Finds the flyer"
promises = ["rolls"]
processes = ["print"]
[[stages.touchpoints]]
id = "door"
name = "Takes in the bag"
moment = "value"
promises = ["rolls"]
processes = ["bake", "ride"]
times = 5
per = "active customer per week"
[[stages.touchpoints]]
id = "asks"
name = "Asks for money back"
promises = ["refund", "gone"]
processes = ["answer"]
times = 2
per = "week"
[[stages]]
id = "later"
[[processes]]
id = "bake"
name = "Bake"
owner = "baker"
backup = "rider"
tools = ["oven"]
[[processes.steps]]
action = "Knead the dough"
minutes = 2
[[processes.steps]]
action = "Bake the loaves"
role = "baker"
tool = "oven"
minutes = 3
[[processes]]
id = "ride"
name = "Ride the round"
owner = "rider"
tools = ["bike"]
[[processes.steps]]
action = "Load the bags"
role = "baker"
minutes = 1
[[processes.steps]]
action = "Hang the bags"
[[processes]]
id = "answer"
name = "Answer"
owner = "desk"
backup = "baker"
[[processes]]
id = "print"
name = "Print flyers"
owner = "rider"
mode = "automated"
[[processes.steps]]
action = "Print"
[[processes]]
id = "count"
name = "Count the till"
owner = "nobody"
[[tools]]
id = "oven"
name = "Oven"
[[tools]]
id = "bike"
name = "Bike"
[[tools]]
id = "drawer"
name = "Drawer"
[[roles]]
id = "baker"
name = "Baker"
held_by = "ida"
[[roles]]
id = "rider"
name = "Rider"
held_by = "ben"
[[roles]]
id = "desk"
name = "Desk"
held_by = "ida"
[[roles]]
id = "spare"
name = "Spare"
[[people]]
id = "ida"
name = "Ida"
[[people]]
id = "ben"
name = "Ben"
[[people]]
id = "uma"
name = "Uma"
[[kpis]]
id = "late"
name = "Late bags"
promise = "rolls"
processes = ["ride"]
owner = "rider"
[[kpis]]
id = "lost"
owner = "gone"
[[debts]]
id = "by-hand"
name = "Refunds by hand"
process = "answer"
owner = "desk"
[[parking_lot]]
id = "cakes"
text = "Cakes?"
about = "processes.bake"
"""
)
INDEX = PlanIndex(PLAN)
