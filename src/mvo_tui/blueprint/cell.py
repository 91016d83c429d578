"""A cell of the board: what it says, whether that is a hole, and which place of the plan is behind it."""

from typing import NamedTuple

Part = tuple[str, str]
"""A text and its tone: "" as it is, "hole" where something is missing, "muted", "strong", "moment"."""

HOLE, MUTED, STRONG, MOMENT = "hole", "muted", "strong", "moment"
AND: Part = (", ", "")
"""What stands between two things that one cell names."""


class Cell(NamedTuple):
    """What one lane says of one card.

    `place`: the field or list that Enter opens; of a hole, the one that fills it. `field`: the field that holds what
    is shown, which blanking empties; where that is a list of links, `linked` is the one that is shown. `about`: the
    item that the cell stands for, whose findings show as its mark; "" where the cell is a mere property.
    """

    place: str
    parts: tuple[Part, ...]
    is_hole: bool = False
    field: str = ""
    linked: str = ""
    about: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What stays the same while what the cell says is edited."""
        return self.field or self.place, self.linked

    @property
    def text(self) -> str:
        return "".join(text for text, _tone in self.parts)


def hole(place: str, words: str, *, field: str = "", linked: str = "", about: str = "") -> Cell:
    """Something that the plan lacks, in words."""
    return Cell(place, ((words, HOLE),), is_hole=True, field=field, linked=linked, about=about)


def joined(cells: tuple[Cell, ...], between: str) -> tuple[Part, ...]:
    """What several cells say, in a row; what more than one of them says stands there once."""
    parts: list[Part] = []
    for said in dict.fromkeys(said for cell in cells for said in _said(cell.parts) if said):
        parts += [(between, ""), *said] if parts else said
    return tuple(parts)


def _said(parts: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    """The things that a cell names, one by one."""
    things: list[tuple[Part, ...]] = [()]
    for part in parts:
        if part == AND:
            things.append(())
        else:
            things[-1] = (*things[-1], part)
    return things
