"""The start screen as a founder sees it the first time."""

from mvo_tui.storage.samples import sample_names
from mvo_tui.ui.screens.start import _lines, _Plans


def test_what_the_samples_promise_begins_in_one_column() -> None:
    samples = [line for line, choice in _lines(_Plans((), ())) if choice is not None and choice.kind == "sample"]
    assert len(samples) == len(sample_names())
    assert len({len(line.left[1][0]) for line in samples}) == 1
