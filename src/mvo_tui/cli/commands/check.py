"""``mvo-tui check PLAN...``: judge plans without opening the interface; for people, scripts and CI."""

import argparse

DESCRIPTION = """\
Judge one plan or many, the way the interface does: Readiness, Lean, level, and
the findings that bring the most for the least effort first. With --json a plan
is one document; several plans are one document a line.

  mvo-tui check bakery.mvo.toml
  mvo-tui check plans/*.mvo.toml --json
  mvo-tui check bakery.mvo.toml --fail-under 80 --no-critical

Ends with 1 where a plan falls short of --fail-under or --no-critical, with 3
where a file can't be read. Files that can't be read do not keep the others
from being judged; the highest code is the one that counts.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plans", metavar="PLAN", nargs="+", help="the plan files")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--fail-under", metavar="N", type=_least, help="end with 1 where Readiness is below N")
    parser.add_argument("--no-critical", action="store_true", help="end with 1 where there is a critical finding")


def _least(text: str) -> float:
    """A Readiness that may be asked for."""
    try:
        least = float(text)
    except ValueError:
        least = -1.0
    if 0 <= least <= 100:
        return least
    raise argparse.ArgumentTypeError(f"N is a number from 0 to 100, not {text!r}")


def run(args: argparse.Namespace) -> int:
    import gc
    import sys

    gc.set_threshold(20_000)  # what is imported stays; looking for garbage in it took a tenth of a short run
    from mvo_tui.cli.judging import Asked, judge_all
    from mvo_tui.exports.text.wrapping import visible

    code = 0
    for judged in judge_all(args.plans, Asked(args.json, args.fail_under, args.no_critical)):
        if judged.out:
            print(judged.out)
        if judged.err:
            print(visible(judged.err), file=sys.stderr)
        code = max(code, judged.code)
    return code
