"""``mvo-tui without PLAN PLACE...``: what breaks when people, tools, roles or processes are away."""

import argparse

DESCRIPTION = """\
Say what breaks without a person, a tool, a role or a process, or without
several at once: which promises fall, which processes stand still, what a
backup carries, and who has to be stood in for. Without PLACE: what each person
and each tool would take with it, a line each.

  mvo-tui without bakery.mvo.toml people.ana
  mvo-tui without bakery.mvo.toml people.ana tools.payment-page
  mvo-tui without bakery.mvo.toml

Marks: !! is broken, ! is harmed, o is saved by a backup. The rules are in
docs/traces.md. Ends with 0, whatever breaks.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help="the plan file")
    parser.add_argument("places", metavar="PLACE", nargs="*", help="what is away, as in people.ana")
    parser.add_argument("--json", action="store_true", help="print what breaks as JSON (docs/traces.md)")


def run(args: argparse.Namespace) -> int:
    import json
    from pathlib import Path

    from mvo_tui.cli.newer_format import code_for
    from mvo_tui.cli.wrong_place import away_or_refuse
    from mvo_tui.exports.traces_json import questions_document, without_document
    from mvo_tui.exports.without_text import questions_text, without_text
    from mvo_tui.plan.index import PlanIndex
    from mvo_tui.storage.control_characters import shown
    from mvo_tui.storage.plan_file import open_plan

    opened = open_plan(Path(args.plan))
    items, index = away_or_refuse(opened.plan, args.places), PlanIndex(opened.plan)
    if args.json:
        name = shown(opened.path.name)
        document = without_document(items, index, name) if items else questions_document(index, name)
        print(json.dumps(document, indent=2))
    else:
        print(without_text(items, index) if items else questions_text(index), end="")
    return code_for(opened)
