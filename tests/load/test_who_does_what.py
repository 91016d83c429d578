"""Who owns, does and backs up: by hand, and by the rules' own look-ups on any plan."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mvo_tui.load import who_does_what
from mvo_tui.load.who_does_what import NOBODY, By, Hands, Part, columns, hands
from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan
from tests.load.test_weekly import PLAN
from tests.plans import plans, sample, sample_plans


def all_hands(index: PlanIndex, by: By) -> dict[str, Hands]:
    """By the id of the process; each is what is told of the process alone."""
    found = who_does_what.all_hands(index, by)
    assert list(found) == [hands(process, index, by) for process in index.plan.processes]
    return {process.id: each for process, each in zip(index.plan.processes, found, strict=True)}


BACKED = apply(PLAN, SetField("processes.take.backup", "rider"))


def test_by_people_and_by_roles() -> None:
    index = PlanIndex(BACKED)
    assert all_hands(index, By.PEOPLE) == {
        "take": Hands("mei", ("mei",), "tom"),
        "ride": Hands("tom", ("tom", "mei"), NOBODY),
    }
    assert all_hands(index, By.ROLES) == {
        "take": Hands("clerk", ("clerk",), "rider"),
        "ride": Hands("rider", ("rider", "clerk"), NOBODY),
    }
    assert [column.id for column in columns(index, By.ROLES)] == ["clerk", "rider"]


def test_the_parts_of_a_cell() -> None:
    found = all_hands(PlanIndex(BACKED), By.PEOPLE)
    assert found["take"].parts_of("mei") == (Part.OWNS, Part.DOES)
    assert found["take"].parts_of("tom") == (Part.BACKS_UP,)
    assert found["ride"].parts_of("mei") == (Part.DOES,)
    assert found["ride"].parts_of("sue") == ()
    assert found["ride"].parts_of(NOBODY) == (Part.BACKS_UP,)


def test_holes_are_nobodys() -> None:
    plan = apply(BACKED, SetField("roles.rider.held_by", None))
    by_people, by_roles = (all_hands(PlanIndex(plan), by) for by in By)
    assert by_people["ride"] == Hands(NOBODY, (NOBODY, "mei"), NOBODY)
    assert by_people["take"].backup == NOBODY
    assert by_roles["ride"].owner == "rider"
    several = all_hands(PlanIndex(apply(BACKED, SetField("processes.take.owner", ("clerk", "rider")))), By.ROLES)
    assert several["take"] == Hands(NOBODY, (NOBODY,), "rider")


def test_what_rests_on_one_person() -> None:
    def alone(plan: Plan) -> list[str]:
        return [each for each, found in all_hands(PlanIndex(plan), By.PEOPLE).items() if found.rests_on_one]

    assert len(alone(PLAN)) == 1
    assert alone(BACKED) == alone(sample("sunday-box")) == []


@given(plans() | sample_plans)
@settings(max_examples=80)
def test_it_says_what_the_rest_of_the_program_says(plan: Plan) -> None:
    index = PlanIndex(plan)
    people = all_hands(index, By.PEOPLE)
    for process in plan.processes:
        owner = index.owner(process)
        holder = index.holder(owner.id) if owner else None
        assert people[process.id].owner == (holder.id if holder else NOBODY)
        backup = index.holder(process.backup)
        assert people[process.id].backup == (backup.id if backup else NOBODY)
        roles = [index.doer(step) for step in index.steps if step.process is process]
        holders = {index.holder(role.id) if role else None for role in roles}
        assert set(people[process.id].doers) == {person.id if person else NOBODY for person in holders}
        assert people[process.id].has_hole == any(people[process.id].parts_of(NOBODY))


@given(plans() | sample_plans)
@settings(max_examples=40)
def test_every_part_stands_in_exactly_one_column_or_doing_in_some(plan: Plan) -> None:
    index = PlanIndex(plan)
    for by in By:
        ids = [*(column.id for column in columns(index, by)), NOBODY]
        for found in all_hands(index, by).values():
            parts = [part for column in ids for part in found.parts_of(column)]
            assert parts.count(Part.OWNS) == 1
            assert parts.count(Part.BACKS_UP) == 1
            assert parts.count(Part.DOES) == len(found.doers)


@given(st.data(), sample_plans)
@settings(max_examples=30)
def test_after_an_edit_it_is_what_it_would_be_anew(data: st.DataObject, plan: Plan) -> None:
    index = PlanIndex(plan)
    for by in By:
        who_does_what.all_hands(index, by)
    for _ in range(3):
        place = data.draw(st.sampled_from([f"processes.{process.id}" for process in plan.processes]))
        field = data.draw(st.sampled_from(["owner", "backup", "steps.1.role"]))
        role = data.draw(st.sampled_from([None, "gone", *(role.id for role in plan.roles)]))
        held = data.draw(st.sampled_from([None, *(person.id for person in plan.people)]))
        edits = [SetField(f"roles.{plan.roles[0].id}.held_by", held)]
        edits += (
            [SetField(f"{place}.{field}", role)] if field != "steps.1.role" or index.process[place[10:]].steps else []
        )
        for edit in edits:
            plan = apply(plan, edit)
        index = PlanIndex(plan, index)
        for by in By:
            assert who_does_what.all_hands(index, by) == who_does_what.all_hands(PlanIndex(plan), by)
