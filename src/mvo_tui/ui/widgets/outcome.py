"""What an answer brought, as facts: points, the finding that it settled, a level that was reached. Never praise."""

from mvo_tui.readiness.level import Level
from mvo_tui.readiness.report import Report
from mvo_tui.ui.commands import spoken_key_of

_LEAST = 0.05  # points; less is not seen in the numbers
_ORDER = list(Level)


def outcome(before: Report, after: Report) -> str:
    """In one or two short sentences what became of the plan between two reports; empty where nothing did."""
    return "  ".join(part for part in (_numbers(before, after), *_sentences(before, after)) if part)


def outcome_of(label: str, before: Report, after: Report) -> str:
    """The same of an edit of that label. What stands first is in sight in the narrowest window."""
    parts = (
        _numbers(before, after),
        f"{label}.",
        f"{spoken_key_of('undo')} takes it back.",
        *_sentences(before, after),
    )
    return "  ".join(part for part in parts if part)


def _numbers(before: Report, after: Report) -> str:
    parts = [
        _points(after.earned - before.earned, "Ready"),
        _points((after.lean or 0.0) - before.lean, "Lean") if before.lean is not None else "",
    ]
    return " ".join(part for part in parts if part)


def _sentences(before: Report, after: Report) -> tuple[str, ...]:
    settled, opened = _gone(before, after), _gone(after, before)
    return (
        _named("No longer open", settled),
        "" if settled else _named("Open now", opened),
        _level(before, after),
    )


def _points(points: float, number: str) -> str:
    return f"{points:+.1f} {number}" if abs(points) >= _LEAST else ""


def _gone(before: Report, after: Report) -> list[str]:
    """The titles of the findings of `before` that `after` has not, the weightiest first."""
    gone: list[tuple[float, str]] = []
    for old, new in zip(before.results, after.results, strict=True):
        if old.missing and not new.missing:
            gone.append((old.worth, old.missing.title))
        if old.findings != new.findings:
            standing = {finding.place for finding in new.findings}
            gone += [(finding.points, finding.title) for finding in old.findings if finding.place not in standing]
    return list(dict.fromkeys(title for _, title in sorted(gone, key=lambda entry: -entry[0])))


def _named(what: str, titles: list[str]) -> str:
    if not titles:
        return ""
    return f"{what}: {titles[0]}" + (f", and {len(titles) - 1} more." if titles[1:] else ".")


def _level(before: Report, after: Report) -> str:
    if after.level is before.level:
        return ""
    verb = "now" if _ORDER.index(after.level) > _ORDER.index(before.level) else "back to"
    return f"Level {verb} {after.level.capitalize()}."
