"""Keys of a founder's own: names as people write them, what terminals never send, clashes, and where they show."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from mvo_tui.storage.configuration import Configuration
from mvo_tui.ui.commands import COMMANDS, Where, command_named, use
from mvo_tui.ui.key_names import SIGNS, key_named, shown_key, why_not
from mvo_tui.ui.own_keys import meet, with_own_keys
from mvo_tui.ui.settings import settings_from, told_at_start
from tests.ui.founder import founder_at

DECLARED = {command.id: command for command in COMMANDS}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ctrl+R", "ctrl+r"),
        ("^r", "ctrl+r"),
        ("control + r", "ctrl+r"),
        ("F5", "f5"),
        ("U", "U"),
        ("shift+u", "U"),
        ("?", "question_mark"),
        ("+", "plus"),
        ("ctrl++", "ctrl+plus"),
        ("question_mark", "question_mark"),
        ("Shift+Ctrl+Up", "ctrl+shift+up"),
        ("Esc", "escape"),
        ("Del", "delete"),
        ("é", "é"),
        ("", ""),
        ("ctrl+", ""),
        ("crtl+r", ""),
        ("ab", ""),
        ("f99", ""),
        ("\x1b", ""),
    ],
)
def test_keys_are_understood_as_people_write_them(written: str, key: str) -> None:
    assert key_named(written) == key


def test_signs_have_the_names_that_the_program_hears() -> None:
    assert {_character_to_key(sign): sign for sign in SIGNS.values()} == SIGNS


@given(st.text(max_size=12))
def test_no_text_upsets_the_names(text: str) -> None:
    key = key_named(text)
    assert key == key_named(key)
    assert shown_key(key or "a")
    why_not(key)


@pytest.mark.parametrize("key", sorted({key for command in COMMANDS for key in (*command.keys, *command.letters)}))
def test_every_declared_key_could_be_written_and_arrives(key: str) -> None:
    assert key_named(shown_key(key)) == key
    assert not why_not(key) or key in ("escape", "space")  # of lists, where an action takes one over


@pytest.mark.parametrize(
    "written", ["ctrl+i", "^M", "ctrl+h", "ctrl+[", "ctrl+shift+z", "alt+1", "cmd+z", "enter", "tab"]
)
def test_a_key_that_never_arrives_or_is_needed_leaves_the_action_as_it_was(written: str) -> None:
    own = with_own_keys({"undo": [written]})
    assert own.commands == COMMANDS
    assert len(own.complaints) == 1
    assert written in own.complaints[0]


def test_one_good_key_among_bad_ones_counts() -> None:
    own = with_own_keys({"undo": ["ctrl+i", "Ctrl+R", "ctrl+r"]})
    undo = next(command for command in own.commands if command.id == "undo")
    assert (undo.keys, undo.letters) == (("ctrl+r",), ())


def test_letters_and_deleting_keys_are_for_outside_of_fields() -> None:
    (undo,) = [
        command for command in with_own_keys({"undo": ["Z", "f4", "?", "delete"]}).commands if command.id == "undo"
    ]
    assert (undo.keys, undo.letters) == (("f4",), ("Z", "question_mark", "delete"))


def test_an_action_that_is_not_there_is_told_with_the_nearest() -> None:
    assert with_own_keys({"next_gpa": ["z"]}).complaints == ('There is no action "next_gpa". Did you mean "next_gap"?',)


def test_the_first_of_two_wishes_for_a_key_has_it() -> None:
    own = with_own_keys({"undo": ["ctrl+r"], "find": ["ctrl+r"]})
    assert own.complaints == ("^R is given to both undo and find: undo keeps it.",)
    assert next(command for command in own.commands if command.id == "find") == DECLARED["find"]


def test_two_screens_may_use_one_key() -> None:
    assert not with_own_keys({"new_plan": ["ctrl+r"], "find": ["ctrl+r"]}).complaints


def test_a_declared_key_goes_to_who_wishes_for_it() -> None:
    own = with_own_keys({"duplicate": ["e"]})
    (edit,) = [command for command in own.commands if command.id == "edit"]
    assert edit.letters == ()
    assert own.complaints == ("e is duplicate now; edit has F2 left.",)


def test_no_key_is_a_wish_too() -> None:
    (park,) = [command for command in with_own_keys({"park": []}).commands if command.id == "park"]
    assert (park.keys, park.letters) == ((), ())


WRITTEN = st.sampled_from(["ctrl+r", "x", "f8", "e", "^s", "ctrl+i", "nothing", "?", "J"])


@given(st.dictionaries(st.sampled_from([*DECLARED, "nobody"]), st.lists(WRITTEN, max_size=3), max_size=6))
def test_no_key_ever_means_two_things_on_one_screen(wishes: dict[str, list[str]]) -> None:
    commands = with_own_keys(wishes).commands
    assert [command.id for command in commands] == list(DECLARED)
    for one in commands:
        for other in commands:
            if one.id < other.id and meet(one.where, other.where):
                shared = {*one.keys, *one.letters} & {*other.keys, *other.letters}
                assert not shared, (one, other)


# In the program


@pytest.fixture(autouse=True)
def _declared_keys_afterwards() -> Iterator[None]:
    yield
    use()


async def test_a_key_of_ones_own_acts_and_is_shown_in_footer_palette_and_help(tmp_path: Path) -> None:
    path = tmp_path / "plan.mvo.toml"
    path.write_text('format = 1\n[venture]\nname = "Bakery"\n', "utf-8")
    own = settings_from(Configuration(Path("c"), keys={"undo": ("ctrl+r",), "next_gap": ("m",)}))
    async with founder_at(path, screen="workbench", settings=own) as founder:
        assert founder.sees("^R Undo", "m Next gap")
        await founder.press("enter", "enter")
        await founder.type("m")  # in a field it is a letter
        await founder.press("enter")
        assert founder.plan.venture.name == "Bakerym"

        await founder.press("ctrl+z")
        assert founder.plan.venture.name == "Bakerym"
        await founder.press("ctrl+r")
        assert founder.plan.venture.name == "Bakery"

        await founder.press("m")
        assert founder.workbench._finding is not None

        await founder.press("ctrl+p")
        await founder.type("undo")
        await founder.wait_for(lambda: founder.sees("Undo   ^R"), "the palette")
        await founder.press("escape", "f1")
        await founder.type("undo")
        await founder.press("down")
        await founder.wait_for(lambda: founder.sees("Keys: ^R"), "the help")
    assert command_named("undo").keys == ("ctrl+r",)


async def test_what_is_wrong_is_told_once_at_the_start(tmp_path: Path) -> None:
    path = tmp_path / "plan.mvo.toml"
    path.write_text("format = 1\n", "utf-8")
    own = settings_from(Configuration(Path("c"), keys={"next_gpa": ("ctrl+r",)}, complaints=("theme is [x] [/] one.",)))
    async with founder_at(path, screen="workbench", settings=own) as founder:
        assert [note.sentence for note in founder.app.notes] == [
            "Configuration: theme is [x] [/] one.",
            'Configuration: There is no action "next_gpa". Did you mean "next_gap"?',
        ]


def test_many_complaints_are_counted() -> None:
    told = told_at_start(tuple("abcde"))
    assert told == (
        "Configuration: a", "Configuration: b", "Configuration: c", "Configuration: 2 more: mvo-tui info lists them.",
    )  # fmt: skip
    assert told_at_start(()) == ()


def test_views_and_everywhere_meet_the_workbench() -> None:
    assert meet(Where.VIEWS, Where.WORKBENCH)
    assert meet(Where.START, Where.EVERYWHERE)
    assert not meet(Where.START, Where.WORKBENCH)
