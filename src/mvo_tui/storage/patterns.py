"""A part of a regular expression that repeats without going back, right on every Python from 3.11.0 on.

`(...)*+` would say it shorter, but Python before 3.11.5 (Debian 12 has 3.11.2) matches that wrongly when what repeats
is given up halfway: the half stays matched. Atomic groups have no such fault.
"""

_AT_ONCE = 1000


def many(part: str, least: int = 0) -> str:
    """The pattern for `part`, `least` times (0 or 1) or more, as often as it fits and never less.

    It repeats in steps, since the memory for going back is kept until a step is done: without steps, a file of
    blank lines would take a few gigabytes.
    """
    step = f"(?>(?:{part}){{1,{_AT_ONCE}}})"
    return f"(?>(?:{step}){'+' if least else '*'})"
