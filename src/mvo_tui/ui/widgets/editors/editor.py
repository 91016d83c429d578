"""An editor: a way of giving one answer. What all editors share: how they begin, what they tell, and undo."""

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widget import Widget

from mvo_tui.interview.answers import Answer
from mvo_tui.ui.widgets.list_changes import ListChange
from mvo_tui.ui.widgets.stack import Stacked


class Editor(Stacked):
    """One way of answering. It holds what is typed; what is entered belongs to the plan.

    After an answer it changes nothing of what is seen until the panel says what became of it, so that the answer, the
    score and the next question come with one frame.
    """

    DEFAULT_CSS = """
    Editor { width: 1fr; height: auto; overflow: hidden; }
    """

    # An editor does not scroll: a line more in it is one new layout of the screen, not two.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.disable_messages(events.Show, events.Hide, events.Resize)  # which nobody hears

    class Entered(Message):
        """`answer` was given; with `is_done` the founder wants to go on, else there is more to come (a list)."""

        def __init__(self, answer: Answer, *, is_done: bool = True) -> None:
            super().__init__()
            self.answer, self.is_done = answer, is_done

    class Done(Message):
        """There is nothing new to say; `is_blank`: nothing is said so far. `is_next`: the founder asked to go on."""

        def __init__(self, *, is_blank: bool, is_next: bool) -> None:
            super().__init__()
            self.is_blank, self.is_next = is_blank, is_next

    class Changed(Message):
        """An item that is in the list already is to change."""

        def __init__(self, change: ListChange) -> None:
            super().__init__()
            self.change = change

    class Drafted(Message):
        """What is typed and not entered has changed; see `typed`."""

    class Created(Message):
        """The founder wants a new item called `name`, linked here; `is_next`: and to go on."""

        def __init__(self, name: str, *, is_next: bool) -> None:
            super().__init__()
            self.name, self.is_next = name, is_next

    class Told(Message):
        """The editor has something to say about what was typed or pasted; empty: it no longer holds."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    class Left(Message):
        """Escape, with nothing of the editor's own to close: the founder wants to leave; the text stays."""

    def tell(self, message: Message) -> None:
        """Tell the question at once. By way of the editor's own queue an answer would be later with its score."""
        if isinstance(self.parent, Widget):
            self.parent.post_message(message)

    # Nobody above listens to this; each step up would be a message more between an answer and its score.

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        event.stop()

    @property
    def typed(self) -> str:
        """What stands in the field and is not entered."""
        raise NotImplementedError

    @property
    def field(self) -> Widget:
        """The widget that takes the keys."""
        raise NotImplementedError

    def enter(self, *, is_next: bool = False) -> None:
        """Enter what stands there. `is_next`: and go on, even where Enter alone would wait for one more item."""
        raise NotImplementedError

    def share_room(self, lines: int) -> None:
        """Take at most `lines` lines for what stands above and below the field; it scrolls when there is more."""

    def refuse(self) -> None:
        """What was entered was not taken; it still stands there."""

    def undo_typing(self) -> bool:
        """Take back the last piece of typing; whether there was one."""
        raise NotImplementedError

    def redo_typing(self) -> bool:
        raise NotImplementedError
