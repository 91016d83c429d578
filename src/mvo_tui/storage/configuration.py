"""The founder's own settings: ``config.toml`` in the platform's folder for them; MVO_CONFIG names another file.

The program reads it and never writes it. What is wrong in it is told in a sentence each and stops nothing.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

VARIABLE = "MVO_CONFIG"
THEMES = {"light": "mvo-light", "dark": "mvo-dark", "ansi-light": "ansi-light", "ansi-dark": "ansi-dark"}
"""The themes by the names that a founder writes, and what the interface calls them."""


class Configuration(NamedTuple):
    """What the founder has set.

    Attributes:
        path: the file, whether it is there or not.
        theme: a value of `THEMES`, "" where none is set.
        is_ascii: draw with ASCII alone.
        has_mouse: listen to the mouse.
        has_kitty_keys: let terminals that can report every key by itself do so.
        keys: the keys of actions, by the id of the action, as they are written there.
        complaints: a sentence for each thing that is wrong.
    """

    path: Path
    theme: str = ""
    is_ascii: bool = False
    has_mouse: bool = True
    has_kitty_keys: bool = True
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    complaints: tuple[str, ...] = ()


def configuration_path() -> Path:
    """Where the configuration is, or would be."""
    if redirected := os.environ.get(VARIABLE):
        return Path(redirected)
    from platformdirs import user_config_path

    return user_config_path("mvo-tui", appauthor=False) / "config.toml"
