"""How the interface is to be: as the command line says, else the configuration, else as it was left the last time."""

from typing import NamedTuple

from mvo_tui.storage.configuration import THEMES, Configuration
from mvo_tui.ui.commands import COMMANDS, Command

MOST_TOLD = 3
"""Complaints told at the start; `mvo-tui info` lists all of them."""


class Settings(NamedTuple):
    """What does not change while the program runs, but for the theme, which `theme` is the first of.

    Attributes:
        theme: a value of `THEMES`, "" for the one of the program.
        commands: the actions with the keys in force.
        complaints: what is to be told of the configuration.
        is_read_only: nothing can be changed, and nothing is written.
        offers_tour: say, once, that there is a tour.
    """

    theme: str = ""
    is_ascii: bool = False
    has_mouse: bool = True
    is_read_only: bool = False
    offers_tour: bool = False
    commands: tuple[Command, ...] = COMMANDS
    complaints: tuple[str, ...] = ()


def settings_from(
    configuration: Configuration,
    *,
    theme: str = "",
    is_ascii: bool = False,
    has_mouse: bool = True,
    is_read_only: bool = False,
) -> Settings:
    """The settings of this start; the keywords are what the command line says."""
    from mvo_tui.storage.preferences import read_preferences

    left = read_preferences()
    remembered = left.theme if left.theme in THEMES.values() else ""
    commands, complaints = COMMANDS, configuration.complaints
    if configuration.keys:
        from mvo_tui.ui.own_keys import with_own_keys

        own = with_own_keys(configuration.keys)
        commands, complaints = own.commands, (*complaints, *own.complaints)
    return Settings(
        theme=THEMES.get(theme, theme) or configuration.theme or remembered,
        is_ascii=is_ascii or configuration.is_ascii,
        has_mouse=has_mouse and configuration.has_mouse,
        is_read_only=is_read_only,
        offers_tour=not left.is_toured,
        commands=commands,
        complaints=complaints,
    )


def told_at_start(complaints: tuple[str, ...]) -> tuple[str, ...]:
    """The first complaints, and how many there are besides."""
    more = len(complaints) - MOST_TOLD
    rest = (f"{more} more: mvo-tui info lists them.",) if more > 0 else ()
    return tuple(f"Configuration: {sentence}" for sentence in (*complaints[:MOST_TOLD], *rest))
