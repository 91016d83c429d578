"""``mvo-tui new PLAN``: write a plan file, empty or from a sample, and never over one that exists."""

import argparse

DESCRIPTION = """\
Write a new plan file, empty or from a sample. A file that exists is never
written over.

  mvo-tui new bakery.mvo.toml
  mvo-tui new bakery.mvo.toml --sample repair-shop
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help="the file to write, as in bakery.mvo.toml")
    parser.add_argument("--sample", metavar="NAME", help="begin with a sample (see mvo-tui samples)")


def run(args: argparse.Namespace) -> int:
    import shlex
    from pathlib import Path

    from mvo_tui.exports.text.wrapping import visible
    from mvo_tui.storage.plan_file import new_plan, new_plan_from, save_plan
    from mvo_tui.storage.samples import sample_text

    path = Path(args.plan)
    opened = new_plan_from(path, sample_text(args.sample)) if args.sample else new_plan(path)
    save_plan(opened, opened.plan)
    file = visible(args.plan)
    print(f"Written: {file}\nGo on with: mvo-tui open {shlex.quote(file)}")
    return 0
