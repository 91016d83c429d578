"""``mvo-tui diff A B``: what differs between two plans, by meaning: order of keys, comments and layout do not count."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mvo_tui.plan.edits import Edit

HELP = "say what differs between two plans, by meaning"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("a", metavar="A", type=Path)
    parser.add_argument("b", metavar="B", type=Path)


def run(args: argparse.Namespace) -> int:
    """Prints a line a difference. 0 when there is none, 1 when there is one, as diff does."""
    from mvo_tui.plan.diff import diff
    from mvo_tui.storage.plan_file import open_plan

    before, after = open_plan(args.a).plan, open_plan(args.b).plan
    edits = diff(before, after)
    for edit in edits:
        print(_line(edit))
    return 1 if edits else 0


def _line(edit: "Edit") -> str:
    from mvo_tui.plan.edits import AddItem, MoveItem, RemoveItem, SetField
    from mvo_tui.plan.model import Item
    from mvo_tui.readiness.names import called

    match edit:
        case SetField(place, None | ""):
            return f"~ {place}: blanked"
        case SetField(place, value):
            return f"~ {place}: {value!r}"
        case AddItem(into, item):
            return f"+ {into}: {called(item) if isinstance(item, Item) else item!r}"
        case RemoveItem(place):
            return f"- {place}"
        case MoveItem(place, index, into):
            return f"> {place}: to position {index + 1}" + (f" of {into}" if into else "")
    return str(edit)
