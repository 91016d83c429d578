"""``mvo-tui ask PLAN [--plain]``: the interview, on screens or line by line."""

import argparse

from mvo_tui.cli.interface_options import add_interface_options, interface_options

DESCRIPTION = """\
Be asked the open questions of a plan, one at a time. A plan that does not
exist yet begins empty.

With --plain the questions come as lines of text on any terminal, also for
screen readers, pipes and scripts: choices are numbered, every answer is saved
at once, and the end of the input leaves the interview.

  mvo-tui ask bakery.mvo.toml
  mvo-tui ask bakery.mvo.toml --plain < answers.txt
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help="the plan file; it need not exist yet")
    parser.add_argument("--plain", action="store_true", help="ask line by line, without screens")
    add_interface_options(parser)


def run(args: argparse.Namespace) -> int:
    from pathlib import Path

    if args.plain:
        from mvo_tui.cli.plain_interview import interview

        return interview(Path(args.plan))
    from mvo_tui.ui.launch import launch

    return launch(Path(args.plan), screen="interview", **interface_options(args))
