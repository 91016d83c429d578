"""``mvo-tui show PLAN``: the whole plan as plain text."""

import argparse

DESCRIPTION = """\
Print the whole plan as plain text, step by step, with names for ids and a word
for what is missing: to read aloud, to print, to mail.

  mvo-tui show bakery.mvo.toml | less
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help="the plan file")


def run(args: argparse.Namespace) -> int:
    from datetime import date
    from pathlib import Path

    from mvo_tui.cli.newer_format import code_for
    from mvo_tui.exports.plan_text import plan_text
    from mvo_tui.storage.plan_file import open_plan

    opened = open_plan(Path(args.plan))
    print(plan_text(opened.plan, date.today()), end="")
    return code_for(opened)
