"""The rules of the promise where their logic has edges; each also has its two samples (tests/contracts)."""

import pytest

from tests.readiness.one_rule import UNANSWERED, WRONG, places_of, problems, titles_of

PROMISE = """
[[promises]]
id = "rolls"
statement = "Rolls at the door by 6:30"
core = true
"""
TOUCHPOINT = """
[[stages]]
[[stages.touchpoints]]
id = "door"
name = "Finds the bag"
promises = ["rolls"]
"""


@pytest.mark.parametrize("text", ["", '[venture]\nname = "Rolls"', '[venture]\nvalue_proposition = "  tbd "'])
def test_a_value_proposition_that_says_nothing_is_unanswered(text: str) -> None:
    assert problems("value-proposition-stated", text) == [("venture.value_proposition", UNANSWERED)]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("", ["venture.new_customers_per_week"]),
        ("active_customers = 3", ["venture.new_customers_per_week"]),
        ("new_customers_per_week = 0", ["venture.active_customers"]),
        ("new_customers_per_week = 0\nactive_customers = 0", []),
    ],
)
def test_demand_needs_both_numbers_and_none_of_them_is_a_number(numbers: str, expected: list[str]) -> None:
    assert places_of("demand-estimated", f"[venture]\n{numbers}") == expected


def test_without_promises_the_promise_itself_is_missing() -> None:
    assert places_of("has-promise", "[venture]") == ["promises"]
    assert places_of("has-core-promise", "[venture]") == []


def test_without_a_mark_the_core_promise_is_missing_and_all_are_judged_as_others() -> None:
    text = '[[promises]]\nid = "one"\nstatement = "By 6:30"\n[[promises]]\nid = "two"\nstatement = "By 7:00"'
    assert places_of("has-core-promise", text) == ["promises"]
    assert places_of("promise-reached", text) == ["promises.one", "promises.two"]
    assert places_of("core-promise-reached", text) == []


def test_the_only_promise_has_no_others_to_be_judged() -> None:
    assert places_of("promise-reached", PROMISE) == []
    assert places_of("core-promise-reached", PROMISE) == ["promises.rolls"]


def test_of_two_core_promises_the_better_carried_one_is_the_core() -> None:
    second = '[[promises]]\nid = "another"\nstatement = "By 7:00"\ncore = true\n'
    assert places_of("only-one-core-promise", second + PROMISE + TOUCHPOINT) == ["promises.another.core"]
    assert places_of("core-promise-reached", second + PROMISE + TOUCHPOINT) == []
    assert places_of("promise-reached", second + PROMISE + TOUCHPOINT) == ["promises.another"]


def test_a_core_promise_that_is_false_is_none() -> None:
    assert places_of("has-core-promise", '[[promises]]\nstatement = "By 6:30"\ncore = false') == ["promises"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ('measure = "late bags"\ndirection = "at most"\ntarget = 0\nunit = "bags"', []),
        ('direction = "at most"\ntarget = 0\nunit = "bags"', [("promises.rolls.measure", UNANSWERED)]),
        ('measure = "?"\ndirection = "at most"\ntarget = 0\nunit = "bags"', [("promises.rolls.measure", UNANSWERED)]),
        ('measure = "late bags"\ntarget = 0\nunit = "bags"', [("promises.rolls.direction", UNANSWERED)]),
        (
            'measure = "late bags"\ndirection = "under"\ntarget = 0\nunit = "bags"',
            [("promises.rolls.direction", WRONG)],
        ),
        ('measure = "late bags"\ndirection = "at most"\nunit = "bags"', [("promises.rolls.target", UNANSWERED)]),
        ('measure = "late bags"\ndirection = "at most"\ntarget = 0', [("promises.rolls.unit", UNANSWERED)]),
    ],
)
def test_each_part_of_a_measure_is_needed(fields: str, expected: list[object]) -> None:
    assert problems("core-promise-measurable", PROMISE + fields) == expected


def test_what_is_missing_to_measure_is_named_in_one_line() -> None:
    assert titles_of("core-promise-measurable", PROMISE + 'measure = "late bags"') == [
        "Rolls at the door by 6:30: no direction, target or unit to check it by"
    ]


@pytest.mark.parametrize(
    ("statement", "is_concrete"),
    [
        ("The bag is at your door by 6:30", True),
        ("Every bag holds what was ordered", True),
        ("Great bread, delivered fast", False),
        ("FAST!", False),
        ("Fast: within 24 hours", True),
        ("An answer within one hour, the best in town", True),
        ("A seamless start in twenty-four hours", True),
        ("Breakfast on the table", True),
        ("High-quality bread", False),
        ("Schnell an der Tür", True),
        ("Quick: in ٣ hours", True),
    ],
)
def test_a_vague_word_needs_a_number(statement: str, is_concrete: bool) -> None:
    found = problems("promise-concrete", f'[[promises]]\nid = "rolls"\nstatement = "{statement}"')
    assert found == ([] if is_concrete else [("promises.rolls.statement", WRONG)])


def test_an_unsaid_promise_is_unanswered_and_not_vague() -> None:
    text = '[[promises]]\nid = "rolls"\nstatement = "TBD"'
    assert problems("promise-concrete", text) == [("promises.rolls.statement", UNANSWERED)]


def test_a_chain_asks_for_one_good_link() -> None:
    text = (
        PROMISE
        + TOUCHPOINT
        + """
processes = ["gone", "bake", "ride"]
[[processes]]
id = "bake"
owner = "nobody-here"
tools = ["gone"]
[[processes]]
id = "ride"
owner = "rider"
tools = []
[[roles]]
id = "rider"
held_by = "mei"
[[people]]
id = "mei"
[[kpis]]
promise = "gone"
[[kpis]]
promise = "rolls"
"""
    )
    for link in ("reached", "carried", "tooled", "owned", "watched"):
        assert places_of(f"core-promise-{link}", text) == []


@pytest.mark.parametrize(
    ("rest", "rule", "expected"),
    [
        ("", "carried", "promises.rolls"),
        (TOUCHPOINT, "carried", "touchpoints.door.processes"),
        (TOUCHPOINT + 'processes = ["gone"]', "carried", "touchpoints.door.processes"),
        (TOUCHPOINT, "tooled", "promises.rolls"),
        (TOUCHPOINT + 'processes = ["ride"]\n[[processes]]\nid = "ride"', "tooled", "processes.ride.tools"),
        (
            TOUCHPOINT + 'processes = ["ride", "bake"]\n[[processes]]\nid = "ride"\n[[processes]]\nid = "bake"',
            "tooled",
            "processes.bake.tools",
        ),
        (TOUCHPOINT, "owned", "promises.rolls"),
        (TOUCHPOINT + 'processes = ["ride"]\n[[processes]]\nid = "ride"', "owned", "processes.ride.owner"),
        (
            TOUCHPOINT + 'processes = ["ride"]\n[[processes]]\nid = "ride"\nowner = "rider"\n[[roles]]\nid = "rider"',
            "owned",
            "roles.rider.held_by",
        ),
        ("", "watched", "kpis"),
    ],
)
def test_the_place_is_where_the_next_link_is_to_be_made(rest: str, rule: str, expected: str) -> None:
    assert problems(f"core-promise-{rule}", PROMISE + rest) == [(expected, UNANSWERED)]


def test_a_step_may_name_the_tool() -> None:
    text = (
        PROMISE
        + TOUCHPOINT
        + 'processes = ["ride"]\n[[processes]]\nid = "ride"\n[[processes.steps]]\ntool = "list"\n[[tools]]\nid = "list"'
    )
    assert places_of("core-promise-tooled", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("features = []", []),
        ('[[features]]\nid = "chat"', [("features.chat.processes", UNANSWERED)]),
        ('[[features]]\nid = "chat"\nprocesses = ["gone"]', [("features.chat.processes", WRONG)]),
        ('[[features]]\nid = "chat"\nprocesses = ["gone", "ride"]\n[[processes]]\nid = "ride"', []),
    ],
)
def test_a_feature_needs_one_process_that_exists(text: str, expected: list[object]) -> None:
    assert problems("feature-has-process", text) == expected


def test_features_that_are_not_decided_on_are_missing() -> None:
    assert places_of("has-decided-on-features", "[venture]") == ["features"]
    assert places_of("has-decided-on-features", "features = []") == []
