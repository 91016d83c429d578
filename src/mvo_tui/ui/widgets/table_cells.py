"""Text in a column of so many cells."""

from rich.cells import cell_len, set_cell_size

from mvo_tui.ui.widgets.word_wrap import one_line


def cell(text: str, width: int) -> str:
    """`text` in exactly `width` cells, cut with a mark where it is longer."""
    plain = one_line(text)
    if cell_len(plain) > width:
        plain = f"{set_cell_size(plain, max(width - 1, 0))}…"
    return set_cell_size(plain, width)
