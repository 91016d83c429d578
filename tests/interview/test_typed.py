"""Numbers, dates and times as people type them."""

import datetime

import pytest

from mvo_tui.interview import typed
from mvo_tui.plan.errors import PlanError

TODAY = datetime.date(2026, 11, 9)


@pytest.mark.parametrize(
    ("text", "counts", "value"),
    [
        ("98 %", "", 98),
        ("1.5", "", 1.5),
        ("1,5", "", 1.5),
        (" about 12 ", "", 12),
        ("-3", "", -3),
        (".5", "", 0.5),
        ("0.125", "", 0.125),
        ("1 000", "", 1000),
        ("1,000,000", "", 1_000_000),
        ("1.234,5", "", 1234.5),
        ("1,234.50", "", 1234.5),
        ("€30", "monthly_cost", 30),
        ("30 EUR a month", "monthly_cost", 30),
        ("1.5 h", "minutes", 90),
        ("2 hours", "minutes_per_week", 120),
        ("90 min", "hours_per_week", 1.5),
        ("20 h a week", "hours_per_week", 20),
        ("6 a week", "new_customers_per_week", 6),
    ],
)
def test_a_number_is_read(text: str, counts: str, value: float) -> None:
    assert typed.number(text, counts) == value


@pytest.mark.parametrize("text", ["98", "98.0", "98 %"])
def test_a_whole_number_is_an_integer(text: str) -> None:
    assert isinstance(typed.number(text), int)


@pytest.mark.parametrize(
    ("text", "counts", "says"),
    [
        ("many", "", "Type a number"),
        ("", "", "Type a number"),
        ("3 or 4", "", "Type one number"),
        ("1e5", "", "Type one number"),
        ("1,000", "", "1000 or 1"),
        ("1.500", "", "1500 or 1.5"),
        ("12 a month", "new_customers_per_week", "new customers per week"),
        ("4 hours a day", "hours_per_week", "hours per week"),
        ("9" * 5000, "", "too large"),
    ],
)
def test_a_number_that_may_mean_something_else_is_refused(text: str, counts: str, says: str) -> None:
    with pytest.raises(PlanError, match=says):
        typed.number(text, counts)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-02", (2026, 11, 2)),
        ("2 Nov 2026", (2026, 11, 2)),
        ("2nd November 2026", (2026, 11, 2)),
        ("November 2, 2026", (2026, 11, 2)),
        ("2.11.2026", (2026, 11, 2)),
        ("today", (2026, 11, 9)),
        ("Yesterday", (2026, 11, 8)),
        ("2 Nov", (2026, 11, 2)),
        ("12 Dec", (2025, 12, 12)),
        ("30 Sept", (2026, 9, 30)),
    ],
)
def test_a_day_is_read(text: str, day: tuple[int, int, int]) -> None:
    assert typed.date(text, TODAY) == datetime.date(*day)


@pytest.mark.parametrize("text", ["30 Feb 2026", "2 Nuv 2026", "soon", "", "2026-13-01", "0 Jan 2026", "29 Feb"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(PlanError, match="Type a day"):
        typed.date(text, TODAY)


@pytest.mark.parametrize("text", ["today", "2 Nov"])
def test_without_a_clock_a_day_needs_its_year(text: str) -> None:
    with pytest.raises(PlanError, match="Type a day"):
        typed.date(text)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9:30", (9, 30)),
        ("09.30", (9, 30)),
        ("9 am", (9, 0)),
        ("12 am", (0, 0)),
        ("12:15 pm", (12, 15)),
        ("14h", (14, 0)),
        ("noon", (12, 0)),
        ("18", (18, 0)),
    ],
)
def test_a_time_is_read(text: str, time: tuple[int, int]) -> None:
    assert typed.time(text) == datetime.time(*time)


@pytest.mark.parametrize("text", ["25:00", "9:75", "13 pm", "early", "", "0930"])
def test_a_time_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(PlanError, match="Type a time"):
        typed.time(text)


def test_yes_and_no() -> None:
    assert typed.yes_no("Yes") is True
    assert typed.yes_no(" n ") is False
    with pytest.raises(PlanError, match="yes or no"):
        typed.yes_no("perhaps")


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "\x1b[31m9", "9\u202e8"])
def test_strange_text_is_no_number(text: str) -> None:
    with pytest.raises(PlanError, match="Nothing was changed"):
        typed.number(text)
