"""``mvo-tui [PLAN]``: open the interface."""

import argparse

DESCRIPTION = """\
Open a plan in the interface, where you left it. A plan that does not exist yet
begins with the interview; without PLAN the start screen offers recent plans
and samples. This is the default command:

  mvo-tui bakery.mvo.toml
  mvo-tui open bakery.mvo.toml
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", nargs="?", help="the plan file; without it, the start screen")
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII characters alone")


def run(args: argparse.Namespace) -> int:
    from pathlib import Path

    from mvo_tui.ui.launch import launch

    return launch(Path(args.plan) if args.plan else None, is_ascii=args.ascii)
