"""The rules of surplus where their logic has edges, and that Readiness never hears of them."""

import pytest

from mvo_tui.plan.model import Plan
from mvo_tui.readiness.catalogue import all_rules
from mvo_tui.readiness.report import evaluate
from mvo_tui.readiness.rule import Measure, Rule
from tests.plans import SAMPLES, plan_from_toml, sample
from tests.readiness.one_rule import places_of, result_of, titles_of

LEAN = [rule for rule in all_rules() if rule.measure is Measure.LEAN]
READINESS = tuple(rule for rule in all_rules() if rule.measure is Measure.READINESS)


@pytest.mark.parametrize("rule", LEAN, ids=lambda rule: rule.id)
def test_an_empty_plan_has_no_surplus(rule: Rule) -> None:
    assert result_of(rule.id, Plan()).findings == ()


@pytest.mark.parametrize("name", SAMPLES)
def test_readiness_is_the_same_without_the_rules_of_lean(name: str) -> None:
    whole, alone = evaluate(sample(name)), evaluate(sample(name), rules=READINESS)
    assert (whole.earned, whole.score, whole.held_by, whole.level) == (
        alone.earned,
        alone.score,
        alone.held_by,
        alone.level,
    )


@pytest.mark.parametrize("rule", LEAN, ids=lambda rule: rule.id)
def test_mending_surplus_raises_lean_by_its_points(rule: Rule) -> None:
    found = result_of(rule.id, rule.bad).findings
    assert found
    assert sum(finding.points for finding in found) <= 1 + 1e-9


def steps(count: int, stage: str = "") -> str:
    listed = ", ".join(f'{{ action = "Step {n}" }}' for n in range(count))
    venture = f'[venture]\nstage = "{stage}"\n' if stage else ""
    return f'{venture}[[processes]]\nid = "bake"\nname = "Bake"\nsteps = [{listed}]\n'


@pytest.mark.parametrize(
    ("stage", "most"), [("idea", 5), ("mvp", 7), ("first-customers", 9), ("growing", 12), ("", 12), ("scaling", 12)]
)
def test_a_process_fits_the_stage(stage: str, most: int) -> None:
    assert titles_of("process-fits-the-stage", steps(most, stage)) == []
    assert places_of("process-fits-the-stage", steps(most + 1, stage)) == ["processes.bake.steps"]
    assert titles_of("process-fits-the-stage", steps(most + 1, stage)) == [
        f"Bake has {most + 1} steps; at this stage {most} are enough"
    ]


def test_a_plan_has_at_most_sixty_steps() -> None:
    ten_each = "".join(steps(10).replace('"bake"', f'"bake-{n}"') for n in range(6))
    assert titles_of("plan-has-few-steps", ten_each) == []
    assert titles_of("plan-has-few-steps", ten_each + steps(1)) == ["61 steps in all processes, where 60 are plenty"]


@pytest.mark.parametrize(
    ("doers", "expected"),
    [
        ("a b", []),  # one hand-over is always allowed
        ("a b a", ["Bake changes hands 2 times in 3 steps"]),
        ("a a b b b b a", []),  # seven steps: two
        ("a b b b a a b", ["Bake changes hands 3 times in 7 steps"]),
        ("- - b", []),  # no role: the owner's, who is c
        ("c - c - c", []),
        ("ghost c ghost c", []),  # a role that is not there leaves the step to the owner
        ("", []),
    ],
)
def test_few_hand_overs(doers: str, expected: list[str]) -> None:
    roles = "".join(f'[[roles]]\nid = "{role}"\n' for role in "abc")
    listed = ", ".join("{}" if doer == "-" else f'{{ role = "{doer}" }}' for doer in doers.split())
    plan = f'{roles}[[processes]]\nname = "Bake"\nowner = "c"\nsteps = [{listed}]'
    assert titles_of("few-hand-overs", plan) == expected


def test_steps_that_nobody_does_are_no_hand_over() -> None:
    plan = '[[processes]]\nsteps = [{ role = "x" }, {}, { role = "y" }, {}]\nowner = ["x", "y"]'
    assert titles_of("few-hand-overs", plan) == []


def test_a_process_longer_than_a_page_is_an_sop() -> None:
    def plan(length: int) -> str:
        return (
            f'[[processes]]\nid = "bake"\nname = "Bake"\nnotes = "{"x" * (length - 8)}"\nsteps = [{{ notes = "four" }}]'
        )

    assert titles_of("plan-is-not-an-sop-yet", plan(1800)) == []
    assert titles_of("plan-is-not-an-sop-yet", plan(1801)) == ["Bake is about 300 words long; a page is enough for now"]
    assert places_of("plan-is-not-an-sop-yet", plan(1801)) == ["processes.bake"]


@pytest.mark.parametrize(
    ("process", "expected"),
    [
        ('mode = "automated"', ["processes.bake.rehearsed_on"]),
        ('mode = "automated"\nrehearsed_on = 2026-02-01', []),
        ('mode = "assisted"', []),
        ("", []),
    ],
)
def test_automated_after_rehearsal(process: str, expected: list[str]) -> None:
    assert places_of("automated-after-rehearsal", f'[[processes]]\nid = "bake"\n{process}') == expected


TRACED = """
[[promises]]
id = "warm"
[[stages]]
[[stages.touchpoints]]
id = "buys"
promises = ["warm"]
processes = ["bake"]
[[stages.touchpoints]]
id = "looks"
promises = ["cold"]
processes = ["decorate", "bake"]
[[processes]]
id = "bake"
[[processes]]
id = "decorate"
"""


def test_what_traces_to_no_promise_is_surplus() -> None:
    assert places_of("touchpoint-traces-to-promise", TRACED) == ["touchpoints.looks.promises"]
    assert places_of("process-serves-promise", TRACED) == ["processes.decorate"]


@pytest.mark.parametrize("rule", ["touchpoint-traces-to-promise", "process-serves-promise", "role-serves-promise"])
@pytest.mark.parametrize("promise", ['[[promises]]\nid = "other"', ""])
def test_while_nothing_traces_to_a_promise_nothing_is_surplus(rule: str, promise: str) -> None:
    plan = TRACED.replace('[[promises]]\nid = "warm"', promise) + '[[roles]]\nid = "baker"'
    assert places_of(rule, plan) == []


def test_a_plan_of_a_page_is_lean() -> None:
    report = evaluate(plan_from_toml(TRACED.replace('"cold"', '"warm"')))
    assert report.lean == 100
