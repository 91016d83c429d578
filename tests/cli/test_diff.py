"""`mvo-tui diff A B`: what differs by meaning, in the words of the plan."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.exports.difference import differences
from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.errors import ExitCode
from mvo_tui.plan.model import Plan
from mvo_tui.storage.plan_file import open_plan
from mvo_tui.storage.raw_changes import raw_from_plan
from tests.cli.conftest import SMALL, Run
from tests.plans import SAMPLES, plan_from_toml, plans, sample
from tests.storage.layouts import Hand


def told(before: str, after: str) -> list[str]:
    return list(differences(plan_from_toml(before), plan_from_toml(after)))


def replaced(old: str, new: str) -> list[str]:
    """What is said where `old` in the small plan became `new`."""
    assert SMALL.count(old) == 1
    return told(SMALL, SMALL.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("'Sunday Box'", "'Monday Box'", '~ name of the venture: "Sunday Box" -> "Monday Box"'),
        ("'Sunday Box'", "''", '~ name of the venture: "Sunday Box" -> blank'),
        ("active_customers = 38", "", "~ active customers of the venture: 38 -> blank"),
        ("active_customers = 38", "active_customers = 38.5", "~ active customers of the venture: 38 -> 38.5"),
        ('owner = "order-desk"', 'owner = "packing"', '~ owner of process "Take an order": "Order desk" -> "Packing"'),
        (
            'owner = "order-desk"',
            'owner = ["order-desk", "ana"]',
            '~ owner of process "Take an order": "Order desk" -> "Order desk", ana (not in the plan)',
        ),
        (
            'tools = ["order-sheet", "phone"]',
            "tools = []",
            '~ tools of process "Take an order": "Order sheet", "Phone" -> none',
        ),
        (
            'tools = ["order-sheet", "phone"]',
            "",
            '~ tools of process "Take an order": "Order sheet", "Phone" -> not decided',
        ),
        (
            'owner = "order-desk"',
            'owner = "order-desk"\nrehearsed_on = 2026-11-02',
            '~ date of the rehearsal of process "Take an order": blank -> 2026-11-02',
        ),
        ("minutes = 4", "minutes = 5", '~ minutes of step 1 of process "Take an order": 4 -> 5'),
        ("value = 96.5", "value = 90", '~ value of reading 1 of KPI "Boxes on time": 96.5 -> 90'),
        ('name = "Take an order"', "", '~ name of process "Take an order": "Take an order" -> blank'),
        ("[[kpis]]", "[review]\ntime = 09:30:00\n[[kpis]]", "~ time of the review: blank -> 09:30"),
        (
            "[[kpis]]",
            '[journey.not_applicable]\nbilling = "free"\n[[kpis]]',
            '~ why there is no billing: blank -> "free"',
        ),
        ("[[kpis]]", '[[people]]\nid = "ana"\n[[kpis]]', "+ person ana"),
        (
            '[[processes]]\nid = "take-order"',
            '[[stages]]\nname = "Stays"\ntouchpoints = [{name = "Rings"}]\n[[processes]]\nid = "take-order"',
            '+ stage "Stays" with touchpoint "Rings"',
        ),
        (
            '[[stages]]\nid = "receive"',
            '[[stages.touchpoints]]\nname = "Rings"\n[[stages]]\nid = "receive"',
            '+ touchpoint "Rings" in stage "Decides to try it"',
        ),
        ('[[tools]]\nid = "phone"\nname = "Phone"\n', "", '- tool "Phone"'),
        (
            '[[processes.steps]]\naction = "Confirm it"\n',
            "",
            '- step 2 of process "Take an order": Confirm it',
        ),
        (
            '[[processes.steps]]\naction = "Confirm it"\n',
            '[[processes.steps]]\naction = "Confirm it"\n[[processes.steps]]\naction = "Print it"\n',
            '+ step of process "Take an order": Print it',
        ),
        (
            "[[kpis.readings]]\ndate = 2026-11-01\nvalue = 96.5\n",
            "",
            '- reading 1 of KPI "Boxes on time": 2026-11-01, 96.5',
        ),
    ],
)
def test_one_difference_is_one_line_that_reads_as_people_speak(old: str, new: str, said: str) -> None:
    assert replaced(old, new) == [said]


def test_what_moved_is_said_to_have_moved() -> None:
    first, second = '[[stages]]\nid = "a"\nname = "A"\n', '[[stages]]\nid = "b"\nname = "B"\n'
    point = '[[stages.touchpoints]]\nid = "t"\nname = "T"\n'
    step = "[[processes.steps]]\naction = "
    process = '[[processes]]\nid = "p"\nname = "P"\n'

    assert told(first + second, second + first) in (
        ['> stage "B": from place 2 to place 1'],
        ['> stage "A": from place 1 to place 2'],
    )
    assert told(first + point + second, first + second + point) == [
        '> touchpoint "T": from stage "A" to stage "B"',
    ]
    assert told(f'{process}{step}"x"\n{step}"y"\n', f'{process}{step}"y"\n{step}"x"\n') in (
        ['> step 2 of process "P": from place 2 to place 1'],
        ['> step 1 of process "P": from place 1 to place 2'],
    )


def test_names_are_those_of_their_own_plan() -> None:
    role = '[[roles]]\nid = "r"\nname = "{}"\n[[processes]]\nid = "p"\nname = "P"\n'

    said = told(role.format("Cook"), role.format("Chef") + 'owner = "r"\n')

    assert said == [
        '~ owner of process "P": blank -> "Chef"',
        '~ name of role "Cook": "Cook" -> "Chef"',
    ]


def test_an_undecided_list_is_not_an_empty_one() -> None:
    assert told("", "features = []") == ["~ features: not decided -> none"]
    assert told("debts = []", "") == ["~ debts: none -> not decided"]


def test_long_texts_are_shown_where_they_differ() -> None:
    before = "A week of dinners on the doorstep by Sunday evening, for families of four who eat "

    (line,) = told(f'[venture]\nproduct = "{before}early"', f'[venture]\nproduct = "{before}late"')

    assert line.endswith('families of four who eat early" -> "…families of four who eat late"') or (
        'early" -> "…' in line and line.endswith('late"')
    )
    assert told('[venture]\nname = "a b"', '[venture]\nname = "a  b"') == [
        "~ name of the venture: spaces or line breaks alone"
    ]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("seed", range(3))
def test_layout_comments_and_unknown_keys_mean_nothing(mvo: Run, tmp_path: Path, name: str, seed: int) -> None:
    path = tmp_path / "another-hand.mvo.toml"
    path.write_text(Hand(seed).write(raw_from_plan(sample(name))), "utf-8", newline="")

    assert mvo("diff", SAMPLES[name], path) == (ExitCode.DONE, "", "")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_order_of_lists_that_are_no_sequence_means_nothing(name: str) -> None:
    plan = sample(name)
    turned = {
        field: tuple(reversed(getattr(plan, field)))
        for field in ("promises", "processes", "tools", "roles", "people", "kpis", "parking_lot")
        if getattr(plan, field)
    }
    review = plan.review.model_copy(update={"attendees": tuple(reversed(plan.review.attendees))})

    assert list(differences(plan, plan.model_copy(update={**turned, "review": review}))) == []


def test_the_order_of_stages_touchpoints_and_steps_does() -> None:
    plan = sample("sunday-box")
    stages = plan.model_copy(update={"stages": tuple(reversed(plan.stages))})
    first = plan.processes[0]
    steps = first.model_copy(update={"steps": tuple(reversed(first.steps))})

    assert list(differences(plan, stages))
    assert list(differences(plan, plan.model_copy(update={"processes": (steps, *plan.processes[1:])})))


@given(plans(), plans())
def test_every_difference_is_one_harmless_line(before: Plan, after: Plan) -> None:
    for line in differences(before, after):
        assert line[:2] in ("+ ", "- ", "~ ", "> ")
        assert len(line.splitlines()) == 1
        assert not {"\x1b", "\u202e"} & set(line)


@given(plans(), st.sampled_from(["A new name", "[b]x[/b] \x07", "other"]))
def test_what_was_edited_is_told(plan: Plan, name: str) -> None:
    edited = apply(plan, SetField("venture.name", name))

    assert (list(differences(plan, edited)) == []) == (plan.venture.name == name)
    assert list(differences(plan, plan)) == []


def test_the_exit_code_tells_whether_there_is_a_difference(mvo: Run, small: Path, finished: Path) -> None:
    assert mvo("diff", small, small) == (ExitCode.DONE, "", "")

    done = mvo("diff", small, finished)

    assert done.code == 1
    assert done.err == ""
    assert '- process "Take an order"' in done.out.splitlines()
    assert open_plan(small).plan.venture.name == "Sunday Box"


def test_a_newer_plan_is_compared_as_far_as_it_is_understood(mvo: Run, small: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer.mvo.toml"
    newer.write_text(SMALL.replace("format = 1", "format = 2"), "utf-8")

    done = mvo("diff", small, newer)

    assert done.code == ExitCode.NEWER_FORMAT
    assert f"{newer}: This plan is of format 2" in done.err
