"""``mvo-tui schema``: the JSON Schema of the plan file, for editors that know TOML schemas."""

import argparse

DESCRIPTION = """\
Print the JSON Schema of the plan file. Put it beside your plans

  mvo-tui schema > mvo-plan-1.schema.json

and name it in their first line, so that an editor that knows TOML schemas
explains each key as you type:

  #:schema ./mvo-plan-1.schema.json
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(args: argparse.Namespace) -> int:
    import json

    from mvo_tui.interview.plan_schema import plan_schema

    # In ASCII, so that it is UTF-8 in every pipe.
    print(json.dumps(plan_schema(), indent=2))
    return 0
