"""What the configuration file says, each value checked by itself: one that is wrong does not spoil the others.

Most founders have none and every start asks for it, so what reads it is imported only where there is one.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mvo_tui.plan.errors import PlanError
from mvo_tui.storage.configuration import THEMES, VARIABLE, Configuration, configuration_path

MOST_KEYS = 200
"""Entries of the table of keys; there are fewer actions."""
_SWITCHES = {"ascii": "is_ascii", "mouse": "has_mouse", "kitty_keys": "has_kitty_keys"}
_KNOWN = ("theme", *_SWITCHES, "keys")


def read_configuration() -> Configuration:
    """The configuration of now; the plain one where there is none."""
    path = configuration_path()
    if not os.path.lexists(path) and not os.environ.get(VARIABLE):
        return Configuration(path)
    return configuration_at(path)


def configuration_at(path: Path) -> Configuration:
    """The configuration in the file at `path`; complaints where it, or a part of it, can't be used."""
    from mvo_tui.storage.control_characters import shown
    from mvo_tui.storage.parsing import parse
    from mvo_tui.storage.problems import TomlError
    from mvo_tui.storage.reading import decode, read_bytes

    try:
        raw = parse(decode(read_bytes(path), shown(str(path))).text)
    except TomlError as error:
        problem = error.problem
        return _refused(path, f"line {problem.line}, column {problem.column}: {problem.what}. It is left aside.")
    except PlanError as error:
        return _refused(path, str(error).splitlines()[0].removesuffix(" Nothing was changed."))
    values: dict[str, Any] = {}
    complaints = tuple(_take(raw, values))
    return Configuration(path, **values, complaints=complaints)


def _refused(path: Path, why: str) -> Configuration:
    return Configuration(path, complaints=(why,))


def _take(raw: dict[str, Any], values: dict[str, Any]) -> Iterator[str]:
    """Put what is right into `values`; a sentence for each thing that is not."""
    for name, value in raw.items():
        if name == "theme":
            if isinstance(value, str) and value.removeprefix("mvo-") in THEMES:
                values["theme"] = THEMES[value.removeprefix("mvo-")]
            else:
                yield f"theme is one of {', '.join(THEMES)}."
        elif name in _SWITCHES:
            if isinstance(value, bool):
                values[_SWITCHES[name]] = value
            else:
                yield f"{name} is true or false."
        elif name == "keys":
            keys: dict[str, tuple[str, ...]] = {}
            yield from _take_keys(value, keys)
            values["keys"] = keys
        else:
            from mvo_tui.plan.suggestions import did_you_mean

            yield f'there is no setting "{_short(name)}". {did_you_mean(name, _KNOWN)}'.rstrip()


def _take_keys(raw: object, keys: dict[str, tuple[str, ...]]) -> Iterator[str]:
    if not isinstance(raw, dict):
        yield 'keys is a table: [keys], and in it lines such as undo = "ctrl+r".'
        return
    for action, wished in list(raw.items())[:MOST_KEYS]:
        listed = [wished] if isinstance(wished, str) else wished
        if isinstance(listed, list) and all(isinstance(key, str) for key in listed):
            keys[_short(action)] = tuple(map(_short, listed))
        else:
            yield f'the keys of {_short(action)} are a text or a list of texts, as in ["ctrl+r", "f4"].'


def _short(text: str) -> str:
    """A word of the file as it may stand in a sentence."""
    from mvo_tui.storage.control_characters import shown

    return shown(text)[:40]
