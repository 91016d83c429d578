"""``mvo-tui new PLAN``: write a plan file, empty or from a sample, and never over one that exists."""

import argparse

HELP = "write a new plan, empty or from a sample"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help="the file to write, as in bakery.mvo.toml")
    parser.add_argument("--sample", metavar="NAME", help="begin with a sample (see mvo-tui samples)")


def run(args: argparse.Namespace) -> int:
    from pathlib import Path

    from mvo_tui.storage.plan_file import new_plan, new_plan_from, save_plan
    from mvo_tui.storage.samples import sample_text

    path = Path(args.plan)
    opened = new_plan_from(path, sample_text(args.sample)) if args.sample else new_plan(path)
    save_plan(opened, opened.plan)
    print(f"Written: {args.plan}. Go on with: mvo-tui {args.plan}")
    return 0
