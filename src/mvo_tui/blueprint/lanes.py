"""The lanes of a service blueprint, from the customer down to what is measured."""

from enum import StrEnum


class Lane(StrEnum):
    """One lane. Its value is what the board writes beside it."""

    STAGE = "stage"
    FUNCTION = "function"
    MOMENT = "moment"
    TOUCHPOINT = "touchpoint"
    CUSTOMER = "customer"
    CHANNEL = "channel"
    FRONT = "front"
    BACK = "back"
    TOOLS = "tools"
    OWNER = "owner"
    MEASURED = "measured"

    @property
    def is_of_stage(self) -> bool:
        """Whether it tells of a stage as a whole, not of each card."""
        return self in (Lane.STAGE, Lane.FUNCTION)

    @property
    def is_backstage(self) -> bool:
        """Whether it lies below the line of visibility: customers see nothing of it."""
        return self in BACKSTAGE


LANES = tuple(Lane)
BACKSTAGE = (Lane.BACK, Lane.TOOLS, Lane.OWNER, Lane.MEASURED)

LINE_OF_VISIBILITY = "line of visibility"
