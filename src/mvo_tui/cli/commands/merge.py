"""``mvo-tui merge BASE MINE THEIRS -o OUT``: two plans in one, by meaning; also what git calls to merge plans."""

import argparse

DESCRIPTION = """\
Put two plans that grew from one together: what only one of them changed is
taken; comments and layout stay as in MINE. BASE is the plan both grew from;
"-" (or an empty file) says that there is none, as after a workshop in which
two teams began with the same sample.

  mvo-tui merge before.mvo.toml ours.mvo.toml theirs.mvo.toml -o both.mvo.toml
  mvo-tui merge - ours.mvo.toml theirs.mvo.toml -o both.mvo.toml

Where both changed the same thing differently, OUT says what MINE says, and the
conflict is told; what one deleted and the other changed is kept. OUT is always
a plan that opens.

As git's merge driver it lets git merge plans by meaning: mvo-tui info prints
the two lines of set-up.

Ends with 0 when all came together, with 1 when there are conflicts, and with
129 when nothing could be merged; then OUT is as it was.
"""

FAILED = 129
"""What git takes for "the driver could not do it", so that it stops instead of calling it a conflict: above 128."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("base", metavar="BASE", help='the plan that both grew from, or "-"')
    parser.add_argument("mine", metavar="MINE", help="one version; its comments and layout stay")
    parser.add_argument("theirs", metavar="THEIRS", help="the other version")
    parser.add_argument("-o", "--output", metavar="OUT", required=True, help="where to write; may be MINE")
    parser.add_argument("--name", metavar="NAME", default="", help="what messages call the plan (git: %%P)")
    parser.set_defaults(fails_with=FAILED)


def run(args: argparse.Namespace) -> int:
    from pathlib import Path

    from mvo_tui.cli.merging import merge_files

    return merge_files(args.base, Path(args.mine), Path(args.theirs), Path(args.output), args.name or args.output)
