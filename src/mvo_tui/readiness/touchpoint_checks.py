"""What the rules of the journey ask of a touchpoint, in one place."""

from mvo_tui.plan.answered import is_said
from mvo_tui.plan.model import Touchpoint


def is_told(touchpoint: Touchpoint) -> bool:
    """Whether anything is said of it: an empty row on the map covers nothing."""
    texts = (touchpoint.name, touchpoint.customer_action, touchpoint.frontstage, touchpoint.channel)
    return any(is_said(text) for text in texts)
