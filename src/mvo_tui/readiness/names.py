"""What a finding calls an item, and how it repeats a word of the founder's. Each fits a line of the panel."""

from mvo_tui.plan.names import called, in_a_line

__all__ = ["called", "quoted"]


def quoted(word: str) -> str:
    """A word that the founder wrote, in quotation marks and cut to a line."""
    return f'"{in_a_line(word)}"'
