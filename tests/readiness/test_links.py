"""Each link that leads nowhere is named once, at its exact place, whatever field it stands in."""

import pytest

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.fields import Kind
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import Plan, Process, Stage, Step, Touchpoint
from mvo_tui.plan.places import find
from mvo_tui.readiness.dangling import dangling_links
from mvo_tui.readiness.ledger import judge
from tests.plans import SAMPLES, Leaf, leaves, plan_from_toml, sample
from tests.readiness.one_rule import places_of, rule_called, titles_of, verdicts

RULE = "links-lead-somewhere"

ONE_OF_EACH = plan_from_toml(
    """
[[promises]]
id = "warm"
[[features]]
id = "chat"
[[stages]]
id = "buy"
[[stages.touchpoints]]
id = "counter"
[[processes]]
id = "bake"
steps = [{ action = "Knead" }]
[[tools]]
id = "oven"
[[roles]]
id = "baker"
[[people]]
id = "ole"
[[kpis]]
id = "sold"
[review]
log = [{ decision = "Buy flour" }]
[[debts]]
id = "notes"
[[parking_lot]]
id = "cakes"
"""
)
LINK_FIELDS = [leaf for leaf in leaves(ONE_OF_EACH) if leaf.spec.kind in (Kind.LINK, Kind.LINKS)]


def test_the_plan_of_this_test_has_a_field_for_every_kind_of_link() -> None:
    assert len({(leaf.model, leaf.spec.name) for leaf in LINK_FIELDS}) == len(LINK_FIELDS) == 17


@pytest.mark.parametrize("leaf", LINK_FIELDS, ids=lambda leaf: leaf.place)
def test_a_link_to_nothing_is_named_at_its_field(leaf: Leaf) -> None:
    value = "nowhere" if leaf.spec.kind is Kind.LINK else ("nowhere", "nowhere")
    plan = apply(ONE_OF_EACH, SetField(leaf.place, value))
    assert places_of(RULE, plan) == [leaf.place]
    assert '"nowhere"' in titles_of(RULE, plan)[0]


@pytest.mark.parametrize("leaf", LINK_FIELDS, ids=lambda leaf: leaf.place)
def test_a_link_to_an_item_of_its_collection_is_no_finding(leaf: Leaf) -> None:
    known = {"promises": "warm", "processes": "bake", "tools": "oven", "roles": "baker", "people": "ole"}
    link = known[leaf.spec.collection]
    plan = apply(ONE_OF_EACH, SetField(leaf.place, link if leaf.spec.kind is Kind.LINK else (link,)))
    assert places_of(RULE, plan) == []


def test_each_link_of_a_list_and_of_a_list_of_owners_is_looked_at() -> None:
    plan = (
        '[[processes]]\nid = "bake"\nowner = ["ole", "baker"]\ntools = ["b", "oven", "a", "b"]\n[[tools]]\nid = "oven"'
    )
    assert places_of(RULE, plan) == ["processes.bake.owner"] * 2 + ["processes.bake.tools"] * 2
    assert [title.split('"')[1] for title in titles_of(RULE, plan)] == ["baker", "ole", "a", "b"]


def test_a_blank_link_is_none() -> None:
    plan = Plan(processes=(Process(id="bake", owner="", backup="", tools=("",), steps=(Step(role="", tool=""),)),))
    assert places_of(RULE, plan) == []


@pytest.mark.parametrize(
    "about",
    [
        "stages.buy",
        "touchpoints.counter",
        "processes.bake.steps.1",
        "venture.customer",
        "review.day",
        "review",
        "kpis",
        "journey.billing",
        "journey.after-value",
    ],
)
def test_what_is_parked_may_be_about_any_place_of_the_plan(about: str) -> None:
    assert places_of(RULE, apply(ONE_OF_EACH, SetField("parking_lot.cakes.about", about))) == []


@pytest.mark.parametrize(
    "about", ["stages.by", "kpis.", "the cellar", "venture.shoe_size", "processes.bread.steps.1", "."]
)
def test_what_is_parked_is_not_about_nothing(about: str) -> None:
    plan = apply(ONE_OF_EACH, SetField("parking_lot.cakes.about", about))
    assert places_of(RULE, plan) == ["parking_lot.cakes.about"]


def test_a_near_name_is_offered() -> None:
    def fix(place: str, value: object) -> str:
        (problem,) = verdicts(RULE, apply(ONE_OF_EACH, SetField(place, value)))
        return problem.fix

    assert fix("processes.bake.owner", "bakr") == 'Did you mean "baker"?'
    assert fix("parking_lot.cakes.about", "stages.bye") == 'Did you mean "stages.buy"?'
    assert fix("processes.bake.owner", "zzz") == ""


def test_a_very_long_link_makes_a_short_title() -> None:
    plan = apply(ONE_OF_EACH, SetField("processes.bake.owner", "ba ker\n" * 100_000))
    assert len(titles_of(RULE, plan)[0]) < 140
    assert "\n" not in titles_of(RULE, plan)[0]


def test_it_costs_nothing() -> None:
    assert rule_called(RULE).weight == 0


@pytest.mark.parametrize("name", SAMPLES)
def test_every_place_that_is_named_can_be_opened(name: str) -> None:
    plan = sample(name)
    assert all(find(plan, place) for place in places_of(RULE, plan))


def test_what_was_found_in_one_part_is_kept_while_another_is_edited() -> None:
    stages = (Stage(id="buy", touchpoints=(Touchpoint(id="counter", promises=("cold",)),)),)
    plan = Plan(stages=stages, processes=(Process(id="bake", steps=(Step(role="baker"),)),))
    index = PlanIndex(plan)
    (step, touchpoint) = dangling_links(index)
    edited = apply(plan, SetField("processes.bake.steps.1.role", "seller"))
    (changed, kept) = dangling_links(PlanIndex(edited, index))
    assert kept is touchpoint
    assert (step.id, changed.id) == ("baker", "seller")


def test_a_link_is_sound_as_soon_as_its_item_is_there() -> None:
    plan = Plan(processes=(Process(id="bake", owner="baker"),))
    rule = rule_called(RULE)
    before = judge(rule, PlanIndex(plan), 0.0)
    mended = plan.model_copy(update={"roles": ONE_OF_EACH.roles})
    after = judge(rule, PlanIndex(mended, PlanIndex(plan)), 0.0, before)
    assert [finding.place for finding in before.findings] == ["processes.bake.owner"]
    assert after.findings == ()
