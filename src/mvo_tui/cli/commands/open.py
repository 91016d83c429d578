"""``mvo-tui [PLAN]``: open the interface."""

import argparse

HELP = "open a plan in the interface (the default command)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", nargs="?", help="the plan; without it, the start screen")
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII characters alone")


def run(args: argparse.Namespace) -> int:
    from pathlib import Path

    from mvo_tui.ui.launch import launch

    return launch(Path(args.plan) if args.plan else None, is_ascii=args.ascii)
