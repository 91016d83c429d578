"""Write docs/rules.md from the rules themselves; with --check, only say whether it is fresh."""

import sys
from importlib import import_module
from inspect import cleandoc
from pathlib import Path

from mvo_tui.readiness import rules, subjects
from mvo_tui.readiness.catalogue import VERSION, all_rules
from mvo_tui.readiness.ledger import scale
from mvo_tui.readiness.rule import CAP, WEIGHT, Area, Measure, Missing, Rule, Severity

LONGEST = 160  # characters of a line of a sample
TARGET = Path(__file__).parent.parent / "docs" / "rules.md"
INTRO = """# The rules

Generated from `src/mvo_tui/readiness/rules/` by `tools/generate_rules.py`: version {version} of the set,
{readiness} rules of Readiness and {lean} of Lean. How they become a score is told in [readiness.md](readiness.md),
the words of a plan in [plan-format.md](plan-format.md). The checks find gaps; a plan without one can still fail.

Each rule stands with what it wishes for, what it is worth, why it matters, what to do, and two small plans: one that
passes and one that does not. Both are tests. In a file they would begin with `format = 1`; ids that they leave out are
made on load. A rule's points are split evenly over what it looks at, so one process of four without an owner costs a
quarter of them.

{severities}
"""
MISSING_INTRO = """## What is missing altogether

While there is nothing of a kind, the rules that look at it have nothing to say. They fold into one of these findings,
which is worth all of them together and as grave as the gravest.
"""


def page() -> str:
    """The whole page."""
    measures = [rule.measure for rule in all_rules()]
    intro = INTRO.format(
        version=VERSION,
        readiness=measures.count(Measure.READINESS),
        lean=measures.count(Measure.LEAN),
        severities=severities(),
    )
    areas = (section(area) for area in Area)
    return "\n".join([intro, contents(), *areas, MISSING_INTRO, *map(missing, missing_things())])


def severities() -> str:
    rows = (f"| {severity} | {WEIGHT[severity]:g} | {held(severity)} |" for severity in Severity)
    return "\n".join(["| Severity | Weight | While one stands |", "|---|---|---|", *rows])


def held(severity: Severity) -> str:
    return f"the score shows {CAP[severity]:g} at most" if severity in CAP else "the score is not held"


def contents() -> str:
    """Every rule by area, Lean's apart, with links."""
    lines = ["| Area | Readiness | Lean |", "|---|---|---|"]
    for area in Area:
        cells = (", ".join(f"[{rule.id}](#{rule.id})" for rule in of(area, measure)) for measure in Measure)
        lines.append(f"| {area.capitalize()} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def of(area: Area, measure: Measure) -> list[Rule]:
    return [rule for rule in all_rules() if rule.area is area and rule.measure is measure]


def section(area: Area) -> str:
    parts = [f"## {area.capitalize()}", ""]
    for measure in Measure:
        parts += map(entry, of(area, measure))
    return "\n".join(parts)


def entry(rule: Rule) -> str:
    """One rule: its wish, what it is worth, why, what to do, and its two samples."""
    return "\n".join(
        [
            f"### {rule.id}",
            "",
            wish(rule),
            "",
            f"*{rule.measure.capitalize()}, {rule.severity}, {worth(rule)}; judged for {rule.subjects.name};"
            f" about {minutes(rule.effort_minutes)} to mend.*",
            "",
            f"Why: {rule.why}",
            "",
            f"What to do: {rule.fix}",
            "",
            "Passes:",
            "",
            *toml(rule.good),
            "Does not pass:",
            "",
            *toml(rule.bad),
        ]
    )


def wish(rule: Rule) -> str:
    """What the rule's module says of it."""
    return cleandoc(import_module(f"{rules.__name__}.{rule.id.replace('-', '_')}").__doc__ or "")


def worth(rule: Rule) -> str:
    points = rule.weight * scale(all_rules(), rule.measure)
    return f"{points:.2f} of 100 points" if points else "no points"


def minutes(number: int) -> str:
    return "1 minute" if number == 1 else f"{number} minutes"


def toml(sample: str) -> list[str]:
    return ["```toml", *map(shortened, sample.strip().splitlines()), "```", ""]


def shortened(line: str) -> str:
    """A line as it is, or its beginning where it goes on and on."""
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 40]} ...  # and so on, {len(line)} characters"


def missing_things() -> list[Missing]:
    return [value for value in vars(subjects).values() if isinstance(value, Missing)]


def missing(thing: Missing) -> str:
    return "\n".join(
        [
            f"### {thing.title}",
            "",
            f"*`{thing.rule}`, at `{thing.place}`; about {minutes(thing.effort_minutes)} to begin.*",
            "",
            f"Why: {thing.why}",
            "",
            f"What to do: {thing.fix}",
            "",
        ]
    )


def main() -> int:
    if "--check" in sys.argv[1:]:
        is_fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == page()
        print(f"{TARGET.name} is {'fresh' if is_fresh else 'stale: run python -m tools.generate_rules'}")
        return 0 if is_fresh else 1
    TARGET.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
