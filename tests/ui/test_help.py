"""The help: its pages explain every word that the program uses, are found by typing, and can be read anywhere."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from textual.widget import Widget

from mvo_tui.ui.commands import COMMANDS
from mvo_tui.ui.help_pages import page_in, pages, topics_about, with_keys
from mvo_tui.ui.screens.help import HelpScreen, TopicLines
from mvo_tui.ui.widgets.wrapped_text import WrappedText
from tests.plans import SAMPLES
from tests.ui.founder import Founder, founder_at

WORDS = (
    """
touchpoint|channel|physical evidence|customer actions|line of interaction|frontstage|line of visibility|backstage
line of internal interaction|support process|hand-over|failure point|wait point|moment of truth|time to value
critical path|value proposition|core promise|SLI|SLO|SLA|error budget|process|procedure|policy|SOP|runbook|trigger
definition of done|concierge|Wizard of Oz|toil|operational debt|graduation trigger|role|person|owner|DRI|RACI|GWC
bus factor|backup|hats|span|KPI|leading|lagging|cadence|scorecard|on track|off track|IDS|arrival rate|service time
utilisation|Little's law|Erlang C|breaking point|headroom|bottleneck|readiness|lean|level|finding|points|notice
does not apply|MVO|MVP|stage|moment of value|first contact|function|feature|escalation|rehearsed|parking lot|review
""".strip()
    .replace("\n", "|")
    .split("|")
)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "repair-shop.mvo.toml"
    path.write_bytes(SAMPLES["repair-shop"].read_bytes())
    return path


def text_of(founder: Founder) -> str:
    return founder.app.screen.query_one(WrappedText).text


def titles(founder: Founder) -> list[str]:
    return [option.label for option in founder.app.screen.query_one(TopicLines).options]


# The pages


def test_every_file_is_a_page_with_a_title() -> None:
    names = [file.name for file in files("mvo_tui.ui").joinpath("help").iterdir() if file.name.endswith(".md")]
    assert len(pages()) == len(names)
    assert all(page.title and page.paragraphs + page.sections for page in pages())
    assert len({page.title for page in pages()}) == len(names)


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_the_field_is_explained(word: str) -> None:
    explained = [
        topic
        for page in pages()
        for topic in (page.whole(), *page.sections)
        if word.casefold() in " ".join((topic.title, *topic.paragraphs)).casefold()
    ]
    assert explained
    assert topics_about(word)


def test_mvo_against_mvp_has_five_rows_with_both_sides() -> None:
    page = next(page for page in pages() if page.title == "MVO and MVP")
    assert [section.title for section in page.sections] == ["Focus", "Core question", "Audience", "Output", "Risk"]
    for section in page.sections:
        assert [line[:6] for line in section.paragraphs] == ["- MVP:", "- MVO:"]


def test_no_page_speaks_of_a_key_that_there_is_not() -> None:
    known = {command.id for command in COMMANDS}
    for page in pages():
        for paragraph in page.whole().paragraphs:
            assert set(re.findall(r"\{(\w+)\}", paragraph)) <= known
            assert "{" not in with_keys(paragraph)


def test_no_key_that_can_be_changed_is_written_into_a_page() -> None:
    for page in pages():
        assert not re.search(r"Ctrl\+|\bF\d\b", " ".join(page.whole().paragraphs)), page.title


def test_a_page_is_read_as_it_is_written() -> None:
    page = page_in("# Title\n\nOne\ntwo.\n\nThree.\n\n## Part\n- a\n- b\nc\n")
    assert page.paragraphs == ("One two.", "Three.")
    assert page.whole().paragraphs == ("One two.", "Three.", "## Part", "- a", "- b c")


def test_a_title_comes_before_a_mention() -> None:
    found = topics_about("backup")
    assert found[0].title == "Backup"
    assert len(found) > 1
    assert not topics_about("zzzz")


# On the screen


async def test_the_question_comes_first_and_the_keys_second(sample: Path) -> None:
    async with founder_at(sample, screen="interview", size=(80, 24)) as founder:
        founder.app.show_interview("venture.customer")
        await founder.wait_for(lambda: founder.app.focused, "the question")
        await founder.press("f1")
        lines = text_of(founder).splitlines()
        assert lines[0].endswith("?")
        assert "Keys: interview" in lines
        assert founder.sees("Why it matters")
        await founder.press("f1")
        assert not isinstance(founder.app.screen, HelpScreen)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_topic_is_found_by_typing_and_can_be_read(sample: Path, size: tuple[int, int]) -> None:
    async with founder_at(sample, screen="workbench", size=size) as founder:
        await founder.press("f1")
        await founder.type("moment of t")
        assert titles(founder)[0] == "Moment of truth"
        assert founder.sees("A touchpoint at which")
        shown = founder.app.screen.query_one(WrappedText)
        assert shown.region.right <= size[0]
        assert shown.size.width >= 30
        await founder.press("escape")
        assert not isinstance(founder.app.screen, HelpScreen)


async def test_topics_are_gone_through_with_the_arrows_and_read_with_page_down(sample: Path) -> None:
    async with founder_at(sample, screen="workbench", size=(80, 24)) as founder:
        await founder.press("f1", "down")
        assert founder.sees("Core question")
        await founder.press("pagedown", "pagedown", "pagedown")
        await founder.wait_for(lambda: founder.sees("That is the risk of the"), "the last row")
        await founder.press("down")
        assert founder.sees("A standard operating procedure")
        await founder.press(*["up"] * 5)
        assert text_of(founder).startswith("Keys: workbench")


async def test_a_click_opens_a_topic(sample: Path) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        await founder.press("f1")
        await founder.pilot.click(TopicLines, offset=(3, titles(founder).index("MVO and SOP")))
        await founder.pilot.pause()
        assert text_of(founder).startswith("MVO and SOP")


async def test_actions_are_found_with_their_keys(sample: Path) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        await founder.press("f1")
        await founder.type("redo")
        assert titles(founder)[0] == "Redo (keys)"
        assert "Keys: ^Y  U" in text_of(founder)


async def test_what_is_typed_is_never_read_as_markup(sample: Path) -> None:
    async with founder_at(sample, screen="workbench") as founder:
        await founder.press("f1")
        await founder.type("[x][/]")
        assert founder.sees('No topic has "[x][/]" in it.')
        await founder.type("{x}{undo}")
        assert founder.sees('No topic has "[x][/]{x}{undo}" in it.')
        field: Widget | None = founder.app.focused
        assert field is not None
