"""Items as Markdown."""

import datetime
from collections.abc import Iterator
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mvo_tui.exports.item_markdown import as_markdown
from mvo_tui.exports.markdown import escaped
from mvo_tui.exports.text.wrapping import visible
from mvo_tui.plan.index import PlanIndex
from mvo_tui.plan.model import (
    Kpi,
    Person,
    Plan,
    Process,
    Reading,
    Review,
    ReviewEntry,
    Role,
    Stage,
    Step,
    Tool,
    Touchpoint,
)
from tests.plans import all_tables, lists, plans

HOSTILE = "# [x](http://e.com) *b* `c` <img src=x> | 1. &lt; $x$ \\ ~~s~~"
BAKERY = Plan(
    processes=(
        Process(
            id="bake",
            name="Bake *the* bread",
            trigger="1. The alarm rings",
            owner="baker",
            tools=("oven", "gone"),
            rehearsed_on=datetime.date(2026, 5, 4),
            steps=(Step(action="Knead", minutes=12, role="baker"), Step(action="Wait")),
            notes="First line\n# second line",
        ),
        Process(id="ride", name="Ride", tools=()),
    ),
    stages=(
        Stage(id="wakes", name="Wakes up", touchpoints=(Touchpoint(id="bag", name="Finds the bag"),)),
        Stage(id="pays", name="Pays"),
    ),
    tools=(Tool(id="oven", name="Oven"),),
    roles=(Role(id="baker", name="Baker", held_by="ida"),),
    people=(Person(id="ida", name="Ida", hours_per_week=20, days=("mon", "tue")),),
    kpis=(
        Kpi(id="k", name="On time", readings=(Reading(date=datetime.date(2026, 5, 10), value=93.5, note="Holiday"),)),
    ),
    review=Review(log=(ReviewEntry(decision="Buy tags", owner="baker"),)),
)


def copied(place: str, plan: Plan = BAKERY) -> tuple[str, str]:
    return as_markdown(PlanIndex(plan), place)


def test_an_item_has_a_line_for_each_field_that_says_something() -> None:
    text, what = copied("processes.bake")
    assert what == "Process: Bake *the* bread"
    assert text == (
        "## Process: Bake \\*the\\* bread\n"
        "\n"
        "- Starts when: 1\\. The alarm rings\n"
        "- Owner: Baker (Ida)\n"
        '- Tools: Oven; "gone" (not in this plan)\n'
        "- Rehearsed on: 2026-05-04\n"
        "- Notes: First line  \n"
        "  \\# second line\n"
        "\n"
        "### Steps\n"
        "\n"
        "1. Knead (Baker (Ida); 12 min)\n"
        "2. Wait\n"
    )


def test_a_field_means_its_item_and_a_list_all_its_names() -> None:
    assert copied("processes.bake.trigger") == copied("processes.bake")
    assert copied("processes") == ("## Processes\n\n- Bake \\*the\\* bread\n- Ride\n", "Processes, 2 in all")
    assert copied("processes.bake.steps.1")[0].startswith("## Step: Knead\n")
    assert "- Tools: none" in copied("processes.ride")[0]
    assert "- Days: Monday; Tuesday" in copied("people.ida")[0]
    assert "- 2026-05-10: 93.5, Holiday" in copied("kpis.k")[0]
    assert "- no date: Buy tags, Baker (Ida)" in copied("review")[0]
    assert copied("journey")[0] == "## Journey\n\n- Wakes up\n  - Finds the bag\n- Pays\n"
    assert copied("venture")[0] == "## Venture\n\nNothing is said yet.\n"


def tokens(markdown: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        yield token
        yield from token.children or ()


@pytest.mark.parametrize("text", [HOSTILE, "- a", "+ a", "12) a", "12. a", "===", "---", "> q", "a | b", "``` x"])
def test_text_is_shown_as_it_was_typed_and_is_nothing_else(text: str) -> None:
    found = list(tokens(f"- {escaped(text)}"))
    assert {token.type for token in found} <= {
        "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open",
        "paragraph_close", "inline", "text", "text_special",
    }  # fmt: skip
    assert "".join(token.content for token in found if token.type != "inline") == text


@given(st.text())
def test_any_text_is_shown_as_it_was_typed(text: str) -> None:
    html = MarkdownIt("commonmark").renderInline(escaped(text))
    assert "<" not in html
    assert unescape(html) == " ".join(visible(text).split())


@given(plans(), st.data())
def test_every_place_has_a_heading_and_ends_with_a_line_end(plan: Plan, data: st.DataObject) -> None:
    places = [place for found in (all_tables(plan), lists(plan)) for place, *_ in found]
    text, what = copied(data.draw(st.sampled_from(places)), plan)
    assert text.startswith("## ")
    assert text.endswith("\n")
    assert what
