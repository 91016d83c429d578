"""The words that a field may take, each with its meaning; the order is the order in which they are offered.

A word that is not on its list is a finding, never an error: it stays in the file and counts as unanswered.
"""

from collections.abc import Mapping
from types import MappingProxyType


def _words(**meanings: str) -> Mapping[str, str]:
    return MappingProxyType({word.replace("_", " "): meaning for word, meaning in meanings.items()})


STAGE_OF_VENTURE = MappingProxyType(
    {
        "idea": "nothing is sold yet",
        "mvp": "a first product that a customer can use",
        "first-customers": "some pay and come back",
        "growing": "more come every month than the month before",
    }
)
FUNCTION = _words(
    marketing="they hear of you",
    sales="they decide to buy",
    onboarding="they get started",
    billing="they pay, and the money is in the books",
    delivery="they receive what was promised",
    support="they are helped when something is not right",
    retention="they come back, bring others, or leave well",
)
MOMENT = _words(
    first_contact="where a customer meets you first",
    value="where the promise comes true for the customer",
    truth="where trust is won or lost",
)
PER = _words(
    new_customer="once for each new customer",
    active_customer_per_week="for each active customer, every week",
    week="every week, however many customers there are",
)
DIRECTION = _words(at_least="the more the better, from the target on", at_most="the less the better, up to the target")
MODE = MappingProxyType(
    {
        "manual": "people do it by hand",
        "concierge": "people do it by hand, and the customer knows",
        "wizard-of-oz": "people do it by hand behind something that looks automatic",
        "assisted": "a template or a tool does part of it",
        "automated": "it runs without anybody",
    }
)
KIND_OF_KPI = _words(leading="tells early that trouble is coming", lagging="confirms what has happened")
CADENCE = MappingProxyType({"weekly": "every week", "bi-weekly": "every second week"})
DAY = MappingProxyType(
    {
        "mon": "Monday",
        "tue": "Tuesday",
        "wed": "Wednesday",
        "thu": "Thursday",
        "fri": "Friday",
        "sat": "Saturday",
        "sun": "Sunday",
    }
)
TOOL_CATEGORY = MappingProxyType(
    {
        "crm": "who the customers are and where each of them stands",
        "payments": "how money reaches you",
        "inbox": "one place for customers' messages that the team shares",
        "spreadsheet": "rows and columns",
        "scheduling": "who comes when",
        "storage": "files and photographs",
        "delivery": "how goods or work reach the customer",
        "analytics": "how you count what happens",
        "other": "anything else",
    }
)
"""A category may also be a word of the founder's own."""

MUST_BE_COVERED = ("marketing", "sales", "onboarding", "billing", "delivery", "support")
"""The functions that a journey covers or sets aside with a reason; retention is judged by what follows the value."""

MANUAL_MODES = frozenset({"manual", "concierge", "wizard-of-oz"})

NOBODY_IN_PARTICULAR = frozenset(
    {"team", "the team", "everyone", "everybody", "all", "all of us", "anyone", "we", "us", "both", "whoever"}
)
"""Words that name no single owner."""
