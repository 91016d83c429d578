"""The way in: `mvo-tui` and `python -m mvo_tui` both call `main`."""

import sys


def main() -> int:
    """Run one command line and return its exit code; the entry point exits with it."""
    try:
        from mvo_tui.cli.main import main as run_command_line

        return run_command_line(sys.argv[1:])
    except KeyboardInterrupt:  # before there was anything to interrupt
        return 130


if __name__ == "__main__":
    sys.exit(main())
