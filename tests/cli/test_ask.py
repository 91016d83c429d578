"""`mvo-tui ask PLAN --plain`: the interview as lines, for any terminal, screen readers and scripts."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from mvo_tui.cli.main import main
from mvo_tui.interview.answers import Answer, edit_for
from mvo_tui.plan.edits import Edit, SetField, apply
from mvo_tui.plan.errors import ExitCode
from mvo_tui.plan.model import Plan
from mvo_tui.storage.bookmarks import Bookmark, keep_bookmark, read_bookmark
from mvo_tui.storage.journal import Journal
from mvo_tui.storage.plan_file import open_plan
from mvo_tui.storage.state_folder import key_of
from tests.plans import SAMPLES


class Talk:
    """What was typed at a plan, and what came of it."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.path, self._capsys, self._monkeypatch = path, capsys, monkeypatch
        self.code, self.out, self.err = -1, "", ""

    def type(self, *lines: str) -> "Talk":
        import io

        self._monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        self.code = main(["ask", str(self.path), "--plain"])
        self.out, self.err = self._capsys.readouterr()
        return self

    @property
    def plan(self) -> Plan:
        return open_plan(self.path).plan


@pytest.fixture
def talk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Talk:
    return Talk(tmp_path / "box.mvo.toml", capsys, monkeypatch)


def plan_file(talk: Talk, toml: str) -> None:
    talk.path.write_text(f"format = 1\n{toml}", "utf-8")


def test_a_question_says_what_why_and_an_example(talk: Talk) -> None:
    talk.type()

    assert "What is the venture called?" in talk.out
    assert "Why: The name stands" in talk.out
    assert "For example: Fresh by Friday" in talk.out
    assert "jump 3" in talk.out
    assert talk.code == ExitCode.DONE


def test_every_answer_is_saved_at_once_and_the_end_of_the_input_leaves(talk: Talk) -> None:
    talk.type("Sunday Box", "A box of dinners")

    assert talk.plan.venture.name == "Sunday Box"
    assert talk.plan.venture.product == "A box of dinners"
    assert "Saved: Set product of the venture. Readiness 1 of 100 (+1." in talk.out
    assert "Go on with:\nmvo-tui ask" in talk.out


def test_the_next_sitting_goes_on_at_the_same_question(talk: Talk) -> None:
    talk.type("Sunday Box", "skip", "Two streets")
    bookmark = read_bookmark(key_of(talk.path))

    talk.type("mvp")

    assert bookmark is not None
    assert bookmark.place == "venture.stage"
    assert talk.plan.venture.stage == "mvp"


def test_what_was_typed_on_screens_and_not_entered_is_shown(talk: Talk) -> None:
    plan_file(talk, "")
    keep_bookmark(key_of(talk.path), Bookmark("venture.customer", is_interview=True))
    journal = Journal(open_plan(talk.path))
    journal.type("venture.customer", "Two str")
    journal.close()

    talk.type()

    assert "not entered: Two str" in talk.out
    assert "Who are the first customers" in talk.out

    talk.type("Two streets")
    keep_bookmark(key_of(talk.path), Bookmark("venture.customer", is_interview=True))
    talk.out = ""
    talk.type()

    assert "not entered" not in talk.out


def test_what_the_screens_did_not_save_is_told_and_left_alone(talk: Talk) -> None:
    plan_file(talk, '[venture]\nname = "Sunday Box"\n')
    opened = open_plan(talk.path)
    edit = SetField("venture.name", "Monday Box")
    journal = Journal(opened)
    journal.record(edit, apply(opened.plan, edit))
    journal.close()

    for _ in range(2):
        assert "some changes are not in the file" in " ".join(talk.type("done").out.split())
    assert talk.plan.venture.name == "Sunday Box"


def test_choices_are_numbered_and_lists_end_with_an_empty_line(talk: Talk) -> None:
    talk.type("jump stages", "1 5", "Tells a friend", "", "done")

    assert [stage.name for stage in talk.plan.stages] == ["Hears of us", "Gets what was promised", "Tells a friend"]
    assert talk.plan.stages[0].function == "marketing"


def test_several_links_are_chosen_by_number_and_new_ones_by_name(talk: Talk) -> None:
    plan_file(talk, '[[processes]]\nid = "p"\nname = "Pack"\n[[tools]]\nid = "s"\nname = "Sheet"\n')

    talk.type("jump processes.p.tools", "1; Label printer")

    assert talk.plan.processes[0].tools == ("s", "label-printer")


def test_choices_for_a_number_have_letters(talk: Talk) -> None:
    plan_file(talk, '[[stages]]\nid = "s"\nname = "S"\n[[stages.touchpoints]]\nid = "t"\nname = "T"\n')

    talk.type("jump touchpoints.t.times", "c", "jump touchpoints.t.times", "2 a week")

    assert talk.plan.stages[0].touchpoints[0].times == 2
    assert "  a  Once for each new customer" in talk.out


def test_back_leads_to_the_question_before(talk: Talk) -> None:
    talk.type("Sunday Box", "back", "Monday Box")

    assert talk.plan.venture.name == "Monday Box"


def test_at_the_first_question_back_stays(talk: Talk) -> None:
    talk.type("back")

    assert "This is the first question." in talk.out


def test_why_says_more_and_list_says_what_was_said(talk: Talk) -> None:
    talk.type("Sunday Box", "why", "list")

    assert "Too much would be: The marketplace" in talk.out
    assert "kept at venture.product" in talk.out
    assert "1  What is the venture called? Sunday Box" in talk.out


def test_none_is_decided_with_na(talk: Talk) -> None:
    talk.type("jump features", "na")

    assert talk.plan.features == ()


def test_a_function_is_set_aside_with_a_reason(talk: Talk) -> None:
    plan_file(talk, '[[stages]]\nname = "S"\n')

    talk.type("jump journey.billing", "na", "The pilot is free until March", "jump journey.sales", "na Nobody decides")

    assert talk.plan.journey.not_applicable.billing == "The pilot is free until March"
    assert talk.plan.journey.not_applicable.sales == "Nobody decides"


def test_most_questions_always_apply(talk: Talk) -> None:
    talk.type("na")

    assert "always applies" in talk.out


@pytest.mark.parametrize("target", ["7", "0", "nonsense", "processes.nobody.owner", ""])
def test_a_jump_to_nowhere_says_where_one_can_go(talk: Talk, target: str) -> None:
    talk.type(f"jump {target}", "Sunday Box")

    assert "from 1 to 6" in " ".join(talk.out.split())
    assert talk.plan.venture.name == "Sunday Box"


def test_a_refused_answer_leaves_the_question_open(talk: Talk) -> None:
    talk.type("jump review.minutes", "many", "20 min")

    assert "Type a number" in talk.out
    assert talk.plan.review.minutes == 20


def test_a_placeholder_is_kept_and_still_counts_as_open(talk: Talk) -> None:
    talk.type("TBD")

    assert "still counts as open" in talk.out
    assert talk.plan.venture.name == "TBD"


def test_a_word_that_is_a_command_can_be_an_answer(talk: Talk) -> None:
    talk.type("=done")

    assert talk.plan.venture.name == "done"


def test_lines_before_a_command_are_not_lost(talk: Talk) -> None:
    talk.type("jump roles", "Driver", "done")

    assert [role.name for role in talk.plan.roles] == ["Driver"]


def test_skipping_everything_comes_to_an_end(talk: Talk) -> None:
    talk.type("Sunday Box", *["skip"] * 200)

    assert "What was skipped comes again." in talk.out
    assert "All that is left was skipped." in talk.out
    assert talk.code == ExitCode.DONE


def test_a_plan_with_all_answers_says_so(talk: Talk) -> None:
    talk.path.write_text(SAMPLES["sunday-box"].read_text("utf-8"), "utf-8")

    talk.type()

    assert "Nothing is open any more. Readiness 100 of 100" in talk.out


def test_strange_text_reaches_the_plan_unharmed_and_no_terminal(talk: Talk) -> None:
    talk.type("[bold]x[/] {name} $z \x1b[31mred\x07 \u202e")

    assert talk.plan.venture.name == "[bold]x[/] {name} $z [31mred \u202e"
    assert "\x1b" not in talk.out


def test_comments_of_a_hand_written_file_stay(talk: Talk) -> None:
    plan_file(talk, '# my plan\n[venture]  # here\nproduct = "Box"\n')

    talk.type("Sunday Box")

    text = talk.path.read_text("utf-8")
    assert "# my plan\n[venture]  # here\n" in text
    assert 'name = "Sunday Box"' in text


def test_a_file_that_is_no_plan_is_refused(talk: Talk) -> None:
    talk.path.write_text("format = [", "utf-8")

    assert talk.type().code == ExitCode.FILE


def test_a_plan_of_a_newer_format_is_not_asked_about(talk: Talk) -> None:
    talk.path.write_text("format = 2\n", "utf-8")

    assert talk.type("Sunday Box").code == ExitCode.NEWER_FORMAT
    assert talk.path.read_text("utf-8") == "format = 2\n"


class TestSomebodyElseChangesTheFile:
    """A version of somebody else is never written over without being asked."""

    THEIRS = 'format = 1\n[venture]\nname = "Theirs"\n'

    @pytest.fixture(autouse=True)
    def _changed_meanwhile(self, talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
        """Write their version to the file while the first answer is being applied."""
        from mvo_tui.cli import plain_interview

        plan_file(talk, "")

        def changing(plan: Plan, place: str, answer: Answer, today: date) -> Edit:
            monkeypatch.setattr(plain_interview, "edit_for", edit_for)
            talk.path.write_text(self.THEIRS, "utf-8")
            return edit_for(plan, place, answer, today)

        monkeypatch.setattr(plain_interview, "edit_for", changing)

    def test_mine_is_kept(self, talk: Talk) -> None:
        talk.type("Mine", "1")

        assert talk.plan.venture.name == "Mine"

    def test_theirs_is_taken(self, talk: Talk) -> None:
        talk.type("Mine", "2", "A box")

        assert (talk.plan.venture.name, talk.plan.venture.product) == ("Theirs", "A box")
        assert "Given up: Set name of the venture." in talk.out

    @pytest.mark.parametrize("answer", [["3"], []])
    def test_else_there_are_two_files(self, talk: Talk, answer: list[str]) -> None:
        talk.type("Mine", *answer)

        copies = [path for path in talk.path.parent.iterdir() if path != talk.path]
        assert talk.plan.venture.name == "Theirs"
        assert [open_plan(path).plan.venture.name for path in copies] == ["Mine"]


def test_what_can_not_be_saved_is_said_and_is_the_exit_code(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    from mvo_tui.storage import writing as room

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(room, "write_atomically", full)

    talk.type("Sunday Box")

    assert talk.code == ExitCode.FILE
    assert "Not saved yet" in talk.out
    assert "could not be saved" in talk.err


def test_it_works_without_a_terminal_and_with_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "box.mvo.toml"
    environment = {**os.environ, "TERM": "dumb", "PYTHONUTF8": "1"}

    done = subprocess.run(
        [sys.executable, "-m", "mvo_tui", "ask", str(path), "--plain"],
        input=b"Caf\xe9 Box\nA box\n",
        env=environment,
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    assert open_plan(path).plan.venture.name == "Caf\ufffd Box"
    assert open_plan(path).plan.venture.product == "A box"
