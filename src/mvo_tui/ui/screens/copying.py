"""Copying what one looks at to the clipboard, as Markdown."""

from mvo_tui.ui.screens.visiting import Visiting


class Copying(Visiting, is_part=True):
    """A view whose items can be copied. The terminal puts the text on the clipboard (OSC 52), where it allows that."""

    def action_copy_item(self) -> None:
        from mvo_tui.exports.item_markdown import as_markdown

        text, what = as_markdown(self.report.index, self.target)
        self.app.copy_to_clipboard(text)
        lines = text.count("\n")
        self.status_line.show_text(f"Copied as Markdown, {lines} lines: {what}")
