"""From what is written to the plan: what is left out, what is told, and every error with its line, in one go."""

import pytest

from mvo_tui.plan.errors import ExitCode, PlanError
from mvo_tui.storage.loading import Loaded, load
from mvo_tui.storage.parsing import parse
from mvo_tui.storage.problems import PlanUnreadableError


def read(text: str) -> Loaded:
    return load(parse(text), text, "box.mvo.toml")


def errors(text: str) -> list[str]:
    with pytest.raises(PlanUnreadableError) as refusal:
        read(text)
    assert refusal.value.exit_code is ExitCode.FILE
    lines = str(refusal.value).split("\n")
    assert len(lines) == len(refusal.value.problems)
    return [line.removeprefix("box.mvo.toml:") for line in lines]


def test_the_smallest_plan() -> None:
    assert read("format = 1").plan.format == 1
    assert read("format = 1").notices == ()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "1:1: format: the format is missing; add the line: format = 1"),
        ("[venture]\nname = 'x'", "1:1: format: the format is missing; add the line: format = 1"),
        ("# c\nformat = '1'", "2:10: format: must be a number, not text; write format = 1"),
        ("format = true", "1:10: format: must be a number, not true; write format = 1"),
        ("format = 0", "1:10: format: there is no format 0; write format = 1"),
        ("format = 1.0", "1:10: format: must be a number, not a number; write format = 1"),
    ],
)
def test_the_format_is_asked_for(text: str, error: str) -> None:
    assert errors(text) == [error]


WRONG = """\
format = 1
processes = [
  { id = "pack", owner = [1], steps = [{}, { minutes = "four" }] },
]
[venture]
name = 3
active_customers = "40"
new_customers_per_week = -1
tool_budget_per_month = inf
[[promises]]
core = "yes"
[[stages]]
[[stages.touchpoints]]
id = "page"
times = nan
promises = "on-time"
[[stages]]
[[stages.touchpoints]]
id = "page"
[[tools]]
[[tools]]
id = "The Sheet"
[[roles]]
id = 7
[review]
time = 2026-11-02
day = ["mon"]
log = { date = "2026-11-02" }
[journey]
not_applicable.billing = false
[[people]]
days = ["mon", 2]
"""


def test_every_error_is_told_at_once_with_its_line() -> None:
    assert errors(WRONG) == [
        '3:27: processes.pack.owner.1: must be an id in quotes, not a number; write "1"',
        "3:56: processes.pack.steps.2.minutes: must be a number, not text",
        '6:8: venture.name: must be text in quotes, not a number; write "3"',
        "7:20: venture.active_customers: must be a number, not text; write 40",
        "8:26: venture.new_customers_per_week: must be 0 or more",
        "9:25: venture.tool_budget_per_month: must be a plain number, not inf or nan",
        "11:8: promises.1.core: must be true or false, not text; write true",
        "15:9: touchpoints.page.times: must be a plain number, not inf or nan",
        '16:12: touchpoints.page.promises: must be a list of ids, such as ["order-desk"], not text; write ["on-time"]',
        '19:6: touchpoints.page.id: another item of touchpoints has the id "page" already; ids are unique',
        '22:6: tools.The Sheet.id: an id is made of a-z, 0-9 and -, at most 64 of them; "the-sheet" would do',
        '24:6: roles.1.id: must be text in quotes, not a number; write "7"',
        "26:8: review.time: must be a time without quotes, such as 09:30:00, not a date",
        "27:7: review.day: must be a word in quotes, not a list",
        "28:7: review.log: must be a list of tables, each under a [[header]], not a table",
        "30:26: journey.not_applicable.billing: must be text in quotes, not false",
        '32:16: people.1.days.2: must be an id in quotes, not a number; write "2"',
    ]


def test_tables_of_the_wrong_shape() -> None:
    assert errors('format = 1\nprocesses = "none"\nventure = [1]\n[roles]\nid = "x"\n[[journey]]\nx = 1\n') == [
        "2:13: processes: must be a list of tables, each under a [[header]], not text",
        "3:11: venture: must be a table of keys and values, not a list",
        "4:1: roles: must be a list of tables, each under a [[header]], not a table",
        "6:1: journey: must be a table of keys and values, not a list",
    ]


def test_text_of_strangers_in_messages_is_harmless() -> None:
    for line in errors('format = 1\n[[tools]]\nid = "\\u001b]52;c;x\\u0007"\n"\\u001b[2J" = 1\nmonthly_cost = "x"\n'):
        assert line.isprintable()


def test_what_is_blank_is_missing() -> None:
    plan = read(
        'format = 1\nreview = {}\n[venture]\nname = ""\nactive_customers = ""\n[[roles]]\n[[roles]]\nname = "Van"\n'
        'id = ""\n[[tools]]\n[[processes]]\nowner = ""\ntools = ""\n[[processes.steps]]\n[[processes.steps]]\n'
        'action = "a"\n'
    ).plan
    assert plan.venture.name is None
    assert plan.venture.active_customers is None
    assert [role.id for role in plan.roles] == ["van"]
    assert plan.tools is None
    assert plan.processes[0].owner is None
    assert plan.processes[0].tools is None
    assert len(plan.processes[0].steps) == 1


def test_none_decided_and_not_decided() -> None:
    decided = read("format = 1\ntools = []\nfeatures = []\ndebts = []\n[[processes]]\nname = 'a'\ntools = []\n").plan
    assert (decided.tools, decided.features, decided.debts, decided.processes[0].tools) == ((), (), (), ())
    open_ = read("format = 1\n[[processes]]\nname = 'a'\n").plan
    assert (open_.tools, open_.features, open_.debts, open_.processes[0].tools) == (None, None, None, None)


def test_words_that_are_not_on_their_list_stay() -> None:
    plan = read('format = 1\n[review]\ncadence = "monthly"\nday = "Friday"\n[[processes]]\nowner = ["a", "b"]').plan
    assert (plan.review.cadence, plan.review.day, plan.processes[0].owner) == ("monthly", "Friday", ("a", "b"))


def test_ids_are_made_from_what_an_item_says() -> None:
    loaded = read(
        'format = 1\n[[promises]]\nstatement = "Every box by 18:00"\n[[roles]]\nname = "Van"\n[[roles]]\nid = "van"\n'
        '[[roles]]\nname = "Van"\n[[roles]]\nname = "配"\n[[parking_lot]]\ntext = "Gift boxes?"\n'
        '[[stages]]\nname = "One"\ntouchpoints = [{ name = "Page" }]\n'
        '[[stages]]\nname = "Two"\n[[stages.touchpoints]]\nname = "Page"\n[[stages.touchpoints]]\nid = "page-2"\n'
    )
    plan = loaded.plan
    assert plan.promises[0].id == "every-box-by-18-00"
    assert [role.id for role in plan.roles] == ["van-2", "van", "van-3", "roles-4"]
    assert plan.parking_lot[0].id == "gift-boxes"
    touchpoints = [touchpoint.id for stage in plan.stages for touchpoint in stage.touchpoints]
    assert touchpoints == ["page", "page-3", "page-2"]
    assert loaded.notices == ("9 items have no id in the file; the next save writes one, made from the name.",)


def test_a_thousand_items_of_one_name() -> None:
    plan = read("format = 1\n" + '[[roles]]\nname = "Van"\n' * 1000).plan
    assert plan.roles[-1].id == "van-1000"
    assert len({role.id for role in plan.roles}) == 1000


def test_unknown_keys_are_told_once_with_a_suggestion() -> None:
    loaded = read(
        'format = 1\nventur = 1\n[[processes]]\nid = "pack"\nownr = "a"\n[[processes]]\nownr = "b"\n'
        '[[processes]]\nid = "a"\nzzz = 1\n[journey]\nstart = "x"\n[[processes.steps]]\nminute = 1\n'
    )
    stays = "is no key of a plan; it stays in the file unread."
    assert sorted(loaded.notices[:-1]) == [
        f'journey.start: "start" {stays}',
        f'processes.a.steps.1.minute: "minute" {stays} Did you mean "minutes"?',
        f'processes.a.zzz: "zzz" {stays}',
        f'processes.pack.ownr (and 1 more like it): "ownr" {stays} Did you mean "owner"?',
        f'ventur: "ventur" {stays} Did you mean "venture"?',
    ]


def test_control_characters_are_left_out_and_told() -> None:
    loaded = read(
        'format = 1\n[venture]\nname = "a\\u001b]52;c\\u0007b\\u007f\\u0085\\r\\nc\\td"\nproduct = "\x85"\n'
        '[[people]]\nid = "x"\ndays = ["mon\\u0000"]\n'
    )
    assert loaded.plan.venture.name == "a]52;cb\nc\td"
    assert loaded.plan.venture.product is None
    assert loaded.plan.people[0].days == ("mon",)
    assert loaded.notices == ("3 texts hold control characters, which are left out here; the file still has them.",)


def test_right_to_left_and_zero_width_text_stays() -> None:
    name = "\u202eabc\u200b\u2066 שלום [bold] $z {x}"
    assert read(f'format = 1\nventure.name = "{name}"').plan.venture.name == name


def test_a_newer_format_opens_for_reading() -> None:
    loaded = read(
        'format = 2\nmood = "good"\n[venture]\nname = "Box"\nactive_customers = "many"\n'
        '[[roles]]\nid = "Van!"\n[[roles]]\nid = "desk"\nheld_by = { person = "ana" }\n'
    )
    assert loaded.is_newer
    assert loaded.plan.format == 2
    assert loaded.plan.venture.name == "Box"
    assert loaded.plan.venture.active_customers is None
    assert [role.id for role in loaded.plan.roles] == ["desk"]
    assert loaded.notices[0].startswith("This plan is of format 2, and this mvo-tui knows format 1.")


def test_an_unreadable_plan_is_a_plan_error() -> None:
    with pytest.raises(PlanError):
        read("format = 0")
