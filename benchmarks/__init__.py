"""Measures how fast the program is, side by side with a bare Textual app and with the standard library.

`python -m benchmarks` prints one table; `docs/performance.md` says how to read it.
"""
