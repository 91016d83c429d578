"""Runs the program and writes down, with Python's audit hook, what it reached for: sockets, programs, files it changed.

    python listener.py REPORT WORD...

The report has a line of JSON for each thing: what, and with what.
"""

import json
import os
import sys

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
_REACHES = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.spawn",
    "os.posix_spawn",
    "os.system",
    "os.startfile",
    "webbrowser.",
)
_RUNS = ("exec", "compile")


def listen(report: str) -> None:
    file = os.open(report, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    is_writing = False

    def hear(event: str, args: tuple[object, ...]) -> None:
        nonlocal is_writing
        if is_writing:
            return
        wanted = event in _CHANGES or event.startswith(_REACHES)
        if event == "open":
            wanted = (
                isinstance(args[2], int) and bool(args[2] & _WRITES) and isinstance(args[0], str | bytes | os.PathLike)
            )
        if wanted:
            is_writing = True
            about = [os.fsdecode(arg) if isinstance(arg, str | bytes | os.PathLike) else repr(arg) for arg in args]
            os.write(file, (json.dumps([event, *about]) + "\n").encode())
            is_writing = False

    sys.addaudithook(hear)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    listen(sys.argv.pop(1))
    from mvo_tui.__main__ import main

    sys.exit(main())
