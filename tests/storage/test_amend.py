"""A save changes the lines of the edit and no others, however the file is laid out."""

import pytest

from mvo_tui.plan.edits import AddItem, Batch, Edit, MoveItem, RemoveItem, SetField, apply
from mvo_tui.plan.model import EMPTY, Kpi, Process, Promise, Reading, Step, Tool
from mvo_tui.storage.toml_text import SCHEMA_LINE, amend, create
from tests.storage.texts import changed_lines, read

BY_HAND = """\
#:schema ./mvo-plan-1.schema.json
format = 1   # never change this

# Our plan.

[venture]
name   = 'Sunday Box'  # the name
# Who they are:
customer = "Busy parents"

stage = "mvp" # not yet growing
x-mood = "good"
# the end of venture

# --- Tools ------------------------------

# The sheet.
[[tools]]
id = "sheet"
name = "Order sheet"
monthly_cost = 0x10
# last words about the sheet

# The inbox.
[[tools]]
id = "inbox"
integrates_with = [
  "sheet",   # by hand
  # not yet: "crm"
  "pay",
]

[[processes]]
id = "pack"
steps = [
  { action = "Take a box", minutes = 1 },  # from the cellar
  { action = "Close it" },
]

  [[processes]]
  id = "deliver"
  tools = []

  [[processes.steps]]
  action = "Ring"
  [[processes.steps]]
  action = "Wait"

[review]
day = "mon"
[[review.log]]
decision = "Second driver"
[journey]
not_applicable.billing = "free"
"""

EDITS: dict[str, tuple[Edit, str]] = {
    "a text in single quotes": (
        SetField("venture.name", "Monday Box"),
        """\
-name   = 'Sunday Box'  # the name
+name   = 'Monday Box'  # the name
""",
    ),
    "a text that single quotes can't hold": (
        SetField("venture.name", "Ben's Box"),
        """\
-name   = 'Sunday Box'  # the name
+name   = "Ben's Box"  # the name
""",
    ),
    "a number": (SetField("tools.sheet.monthly_cost", 12.5), "-monthly_cost = 0x10\n+monthly_cost = 12.5\n"),
    "a new key, beside the key it follows": (
        SetField("venture.product", "A box"),
        """\
+product = "A box"
""",
    ),
    "a new key in an indented table": (SetField("processes.deliver.owner", "van"), '+  owner = "van"\n'),
    "a text of several lines": (SetField("tools.inbox.notes", "one\ntwo"), '+notes = """\n+one\n+two"""\n'),
    "blanking keeps the comment": (
        SetField("venture.stage", None),
        """\
-stage = "mvp" # not yet growing
+# not yet growing
""",
    ),
    "an element more": (
        SetField("tools.inbox.integrates_with", ("sheet", "pay", "mail")),
        '+  "mail",\n',
    ),
    "an element less, with the comment above it": (
        SetField("tools.inbox.integrates_with", ("sheet",)),
        """\
-  # not yet: "crm"
-  "pay",
""",
    ),
    "an emptied list": (
        SetField("tools.inbox.integrates_with", ()),
        """\
-integrates_with = [
-  "sheet",   # by hand
-  # not yet: "crm"
-  "pay",
-]
+integrates_with = []
""",
    ),
    "an item goes with its own comment": (
        RemoveItem("tools.inbox"),
        """\
-# The inbox.
-[[tools]]
-id = "inbox"
-integrates_with = [
-  "sheet",   # by hand
-  # not yet: "crm"
-  "pay",
-]
-
""",
    ),
    "its neighbours' comments stay": (
        RemoveItem("tools.sheet"),
        """\
-# The sheet.
-[[tools]]
-id = "sheet"
-name = "Order sheet"
-monthly_cost = 0x10
-# last words about the sheet
-
""",
    ),
    "an item at the end of its list": (
        AddItem("tools", Tool(id="van", name="Van", monthly_cost=90)),
        """\
+[[tools]]
+id = "van"
+name = "Van"
+monthly_cost = 90
+
""",
    ),
    "an item in the middle": (
        AddItem("tools", Tool(id="van"), 1),
        """\
+[[tools]]
+id = "van"
+
""",
    ),
    "the first item of a list": (
        AddItem("promises", Promise(id="on-time", core=True)),
        """\
+[[promises]]
+id = "on-time"
+core = true
+
""",
    ),
    "a row in braces": (
        SetField("processes.pack.steps.2.minutes", 2),
        """\
-  { action = "Close it" },
+  { action = "Close it", minutes = 2 },
""",
    ),
    "another row in braces": (
        AddItem("processes.pack.steps", Step(action="Lift"), 1),
        """\
+  { action = "Lift" },
""",
    ),
    "rows without blank lines between them": (
        AddItem("processes.deliver.steps", Step(action="Smile")),
        """\
+[[processes.steps]]
+action = "Smile"
""",
    ),
    "rows that move": (
        MoveItem("processes.deliver.steps.2", 0),
        """\
+  [[processes.steps]]
+  action = "Wait"
-  [[processes.steps]]
-  action = "Wait"
""",
    ),
    "rows of a new kind": (
        AddItem("kpis", Kpi(id="late", readings=(Reading(value=3),))),
        """\
+[[kpis]]
+id = "late"
+
+[[kpis.readings]]
+value = 3
+
""",
    ),
    "a dotted key": (
        SetField("journey.not_applicable.sales", "one landlord"),
        """\
+not_applicable.sales = "one landlord"
""",
    ),
    "none, decided": (SetField("debts", ()), "+debts = []\n"),
    "not decided": (SetField("processes.deliver.tools", None), "-  tools = []\n"),
    "several at once": (
        Batch((SetField("review.day", "tue"), SetField("venture.customer", "Offices"), RemoveItem("review.log.1"))),
        """\
-customer = "Busy parents"
+customer = "Offices"
-day = "mon"
+day = "tue"
-[[review.log]]
-decision = "Second driver"
""",
    ),
}


@pytest.mark.parametrize(("edit", "difference"), EDITS.values(), ids=EDITS.keys())
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_difference_is_the_edit(edit: Edit, difference: str, line_end: str) -> None:
    text = BY_HAND.replace("\n", line_end)
    before = read(text)
    after = apply(before, edit)
    amended = amend(text, before, after)
    assert read(amended) == after
    assert amended.count("\r\n") == (amended.count("\n") if line_end == "\r\n" else 0)
    found = changed_lines(BY_HAND, amended.replace("\r\n", "\n"))
    assert sorted(found) == sorted(difference.splitlines())


def test_a_missing_last_line_end_stays_missing() -> None:
    text = 'format = 1\n[venture]\nname = "a"'
    before = read(text)
    assert amend(text, before, apply(before, SetField("venture.stage", "mvp"))) == text + '\nstage = "mvp"'
    assert amend(text, before, apply(before, SetField("venture.name", "b"))) == text.replace('"a"', '"b"')


def test_mixed_line_ends_stay_mixed() -> None:
    text = 'format = 1\r\n[venture]\nname = "a"\r\nstage = "mvp"\n'
    before = read(text)
    after = apply(before, SetField("venture.name", "b"))
    assert amend(text, before, after) == text.replace('"a"', '"b"')


def test_a_touchpoint_moves_with_its_comments_and_its_edit() -> None:
    text = """\
format = 1
[[stages]]
id = "one"
# the page
[[stages.touchpoints]]
id = "page"
name = "Page"  # blue
colour = "blue"
[[stages]]
id = "two"
"""
    before = read(text)
    moved = MoveItem("touchpoints.page", 0, "stages.two.touchpoints")
    after = apply(before, Batch((moved, SetField("touchpoints.page.name", "Form"))))
    lines = text.splitlines(keepends=True)
    assert amend(text, before, after) == "".join([*lines[:3], *lines[8:], *lines[3:8]]).replace("Page", "Form")


def test_missing_ids_are_written_with_the_next_edit() -> None:
    text = 'format = 1\n[[roles]]\nname = "Van"\n[[roles]]\nid = "desk"\n[[roles]]\n'
    before = read(text)
    after = apply(before, SetField("roles.desk.name", "Desk"))
    assert amend(text, before, after) == (
        'format = 1\n[[roles]]\nid = "van"\nname = "Van"\n[[roles]]\nid = "desk"\nname = "Desk"\n[[roles]]\n'
    )


def test_empty_rows_stay_where_they_are() -> None:
    text = 'format = 1\n[[tools]]\n\n[[tools]]\nid = "a"\n\n[[tools]] # later\n\n[[tools]]\nid = "b"\n'
    before = read(text)
    after = apply(before, Batch((SetField("tools.b.name", "B"), AddItem("tools", Tool(id="c"), 1))))
    assert amend(text, before, after) == (
        'format = 1\n[[tools]]\n\n[[tools]]\nid = "a"\n\n[[tools]] # later\n\n[[tools]]\nid = "c"\n\n'
        '[[tools]]\nid = "b"\nname = "B"\n'
    )


def test_an_emptied_table_goes_unless_somebody_wrote_into_it() -> None:
    text = 'format = 1\n\n[venture]\nname = "a"\n\n[review]\nday = "mon"  # or not\n'
    before = read(text)
    after = apply(before, Batch((SetField("venture.name", None), SetField("review.day", None))))
    assert amend(text, before, after) == "format = 1\n\n[review]\n# or not\n"


def test_a_step_without_words_is_not_written() -> None:
    text = 'format = 1\n[[processes]]\nid = "p"\n'
    before = read(text)
    after = apply(before, AddItem("processes.p.steps", Step()))
    assert amend(text, before, after) == text


def test_control_characters_are_never_written() -> None:
    text = 'format = 1\n[venture]\nname = "a"\n'
    before = read(text)
    after = apply(before, SetField("venture.name", "\x1b]52;c\x07 x\r\ny\x85"))
    assert read(amend(text, before, after)).venture.name == "]52;c x\ny"


def test_the_first_tables_of_a_file_are_set_apart() -> None:
    """As `new` leaves a file; the founder's first words come one save at a time."""
    text, plan = "format = 1\n", EMPTY
    for edit in (
        SetField("venture.name", "V"),
        AddItem("processes", Process(id="p", name="P")),
        AddItem("processes", Process(id="q", name="Q")),
        AddItem("processes.p.steps", Step(action="Do")),
        SetField("review.cadence", "weekly"),
    ):
        after = apply(plan, edit)
        text, plan = amend(text, plan, after), after
    assert text == (
        'format = 1\n\n[venture]\nname = "V"\n\n[[processes]]\nid = "p"\nname = "P"\n\n[[processes.steps]]\n'
        'action = "Do"\n\n[[processes]]\nid = "q"\nname = "Q"\n\n[review]\ncadence = "weekly"\n'
    )


def test_tables_by_hand_without_blank_lines_stay_so() -> None:
    text = 'format = 1\n[venture]\nname = "V"\n'
    before = read(text)
    after = apply(before, AddItem("tools", Tool(id="t", name="T")))
    assert amend(text, before, after) == text + '[[tools]]\nid = "t"\nname = "T"\n'


def test_a_new_file_has_the_order_of_the_format() -> None:
    plan = read(
        'format = 1\ntools = []\n[[processes]]\nid = "p"\nnotes = "n"\nname = "P"\ntools = ["a", "b"]\n'
        'steps = [{ action = "Do" }]\n[venture]\nname = "V"\n[journey.not_applicable]\nbilling = "free"\n'
    )
    assert create(plan, with_schema=True) == SCHEMA_LINE + (
        'format = 1\ntools = []\n\n[venture]\nname = "V"\n\n[journey.not_applicable]\nbilling = "free"\n\n'
        '[[processes]]\nid = "p"\nname = "P"\ntools = ["a", "b"]\nnotes = "n"\n\n[[processes.steps]]\naction = "Do"\n'
    )
