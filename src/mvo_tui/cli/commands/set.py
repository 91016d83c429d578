"""``mvo-tui set PLAN PLACE VALUE``: one field, by the same edit and the same save as in the interface."""

import argparse

DESCRIPTION = """\
Set one field of a plan; the rest of the file, comments too, stays as it is.

  mvo-tui set bakery.mvo.toml processes.take-order.owner order-desk
  mvo-tui set bakery.mvo.toml venture.active_customers 40
  mvo-tui set bakery.mvo.toml processes.take-order.tools '["order-sheet"]'
  mvo-tui set bakery.mvo.toml processes.take-order.steps.2.minutes 5
  mvo-tui set bakery.mvo.toml review.dashboard

VALUE is a TOML value, and what is none is text: 40 is a number, '"40"' is
text. Without VALUE the field is blanked.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help="the plan file")
    parser.add_argument("place", metavar="PLACE", help="the field, as in processes.take-order.owner")
    parser.add_argument("value", metavar="VALUE", nargs="?", help="a TOML value, or text; blank without")


def run(args: argparse.Namespace) -> int:
    from pathlib import Path

    from mvo_tui.cli.typed_value import value_of
    from mvo_tui.cli.wrong_place import refuse_wrong_place
    from mvo_tui.exports.text.wrapping import visible
    from mvo_tui.plan.edits import apply
    from mvo_tui.plan.errors import ExitCode, PlanError
    from mvo_tui.plan.item_edits import set_field
    from mvo_tui.plan.places import field_at
    from mvo_tui.storage.plan_file import open_plan, save_plan

    opened = open_plan(Path(args.plan))
    if opened.is_read_only:
        raise PlanError(f"{args.plan} was written by a newer mvo-tui and was not changed.", ExitCode.NEWER_FORMAT)
    refuse_wrong_place(opened.plan, args.place)
    value = value_of(args.value)
    edit = set_field(opened.plan, args.place, value)
    try:
        plan = apply(opened.plan, edit)
    except PlanError as error:
        field = field_at(args.place)
        hint = " Put quotation marks around text: '\"...\"'." if field and field.is_free_text else ""
        raise PlanError(f"{error}{hint}", ExitCode.USAGE) from error
    if plan is opened.plan:
        print(f"{visible(args.place)} is so already. Nothing was written.")
        return 0
    saved = save_plan(opened, plan)
    print(visible(f"{edit.label}. Saved: {args.plan}"))
    for notice in saved.notices[len(opened.notices) :]:
        print(visible(notice))
    return 0
