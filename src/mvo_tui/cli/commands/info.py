"""``mvo-tui info``: versions, folders and what is known of this terminal; what to send along with a report."""

import argparse

TYPE_CHECKING = False  # importing typing would take as long as the help itself
if TYPE_CHECKING:
    from collections.abc import Iterator

DESCRIPTION = """\
Print versions, folders and what is known of this terminal. It holds nothing of
your plans: send it along when you report a fault.

The last two lines let git merge plans by meaning: run the first one once on
each machine, in the repository; put the second one into its .gitattributes.

  mvo-tui info --keys            what this terminal sends of the keys you press
"""

GIT_CONFIG = 'git config merge.mvo-tui.driver "mvo-tui merge %O %A %B -o %A --name %P"'
GIT_ATTRIBUTES = "*.mvo.toml merge=mvo-tui"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--keys", action="store_true", help="show what arrives of each key that you press")


def run(args: argparse.Namespace) -> int:
    if args.keys:
        from mvo_tui.ui.key_watch import watch_keys

        return watch_keys()
    import os
    import platform
    import sys
    from importlib.metadata import version

    from mvo_tui import __version__
    from mvo_tui.exports.text.wrapping import visible
    from mvo_tui.plan.model import FORMAT
    from mvo_tui.readiness.catalogue import VERSION, all_rules
    from mvo_tui.storage.samples import sample_names
    from mvo_tui.storage.state_folder import state_folder

    facts = {
        "mvo-tui": __version__,
        "plan format": str(FORMAT),
        "rules": f"version {VERSION}, {len(all_rules())} rules",
        "samples": ", ".join(sample_names()),
        "python": f"{platform.python_version()} on {platform.system()}",
        "textual": version("textual"),
        "pydantic": version("pydantic"),
        "state folder": str(state_folder()),
        "journals": _about_journals(),
        "backups": str(state_folder("backups")),
        "fault reports": str(state_folder("faults")),
        "terminal": os.environ.get("TERM", "not set") if sys.stdout.isatty() else "none (output is not a terminal)",
        "encoding": sys.stdout.encoding or "unknown",
        "colour": "off (NO_COLOR)" if os.environ.get("NO_COLOR") else "on",
    }
    for name, fact in facts.items():
        print(visible(f"{name:<14} {fact}"))
    for line in _about_configuration():
        print(visible(line))
    print("To let git merge plans by meaning, run the first line below once on each machine, in the repository;")
    print("the second belongs into the file .gitattributes there:")
    print(GIT_CONFIG)
    print(GIT_ATTRIBUTES)
    return 0


def _about_configuration() -> "Iterator[str]":
    """Where it is, what is wrong in it, and which keys it changes."""
    from mvo_tui.storage.configuration_file import read_configuration
    from mvo_tui.ui.commands import keys_of
    from mvo_tui.ui.own_keys import with_own_keys

    configuration = read_configuration()
    own = with_own_keys(configuration.keys)
    there = "" if configuration.path.exists() else " (not there)"
    yield f"{'configuration':<14} {configuration.path}{there}"
    for command in own.commands:
        if command.id in configuration.keys:
            yield f"  {command.id} has the keys: {keys_of(command) or 'none'}"
    for sentence in (*configuration.complaints, *own.complaints):
        yield f"  {sentence}"
    for risk in own.risks:
        yield f"  Mind: {risk}"


def _about_journals() -> str:
    """What programs that ended too early have left, in numbers."""
    from mvo_tui.storage.left_behind import journals

    found = journals()
    unsaved = sum(bool(content.edits or content.typed) for content in found.left_behind)
    if not unsaved and not found.foreign:
        return "none with words that were not saved"
    kept = f"{unsaved} with words that were not saved; the start screen lists them" if unsaved else ""
    foreign = f"{len(found.foreign)} that this mvo-tui can't read and leaves alone" if found.foreign else ""
    return ", ".join(filter(None, (kept, foreign)))
