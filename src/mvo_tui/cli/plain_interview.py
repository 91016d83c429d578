"""The interview line by line: a question as text, an answer as a line, each answer saved at once.

Works on any terminal, with screen readers, over pipes and in scripts. The end of the input leaves; nothing is lost.
"""

import datetime
from pathlib import Path

from mvo_tui.cli.line_terminal import LineTerminal
from mvo_tui.cli.plain_question import answer_from, more_text, question_text
from mvo_tui.interview.answers import Answer, edit_for
from mvo_tui.interview.catalogue import all_steps
from mvo_tui.interview.choices import choices
from mvo_tui.interview.next_question import (
    Asked,
    answers_so_far,
    first_of_step,
    is_open,
    next_question,
    previous_question,
    progress,
    question_for,
)
from mvo_tui.plan.edits import apply
from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.readiness.report import Report, evaluate
from mvo_tui.storage.bookmarks import Bookmark, keep_bookmark, read_bookmark
from mvo_tui.storage.left_behind import forget_typed, typed_left_behind
from mvo_tui.storage.plan_file import (
    FileChanged,
    OpenedPlan,
    keep_mine,
    open_or_begin,
    save_copy,
    save_plan,
    take_theirs,
)
from mvo_tui.storage.replaying import has_unsaved

WELCOME = """\
Answer with the number of a choice, or in your own words. A list takes one line an item and ends with an empty line.
An empty line leaves a question open for now. Instead of an answer you may type:
  back      the question before
  skip      leave it open for now
  na        it does not apply, or: none, and that is decided
  why       more about the question
  jump 3    go to a step (1 to 6), or to a place such as processes.take-order.owner
  list      the answers so far
  done      leave; every answer is saved already
To answer with one of these words, put = before it."""

UNSAVED = """\
The screens were ended before everything was saved, and some changes are not in the file. They are kept. To see them:
mvo-tui {path}"""

COMMANDS = ("back", "skip", "na", "why", "jump", "list", "done", "quit")


def interview(path: Path) -> int:
    """Ask about the plan at `path` until nothing is open or the input ends. Returns the exit code.

    Raises:
        PlanError: the plan can't be opened, is of a newer format, or could not be saved in the end.
    """
    opened = open_or_begin(path)
    if opened.is_read_only:
        raise PlanError(f"{path} was written by a newer mvo-tui and can only be read.", ExitCode.NEWER_FORMAT)
    try:
        return PlainInterview(opened, LineTerminal()).run()
    except KeyboardInterrupt:
        print()  # the shell's prompt begins on a line of its own
        raise


class PlainInterview:
    """One sitting. What it remembers besides the plan: the question that stands, and what was skipped."""

    def __init__(self, opened: OpenedPlan, terminal: LineTerminal) -> None:
        self.opened, self.terminal = opened, terminal
        self.report = evaluate(opened.plan)
        self.asked: Asked | None = None
        self.skipped: set[str] = set()
        self.has_answered = False  # since the skipped questions came again
        self.is_left = False
        self.trouble: PlanError | None = None  # why the last save failed

    def run(self) -> int:
        """Ask until nothing is open, or the founder leaves.

        Raises:
            PlanError: the last answers could not be saved.
        """
        self.terminal.say(WELCOME)
        if has_unsaved(self.opened):
            self.terminal.say(UNSAVED.format(path=self.opened.path))
        self.asked = self._first()
        while self.asked is not None and not self.is_left:
            self._ask(self.asked)
        self._take_leave()
        if self.trouble:
            raise self.trouble
        return int(ExitCode.DONE)

    def _first(self) -> Asked | None:
        """Where the founder was the last time, else the first open question."""
        bookmark = read_bookmark(self.opened.key)
        if bookmark is None or not bookmark.place:
            return next_question(self.report.index)
        try:
            found = question_for(self.report.index, bookmark.place)
        except PlanError:
            return next_question(self.report.index)
        if typed := typed_left_behind(self.opened.path, bookmark.place):
            self.terminal.say(f"Typed here the last time and not entered: {typed}")
            return found
        return found if is_open(self.report.index, found) else next_question(self.report.index, found)

    def _keep_place(self, place: str, *, is_interview: bool) -> None:
        """Let the next start begin there; how the screens were arranged stays."""
        bookmark = read_bookmark(self.opened.key) or Bookmark()
        keep_bookmark(self.opened.key, bookmark._replace(place=place, is_interview=is_interview))

    def _ask(self, asked: Asked) -> None:
        """Put one question until something comes of it: an answer, another question, or the end."""
        self.terminal.say(question_text(asked, choices(self.report.index, asked), self._where(asked)))
        self._keep_place(asked.place, is_interview=True)
        is_list = asked.question.is_list or asked.question.id == "after-value"
        while self.asked is asked and not self.is_left:
            entered = self.terminal.read_answer(COMMANDS, is_list=is_list)
            if entered.lines:
                self._answer(asked, answer_from(entered.lines, asked, choices(self.report.index, asked)))
            if entered.command:
                self._obey(asked, entered.command, entered.argument)
            if entered.is_end:
                self.is_left = True

    def _where(self, asked: Asked) -> str:
        step = progress(self.report.index)[asked.step - 1]
        return f"Step {step.step} of {len(all_steps())}, {step.title}. {step.answered} answered, {step.open} open."

    # Answers

    def _answer(self, asked: Asked, answer: Answer) -> None:
        """Take the answer into the plan, save it, and go on; a refused one leaves the question as it is."""
        before = self.report
        try:
            edit = edit_for(before.plan, asked.place, answer, datetime.date.today())
            plan = apply(before.plan, edit)
        except PlanError as error:
            self.terminal.say(str(error))
            return
        self.report, self.has_answered = evaluate(plan, before), True
        self.terminal.say(f"{self._save()}: {edit.label}. {self._standing(before)}")
        forget_typed(self.opened.path, asked.place)
        if is_open(self.report.index, asked):
            self.terminal.say("That still counts as open, because it says nothing yet.")
        self._go_on(asked)

    def _standing(self, before: Report | None = None) -> str:
        """How ready the plan is, and what the last answer brought."""
        report = self.report
        brought = report.earned - before.earned if before else 0.0
        held = f", held by: {report.held_by[0].title}" if report.held_by else ""
        change = f" ({brought:+.1f})" if abs(brought) >= 0.05 else ""
        return f"Readiness {report.score:.0f} of 100{change}, level {report.level.value.capitalize()}{held}."

    def _go_on(self, asked: Asked) -> None:
        """To the next open question. What was skipped comes again once all else is answered."""
        index = self.report.index
        found = next_question(index, asked, frozenset(self.skipped))
        if found is not None and found.place in self.skipped:
            if not self.has_answered:
                self.terminal.say("All that is left was skipped.")
                self.is_left = True
                return
            self.terminal.say("What was skipped comes again.")
            self.skipped.clear()
            self.has_answered = False
        self.asked = found

    # Commands

    def _obey(self, asked: Asked, command: str, argument: str) -> None:
        match command:
            case "skip":
                self.skipped.add(asked.place)
                self._go_on(asked)
            case "back":
                self._go_back(asked)
            case "why":
                self.terminal.say(more_text(asked))
            case "list":
                self._list_answers()
            case "jump":
                self._jump(argument)
            case "na":
                self._not_applicable(asked, argument)
            case _:
                self.is_left = True

    def _go_back(self, asked: Asked) -> None:
        found = previous_question(self.report.index, asked)
        if found is None:
            self.terminal.say("This is the first question.")
        else:
            self.asked = found

    def _list_answers(self) -> None:
        said = [f"{answer.step}  {answer.ask} {answer.answer}" for answer in answers_so_far(self.report.index)]
        self.terminal.say("\n".join(said) if said else "Nothing is answered yet.")

    def _jump(self, target: str) -> None:
        try:
            if target.isascii() and target.isdigit():
                self.asked = first_of_step(self.report.index, int(target[:9]))
            else:
                self.asked = question_for(self.report.index, target)
        except PlanError as error:
            self.terminal.say(f"{error} Type jump and a step from 1 to {len(all_steps())}, or a place of the plan.")

    def _not_applicable(self, asked: Asked, reason: str) -> None:
        """None, decided; or a function that is set aside with a reason. Most questions always apply."""
        if asked.question.none:
            self._answer(asked, ())
        elif asked.question.collection != "not_applicable":
            self.terminal.say("This question always applies. Type skip to leave it open for now.")
        elif reason or (reason := self._reason()):
            self._answer(asked, reason)

    def _reason(self) -> str:
        self.terminal.say("Why does it not apply? A few words.")
        return self.terminal.read() or ""

    # Saving and leaving

    def _save(self) -> str:
        """Write the plan, and say in a word or two how that went. What somebody else has changed is settled first."""
        mine = self.report.plan
        try:
            try:
                self.opened = save_plan(self.opened, self.report.plan)
            except FileChanged as changed:
                self._settle(changed)
        except PlanError as error:
            self.trouble = error
            self.terminal.say(str(error))
            return "Not saved yet"
        self.trouble = None
        return "Saved" if self.report.plan is mine else "Given up"

    def _settle(self, changed: FileChanged) -> None:
        """Let the founder choose between two versions; without an answer both are kept, mine as a copy."""
        self.terminal.say(f"{changed}\n  1  Keep mine\n  2  Take theirs\n  3  Save a copy of mine")
        answer = self.terminal.read()
        if answer == "1":
            self.opened = keep_mine(self.opened, self.report.plan)
        elif answer == "2":
            self.opened = take_theirs(self.opened)
            self.report = evaluate(self.opened.plan)
        else:
            self.opened = save_copy(self.opened, self.report.plan)
            self.terminal.say(f"Your answers are in {self.opened.path} from now on.")

    def _take_leave(self) -> None:
        if self.asked is None:
            self._keep_place("", is_interview=False)
            self.terminal.say(f"Nothing is open any more. {self._standing()}")
            return
        self.terminal.say(f"{self._standing()} Go on with:\nmvo-tui ask {self.opened.path} --plain")
