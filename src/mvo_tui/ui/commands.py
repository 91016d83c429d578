"""Every action of the interface, once: its id, keys, label and help. Footer, palette, help and docs read it here.

Keys come in pairs of different kinds where they can, since no single key is safe in every terminal: see
``docs/decisions/`` on keys. Letters work outside text fields only; function keys and Ctrl keys work everywhere.

A founder may give actions other keys (`own_keys`). There is one keyboard a process, so the keys in force are kept here.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from mvo_tui.ui.key_names import shown_key, spoken_key

if TYPE_CHECKING:  # a command that prints reads this too, and imports no Textual
    from textual.binding import Binding, BindingType
    from textual.dom import DOMNode


class Where(StrEnum):
    """Where an action can be taken."""

    EVERYWHERE = "everywhere"
    START = "start screen"
    INTERVIEW = "interview"
    VIEWS = "every view of the plan"
    WORKBENCH = "workbench"
    BOARD = "board"
    TRACE = "trace"
    WITHOUT = "what breaks"
    LOAD = "owners and load"
    SCORECARD = "scorecard"

    @property
    def is_view(self) -> bool:
        """Whether a screen of this kind shows the plan as a whole, so that what is for `VIEWS` is for it too."""
        return self not in (Where.EVERYWHERE, Where.START, Where.INTERVIEW, Where.VIEWS)


class Command(NamedTuple):
    """One action. `action` is what Textual runs (``action_<id>`` of the screen or ``app.<id>``).

    `keys`: those that work while typing (F-keys, Ctrl); `letters`: those that work outside text fields; what has
    neither is in the palette alone.
    `hint`: its place in the footer (1 to 6), 0 for none.
    """

    id: str
    label: str
    help: str
    where: Where
    keys: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    hint: int = 0

    @property
    def action(self) -> str:
        return f"app.{self.id}" if self.where is Where.EVERYWHERE else self.id


_E, _S, _I, _V, _W = Where.EVERYWHERE, Where.START, Where.INTERVIEW, Where.VIEWS, Where.WORKBENCH
_T, _B = Where.TRACE, Where.WITHOUT
_L = Where.LOAD

COMMANDS: tuple[Command, ...] = (
    Command("help", "Help", "Explain the question or the screen, then the keys", _E, ("f1",), ("question_mark",), 1),
    Command("undo", "Undo", "Take back the last change of the plan", _E, ("ctrl+z",), ("u",), 5),
    Command("redo", "Redo", "Do again what was taken back", _E, ("ctrl+y",), ("U",)),
    Command("save", "Save", "Write the plan now and say so (it is saved by itself as well)", _E, ("ctrl+s",)),
    Command("save_elsewhere", "Save elsewhere", "Save a copy in another place and go on with it", _E, (), ("W",)),
    Command("palette", "More", "Find any action or any place of the plan by name", _E, ("ctrl+p", "f9"), ("colon",), 6),
    Command("theme", "Light or dark", "Change between the light and the dark theme", _E, ("ctrl+t",)),
    Command("park", "For later", "Put a thought on the parking lot and come back here", _E, ("ctrl+l",)),
    Command("edit_file", "Edit whole file in $EDITOR", "Change the file itself in an editor of your own", _E),
    Command("tour", "Tour", "Go through the program in two minutes, trying the keys", _E),
    Command("leave", "Quit", "Save and leave the program", _E, ("ctrl+q",)),
    Command("how_to_leave", "How to leave", "Say which key leaves the program", _E, (), ("q",)),
    # interview
    Command("next", "Next", "Accept the answer and go on", _I, ("f8", "ctrl+j", "ctrl+enter"), (), 2),
    Command("back", "Back", "Return to the question before", _I, ("f7",), (), 3),
    Command("jump", "Jump", "Jump to a step or to an answer given so far", _I, ("ctrl+o",), (), 4),
    Command("skip", "Skip for now", "Leave the question open; it is asked again at the end", _I, ("f6",)),
    Command("not_applicable", "Does not apply", "Set the function aside, with the reason", _I, ("f4",)),
    Command("add_another", "Add another", "Add one more item of the kind that is being asked about", _I, ("ctrl+n",)),
    Command("to_workbench", "Workbench", "See and edit the whole plan", _I, ("f2",)),
    Command("editor_for_answer", "Answer in $EDITOR", "Write the answer in an editor of your own", _I),
    # every view of the plan; what a view can't do, it says
    Command("next_gap", "Next gap", "Go to the next finding", _V, ("f8",), ("full_stop",), 2),
    Command("previous_gap", "Gap before", "Go to the finding before", _V, ("f7",), ("comma",)),
    Command("mend", "Mend", "Mend the finding here and now, where one answer does it", _V, (), ("f",)),
    Command("edit", "Edit", "Edit the selected field or open the selected item", _V, ("f2",), ("e",), 3),
    Command("add", "Add", "Add an item of the selected kind", _V, ("ctrl+n",), ("a", "n"), 4),
    Command("delete", "Delete", "Delete the selected item and the links to it", _V, ("delete",), ("d",)),
    Command("blank", "Blank", "Take the answer out of the selected field", _V, ("backspace",), ("x",)),
    Command("move_up", "Move up", "Move the selected item up", _V, ("shift+up",), ("K",)),
    Command("move_down", "Move down", "Move the selected item down", _V, ("shift+down",), ("J",)),
    Command("repeat", "Repeat", "Do the last change again, for the selected item", _V, (), ("semicolon",)),
    Command("copy_item", "Copy", "Copy the selected item as Markdown (the terminal has to allow it)", _V, (), ("y",)),
    Command("editor", "Edit in $EDITOR", "Write the field, or the list, in an editor of your own", _V, ("f4",)),
    Command("make_process", "Make its process", "Make this touchpoint's process and write its steps", _V, (), ("c",)),
    Command("find", "Find", "Find words in all texts of the plan, with a preview", _V, ("ctrl+f",), ("slash",)),
    Command("next_match", "Next match", "Go on to the next place with the words looked for", _V, ("f3",)),
    Command("match_before", "Match before", "Go back to the place before with the words looked for", _V, (), ("N",)),
    Command(
        "jump_mode", "Jump", "Show a letter for all in sight; typing it goes there", _V, ("ctrl+o",), ("apostrophe",)
    ),
    Command("place_before", "Place before", "Go back to the place visited before, in whichever view", _V, (), ("H",)),
    Command("place_after", "Place after", "Go forth again to the place visited after this one", _V, (), ("L",)),
    Command("views", "Views", "Choose one of the views of the plan", _V, ("ctrl+g",), ("v",)),
    Command(
        "zoom", "Zoom", "Give one pane, or one stage of the board, all of the screen; or all again", _V, (), ("z",)
    ),
    Command("interview", "Interview", "Be asked the open questions, one at a time", _V, (), ("i",)),
    Command("view_workbench", "Workbench", "See and edit the whole plan, item by item", _V, (), ("w",)),
    Command("view_board", "Board", "See the customer's way as a service blueprint, and edit it there", _V, (), ("b",)),
    Command("view_load", "Owners and load", "See who does what, and how full the weeks are", _V, (), ("o",)),
    Command("view_scorecard", "Scorecard", "See the KPIs, enter this week's values, log decisions", _V, (), ("s",)),
    Command("view_trace", "Trace", "See why the selected item exists, and what carries it", _V, (), ("t",)),
    Command("view_without", "What breaks", "See what breaks without people, tools, roles, processes", _V, (), ("T",)),
    # board
    Command(
        "move_left",
        "Move left",
        "Move the card into the stage before, or the stage to the left",
        Where.BOARD,
        ("shift+left",),
        ("less_than_sign",),
    ),
    Command(
        "move_right",
        "Move right",
        "Move the card into the next stage, or the stage to the right",
        Where.BOARD,
        ("shift+right",),
        ("greater_than_sign",),
    ),
    # trace
    Command("other_way", "Other way", "Go over from what is above the item to what is below it", _T, ("f6",), (), 4),
    # what breaks
    Command("take_away", "Take away", "Take away what the cursor is on, or put it back", _B, ("f5",), ("space",), 4),
    Command("put_all_back", "All back", "Put back everything that was taken away", _B, (), ("p",)),
    Command("other_list", "Other list", "Go over from what is taken away to what breaks, and back", _B, ("f6",), ()),
    # owners and load
    Command("own", "Owner", "Make the person or role of the cell the owner of the process", _L, (), ("O",)),
    Command("back_up", "Backup", "Make the person or role of the cell the backup of the process", _L, (), ("B",)),
    Command("do_steps", "Does it", "Give all steps of the process to the person or role of the cell", _L, (), ("D",)),
    Command("more_customers", "More customers", "Try more new customers a week", _L, (), ("plus", "equals_sign")),
    Command("fewer_customers", "Fewer customers", "Try fewer new customers a week", _L, (), ("minus",)),
    Command("estimated_demand", "As estimated", "Go back to the customers that the plan estimates", _L, (), ("0",)),
    Command("keep_demand", "Keep demand", "Make the customers that are tried the plan's estimate", _L, (), ("C",)),
    Command("switch_columns", "People or roles", "Show the processes against people, or against roles", _L, (), ("r",)),
    # scorecard
    Command(
        "this_week", "This week", "Enter this week's values of all KPIs in one go", Where.SCORECARD, ("f5",), ("r",), 2
    ),
    # workbench
    Command("duplicate", "Duplicate", "Copy the selected item as a start, and open its name", _W, (), ("D",)),
    Command("replace", "Replace everywhere", "Put another tool, role or person in its place", _W, (), ("R",)),
    Command("mark", "Mark", "Mark the selected item; on a heading, all that stands below it", _W, (), ("m",)),
    Command("mark_or_fold", "Mark or fold", "Mark the selected item; fold a heading", _W, (), ("space",)),
    Command("mark_none", "Mark none", "Take all marks away", _W, (), ("M", "escape")),
    Command("edit_all", "Edit all marked", "Set a field of all marked items, by one answer", _W, (), ("E",)),
    Command("move_to_stage", "To another stage", "Move the touchpoint, or all marked ones, to a stage", _W, (), ("S",)),
    Command("paste", "Paste", "Add items from lines or a table that are pasted or typed", _W, (), ("P",)),
    Command("next_pane", "Next pane", "Go to the next pane", _W, ("f6",), ()),
    Command("border_left", "Border left", "Move the border beside the pane to the left", _W, (), ("less_than_sign",)),
    Command(
        "border_right", "Border right", "Move the border beside the pane to the right", _W, (), ("greater_than_sign",)
    ),
    Command("sections", "Step", "Go to one of the six steps", _W, (), ("1", "2", "3", "4", "5", "6")),
    Command("readiness", "Readiness", "Show the whole readiness panel", _W, ("f5",), ("r",)),
    # start
    Command("new_plan", "New", "Start a plan with the interview", _S, ("ctrl+n",), ("n",), 2),
    Command("open_plan", "Open", "Open a plan file", _S, ("ctrl+o",), ("o",), 3),
    Command("open_sample", "Samples", "Look at a sample plan", _S, (), ("s",), 4),
)


_in_force: list[tuple[Command, ...]] = [COMMANDS]


def use(commands: tuple[Command, ...] = COMMANDS) -> None:
    """Take the keys of `commands`, the declared ones with other keys, from here on; by default the declared."""
    _in_force[0] = commands


_FIELDS_OWN = ("delete", "backspace", "shift+up", "shift+down", "shift+left", "shift+right", "ctrl+f")
"""The keys that belong to the text field while one has the focus."""


def commands_of(*where: Where) -> tuple[Command, ...]:
    """The commands that are declared for these."""
    return tuple(command for command in _in_force[0] if command.where in where)


def commands_on(where: Where) -> tuple[Command, ...]:
    """The commands of a screen: its own, and what every view of the plan can do where it is one."""
    return commands_of(Where.VIEWS, where) if where.is_view else commands_of(where)


def views() -> tuple[tuple[Where, Command], ...]:
    """The views of the plan, each with the command that leads to it (``view_<name>``)."""
    names = {f"view_{where.name.lower()}": where for where in Where if where.is_view}
    return tuple((names[command.id], command) for command in commands_of(Where.VIEWS) if command.id in names)


def command_named(name: str) -> Command:
    """The command with that id."""
    return next(command for command in _in_force[0] if command.id == name)


def keys_of(command: Command, separator: str = "  ") -> str:
    """The keys of `command` as they are shown, the ones that work while typing first."""
    return separator.join(map(shown_key, (*command.keys, *command.letters)))


def spoken_key_of(name: str) -> str:
    """The first key of the command `name` as a sentence has it; its label where it has none."""
    command = command_named(name)
    return next(map(spoken_key, (*command.keys, *command.letters)), command.label)


def bindings_of(where: Where) -> "list[BindingType]":
    """The key bindings of a screen or, for `Where.EVERYWHERE`, of the app."""
    return [binding for command in commands_on(where) for binding in _bindings(command)]


def rebind(node: "DOMNode", where: Where) -> None:
    """Give `node` the keys in force, where its class was made with others.

    Textual's own way to change keys would let a letter act while one types: it is put in after keys for a field are
    taken out.
    """
    declared = {command.id: command for command in COMMANDS}
    changed = [command for command in commands_on(where) if command != declared.get(command.id)]
    if not changed:
        return
    ids = {command.id for command in changed}
    bound = node._bindings.key_to_bindings
    for key, bindings in list(bound.items()):
        bound[key] = [binding for binding in bindings if (binding.id or "").partition(".")[0] not in ids]
        if not bound[key]:
            del bound[key]
    for command in changed:
        for binding in _bindings(command):
            bound.setdefault(binding.key, []).append(binding)


def _bindings(command: Command) -> "Iterable[Binding]":
    from textual.binding import Binding

    for keys, is_priority in ((command.keys, True), (command.letters, False)):
        for key in keys:
            action = f"sections({key})" if key.isdigit() and command.id == "sections" else command.action
            priority = is_priority and key not in _FIELDS_OWN
            yield Binding(key, action, command.label, show=False, priority=priority, id=f"{command.id}.{key}")


def hints_of(where: Where) -> tuple[Command, ...]:
    """At most six commands for the footer, in order; a screen's own take the place of those that all share."""
    commands = (*commands_of(Where.EVERYWHERE), *commands_on(where))
    hinted = {command.hint: command for command in commands if command.hint}
    if where is Where.START:  # there is nothing to undo yet
        hinted = {hint: command for hint, command in hinted.items() if command.id != "undo"}
    return tuple(hinted[hint] for hint in sorted(hinted))[:6]
