"""How a cell looks: what the codes of a style (SGR) say, and the fewest codes that lead from one look to another."""

import re
import sys
from functools import lru_cache
from itertools import count

_MOST_KEPT = 4_096
_SEEN_ON_A_BLANK = frozenset({"4", "7", "9", "21", "51", "52", "53"})  # lines, frames, colours that change places
_CODE = re.compile(
    r"(?P<ink>3[0-79]|9[0-7]|38;5;\d+|38;2;\d+;\d+;\d+)"
    r"|(?P<ground>4[0-79]|10[0-7]|48;5;\d+|48;2;\d+;\d+;\d+)"
    r"|(?P<flag>5[1-3]|21|[1-9])"
)
_MARKS = count(1)
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""What ends a flag alone; 22 ends both of its two. Not every terminal ends the others: they go with all of the look."""


class Look:
    """One look is one object, so that two are compared at once: made by `look` alone.

    Looks that were forgotten meanwhile are made again, and cells in them written again.
    """

    __slots__ = ("flags", "ground", "hides_blanks", "ink", "mark", "on_blank")

    def __init__(self, ground: str, flags: frozenset[str], ink: str) -> None:
        self.ground = ground
        """The codes of the colour behind the text; "" is the terminal's own."""
        self.flags = flags
        """Bold, underlined ..."""
        self.ink = ink
        """The codes of the colour of the text; "" is the terminal's own."""
        self.mark = chr(next(_MARKS) % sys.maxunicode)
        """A character that stands for this look alone."""
        self.hides_blanks = _SEEN_ON_A_BLANK.isdisjoint(flags)
        """Whether nothing but the ground is seen where there is no character."""
        self.on_blank = look(ground, _NO_FLAGS, "") if (ink or flags) and self.hides_blanks else self
        """All of it that can be seen there."""


@lru_cache(maxsize=_MOST_KEPT)
def look(ground: str, flags: frozenset[str], ink: str) -> Look:
    return Look(ground, flags, ink)


_NO_FLAGS = frozenset[str]()
PLAIN = look("", _NO_FLAGS, "")


@lru_cache(maxsize=_MOST_KEPT)
def look_of(codes: str) -> Look | None:
    """The look of text between `codes` and a reset; None where they say something that is not known here."""
    ground = ink = ""
    flags = set[str]()
    at = 0
    while at < len(codes):
        code = _CODE.match(codes, at)
        if code is None or codes[code.end() : code.end() + 1] not in ("", ";"):
            return None
        if (said := code["ink"]) is not None:
            ink = "" if said == "39" else said
        elif (said := code["ground"]) is not None:
            ground = "" if said == "49" else said
        else:
            flags.add(code[0])
        at = code.end() + 1
    return look(ground, frozenset(flags), ink)


@lru_cache(maxsize=_MOST_KEPT)
def change(old: Look, new: Look) -> str:
    """What makes a terminal that draws in `old` draw in `new`."""
    if old is new:
        return ""
    if not (new.ground or new.flags or new.ink):
        return "\x1b[m"
    ways = []
    if (old.ink and not new.ink) or (old.ground and not new.ground) or not old.flags - new.flags <= _OFF.keys():
        ways.append(["0", *_added(PLAIN, new)])
    else:
        off = sorted({_OFF[flag] for flag in old.flags - new.flags})
        kept = frozenset(flag for flag in old.flags & new.flags if _OFF.get(flag) not in off)
        ways.append([*off, *_added(look(old.ground, kept, old.ink), new)])
        if off:
            ways.append(["0", *_added(PLAIN, new)])
    codes = min((";".join(way) for way in ways), key=len)
    return f"\x1b[{codes}m" if codes else ""


def _added(old: Look, new: Look) -> list[str]:
    """The codes that `new` has and `old`, which has nothing that `new` lacks, does not say."""
    colours = ((new.ink, old.ink), (new.ground, old.ground))
    return [*sorted(new.flags - old.flags), *(code for code, was in colours if code != was)]


def for_blanks(now: Look, wanted: Look) -> Look:
    """The look in which a terminal that draws in `now` draws blanks of the look `wanted` for the fewest codes."""
    blank = wanted.on_blank
    if now.on_blank is blank:
        return now
    return look(blank.ground, now.flags, now.ink) if now.hides_blanks and not blank.flags else blank
