"""``mvo-tui show PLAN``: the whole plan as plain text."""

import argparse
from pathlib import Path

HELP = "print the whole plan as readable text"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", type=Path)


def run(args: argparse.Namespace) -> int:
    from mvo_tui.exports.plan_text import plan_text
    from mvo_tui.storage.plan_file import open_plan

    print(plan_text(open_plan(args.plan).plan), end="")
    return 0
