"""``mvo-tui demo``: a sample plan in the interface, as a copy that is deleted afterwards."""

import argparse

from mvo_tui.cli.interface_options import add_interface_options, add_read_only, interface_options

DESCRIPTION = """\
Look around in a sample plan. It is a copy: change what you like, it is deleted
when you leave.

  mvo-tui demo
  mvo-tui demo messy-draft
"""
DEFAULT_SAMPLE = "sunday-box"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sample",
        metavar="NAME",
        nargs="?",
        default=DEFAULT_SAMPLE,
        help=f"one of mvo-tui samples; {DEFAULT_SAMPLE} by default",
    )
    add_interface_options(parser)
    add_read_only(parser)


def run(args: argparse.Namespace) -> int:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from mvo_tui.storage.plan_file import new_plan_from, save_plan
    from mvo_tui.storage.samples import sample_text
    from mvo_tui.ui.launch import launch

    text = sample_text(args.sample)
    with TemporaryDirectory(prefix="mvo-tui-") as folder:
        path = Path(folder) / f"{args.sample}.mvo.toml"
        opened = new_plan_from(path, text)
        save_plan(opened, opened.plan)
        return launch(path, screen="workbench", is_copy=True, **interface_options(args))
