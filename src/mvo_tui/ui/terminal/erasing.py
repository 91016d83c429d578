"""Whether the terminal can erase cells in a colour, so that many blanks take few bytes."""

import os


def leaves_ground() -> bool:
    """Whether cells that are erased take the ground of the look (`bce`), as this machine's terminfo says.

    Terminals differ in that. One that is not known here, and any on Windows, is taken for one that does not; and so is
    what runs in GNU screen (`STY`), which does not whatever name it was given.
    """
    if "STY" in os.environ:
        return False
    try:
        import curses
    except ImportError:
        return False
    try:
        curses.setupterm(fd=2)
    except curses.error:
        return False
    return curses.tigetflag("bce") == 1 and curses.tigetstr("ech") == b"\x1b[%p1%dX"
