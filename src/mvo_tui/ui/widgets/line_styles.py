"""The styles of what is drawn by line: how a text means what it says, and where the cursor stands."""

STYLES = ("muted", "strong", "head", "good", "warn", "bad", "mark")
"""What a span may be; "" is as it is."""
LINE_CLASSES = frozenset({f"line--{name}" for name in (*STYLES, "cursor", "cursor-blurred", "jump")})
"""The component classes that `line_css` gives their colours."""

_CSS = """
    WIDGET {
        & > .line--cursor { background: $primary; color: $background; }
        & > .line--cursor-blurred { background: $panel; color: $foreground; }
        & > .line--jump { background: $accent; color: $background; text-style: bold; }
        & > .line--muted { color: $text-muted; }
        & > .line--strong { text-style: bold; }
        & > .line--head { color: $primary; text-style: bold; }
        & > .line--good { color: $success; }
        & > .line--warn { color: $warning; }
        & > .line--bad { color: $error; text-style: bold; }
        & > .line--mark { color: $accent; }
    }
    /* The terminal's own colours: nobody knows which of them can be read on which. */
    WIDGET:ansi > .line--cursor { background: ansi_default; color: ansi_default; text-style: reverse; }
    WIDGET:ansi > .line--cursor-blurred { background: ansi_default; color: ansi_default; text-style: underline; }
    /* Reversed, so the two are the other way round: grey on grey would not be seen. */
    WIDGET:nocolor > .line--cursor { background: $background; color: $foreground; text-style: reverse; }
    WIDGET:nocolor > .line--cursor-blurred { text-style: underline; }
    WIDGET:nocolor > .line--jump { background: $background; color: $foreground; text-style: bold reverse; }
"""


def line_css(widget: str) -> str:
    """The style sheet of the component classes of `widget`."""
    return _CSS.replace("WIDGET", widget)
