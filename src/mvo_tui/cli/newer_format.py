"""What a command that prints says of plans of a newer format: that it has not understood all of them."""

import sys

from mvo_tui.exports.text.wrapping import visible
from mvo_tui.plan.errors import ExitCode
from mvo_tui.storage.plan_file import OpenedPlan


def code_for(*plans: OpenedPlan) -> int:
    """The exit code for what was printed of `plans`; a sentence on standard error for each that is newer."""
    newer = [opened for opened in plans if opened.is_read_only]
    for opened in newer:
        print(visible(f"{opened.path}: {opened.notices[0]}"), file=sys.stderr)
    return int(ExitCode.NEWER_FORMAT if newer else ExitCode.DONE)
