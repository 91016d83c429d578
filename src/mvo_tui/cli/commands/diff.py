"""``mvo-tui diff A B``: what differs between two plans, by meaning."""

import argparse

DESCRIPTION = """\
Say what one has to do to A so that it says what B says, a line a difference.
Comments, layout and the order of keys and tables do not count; the order of
stages, touchpoints and steps does.

  mvo-tui diff before.mvo.toml after.mvo.toml

  + added   - gone   ~ changed   > moved

Ends with 0 where there is no difference, with 1 where there is one.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("a", metavar="A", help="the plan file from before")
    parser.add_argument("b", metavar="B", help="the plan file from after")


def run(args: argparse.Namespace) -> int:
    """Print a line a difference. 0 when there is none, 1 when there is one, as diff does."""
    from pathlib import Path

    from mvo_tui.cli.newer_format import code_for
    from mvo_tui.exports.difference import differences
    from mvo_tui.storage.plan_file import open_plan

    before, after = open_plan(Path(args.a)), open_plan(Path(args.b))
    lines = list(differences(before.plan, after.plan))
    for line in lines:
        print(line)
    return code_for(before, after) or bool(lines)
