"""Answers become edits: the right fields, with labels that say what undo takes back."""

import datetime

import pytest

from mvo_tui.interview.answers import Answer, add_item, create_and_link, edit_for, not_applicable
from mvo_tui.plan.edits import Batch, Edit, apply
from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.model import EMPTY, Plan
from mvo_tui.plan.places import item_at, value_at
from tests.plans import plan_from_toml

TODAY = datetime.date(2026, 11, 9)

PLAN = plan_from_toml(
    """
[venture]
customer = "Two streets"

[[promises]]
id = "on-time"
statement = "Every bag is back within 24 hours"

[[promises]]
id = "right"
statement = "The right bag"
core = true

[[stages]]
id = "decide"
name = "Decides"
function = "sales"
[[stages.touchpoints]]
id = "reads"
name = "Reads the page"
moment = "first contact"
[[stages]]
id = "gets"
name = "Gets it"
function = "delivery"
[[stages.touchpoints]]
id = "rings"
name = "Courier rings"
processes = ["deliver"]

[[processes]]
id = "deliver"
name = "Deliver"
tools = ["phone", "gone"]

[[tools]]
id = "phone"
name = "Phone"

[[roles]]
id = "driver"
name = "Driver"

[[kpis]]
id = "late"
name = "Late bags"
"""
)


def after(place: str, answer: Answer, plan: Plan = PLAN) -> Plan:
    return apply(plan, edit_for(plan, place, answer, TODAY))


def label(place: str, answer: Answer) -> str:
    return edit_for(PLAN, place, answer, TODAY).label


# One field


@pytest.mark.parametrize(
    ("place", "answer", "value"),
    [
        ("venture.customer", "  Three \n streets ", "Three streets"),
        ("venture.notes", "One\n\nTwo\n", "One\n\nTwo"),
        ("venture.stage", "MVP", "mvp"),
        ("venture.stage", "some pay and come back", "first-customers"),
        ("review.day", "Friday", "fri"),
        ("review.time", "9:30", datetime.time(9, 30)),
        ("review.minutes", "0.5 h", 30),
        ("processes.deliver.rehearsed_on", "yesterday", datetime.date(2026, 11, 8)),
        ("processes.deliver.owner", "driver", "driver"),
        ("processes.deliver.owner", "DRIVER", "driver"),
        ("promises.on-time.core", "no", False),
        ("tools.phone.category", "Carrier pigeon", "Carrier pigeon"),
        ("venture.customer", "[bold]x[/] {name}", "[bold]x[/] {name}"),
    ],
)
def test_an_answer_is_stored_as_the_field_means_it(place: str, answer: str, value: object) -> None:
    assert value_at(after(place, answer), place) == value


def test_an_empty_text_blanks() -> None:
    assert after("venture.customer", " ").venture.customer is None
    assert label("venture.customer", "") == "Blank customer of the venture"


def test_days_are_several_words() -> None:
    plan = after("people", ["Ines"])

    assert after("people.ines.days", ("mon", "Friday", "mon"), plan).people[0].days == ("mon", "fri")


def test_a_label_names_what_it_is_about() -> None:
    assert label("processes.deliver.owner", "driver") == 'Set owner of "Deliver"'
    assert label("roles.driver.held_by", "Ines") == 'Add person "Ines"'
    assert label("review.day", "mon") == "Set day of the review"


@pytest.mark.parametrize(
    ("place", "answer", "says"),
    [
        ("review.cadence", "monthly", "not one of: weekly, bi-weekly"),
        ("review.cadence", "wekly", 'Did you mean "weekly"'),
        ("review.minutes", "some", "Type a number"),
        ("venture.active_customers", "-4", "Type 0 or more"),
        ("processes.deliver.owner", "the team", "nobody in particular"),
        ("processes.nobody.owner", "driver", "no processes.nobody"),
        ("processes.deliver.colour", "red", "no question"),
        ("roles", ["Driver"], "in the plan already"),
        ("roles", [" ", ""], "at least one line"),
        ("features", "", "at least one line"),
        ("tools", (), "delete those first"),
        ("journey.value", "The moon", "no .The moon. among them"),
        ("journey.value", (), "Choose one"),
        ("journey.billing", "TBD", "reason"),
        ("journey.delivery", "We do not", "Every venture delivers"),
        ("kpis.late.target", "soon", "Type a number"),
        ("touchpoints.rings.times", "2 per moon", "per new customer"),
    ],
)
def test_what_can_not_be_read_is_refused_with_what_is_expected(place: str, answer: Answer, says: str) -> None:
    with pytest.raises(PlanError, match=says):
        after(place, answer)


# Several fields at once


@pytest.mark.parametrize(
    ("text", "direction", "target", "unit"),
    [
        ("at least 98 %", "at least", 98, "%"),
        ("<= 24 h", "at most", 24, "h"),
        ("max. 1,5 days", "at most", 1.5, "days"),
        ("within 3 working days", "at most", 3, "working days"),
        ("95", None, 95, None),
    ],
)
def test_a_target_brings_direction_and_unit(text: str, direction: str | None, target: float, unit: str | None) -> None:
    kpi = after("kpis.late.target", text).kpis[0]

    assert (kpi.direction, kpi.target, kpi.unit) == (direction, target, unit)
    assert label("kpis.late.target", text) == 'Set target of "Late bags"'


def test_a_promise_with_a_time_in_it_is_made_measurable_by_one_choice() -> None:
    promise = after("promises.on-time.measure", "share kept within 24 hours: at least 95 %").promises[0]

    assert (promise.measure, promise.direction, promise.target, promise.unit) == (
        "share kept within 24 hours",
        "at least",
        95,
        "%",
    )


@pytest.mark.parametrize(
    ("text", "times", "per"),
    [
        ("Once for each new customer", 1, "new customer"),
        ("2 a week", 2, "week"),
        ("3 times per week", 3, "week"),
        ("0.5 per new customer", 0.5, "new customer"),
        ("2 per active customer per week", 2, "active customer per week"),
        ("1 a month for each customer", 0.25, "active customer per week"),
        ("4", 4, None),
    ],
)
def test_a_frequency_brings_its_rhythm(text: str, times: float, per: str | None) -> None:
    touchpoint = after("touchpoints.rings.times", text).stages[1].touchpoints[0]

    assert (touchpoint.times, touchpoint.per) == (times, per)


def test_a_sum_brings_its_currency_once() -> None:
    plan = after("venture.tool_budget_per_month", "80 EUR")

    assert (plan.venture.tool_budget_per_month, plan.venture.currency) == (80, "EUR")
    with pytest.raises(PlanError, match="counts in EUR"):
        after("tools.phone.monthly_cost", "$20", plan)


# Lists


def test_each_line_becomes_an_item_behind_those_that_are_there() -> None:
    plan = after("roles", "Packer\n\n- Driver\n2. Cook")

    assert [role.name for role in plan.roles] == ["Driver", "Packer", "Cook"]
    assert [role.id for role in plan.roles] == ["driver", "packer", "cook"]
    assert label("roles", ["Packer", "Cook"]) == "Add 2 roles"
    assert label("roles", ["Packer"]) == 'Add role "Packer"'


def test_ids_stay_unique_over_the_stages() -> None:
    plan = after("stages.decide.touchpoints", ["Rings", "Rings twice", "Rings!"])

    assert [touchpoint.id for touchpoint in plan.stages[0].touchpoints] == [
        "reads",
        "rings-2",
        "rings-twice",
        "rings-3",
    ]


def test_a_large_paste_is_one_list() -> None:
    lines = [f"Role {number % 2500}" for number in range(5000)]

    plan = after("roles", lines)

    assert [role.name for role in plan.roles] == ["Driver", *lines[:2500]]
    assert len({role.id for role in plan.roles}) == 2501


def test_a_line_that_is_offered_brings_what_the_offer_knows() -> None:
    plan = after("stages", ["pays", "Asks the neighbour"])

    assert [(stage.name, stage.function) for stage in plan.stages[2:]] == [
        ("Pays", "billing"),
        ("Asks the neighbour", None),
    ]


def test_a_step_may_say_its_minutes() -> None:
    steps = (
        after("processes.deliver.steps", ["Pack the box, 4 min", "Phone (2 min)", "Ring at 9:30 h", "Wait 10 min"])
        .processes[0]
        .steps
    )

    assert [(step.action, step.minutes) for step in steps] == [
        ("Pack the box", 4),
        ("Phone", 2),
        ("Ring at 9:30 h", None),
        ("Wait 10 min", None),
    ]


def test_a_person_may_say_the_hours() -> None:
    people = after("people", ["Ines, 20 h", "Tomas (15 hours a week)", "Ruth"]).people

    assert [(person.name, person.hours_per_week) for person in people] == [("Ines", 20), ("Tomas", 15), ("Ruth", None)]


def test_readings_are_a_day_a_number_and_a_note() -> None:
    readings = after("kpis.late.readings", ["2 May 93.5 % Van broke down", "94", "2026-11-08 96"]).kpis[0].readings

    assert [(str(reading.date), reading.value, reading.note) for reading in readings] == [
        ("2026-05-02", 93.5, "Van broke down"),
        ("2026-11-09", 94, None),
        ("2026-11-08", 96, None),
    ]


def test_a_decision_has_its_day() -> None:
    entry = after("review.log", ["4 May Second driver on call"]).review.log[0]

    assert (entry.date, entry.decision) == (datetime.date(2026, 5, 4), "Second driver on call")


def test_a_single_promise_is_the_core_promise() -> None:
    assert after("promises", ["Back by noon"], EMPTY).promises[0].core is True
    assert [promise.core for promise in after("promises", ["Back by noon", "No crumbs"], EMPTY).promises] == [
        None,
        None,
    ]


def test_none_is_a_decision() -> None:
    assert after("features", ()).features == ()
    assert after("processes.deliver.tools", ()).processes[0].tools == ()
    assert after("processes.deliver.tools", "").processes[0].tools is None
    assert label("processes.deliver.tools", ()) == 'No tools for "Deliver", decided'


# Links


def test_links_are_replaced_by_what_is_chosen_and_a_broken_one_is_kept_as_it_is() -> None:
    process = after("processes.deliver.tools", ("gone", "Phone")).processes[0]

    assert process.tools == ("gone", "phone")


def test_a_new_name_makes_the_item_with_what_is_known_of_it() -> None:
    plan = after("processes.deliver.tools", ("phone", "Shared inbox"))

    assert plan.processes[0].tools == ("phone", "shared-inbox")
    assert (plan.tools or ())[1].category == "inbox"


def test_the_same_new_name_twice_makes_one_item() -> None:
    plan = after("touchpoints.rings.processes", ("Ask twice", "ask twice"))

    assert [process.id for process in plan.processes] == ["deliver", "ask-twice"]
    assert plan.stages[1].touchpoints[0].processes == ("ask-twice",)


def test_create_and_link_keeps_the_links_that_are_there() -> None:
    edit = create_and_link(PLAN, "touchpoints.rings.processes", "Ask how it went")
    plan = apply(PLAN, edit)

    assert isinstance(edit, Batch)
    assert edit.label == 'Add process "Ask how it went"'
    assert plan.stages[1].touchpoints[0].processes == ("deliver", "ask-how-it-went")
    assert plan.processes[1].trigger


@pytest.mark.parametrize(
    ("place", "name", "made"),
    [
        ("processes.deliver.owner", "Cook", "roles.cook"),
        ("roles.driver.held_by", "Ines", "people.ines"),
        ("kpis.late.promise", "Back by noon", "promises.back-by-noon"),
        ("touchpoints.rings.promises", "Back by noon", "promises.back-by-noon"),
    ],
)
def test_what_a_link_misses_is_made_on_the_spot(place: str, name: str, made: str) -> None:
    plan = apply(PLAN, create_and_link(PLAN, place, name))

    assert item_at(plan, made) is not None
    assert made.partition(".")[2] in str(value_at(plan, place))


@pytest.mark.parametrize(("place", "name"), [("processes.deliver.trigger", "X"), ("processes.deliver.owner", "  ")])
def test_what_can_not_be_linked_is_refused(place: str, name: str) -> None:
    with pytest.raises(PlanError):
        create_and_link(PLAN, place, name)


# Answers that stand in several items


def test_there_is_one_core_promise() -> None:
    plan = after("venture.core-promise", "on-time")

    assert [promise.core for promise in plan.promises] == [True, None]


def test_the_first_contact_moves_and_the_truth_adds() -> None:
    moved = after("journey.first-contact", "Courier rings")

    assert [t.moment for stage in moved.stages for t in stage.touchpoints] == [None, "first contact"]
    assert label("journey.value", "rings") == 'Mark "Courier rings" as moment of value'


def test_what_comes_after_the_value_gets_a_stage_of_its_own() -> None:
    plan = after("journey.after-value", ["Is asked how it went"], after("journey.value", "rings"))

    assert plan.stages[-1].function == "retention"
    assert [touchpoint.name for touchpoint in plan.stages[-1].touchpoints] == ["Is asked how it went"]


def test_a_missing_function_gets_a_stage_at_its_usual_place_or_a_reason() -> None:
    plan = after("journey.onboarding", 'Add the stage "Gets started"')
    reasoned = after("journey.billing", "The pilot is free until March")

    assert [stage.function for stage in plan.stages] == ["sales", "onboarding", "delivery"]
    assert reasoned.journey.not_applicable.billing == "The pilot is free until March"


def test_setting_aside_needs_a_function_and_a_reason() -> None:
    assert not_applicable(PLAN, "billing", "It is free").label == "Set billing aside"
    with pytest.raises(PlanError, match='Did you mean "billing"'):
        not_applicable(PLAN, "biling", "It is free")


# Items


@pytest.mark.parametrize(
    ("into", "name", "index", "place"),
    [
        ("roles", "Cook", None, "roles.cook"),
        ("roles", "Driver", 0, "roles.driver-2"),
        ("roles", "", None, "roles.roles-2"),
        ("stages.gets.touchpoints", "Waves", 0, "touchpoints.waves"),
        ("processes.deliver.steps", "Knock", None, "processes.deliver.steps.1"),
        ("kpis.late.readings", "", 9, "kpis.late.readings.1"),
        ("review.log", "Stop", None, "review.log.1"),
        ("features", "Chat", None, "features.chat"),
    ],
)
def test_a_new_item_and_its_place(into: str, name: str, index: int | None, place: str) -> None:
    edit, made = add_item(PLAN, into, name, index)

    assert made == place
    assert item_at(PLAN, place) is None
    assert item_at(apply(PLAN, edit), place) is not None


def test_only_lists_take_items() -> None:
    with pytest.raises(PlanError, match="not a list"):
        add_item(PLAN, "venture.name", "X")


def test_an_edit_changes_nothing_but_what_it_says() -> None:
    edit: Edit = edit_for(PLAN, "processes.deliver.owner", "driver")
    changed = apply(PLAN, edit)

    assert changed.stages is PLAN.stages
    assert changed.roles is PLAN.roles
