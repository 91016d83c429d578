"""``mvo-tui load PLAN``: who does what, how many hours that takes, and at how many customers somebody is overrun."""

import argparse

DESCRIPTION = """\
Say who owns, does and backs up what, how many hours a week that asks of each
person, who is overrun first, and at how many customers. Nothing is guessed:
what is not known is told with the reason.

  mvo-tui load bakery.mvo.toml
  mvo-tui load bakery.mvo.toml --customers 20
  mvo-tui load bakery.mvo.toml --customers 20 --fail-over 80
  mvo-tui load bakery.mvo.toml --json

N counts new customers a week; active customers grow in the proportion in which
the plan estimates both, and what happens so many times a week does not grow. In
a plan without new customers N counts active ones. Ends with 1 only where
--fail-over is asked for and somebody's load is past that or not known.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help="the plan file")
    parser.add_argument("--customers", metavar="N", type=_customers, help="try N new customers a week")
    parser.add_argument("--roles", action="store_true", help="name roles in place of people beside the processes")
    parser.add_argument("--json", action="store_true", help="print all of it as JSON")
    parser.add_argument(
        "--fail-over", metavar="PERCENT", type=_percent, help="end with 1 where a load is past PERCENT of the hours"
    )


def _customers(text: str) -> float:
    return _number(text, "N is a number of customers, 0 or more")


def _percent(text: str) -> float:
    return _number(text, "PERCENT is a number, 0 or more")


def _number(text: str, wanted: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = -1.0
    if 0 <= found < float("inf"):
        return found
    raise argparse.ArgumentTypeError(f"{wanted}, not {text!r}")


def run(args: argparse.Namespace) -> int:
    import json
    from pathlib import Path

    from mvo_tui.cli.newer_format import code_for
    from mvo_tui.exports.load_json import load_document
    from mvo_tui.exports.load_text import load_text
    from mvo_tui.load.picture import picture
    from mvo_tui.load.who_does_what import By
    from mvo_tui.plan.errors import ExitCode
    from mvo_tui.plan.index import PlanIndex
    from mvo_tui.storage.control_characters import shown
    from mvo_tui.storage.plan_file import open_plan

    opened = open_plan(Path(args.plan))
    found = picture(PlanIndex(opened.plan), args.customers)
    if args.json:
        print(json.dumps(load_document(found, shown(opened.path.name)), indent=2))
    else:
        print(load_text(found, By.ROLES if args.roles else By.PEOPLE), end="")
    code = code_for(opened)
    if code or args.fail_over is None or found.fits(args.fail_over / 100):
        return code
    return int(ExitCode.FALLS_SHORT)
