"""Every meaning can be read on every ground, on a projector too: at least 4.5:1 (WCAG 2.2, 1.4.3)."""

import pytest
from textual.color import Color
from textual.theme import Theme

from mvo_tui.ui.themes import DARK, LIGHT

ENOUGH = 4.5
MEANINGS = ("foreground", "primary", "secondary", "accent", "success", "warning", "error")
GROUNDS = ("background", "surface", "panel")


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part / 255) for part in Color.parse(color).rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("meaning", [*MEANINGS, "text-muted"])
def test_every_meaning_can_be_read_on_every_ground(theme: Theme, ground: str, meaning: str) -> None:
    color = theme.variables[meaning] if meaning == "text-muted" else getattr(theme, meaning)
    assert contrast(color, getattr(theme, ground)) >= ENOUGH


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_line_under_the_cursor_can_be_read(theme: Theme) -> None:
    assert contrast(theme.variables["cursor"], theme.primary) >= ENOUGH
    assert theme.background is not None
    assert contrast(theme.background, theme.primary) >= ENOUGH
