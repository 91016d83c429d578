"""``mvo-tui samples``: the sample plans that come with the program."""

import argparse

HELP = "list the sample plans, or print one"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", help="print this sample")


def run(args: argparse.Namespace) -> int:
    from mvo_tui.storage.samples import read_sample, sample_names, sample_text

    if args.name:
        print(sample_text(args.name), end="")
        return 0
    for name in sample_names():
        venture = read_sample(name).venture
        print(f"{name:<18} {venture.value_proposition or venture.product or venture.name or ''}")
    return 0
