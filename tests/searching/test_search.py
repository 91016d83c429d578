"""A search over all that a plan says."""

import datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.plan.edits import RemoveItem, SetField, apply
from mvo_tui.plan.model import (
    Debt,
    Kpi,
    ParkedItem,
    Plan,
    Process,
    Promise,
    Reading,
    Review,
    ReviewEntry,
    Stage,
    Step,
    Touchpoint,
    Venture,
)
from mvo_tui.plan.places import find
from mvo_tui.searching.folding import folded, spans_of, words_of
from mvo_tui.searching.search import MOST_MATCHES, Search
from mvo_tui.searching.sheets import sheets_of
from tests.plans import plans

CAFE = Plan(
    venture=Venture(name="Café Größe", notes="Rent is due\nAsk about the second key\nPaint the door"),
    promises=(Promise(id="warm", statement="Bread is warm by seven", core=True, target=95, unit="%"),),
    stages=(
        Stage(id="wakes", name="Wakes up", touchpoints=(Touchpoint(id="sill", name="Finds the bread on the sill"),)),
    ),
    processes=(
        Process(
            id="bake",
            name="Bake the bread",
            trigger="The alarm rings",
            steps=(Step(action="Weigh the flour", notes="The blue scale"), Step(action="Knead", minutes=12)),
        ),
        Process(id="ride", name="Ride the round", escalation="Bread late: ring Ida"),
    ),
    kpis=(Kpi(id="on-time", name="On time", readings=(Reading(date=datetime.date(2026, 5, 10), note="Holiday"),)),),
    review=Review(day="mon", log=(ReviewEntry(decision="Buy a second scale"),)),
    debts=(Debt(id="tins", name="Borrowed tins"),),
    parking_lot=(ParkedItem(id="rye", text="Rye on Fridays?"),),
)


def looked_for(text: str, plan: Plan = CAFE) -> Search:
    return Search().typed(text, plan)


def places(text: str, plan: Plan = CAFE) -> list[str]:
    return [match.place for match in looked_for(text, plan).matches]


def test_names_come_first_then_the_order_of_the_plan() -> None:
    assert places("bread") == [
        "promises.warm.statement",
        "touchpoints.sill.name",
        "processes.bake.name",
        "processes.ride.escalation",
    ]
    assert places("bake")[0] == "processes.bake.name"


def test_every_kind_of_text_is_found() -> None:
    found = {
        "second key": "venture.notes",
        "flour": "processes.bake.steps.1.action",
        "blue": "processes.bake.steps.1.notes",
        "holiday": "kpis.on-time.readings.1.note",
        "buy": "review.log.1.decision",
        "tins": "debts.tins.name",
        "rye": "parking_lot.rye.text",
        "mon": "review.day",
        "95": "promises.warm.target",
        "2026-05": "kpis.on-time.readings.1.date",
    }
    assert {text: places(text)[0] for text in found} == found


def test_accents_and_capitals_make_no_difference() -> None:
    assert places("CAFE grosse") == places("café GRÖSSE") == ["venture.name"]


def test_all_words_in_any_order_and_the_name_may_stand_in_for_some() -> None:
    assert places("flour weigh") == ["processes.bake.steps.1.action"]
    assert places("bake flour") == ["processes.bake.steps.1.action"]
    assert places("bread flour") == ["processes.bake.steps.1.action"]
    assert places("flour tins") == []


def test_words_that_are_scattered_over_an_item_find_the_text_with_most_of_them() -> None:
    assert places("alarm flour blue scale") == ["processes.bake.steps.1.notes"]


def test_the_place_is_told_in_words_and_the_line_is_the_one_that_matches() -> None:
    key = looked_for("key").matches[0]
    assert (key.where, key.line) == ("Venture: Notes", "Ask about the second key")
    assert [key.line[start:end] for start, end in key.spans] == ["key"]
    assert looked_for("knead").matches[0].where == 'Process "Bake the bread", step 2: Step'
    assert looked_for("buy").matches[0].where == "Review, decision 1: Decision"


def test_nothing_typed_finds_nothing() -> None:
    assert looked_for("  ").matches == ()


def test_one_goes_on_round_and_round() -> None:
    search = looked_for("bread")
    seen = []
    for _ in range(5):
        match = search.beside(1)
        assert match is not None
        search = search.gone_to(match)
        seen.append(search.number)
    assert seen == [1, 2, 3, 4, 1]
    before = search.beside(-1)
    assert before is not None
    assert before.place == "processes.ride.escalation"
    assert looked_for("zzz").beside(1) is None


def test_the_search_goes_on_in_the_plan_of_now() -> None:
    search = looked_for("bread")
    search = search.gone_to(search.matches[1])
    less = apply(CAFE, RemoveItem("promises.warm"))
    assert (search.again(less).number, search.again(less).total) == (1, "3")
    more = apply(CAFE, SetField("processes.bake.trigger", "The bread box is empty"))
    assert "processes.bake.trigger" in [match.place for match in search.again(more).matches]


def test_of_very_many_there_is_only_the_number() -> None:
    plan = Plan(processes=tuple(Process(id=f"p{n}", name=f"Pack box {n}") for n in range(MOST_MATCHES + 12)))
    search = looked_for("box", plan)
    assert (len(search.matches), search.more, search.total) == (MOST_MATCHES, 12, f"{MOST_MATCHES} and 12 more")


@given(st.text(), st.text())
def test_texts_are_folded_character_by_character(one: str, other: str) -> None:
    assert folded(one + other) == folded(one) + folded(other)


@given(st.text(min_size=1), st.text(), st.text())
def test_what_was_typed_is_marked_where_it_stands(text: str, before: str, after: str) -> None:
    words = words_of(text)
    spans = spans_of(words, before + text + after)
    assert all(any(word in folded((before + text + after)[start:end]) for start, end in spans) for word in words)
    assert all(one.end < other.start for one, other in pairwise(spans))


@given(plans(), st.sampled_from(["a", "e", "the", "1"]))
def test_every_match_leads_to_a_place_and_has_one_of_the_words(plan: Plan, text: str) -> None:
    for match in looked_for(text, plan).matches:
        assert find(plan, match.place) is not None
        assert match.place.startswith(match.item)
        assert match.spans


@given(plans(), plans())
def test_sheets_that_were_taken_over_say_what_new_ones_would(one: Plan, other: Plan) -> None:
    mixed = other.model_copy(update={"processes": one.processes, "venture": one.venture})
    assert list(sheets_of(mixed, sheets_of(one)).values()) == list(sheets_of(mixed).values())
