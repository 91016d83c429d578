"""The rules of feedback where their logic has edges; each also has its two samples (tests/contracts)."""

import pytest

from mvo_tui.readiness.rule import Outcome
from tests.readiness.one_rule import places_of, titles_of, verdicts


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Sold", "Left over"], []),
        (["Sold", "Left over", "Late"], []),
        (["Sold"], ["Only one KPI has a name"]),
        (["Sold", "TBD", " "], ["Only one KPI has a name"]),
        (["TBD"], ["No KPI has a name"]),
    ],
)
def test_two_kpis_are_two_that_say_something(names: list[str], expected: list[str]) -> None:
    plan = "".join(f'[[kpis]]\nid = "kpi-{n}"\nname = "{name}"\n' for n, name in enumerate(names))
    assert titles_of("has-two-kpis", plan) == expected


@pytest.mark.parametrize(
    ("kinds", "is_passed"),
    [
        (["leading", "lagging"], True),
        (["leading", "vibe", "lagging"], True),
        (["leading", "leading"], False),
        (["lagging"], False),
        (["vibe", ""], False),
    ],
)
def test_one_kpi_warns_and_one_confirms(kinds: list[str], is_passed: bool) -> None:
    plan = "".join(f'[[kpis]]\nid = "kpi-{n}"\nkind = "{kind}"\n' for n, kind in enumerate(kinds))
    assert places_of("has-leading-and-lagging", plan) == ([] if is_passed else ["kpis"])


@pytest.mark.parametrize(
    ("rule", "field", "answer", "no_answers"),
    [
        ("kpi-has-target", "target", "0", []),
        ("kpi-has-target", "target", "-3.5", []),
        ("kpi-has-unit", "unit", '"%"', ['""', '"TBD"']),
        ("kpi-has-direction", "direction", '"at most"', ['""', '"up"']),
        ("kpi-has-source", "source", '"Till roll"', ['"?"']),
        ("kpi-has-off-track-action", "off_track_action", '"Bake less"', ['"TBD"']),
        ("kpi-has-owner", "owner", '"baker"', ['""', '"ole"', '"ghost"', '"everyone"']),
        ("kpi-has-reading", "readings", "[{ value = 0 }]", ["[]", "[{}]", "[{ date = 2026-01-01 }]"]),
    ],
)
def test_each_kpi_is_asked(rule: str, field: str, answer: str, no_answers: list[str]) -> None:
    there = '[[roles]]\nid = "baker"\n[[people]]\nid = "ole"\nname = "Ole"\n[[kpis]]\nid = "sold"\n'
    assert places_of(rule, there) == [f"kpis.sold.{field}"]
    assert places_of(rule, f"{there}{field} = {answer}") == []
    for no_answer in no_answers:
        assert places_of(rule, f"{there}{field} = {no_answer}") == [f"kpis.sold.{field}"]


def test_a_person_is_no_owner_of_a_number() -> None:
    (problem,) = verdicts(
        "kpi-has-owner", '[[people]]\nid = "ole"\nname = "Ole"\n[[kpis]]\nname = "Sold"\nowner = "ole"'
    )
    assert problem.fix == "Ole is a person: choose the role."


@pytest.mark.parametrize(
    ("kpi", "expected"),
    [
        ('promise = "warm"', []),
        ('processes = ["bake"]', []),
        ('promise = "cold"\nprocesses = ["ghost", "bake"]', []),  # one good link is enough
        ('promise = "wrm"', [("kpis.sold.promise", Outcome.FAIL)]),
        ('processes = ["ghost"]', [("kpis.sold.processes", Outcome.FAIL)]),
        ("", [("kpis.sold.promise", Outcome.UNKNOWN)]),
    ],
)
def test_a_kpi_measures_a_promise_or_a_process(kpi: str, expected: list[tuple[str, Outcome]]) -> None:
    plan = f'[[promises]]\nid = "warm"\n[[processes]]\nid = "bake"\n[[kpis]]\nid = "sold"\n{kpi}'
    assert [(problem.place, problem.outcome) for problem in verdicts("kpi-measures-something", plan)] == expected


@pytest.mark.parametrize(
    ("cadence", "expected"),
    [("weekly", None), ("bi-weekly", None), ("monthly", Outcome.FAIL), ("Weekly", Outcome.FAIL), ("", Outcome.UNKNOWN)],
)
def test_the_review_is_weekly_or_bi_weekly(cadence: str, expected: Outcome | None) -> None:
    found = verdicts("review-has-cadence", f'[review]\nday = "mon"\ncadence = "{cadence}"')
    assert [problem.outcome for problem in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        ('day = "mon"\ntime = 00:00:00\nminutes = 20', []),  # midnight is a time
        ('day = "Monday"\ntime = 09:00:00\nminutes = 20', ["review.day"]),
        ("time = 09:00:00\nminutes = 20", ["review.day"]),
        ('day = "mon"\nminutes = 20', ["review.time"]),
        ('day = "mon"\ntime = 09:00:00', ["review.minutes"]),
        ('day = "mon"\ntime = 09:00:00\nminutes = 0', ["review.minutes"]),
    ],
)
def test_the_review_has_a_day_a_time_and_a_length(slot: str, expected: list[str]) -> None:
    assert places_of("review-has-slot", f"[review]\n{slot}") == expected


@pytest.mark.parametrize(
    ("attendees", "expected"),
    [([], Outcome.UNKNOWN), (["ghost"], Outcome.FAIL), (["ghost", "ole"], None), ([""], Outcome.UNKNOWN)],
)
def test_somebody_who_exists_attends_the_review(attendees: list[str], expected: Outcome | None) -> None:
    plan = f'[review]\ncadence = "weekly"\nattendees = {attendees}\n[[people]]\nid = "ole"'
    found = verdicts("review-has-attendees", plan)
    assert [problem.outcome for problem in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("rule", "field", "answer"),
    [("debt-has-owner", "owner", "baker"), ("debt-says-when-to-repay", "repay_when", "Ten orders a day")],
)
def test_each_debt_is_asked(rule: str, field: str, answer: str) -> None:
    there = '[[roles]]\nid = "baker"\n[[debts]]\nid = "paper"\n'
    assert places_of(rule, there) == [f"debts.paper.{field}"]
    assert places_of(rule, f'{there}{field} = "everyone"' if field == "owner" else f'{there}{field} = "?"') == [
        f"debts.paper.{field}"
    ]
    assert places_of(rule, f'{there}{field} = "{answer}"') == []


# Lean


@pytest.mark.parametrize(("count", "expected"), [(0, []), (3, []), (4, ["4 KPIs, where 3 would do"])])
def test_at_most_three_kpis(count: int, expected: list[str]) -> None:
    assert titles_of("at-most-three-kpis", "".join(f'[[kpis]]\nid = "kpi-{n}"\n' for n in range(count))) == expected
