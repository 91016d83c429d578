"""The keys that a founder has chosen in the configuration, put into the declared actions.

What can't be is told in a sentence and left out; an action never ends up with less than it was declared with because of
a key that does not work.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mvo_tui.plan.suggestions import did_you_mean
from mvo_tui.ui.commands import COMMANDS, Command, Where
from mvo_tui.ui.key_names import key_named, risk_of, shown_key, why_not


class OwnKeys(NamedTuple):
    """The actions with the keys in force; what could not be done (`complaints`), and what may go wrong (`risks`)."""

    commands: tuple[Command, ...] = COMMANDS
    complaints: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()


def with_own_keys(wishes: Mapping[str, Sequence[str]], declared: tuple[Command, ...] = COMMANDS) -> OwnKeys:
    """Give the actions, by id, the keys of `wishes`, each key as a founder writes it; no key at all is a wish too."""
    known = {command.id: command for command in declared}
    complaints: list[str] = []
    given: dict[str, tuple[str, ...]] = {}
    for action, written in wishes.items():
        if action not in known:
            hint = did_you_mean(action, known)
            complaints.append(f'There is no action "{action}". {hint}'.rstrip())
            continue
        keys = tuple(_usable(action, written, complaints))
        keys = tuple(key for key in keys if not _is_given(key, known[action], given, known, complaints))
        if keys or not written:
            given[action] = keys
    commands = tuple(_with_keys(command, given[command.id]) if command.id in given else command for command in declared)
    commands = tuple(_without_taken(command, commands, given, complaints) for command in commands)
    risks = [
        f"{shown_key(key)} for {action}: {risk}."
        for action, keys in given.items()
        for key in keys
        if (risk := risk_of(key))
    ]
    return OwnKeys(commands, tuple(complaints), tuple(risks))


def _usable(action: str, written: Iterable[str], complaints: list[str]) -> Iterator[str]:
    """The keys that can be used, each once."""
    seen = set()
    for text in written:
        key = key_named(text)
        if not key:
            complaints.append(f'There is no key "{text}", which {action} is to have.')
        elif reason := why_not(key):
            complaints.append(f"{text} can't be used for {action}: {reason}.")
        elif key not in seen:
            seen.add(key)
            yield key


def _is_given(
    key: str,
    command: Command,
    given: Mapping[str, Sequence[str]],
    known: Mapping[str, Command],
    complaints: list[str],
) -> bool:
    """Whether another action that can be taken on the same screen has been given `key` already."""
    for other, keys in given.items():
        if key in keys and meet(command.where, known[other].where):
            complaints.append(f"{shown_key(key)} is given to both {other} and {command.id}: {other} keeps it.")
            return True
    return False


def _without_taken(
    command: Command, commands: Sequence[Command], given: Mapping[str, Sequence[str]], complaints: list[str]
) -> Command:
    """`command` without the keys that were given to another action of the same screen."""
    if command.id in given:
        return command
    taken = {
        key: other
        for other in commands
        if other.id in given and meet(command.where, other.where)
        for key in given[other.id]
    }
    left = [key for key in (*command.keys, *command.letters) if key not in taken]
    for key in (*command.keys, *command.letters):
        if key in taken:
            rest = f"has {' '.join(map(shown_key, left))} left" if left else "is in the palette"
            complaints.append(f"{shown_key(key)} is {taken[key].id} now; {command.id} {rest}.")
    return _with_keys(command, left) if len(left) < len(command.keys) + len(command.letters) else command


def _with_keys(command: Command, keys: Iterable[str]) -> Command:
    """Printable keys and those that fields delete with are for outside of fields."""
    all_keys = tuple(keys)
    while_typing = tuple(key for key in all_keys if ("+" in key or key[1:].isdigit()) and not key.startswith("shift+"))
    return command._replace(keys=while_typing, letters=tuple(key for key in all_keys if key not in while_typing))


def meet(one: Where, other: Where) -> bool:
    """Whether actions of both can be taken on one screen."""
    if one is other or Where.EVERYWHERE in (one, other):
        return True
    return (one is Where.VIEWS and other.is_view) or (other is Where.VIEWS and one.is_view)
