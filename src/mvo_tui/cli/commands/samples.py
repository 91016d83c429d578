"""``mvo-tui samples``: the sample plans that come with the program."""

import argparse

DESCRIPTION = """\
List the sample plans with what each promises, or print one as it stands in its
file, comments and all.

  mvo-tui samples
  mvo-tui samples sunday-box > mine.mvo.toml
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", help="print this sample")


def run(args: argparse.Namespace) -> int:
    import sys

    from mvo_tui.storage.samples import read_sample, sample_names, sample_text

    if args.name:
        text = sample_text(args.name)
        if not sys.stdout.isatty() and hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # what a plan file is, whatever the system's is
        print(text, end="")
        return 0
    for name in sample_names():
        venture = read_sample(name).venture
        print(f"{name:<18} {venture.value_proposition or venture.product or venture.name or ''}")
    return 0
