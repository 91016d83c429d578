"""The rules of ownership where their logic has edges; each also has its two samples (tests/contracts)."""

import pytest

from mvo_tui.plan.edits import MoveItem, SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.readiness.ledger import judge
from mvo_tui.readiness.rule import Outcome
from tests.plans import plan_from_toml
from tests.readiness.one_rule import places_of, rule_called, titles_of, verdicts

PEOPLE = """
[[roles]]
id = "baker"
held_by = "ole"
[[roles]]
id = "driver"
held_by = "ole"
[[roles]]
id = "seller"
held_by = "mira"
[[roles]]
id = "vacant"
[[people]]
id = "ole"
name = "Ole"
[[people]]
id = "mira"
"""


@pytest.mark.parametrize(
    ("held_by", "expected"),
    [
        ("", Outcome.UNKNOWN),
        ("ole", None),
        ("olle", Outcome.FAIL),
        ("Team", Outcome.FAIL),
        ("everyone", Outcome.FAIL),
    ],
)
def test_a_role_is_held_by_a_person_who_exists(held_by: str, expected: Outcome | None) -> None:
    plan = f'[[people]]\nid = "ole"\n[[roles]]\nid = "baker"\nheld_by = "{held_by}"'
    found = verdicts("role-is-held", plan)
    assert [(problem.place, problem.outcome) for problem in found] == (
        [("roles.baker.held_by", expected)] if expected else []
    )


@pytest.mark.parametrize(
    ("owner", "backup", "expected"),
    [
        ('"baker"', "", Outcome.UNKNOWN),
        ('"baker"', "seller", None),
        ('"baker"', "baker", Outcome.FAIL),  # the owner's own role
        ('"baker"', "driver", Outcome.FAIL),  # another hat on the same head
        ('"baker"', "ghost", Outcome.FAIL),
        ('"baker"', "everyone", Outcome.FAIL),
        ('"baker"', "vacant", Outcome.UNKNOWN),
        ('""', "driver", None),  # no owner, no comparison: that is another finding
        ('"ghost"', "driver", None),
        ('["baker", "seller"]', "driver", None),
        ('"vacant"', "driver", Outcome.UNKNOWN),  # may be the same person
    ],
)
def test_the_backup_is_another_person(owner: str, backup: str, expected: Outcome | None) -> None:
    plan = f'{PEOPLE}[[processes]]\nid = "bake"\nowner = {owner}\nbackup = "{backup}"'
    found = verdicts("process-has-backup", plan)
    assert [(problem.place, problem.outcome) for problem in found] == (
        [("processes.bake.backup", expected)] if expected else []
    )


def test_a_backup_by_the_owner_says_who_it_is() -> None:
    plan = f'{PEOPLE}[[processes]]\nname = "Bake"\nowner = "baker"\nbackup = "driver"'
    assert titles_of("process-has-backup", plan) == ["Bake: Ole is the owner and the backup"]


def test_hours_are_known_when_they_are_zero() -> None:
    plan = '[[people]]\nid = "ole"\nhours_per_week = 0\n[[people]]\nid = "mira"'
    assert places_of("person-hours-known", plan) == ["people.mira.hours_per_week"]


def loaded(hours: str = "hours_per_week = 10", minutes: str = "minutes = 60", times: float = 8) -> str:
    """Ole bakes `times` a week for `minutes`; Mira does nothing."""
    return f"""
{PEOPLE.replace('name = "Ole"', f'name = "Ole"{chr(10)}{hours}')}
hours_per_week = 10
[[stages]]
[[stages.touchpoints]]
times = {times}
per = "week"
processes = ["bake"]
[[processes]]
id = "bake"
owner = "baker"
steps = [{{ action = "Bake", {minutes} }}]
"""


RULE = "person-not-overloaded"


def test_four_fifths_of_the_hours_may_be_planned() -> None:
    assert titles_of(RULE, loaded()) == []
    assert titles_of(RULE, loaded(times=8.5)) == ["Ole is planned for 8.5 of 10 hours a week"]
    assert titles_of(RULE, loaded(times=31)) == ["Ole is planned for 31 of 10 hours a week"]
    assert titles_of(RULE, loaded(hours="hours_per_week = 0", times=0)) == []


def test_a_sum_of_fractions_at_the_edge_is_no_overload() -> None:
    assert titles_of(RULE, loaded(minutes="minutes = 0.1", times=4800)) == []


def test_unknown_minutes_leave_only_the_load_of_who_does_them_open() -> None:
    """Mira has no step at all; but while Ole's only step has no minutes, nothing at all is known."""
    assert places_of(RULE, loaded(minutes="notes = ''")) == [
        "people.mira.hours_per_week",
        "people.ole.hours_per_week",
    ]
    two = loaded().replace("steps = [", 'steps = [{ action = "Sell", role = "seller" }, ')
    assert places_of(RULE, two) == ["people.mira.hours_per_week"]


def test_unknown_hours_are_no_pass() -> None:
    found = verdicts(RULE, loaded(hours=""))
    assert [(problem.outcome, problem.title) for problem in found] == [
        (Outcome.UNKNOWN, "Ole is planned for 8 of an unknown number of hours a week")
    ]


def test_an_empty_step_does_not_make_a_load_known() -> None:
    """Else a step that says nothing would raise Readiness: it makes the load of everybody else zero."""
    plan = f'{PEOPLE}hours_per_week = 10\n[[processes]]\nid = "bake"\nowner = "baker"\n'
    assert places_of(RULE, plan) == places_of(RULE, f"{plan}steps = [{{}}]") != []


def test_a_load_follows_whatever_it_rests_on() -> None:
    plan, rule = plan_from_toml(loaded()), rule_called(RULE)
    index = PlanIndex(plan)
    result = judge(rule, index, 1.0)
    edits = (
        SetField("processes.bake.steps.1.minutes", 90),
        SetField("processes.bake.owner", "seller"),
        SetField("roles.seller.held_by", "ole"),
        MoveItem("people.ole", 1),
        SetField("people.ole.hours_per_week", 40),
    )
    seen = []
    for edit in edits:
        plan = apply(plan, edit)
        index = PlanIndex(plan, index)
        result = judge(rule, index, 1.0, result)
        seen.append([finding.title.partition(" is ")[0] for finding in result.findings])
    assert seen == [["Ole"], ["Person mira"], ["Ole"], ["Ole"], []]


# Lean


def test_a_role_serves_a_promise_by_work_or_by_a_number() -> None:
    plan = f"""{PEOPLE}
[[promises]]
id = "warm"
[[stages]]
[[stages.touchpoints]]
promises = ["warm"]
processes = ["bake"]
[[processes]]
id = "bake"
owner = "baker"
backup = "driver"
[[processes]]
id = "advertise"
owner = "vacant"
[[kpis]]
promise = "warm"
owner = "seller"
"""
    assert places_of("role-serves-promise", plan) == ["roles.vacant"]
    assert places_of("role-serves-promise", plan.replace('promises = ["warm"]', "")) == []  # nothing is traced yet
    assert places_of("role-serves-promise", plan.replace('promise = "warm"', 'promise = "cold"')) == [
        "roles.seller",
        "roles.vacant",
    ]
    assert places_of("role-serves-promise", PEOPLE) == []
