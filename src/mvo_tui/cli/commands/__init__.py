"""One command a module; its name is the module's, and its line in the list of commands stands here.

Each module has ``DESCRIPTION`` (what ``--help`` says, with an example), ``add_arguments(parser)`` and
``run(args) -> int``, the exit code. Modules import what they need inside ``run``, pathlib too, and the list of commands
imports none of them, so that ``--help`` stays quick.
"""

HELP = {
    "open": "open a plan in the interface (the default command)",
    "new": "write a new plan, empty or from a sample",
    "demo": "look at a sample plan in the interface; nothing is kept",
    "samples": "list the sample plans, or print one",
    "ask": "be asked the open questions, one at a time",
    "check": "judge plans: readiness, lean, level, and what to do next",
    "show": "print the whole plan as readable text",
    "load": "say who does what, how full their weeks are, and how many customers they bear",
    "trace": "say why an item exists, and what carries it",
    "without": "say what breaks without people, tools, roles or processes",
    "set": "set or blank one field of a plan",
    "diff": "say what differs between two plans, by meaning",
    "merge": "put two versions of a plan together, by meaning",
    "schema": "print the JSON Schema of the plan file",
    "info": "print versions, folders, what is known of this terminal, and the set-up for git",
}
"""What ``mvo-tui --help`` says of each command, in its order."""
