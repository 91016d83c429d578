"""mvo-tui: plan a Minimum Viable Operation in the terminal and see how ready it is.

Kept free of imports: every command, `--version` too, starts here.
"""

__version__ = "0.1.0"
