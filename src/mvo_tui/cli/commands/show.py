"""``mvo-tui show PLAN``: the whole plan as plain text."""

import argparse

HELP = "print the whole plan as readable text"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN")


def run(args: argparse.Namespace) -> int:
    from datetime import date
    from pathlib import Path

    from mvo_tui.exports.plan_text import plan_text
    from mvo_tui.storage.plan_file import open_plan

    print(plan_text(open_plan(Path(args.plan)).plan, date.today()), end="")
    return 0
