"""One line of plain text, cut with a mark where it is too long; what people typed is never markup."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from mvo_tui.ui.widgets.painted import Painted
from mvo_tui.ui.widgets.word_wrap import one_line


class TextLine(Painted[str]):
    """Shows a text."""

    DEFAULT_CSS = """
    TextLine { height: 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text = ""

    def show_text(self, text: str) -> None:
        if text != self.text:
            self.text = text
            self.repaint_lines([0])

    def show_whole(self, text: str) -> bool:
        """Show `text` if there is room for all of it; False where there is not."""
        if is_shown := cell_len(one_line(text)) <= self.content_size.width:
            self.show_text(text)
        return is_shown

    def look_at(self, y: int) -> str:
        return self.text

    def paint(self, look: str, width: int) -> Strip:
        plain = self.component_style("")
        strip = Strip([Segment(one_line(look), plain)])
        if strip.cell_length <= width:
            return strip
        return Strip([*strip.crop(0, max(width - 1, 0)), Segment("…", plain)])
