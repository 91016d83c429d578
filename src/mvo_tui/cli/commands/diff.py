"""``mvo-tui diff A B``: what differs between two plans, by meaning: order of keys, comments and layout do not count."""

import argparse

HELP = "say what differs between two plans, by meaning"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("a", metavar="A")
    parser.add_argument("b", metavar="B")


def run(args: argparse.Namespace) -> int:
    """Prints a line a difference. 0 when there is none, 1 when there is one, as diff does."""
    from pathlib import Path

    from mvo_tui.cli.difference import difference
    from mvo_tui.plan.diff import diff
    from mvo_tui.storage.plan_file import open_plan

    edits = diff(open_plan(Path(args.a)).plan, open_plan(Path(args.b)).plan)
    for edit in edits:
        print(difference(edit))
    return 1 if edits else 0
