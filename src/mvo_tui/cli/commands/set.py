"""``mvo-tui set PLAN PLACE VALUE``: one field, by the same edit and the same save as in the interface."""

import argparse

HELP = "set or blank one field of a plan"
DESCRIPTION = """\
Set one field of a plan, as in

  mvo-tui set bakery.mvo.toml processes.take-order.owner order-desk
  mvo-tui set bakery.mvo.toml venture.active_customers 40
  mvo-tui set bakery.mvo.toml processes.take-order.tools '["order-sheet"]'

VALUE is a TOML value; what is none is text. Without VALUE the field is blanked.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN")
    parser.add_argument("place", metavar="PLACE", help="the field, as in processes.take-order.owner")
    parser.add_argument("value", metavar="VALUE", nargs="?", help="a TOML value, or text")


def run(args: argparse.Namespace) -> int:
    from pathlib import Path

    from mvo_tui.plan.edits import SetField, apply
    from mvo_tui.plan.errors import ExitCode, PlanError
    from mvo_tui.storage.plan_file import open_plan, save_plan

    opened = open_plan(Path(args.plan))
    if opened.is_read_only:
        raise PlanError(f"{args.plan} was written by a newer mvo-tui and was not changed.", ExitCode.NEWER_FORMAT)
    try:
        plan = apply(opened.plan, SetField(args.place, _value(args.value)))
    except PlanError as error:
        raise PlanError(str(error), ExitCode.USAGE) from error
    if plan is opened.plan:
        print(f"{args.place} is so already; nothing was written.")
    else:
        save_plan(opened, plan)
        print(f"Saved: {args.plan}")
    return 0


def _value(text: str | None) -> object:
    """`text` as TOML reads it; as it stands where it is no TOML value."""
    import tomllib

    if text is None:
        return None
    try:
        values = tomllib.loads(f"value = {text}\n")
    except (ValueError, RecursionError):
        return text
    value = values.get("value")
    is_value = (list(values) == ["value"] and isinstance(value, bool | int | float | str | list)) or _is_time(value)
    return tuple(value) if is_value and isinstance(value, list) else value if is_value else text


def _is_time(value: object) -> bool:
    import datetime

    return isinstance(value, datetime.date | datetime.time)
