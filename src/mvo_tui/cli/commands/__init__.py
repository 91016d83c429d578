"""One command a module; its name is the module's.

Each has ``HELP`` (its line in the list), ``DESCRIPTION`` (what ``--help`` says, with an example),
``add_arguments(parser)`` and ``run(args) -> int``, the exit code. Modules import what they need inside ``run``, pathlib
too, so that ``--help`` stays quick.
"""
