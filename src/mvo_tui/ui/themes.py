"""The two themes. Every meaning has a contrast of at least 4.5:1 on every ground it stands on (a test holds it).

Made for a projector: the light one is the first choice there, since dim dark grounds wash out.
"""

from typing import NamedTuple

from textual.theme import Theme

LIGHT = Theme(
    name="mvo-light",
    dark=False,
    background="#ffffff",
    foreground="#1a1a1a",
    surface="#f5f5f2",
    panel="#e7e7e1",
    primary="#0b4a94",
    secondary="#5b3a8c",
    accent="#7d3400",
    success="#0a5f28",
    warning="#6e4900",
    error="#9e1212",
    variables={"text-muted": "#4d4d4d", "text": "#1a1a1a", "cursor": "#ffffff", "block-cursor-foreground": "#ffffff"},
)
DARK = Theme(
    name="mvo-dark",
    dark=True,
    background="#0f1317",
    foreground="#ececea",
    surface="#161b21",
    panel="#232b34",
    primary="#8cc0ff",
    secondary="#cdb2ff",
    accent="#ffb879",
    success="#86e0a4",
    warning="#f4cf5d",
    error="#ffa4a4",
    variables={"text-muted": "#b3bac2", "text": "#ececea", "cursor": "#0f1317", "block-cursor-foreground": "#0f1317"},
)
OTHER = {LIGHT.name: DARK.name, DARK.name: LIGHT.name, "ansi-light": "ansi-dark", "ansi-dark": "ansi-light"}
"""The themes that are offered, each with the one to change to. The last two are made of the terminal's own colours."""


class ThemeChoice(NamedTuple):
    """A theme to choose, by its name, and what the palette calls it."""

    name: str
    title: str


def theme_choices(now: str) -> tuple[ThemeChoice, ...]:
    """The themes that are offered; the one of now says so."""
    titles = {
        LIGHT.name: "Theme: light",
        DARK.name: "Theme: dark",
        "ansi-light": "Theme: the terminal's own colours, on light",
        "ansi-dark": "Theme: the terminal's own colours, on dark",
    }
    return tuple(
        ThemeChoice(name, f"{title}{'   (this one)' if name == now else ''}") for name, title in titles.items()
    )
