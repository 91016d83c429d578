"""``mvo-tui [PLAN]``: open the interface."""

import argparse

from mvo_tui.cli.interface_options import add_interface_options, add_read_only, interface_options

DESCRIPTION = """\
Open a plan in the interface, where you left it. A plan that does not exist yet
begins with the interview; without PLAN the start screen offers recent plans
and samples. This is the default command:

  mvo-tui bakery.mvo.toml
  mvo-tui open bakery.mvo.toml
  mvo-tui open bakery.mvo.toml --read-only --theme light
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", nargs="?", help="the plan file; without it, the start screen")
    add_interface_options(parser)
    add_read_only(parser)


def run(args: argparse.Namespace) -> int:
    from pathlib import Path

    from mvo_tui.ui.launch import launch

    return launch(Path(args.plan) if args.plan else None, **interface_options(args))
