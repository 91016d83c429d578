"""``mvo-tui trace PLAN PLACE``: why an item exists, and what carries it."""

import argparse

DESCRIPTION = """\
Say why an item of a plan exists, by every path up to a promise, and what
carries it, down to the roles, the people and the tools. Marks: [!] is a hole,
"as above" leads on as it was told further up.

  mvo-tui trace bakery.mvo.toml tools.order-sheet
  mvo-tui trace bakery.mvo.toml processes.take-order.steps.2
  mvo-tui trace bakery.mvo.toml people.ana --json

PLACE is COLLECTION.ID; a field leads to the item that it belongs to, and
"venture" to all that is promised.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help="the plan file")
    parser.add_argument("place", metavar="PLACE", help="the item, as in tools.order-sheet")
    parser.add_argument("--json", action="store_true", help="print the trace as JSON (docs/traces.md)")


def run(args: argparse.Namespace) -> int:
    import json
    from pathlib import Path

    from mvo_tui.cli.newer_format import code_for
    from mvo_tui.cli.wrong_place import traced_or_refuse
    from mvo_tui.exports.trace_text import trace_text
    from mvo_tui.exports.traces_json import trace_document
    from mvo_tui.plan.index import PlanIndex
    from mvo_tui.storage.control_characters import shown
    from mvo_tui.storage.plan_file import open_plan

    opened = open_plan(Path(args.plan))
    item, index = traced_or_refuse(opened.plan, args.place), PlanIndex(opened.plan)
    if args.json:
        print(json.dumps(trace_document(item, index, shown(opened.path.name)), indent=2))
    else:
        print(trace_text(item, index), end="")
    return code_for(opened)
