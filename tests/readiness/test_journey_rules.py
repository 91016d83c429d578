"""The rules of the journey where their logic has edges; each also has its two samples (tests/contracts)."""

import pytest

from mvo_tui.plan.vocabulary import MUST_BE_COVERED
from tests.readiness.one_rule import UNANSWERED, WRONG, places_of, problems


def journey(*touchpoints: str, stage: str = "") -> str:
    """One stage with these touchpoints, each given by its fields."""
    rows = "".join(f"\n[[stages.touchpoints]]\n{fields}\n" for fields in touchpoints)
    return f'[[stages]]\nid = "on-the-way"\n{stage}\n{rows}'


NAMED = 'name = "Gets a call"'
VALUE = 'name = "Opens the bag"\nmoment = "value"'


def test_without_touchpoints_the_journey_is_what_is_missing() -> None:
    for rule in ("has-first-contact", "has-moment-of-value", "has-something-after-value", "function-covered"):
        assert places_of(rule, '[[stages]]\nname = "We try it"') == []
    assert places_of("has-touchpoint", '[[stages]]\nname = "We try it"') == ["stages"]


@pytest.mark.parametrize(("rule", "moment"), [("has-first-contact", "first contact"), ("has-moment-of-value", "value")])
def test_a_moment_counts_by_its_word(rule: str, moment: str) -> None:
    assert problems(rule, journey(f'moment = "{moment}"')) == []
    assert len(problems(rule, journey(f'moment = "{moment.title()}"'))) == 1


@pytest.mark.parametrize(
    ("text", "is_fine"),
    [
        (journey(VALUE, NAMED), True),
        (journey(NAMED, VALUE), False),
        (journey(NAMED), False),
        (journey(VALUE, 'name = "TBD"'), False),
        (journey(VALUE, 'channel = "phone"'), True),
        (journey(VALUE, NAMED, VALUE), True),
        (journey(VALUE, VALUE), True),
        (journey(VALUE) + journey(NAMED).replace("on-the-way", "later"), True),
        (journey(NAMED, stage='function = "retention"'), True),
        (journey('name = "?"', stage='function = "retention"'), False),
    ],
)
def test_something_told_follows_the_first_moment_of_value(text: str, is_fine: bool) -> None:
    expected = [] if is_fine else [("journey.after-value", UNANSWERED)]
    assert problems("has-something-after-value", text) == expected


@pytest.mark.parametrize("function", MUST_BE_COVERED)
def test_a_touchpoint_in_a_stage_of_that_function_covers_it(function: str) -> None:
    found = places_of("function-covered", journey(NAMED, stage=f'function = "{function}"'))
    assert found == sorted(f"journey.{other}" for other in MUST_BE_COVERED if other != function)


def test_an_empty_touchpoint_covers_nothing() -> None:
    assert len(problems("function-covered", journey('notes = "later"', stage='function = "sales"'))) == 6


def test_a_reason_sets_a_function_aside_and_a_placeholder_does_not() -> None:
    text = '[journey.not_applicable]\nbilling = "The pilot is free"\nsales = "n/a"\n' + journey(NAMED)
    found = problems("function-covered", text)
    assert ("journey.billing", UNANSWERED) not in found
    assert ("journey.sales", UNANSWERED) in found


def test_delivery_can_not_be_set_aside() -> None:
    text = '[journey.not_applicable]\ndelivery = "Somebody else does that"\n'
    assert ("journey.delivery", WRONG) in problems("function-covered", text)
    covered = text + journey(NAMED, stage='function = "delivery"')
    assert "journey.delivery" not in places_of("function-covered", covered)


def test_reasons_alone_open_the_six_functions() -> None:
    assert len(problems("function-covered", '[journey.not_applicable]\nbilling = "The pilot is free"')) == 5


@pytest.mark.parametrize(
    ("touchpoints", "is_fine"),
    [((), False), (("",), False), (('name = "TBD"', 'channel = "-"'), False), (("", NAMED), True)],
)
def test_a_stage_needs_a_touchpoint_of_which_something_is_said(touchpoints: tuple[str, ...], is_fine: bool) -> None:
    expected = [] if is_fine else [("stages.on-the-way.touchpoints", UNANSWERED)]
    assert problems("stage-has-touchpoints", journey(*touchpoints)) == expected


@pytest.mark.parametrize(
    ("rule", "field", "rest"),
    [
        ("touchpoint-has-process", "processes", '[[processes]]\nid = "ride"'),
        ("touchpoint-serves-promise", "promises", '[[promises]]\nid = "ride"'),
    ],
)
def test_a_touchpoint_needs_one_link_that_leads_somewhere(rule: str, field: str, rest: str) -> None:
    place = f"touchpoints.door.{field}"
    for links, expected in (
        ("[]", [(place, UNANSWERED)]),
        ('["gone"]', [(place, WRONG)]),
        ('["gone", "ride"]', []),
    ):
        assert problems(rule, journey(f'id = "door"\n{field} = {links}') + rest) == expected


def test_a_touchpoint_has_a_name_that_no_earlier_one_has() -> None:
    text = journey(
        'id = "a"\nname = "Gets bread"', 'id = "b"\nname = "gets  BREAD "', 'id = "c"\nname = "?"', 'id = "d"'
    )
    assert problems("touchpoint-has-own-name", text) == [
        ("touchpoints.b.name", WRONG),
        ("touchpoints.c.name", UNANSWERED),
        ("touchpoints.d.name", UNANSWERED),
    ]


def test_names_are_compared_over_all_stages() -> None:
    text = journey('id = "a"\nname = "Gets bread"') + journey('id = "b"\nname = "Gets bread"').replace("on-the", "next")
    assert places_of("touchpoint-has-own-name", text) == ["touchpoints.b.name"]
