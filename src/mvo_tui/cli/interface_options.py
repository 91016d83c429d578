"""The options of every command that opens the interface."""

import argparse

TYPE_CHECKING = False  # importing typing would take as long as the help itself
if TYPE_CHECKING:
    from typing import Any

THEMES = ("light", "dark", "ansi-light", "ansi-dark")


def add_interface_options(parser: argparse.ArgumentParser) -> None:
    """How the interface looks, and what it takes."""
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII characters alone")
    parser.add_argument("--theme", choices=THEMES, default="", help="ansi: the terminal's own colours")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")


def add_read_only(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--read-only", action="store_true", help="show it; change nothing and write nothing")


def interface_options(args: argparse.Namespace) -> "dict[str, Any]":
    """The same as keywords for `launch`."""
    return {
        "is_ascii": args.ascii,
        "theme": args.theme,
        "has_mouse": not args.no_mouse,
        "is_read_only": getattr(args, "read_only", False),
    }
