"""``mvo-tui check PLAN...``: judge plans without opening the interface; for people, scripts and CI."""

import argparse

HELP = "judge plans: readiness, lean, level, and what to do next"
DESCRIPTION = """\
Judge one plan or many. Several plans and --json print one document a line.
Ends with 1 where a plan falls short of --fail-under or --no-critical, with 3 where a file can't be read.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plans", metavar="PLAN", nargs="+")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--fail-under", metavar="N", type=float, help="end with 1 where Readiness is below N")
    parser.add_argument("--no-critical", action="store_true", help="end with 1 where there is a critical finding")


def run(args: argparse.Namespace) -> int:
    import sys

    from mvo_tui.cli.judging import Asked, judge_all

    code = 0
    for judged in judge_all(args.plans, Asked(args.json, args.fail_under, args.no_critical)):
        if judged.out:
            print(judged.out)
        if judged.err:
            print(judged.err, file=sys.stderr)
        code = max(code, judged.code)
    return code
