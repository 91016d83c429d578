"""The rules of the processes where their logic has edges; each also has its two samples (tests/contracts)."""

import pytest

from tests.readiness.one_rule import UNANSWERED, WRONG, places_of, problems, titles_of


def process(fields: str = "", *steps: str) -> str:
    rows = "".join(f"\n[[processes.steps]]\n{step}\n" for step in steps)
    return f'[[processes]]\nid = "ride"\nname = "Ride the round"\n{fields}\n{rows}'


HANG = 'action = "Hang each bag at its door"'


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((), [("processes.ride.steps", UNANSWERED)]),
        (('action = "TBD"', ""), [("processes.ride.steps", UNANSWERED)]),
        ((HANG,), [("processes.ride.steps", WRONG)]),
        ((HANG, ""), [("processes.ride.steps", WRONG)]),
        ((HANG, HANG), []),
    ],
)
def test_a_process_needs_two_steps_that_say_something(steps: tuple[str, ...], expected: list[object]) -> None:
    assert problems("process-has-steps", process("", *steps)) == expected


@pytest.mark.parametrize(
    ("action", "is_fine"),
    [
        ("Check the list", True),
        ("The list is checked", False),
        ("the list", False),
        ("A bag is hung", False),
        ("We ring", False),
        ("  It rings", False),
        ("1. They ring", False),
        ("- Ring", True),
        ("If it rains, take the car", True),
        ("Anrufen", True),
        ("Die Liste prüfen", True),
        ("Répondre au message", True),
        ("电话通知顾客", True),
        ("7 x 7", True),
        ("Theatre: set the stage", True),
    ],
)
def test_a_step_begins_with_no_article_or_pronoun(action: str, is_fine: bool) -> None:
    expected = [] if is_fine else [("processes.ride.steps.1.action", WRONG)]
    assert problems("step-begins-with-verb", process("", f'action = "{action}"')) == expected


def test_an_empty_step_is_unanswered_for_its_verb_and_its_role() -> None:
    text = process('owner = "rider"', "minutes = 5") + '[[roles]]\nid = "rider"'
    for rule in ("step-begins-with-verb", "step-has-role"):
        assert problems(rule, text) == [("processes.ride.steps.1.action", UNANSWERED)]


@pytest.mark.parametrize(
    ("owner", "role", "expected"),
    [
        ('owner = "rider"', "", []),
        ('owner = "rider"', 'role = "gone"', []),
        ("", 'role = "rider"', []),
        ("", "", [("processes.ride.steps.1.role", UNANSWERED)]),
        ("", 'role = "ridr"', [("processes.ride.steps.1.role", WRONG)]),
        ('owner = "gone"', "", [("processes.ride.steps.1.role", UNANSWERED)]),
        ('owner = ["rider", "baker"]', "", [("processes.ride.steps.1.role", UNANSWERED)]),
    ],
)
def test_the_owner_does_the_steps_that_name_no_role(owner: str, role: str, expected: list[object]) -> None:
    text = process(owner, f"{HANG}\n{role}") + '[[roles]]\nid = "rider"\n[[roles]]\nid = "baker"'
    assert problems("step-has-role", text) == expected


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("", [("processes.ride.mode", UNANSWERED)]),
        ('mode = "hybrid"', [("processes.ride.mode", WRONG)]),
        ('mode = "Manual"', [("processes.ride.mode", WRONG)]),
        *((f'mode = "{mode}"', []) for mode in ("manual", "concierge", "wizard-of-oz", "assisted", "automated")),
    ],
)
def test_every_way_to_run_a_process_is_fine_when_it_is_said(mode: str, expected: list[object]) -> None:
    assert problems("process-has-mode", process(mode)) == expected


@pytest.mark.parametrize(
    ("fields", "is_fine"),
    [
        ('mode = "manual"', False),
        ('mode = "concierge"\nautomate_when = "TBD"', False),
        ('mode = "wizard-of-oz"\nautomate_when = "Never"', True),
        ('mode = "assisted"', True),
        ('mode = "automated"', True),
        ("", False),
        ('mode = "hybrid"', False),
        ('automate_when = "Two rounds a morning"', True),
    ],
)
def test_handwork_says_when_it_ends(fields: str, is_fine: bool) -> None:
    expected = [] if is_fine else [("processes.ride.automate_when", UNANSWERED)]
    assert problems("process-says-when-to-automate", process(fields)) == expected


def test_a_process_serves_the_journey_through_a_touchpoint_only() -> None:
    assert problems("process-serves-journey", process()) == [("processes.ride", UNANSWERED)]
    feature = '[[features]]\nname = "Rolls"\nprocesses = ["ride"]\n'
    assert places_of("process-serves-journey", feature + process()) == ["processes.ride"]
    assert (
        places_of("process-serves-journey", '[[stages]]\n[[stages.touchpoints]]\nprocesses = ["ride"]\n' + process())
        == []
    )


def test_steps_are_missing_apart_from_processes() -> None:
    assert places_of("has-step", process()) == ["processes"]
    assert places_of("has-step", "") == []
    assert places_of("has-process", "") == ["processes"]


def test_a_long_name_is_cut_and_one_of_several_lines_is_one_line() -> None:
    text = f'[[processes]]\nid = "ride"\nname = "Ride {"and ride " * 20}"\n'
    (title,) = titles_of("process-has-trigger", text)
    assert title.endswith("… has no trigger")
    assert len(title) < 80
    (title,) = titles_of("process-has-trigger", '[[processes]]\nname = "Ride\\n\\tand [b]ride[/b]"')
    assert title == "Ride and [b]ride[/b] has no trigger"


def test_a_nameless_process_is_called_by_its_id() -> None:
    assert titles_of("process-has-trigger", '[[processes]]\nid = "ride"') == ["Process ride has no trigger"]
