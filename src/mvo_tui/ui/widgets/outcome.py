"""What an answer brought, as facts: points, the finding that it settled, a level that was reached. Never praise."""

from mvo_tui.plan.places import item_of
from mvo_tui.readiness.ledger import Finding, RuleResult
from mvo_tui.readiness.level import Level
from mvo_tui.readiness.report import Report
from mvo_tui.ui.commands import spoken_key_of

_LEAST = 0.05  # points; less is not seen in the numbers
_ORDER = list(Level)
Titled = tuple[float, str]
"""The points and the title of a finding."""


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
    """What the numbers at the top have moved by; where a gate holds Ready there, that, and what is earned behind it."""
    parts = [
        _points(after.score - before.score, "Ready") or _held(before, after),
        _points((after.lean or 0.0) - before.lean, "Lean") if before.lean is not None else "",
    ]
    return " ".join(part for part in parts if part)


def _held(before: Report, after: Report) -> str:
    earned = _points(after.earned - before.earned, "earned")
    return f"{earned}, Ready held at {after.score:.0f}" if earned and after.held_by else ""


def _sentences(before: Report, after: Report) -> tuple[str, ...]:
    settled, opened, narrowed = _gone(before, after), _gone(after, before), _narrowed(before, after)
    return (
        _named("No longer open", settled),
        "" if settled else _named("Open now", opened) or _named("Still open", narrowed),
        _level(before, after),
    )


def _points(points: float, number: str) -> str:
    return f"{points:+.1f} {number}" if abs(points) >= _LEAST else ""


def _gone(before: Report, after: Report) -> list[str]:
    """The titles of the findings of `before` that `after` has not, the weightiest first."""
    gone: list[Titled] = []
    for old, new in zip(before.results, after.results, strict=True):
        if old.missing and not new.missing:
            gone.append((old.worth, old.missing.title))
        if old.findings != new.findings:
            gone += [titled for titled, later in _changed(old, new) if later is None]
    return _weightiest_first(gone)


def _narrowed(before: Report, after: Report) -> list[str]:
    """What findings of `before` say now that are settled in part: there is a measure, and still no target."""
    pairs = zip(before.results, after.results, strict=True)
    changed = [_changed(old, new) for old, new in pairs if old.findings != new.findings]
    return _weightiest_first([later for pair in changed for _, later in pair if later is not None])


def _changed(old: RuleResult, new: RuleResult) -> list[tuple[Titled, Titled | None]]:
    """The findings of `old` that left their place, each with the one of `new` that says less or more of the same."""
    places, before = {found.place for found in new.findings}, {found.place for found in old.findings}
    later = [found for found in new.findings if found.place not in before]
    return [
        (
            (found.points, found.title),
            next(((each.points, each.title) for each in later if _is_of_the_same(each, found)), None),
        )
        for found in old.findings
        if found.place not in places
    ]


def _is_of_the_same(one: Finding, other: Finding) -> bool:
    """Whether two findings are of one item, and one of them says no more than a part of what the other says."""
    few, many = sorted((_words(one.title), _words(other.title)), key=len)
    return few <= many and item_of(one.place) == item_of(other.place)


def _words(title: str) -> set[str]:
    return set(title.replace(",", " ").split())


def _weightiest_first(titled: list[Titled]) -> list[str]:
    return list(dict.fromkeys(title for _, title in sorted(titled, key=lambda entry: -entry[0])))


def _named(what: str, titles: list[str]) -> str:
    if not titles:
        return ""
    return f"{what}: {titles[0]}" + (f", and {len(titles) - 1} more." if titles[1:] else ".")


def _level(before: Report, after: Report) -> str:
    if after.level is before.level:
        return ""
    verb = "now" if _ORDER.index(after.level) > _ORDER.index(before.level) else "back to"
    return f"Level {verb} {after.level.capitalize()}."
