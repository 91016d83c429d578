"""Write docs/keys.md from the declaration of the commands; with --check, only say whether it is fresh."""

import sys
from pathlib import Path

from mvo_tui.ui.commands import Where, commands_of
from mvo_tui.ui.key_names import shown_key

TARGET = Path(__file__).parent.parent / "docs" / "keys.md"
INTRO = """# Keys

Generated from `src/mvo_tui/ui/commands.py` by `tools/generate_keys.py`. F-keys and Ctrl keys (written `^S`) work while
you type as well; letters and signs work outside text fields. Everything here is in the palette (`^P` or `F9`) too,
and what the footer shows can be clicked.

In lists: arrows or `j` `k`, Home, End, Page up and down, Enter chooses. In the outline, left and right (or `h` `l`)
fold and unfold; a click with Ctrl marks. On the board, arrows (or `h` `j` `k` `l`) go from cell to cell, Page up
and down to the same card in the lane above and below, Home and End to the first and the last column; Enter edits
the cell. In owners and load, left and right turn the number of customers above, and go from cell to cell below. Esc
goes back and never loses what you typed. Shift and drag selects text with the mouse in most terminals.

Other keys can be given by the name in the last column, in the table `[keys]` of the [configuration](configuration.md);
`mvo-tui info` says where that is and what is wrong in it.
"""


def page() -> str:
    """The whole page."""
    parts = [INTRO]
    for where in filter(commands_of, Where):
        rows = [
            f"| {' '.join(f'`{shown_key(key)}`' for key in (*command.keys, *command.letters)) or 'palette'} |"
            f" {command.label} | {command.help} | `{command.id}` |"
            for command in commands_of(where)
        ]
        head = ["| Keys | Action | What it does | Name |", "|---|---|---|---|"]
        parts.append("\n".join([f"## {where.capitalize()}", "", *head, *rows, ""]))
    return "\n".join(parts)


def main() -> int:
    if "--check" in sys.argv[1:]:
        is_fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == page()
        print(f"{TARGET.name} is {'fresh' if is_fresh else 'stale: run python tools/generate_keys.py'}")
        return 0 if is_fresh else 1
    TARGET.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
