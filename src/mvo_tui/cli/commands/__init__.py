"""One command a module: ``HELP``, ``add_arguments(parser)`` and ``run(args) -> int``. The module's name is its own.

Modules import what they need inside ``run``, pathlib too, so that ``--help`` stays quick.
"""
