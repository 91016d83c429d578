"""The start screen: go on where you were, begin a plan, open one, or look at a sample."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple, Protocol, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from mvo_tui.plan.errors import PlanError
from mvo_tui.plan.names import in_a_line
from mvo_tui.storage.control_characters import shown
from mvo_tui.storage.left_behind import journals
from mvo_tui.storage.recent import recent_plans, remembered_plans
from mvo_tui.storage.samples import read_sample, sample_names
from mvo_tui.storage.typed_paths import typed_path
from mvo_tui.storage.venture_name import venture_name
from mvo_tui.ui.commands import Where, bindings_of, hints_of, rebind
from mvo_tui.ui.disk_work import DiskWork, in_a_moment
from mvo_tui.ui.screens.prompt import PromptScreen
from mvo_tui.ui.screens.recovery import when
from mvo_tui.ui.widgets.key_hints import KeyHints
from mvo_tui.ui.widgets.line_list import BLANK, Line, LineList
from mvo_tui.ui.widgets.status_line import StatusLine
from mvo_tui.ui.widgets.too_small import TooSmall

_WELCOME = (
    "You know what you sell. Have you designed the operation that delivers it, week after week?\n"
    "mvo-tui asks you, one question at a time, and tells as you answer: can we deliver this, sustainably?"
)
_MOST_UNSAVED = 4
_MOST_RECENT = 6
_MOST_FILES = 8


class Opener(Protocol):
    """Who opens plans: the app."""

    def open(self, path: Path) -> None: ...

    def open_sample(self, name: str) -> None: ...

    def begin(self, name: str) -> None: ...

    def warn(self, sentence: str, *, is_error: bool = False) -> None: ...

    def action_how_to_leave(self) -> None: ...


class Choice(NamedTuple):
    """A line of the list: what it does ("new", "open", "sample") and to what."""

    kind: str
    target: str = ""


class StartScreen(Screen[None]):
    """Shows what can be opened; Enter does it."""

    where: ClassVar[Where] = Where.START
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.START)
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it on the instance
        (0, "-tiny"),
        (60, "-narrow"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-low"),
        (18, "-high"),
    ]
    DEFAULT_CSS = """
    StartScreen #welcome { padding: 1 2; }
    StartScreen LineList { padding: 0 2; }
    StartScreen.-tiny #welcome, StartScreen.-low #welcome { display: none; }
    StartScreen.-tiny LineList, StartScreen.-low LineList { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        rebind(self, self.where)
        self._choices: list[Choice | None] = []
        self._is_looked_up = False

    def compose(self) -> ComposeResult:
        yield TooSmall()
        yield Static(_WELCOME, id="welcome", markup=False)
        yield LineList(id="plans")
        yield StatusLine()
        yield KeyHints(hints_of(self.where))

    def on_mount(self) -> None:
        self.status_line = self.query_one(StatusLine)
        look = DiskWork(_plans_there, lambda work: self.app.call_later(self._show_late, work)).start()
        self._is_looked_up = look.wait(in_a_moment())
        self._show_plans(look.outcome() if self._is_looked_up else _plans_remembered())
        self.query_one(LineList).focus()

    def _show_late(self, look: "DiskWork[_Plans]") -> None:
        """A disk has answered after all: show what is there, with the cursor where it was."""
        if not self._is_looked_up and self.is_mounted:
            self._is_looked_up = True
            self._show_plans(look.outcome(), self._choices[self.query_one(LineList).cursor])

    def _show_plans(self, found: "_Plans", chosen: Choice | None = None) -> None:
        """Show what can be opened, with the cursor on what was `chosen`, if that is still there."""
        lines = _lines(found)
        self._choices = [choice for _line, choice in lines]
        cursor = self._choices.index(chosen) if chosen in self._choices and chosen else 0
        self.query_one(LineList).show_lines([line for line, _choice in lines], cursor)

    def key_escape(self) -> None:
        """There is no level above this one."""
        self._opener.action_how_to_leave()

    def say(self, sentence: str) -> bool:
        """Show why nothing was done; False where there is no room for it."""
        return self.status_line.show_whole(sentence)

    @property
    def _opener(self) -> Opener:
        return cast(Opener, self.app)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        choice = self._choices[event.number]
        match choice:
            case Choice("new"):
                self.action_new_plan()
            case Choice("open"):
                self.action_open_plan()
            case Choice("plan", target):
                self._opener.open(Path(target))
            case Choice("sample", name):
                self._opener.open_sample(name)

    def action_new_plan(self) -> None:
        def begin(name: str | None) -> None:
            if name:
                self._opener.begin(name)

        why = "The plan is kept in a file of that name, in the folder you are in."
        self.app.push_screen(PromptScreen("What is the venture called?", why), begin)

    def action_open_plan(self) -> None:
        def open_it(path: str | None) -> None:
            if path:
                try:
                    self._opener.open(typed_path(path))
                except PlanError as error:
                    self._opener.warn(str(error), is_error=True)

        self.app.push_screen(PromptScreen("Which file?", "The path of a plan, as in plans/bakery.mvo.toml"), open_it)

    def action_open_sample(self) -> None:
        """Go to the samples in the list."""
        first = next(n for n, choice in enumerate(self._choices) if choice and choice.kind == "sample")
        plans = self.query_one(LineList)
        plans.cursor = first
        plans.focus()


class _Plan(NamedTuple):
    """A plan by the name of its venture; by that of its file where it has none, or can't be read."""

    path: Path
    name: str


class _Plans(NamedTuple):
    """Those opened last, and those in this folder that are none of them."""

    recent: Sequence[_Plan]
    here: Sequence[_Plan]


def _plans_there() -> _Plans:
    """What the disks have."""
    recent = recent_plans()[:_MOST_RECENT]
    known = {os.path.realpath(path) for path in recent}
    here = [path for path in _plans_here() if os.path.realpath(path) not in known][:_MOST_FILES]
    return _Plans([_looked_up(path) for path in recent], [_looked_up(path) for path in here])


def _looked_up(path: Path) -> _Plan:
    return _Plan(path, shown(in_a_line(venture_name(path))) or _name(path))


def _recent(plan: _Plan) -> tuple[str, str, Choice]:
    """By its name, with the file behind it."""
    path = plan.path
    return (
        plan.name,
        f"{path.name}  {path.parent}" if plan.name != _name(path) else str(path.parent),
        Choice("plan", str(path)),
    )


def _plans_remembered() -> _Plans:
    """What is known where a disk does not answer."""
    return _Plans([_Plan(path, _name(path)) for path in remembered_plans()[:_MOST_RECENT]], ())


def _lines(found: _Plans) -> list[tuple[Line, Choice | None]]:
    recent, here = found
    lines = [_choice(f"Go on with {text}", hint, choice) for text, hint, choice in map(_recent, recent[:1])]
    lines.append(_choice("Begin a new plan", "an interview in six steps", Choice("new")))
    lines.append(_choice("Open a file ...", "", Choice("open")))
    lines += _group("Not saved to the end", _unsaved())
    lines += _group("Recent", map(_recent, recent[1:]))
    lines += _group("In this folder", [(each.name, each.path.name, Choice("plan", str(each.path))) for each in here])
    names = sample_names()
    width = max(map(len, names), default=0)
    samples = [(name.ljust(width), _promise_of(name), Choice("sample", name)) for name in names]
    return lines + _group("Samples, as copies to look around in", samples)


def _unsaved() -> list[tuple[str, str, Choice]]:
    """The plans of which a program that ended too early left changes, the latest first, even if the file is gone."""
    latest: dict[str, float] = {}
    for content in journals().left_behind:
        if content.edits:
            latest.setdefault(content.header.plan, content.at)
    return [
        (shown(_name(Path(plan))), f"changes from {when(at)}  {shown(str(Path(plan).parent))}", Choice("plan", plan))
        for plan, at in list(latest.items())[:_MOST_UNSAVED]
    ]


def _plans_here() -> list[Path]:
    try:
        return sorted(Path.cwd().glob("*.mvo.toml"))
    except OSError:  # the folder is gone, or may not be looked into
        return []


def _group(title: str, entries: Iterable[tuple[str, str, Choice]]) -> list[tuple[Line, Choice | None]]:
    choices = [_choice(*entry) for entry in entries]
    if not choices:
        return []
    head: list[tuple[Line, Choice | None]] = [(BLANK, None), (Line(((title, "head"),), is_choice=False), None)]
    return head + choices


def _choice(text: str, hint: str, choice: Choice) -> tuple[Line, Choice | None]:
    return Line((("  ", ""), (text, ""), (f"  {hint}", "muted"))), choice


def _promise_of(sample: str) -> str:
    venture = read_sample(sample).venture
    return venture.value_proposition or venture.product or ""


def _name(path: Path) -> str:
    return path.name.removesuffix(".toml").removesuffix(".mvo")
