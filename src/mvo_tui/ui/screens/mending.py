"""Mend a finding where one stands: its one question, or an edit that is plain already, over whatever view is open.

Imported when it is first asked for: it needs the interview.
"""

from mvo_tui.interview.answers import Answer
from mvo_tui.interview.choices import choices
from mvo_tui.interview.mending import Mend, one_question, ready_mends
from mvo_tui.interview.next_question import Asked
from mvo_tui.plan.errors import PlanError
from mvo_tui.readiness.ledger import Finding
from mvo_tui.ui.screens.answering import AnswerScreen
from mvo_tui.ui.screens.asking import edit_for_answer
from mvo_tui.ui.screens.choosing import ChooseScreen, Entry, entry
from mvo_tui.ui.screens.doing import Doing
from mvo_tui.ui.screens.plan_screen import NOT_CHANGED
from mvo_tui.ui.widgets.asked_values import value_of
from mvo_tui.ui.widgets.severity_marks import mark

TAKES_MORE = "That takes more than one answer, so here is its place."


def mend(view: Doing, finding: Finding) -> None:
    """Ask over `view` for what mends `finding`; where no single answer does, go to its place."""
    asked = one_question(view.report.index, finding.place)
    ready = ready_mends(view.report.index, finding.place, view.holder.today())
    if ready:
        _choose(view, finding, ready, asked)
    elif asked is not None:
        _ask(view, finding, asked)
    else:
        _go_there(view, finding)


def _choose(view: Doing, finding: Finding, ready: tuple[Mend, ...], asked: Asked | None) -> None:
    other = "Another answer" if asked is not None else "Go to its place and list what there is"
    entries: list[Entry[Mend | str]] = [entry(one, one.label) for one in ready]
    entries.append(entry(other, other))

    def go_on(chosen: Mend | str | None) -> None:
        if isinstance(chosen, Mend):
            view.do(chosen.edit)
        elif chosen and asked is not None:
            _ask(view, finding, asked)
        elif chosen:
            _go_there(view, finding)

    view.app.push_screen(ChooseScreen(_head(finding), entries, why=finding.fix), go_on)


def _ask(view: Doing, finding: Finding, asked: Asked) -> None:
    def take(answer: Answer) -> str:
        try:
            edit = edit_for_answer(view.report.plan, asked.place, answer, view.holder.today())
        except PlanError as error:
            return str(error)
        return "" if view.do(edit) else NOT_CHANGED

    try:
        value = value_of(view.report.index, asked)
    except PlanError as error:
        view.status_line.show_text(str(error))
        return
    offered = choices(view.report.index, asked)
    view.app.push_screen(AnswerScreen(_head(finding), asked, offered, value, take, holder=view.holder))


def _go_there(view: Doing, finding: Finding) -> None:
    view.visit(finding.place, is_editing=True)
    view.status_line.show_text(TAKES_MORE)


def _head(finding: Finding) -> str:
    points = f"  +{finding.points:.1f}" if finding.points else ""
    return f"{mark(finding)[0].strip()} {finding.title}{points}"
