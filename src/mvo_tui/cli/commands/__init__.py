"""One command a module: ``HELP``, ``add_arguments(parser)`` and ``run(args) -> int``. The module's name is the command's.

Modules import what they need inside ``run``, so that ``--help`` stays quick.
"""
