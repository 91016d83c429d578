"""What the lanes of a card say, and which place of the plan is behind each cell."""

import pytest

from mvo_tui.blueprint.cards import cells_of
from mvo_tui.blueprint.cell import Cell, joined
from mvo_tui.blueprint.lanes import Lane
from mvo_tui.plan.index import PlanIndex
from tests.plans import plan_from_toml

BAKERY = plan_from_toml(
    """
[[promises]]
id = "by-seven"
statement = "Bread hangs at the door by 07:00"
[[promises]]
id = "warm"
[[stages]]
id = "wakes"
[[stages.touchpoints]]
id = "sill"
name = "Finds the bag"
channel = "at the door"
customer_action = "Opens the window"
moment = "value"
promises = ["by-seven"]
processes = ["bake", "ride"]
[[stages.touchpoints]]
id = "crumbs"
name = "TBD"
moment = "delight"
promises = ["warm"]
processes = ["gone"]
[[stages.touchpoints]]
id = "bill"
promises = ["by-seven"]
[[processes]]
id = "bake"
name = "Bake the loaves"
owner = "baker"
tools = []
[[processes]]
id = "ride"
name = "Ride the round"
owner = "rider"
[[processes.steps]]
tool = "list"
[[processes]]
id = "sweep"
owner = "team"
tools = ["broom", "list"]
[[processes]]
id = "count"
owner = ["baker", "rider"]
[[processes]]
id = "write"
owner = "writer"
[[tools]]
id = "list"
name = "Street list"
[[roles]]
id = "baker"
name = "Baker"
[[roles]]
id = "rider"
name = "Rider"
held_by = "ida"
[[people]]
id = "ida"
name = "Ida"
[[kpis]]
id = "on-time"
name = "Bags on time"
processes = ["ride"]
promise = "by-seven"
target = 98
unit = "%"
[[kpis.readings]]
date = 2026-05-02
value = 97
[[kpis.readings]]
date = 2026-05-09
value = 95.5
[[kpis]]
id = "loaves"
name = "Burnt loaves"
processes = ["bake", "ride"]
target = 2
"""
)
INDEX = PlanIndex(BAKERY)


def cells(card: str, lane: Lane) -> tuple[Cell, ...]:
    return cells_of(INDEX.touchpoint[card], lane, INDEX)


def only(card: str, lane: Lane) -> Cell:
    (cell,) = cells(card, lane)
    return cell


def texts(card: str, lane: Lane) -> list[str]:
    return [cell.text for cell in cells(card, lane)]


def test_the_front_of_a_card_says_what_was_typed() -> None:
    assert only("sill", Lane.TOUCHPOINT).text == "Finds the bag"
    assert only("sill", Lane.CUSTOMER).text == "Opens the window"
    assert only("sill", Lane.CHANNEL).text == "at the door"


def test_what_may_stay_open_is_no_hole() -> None:
    assert only("sill", Lane.FRONT) == Cell(
        "touchpoints.sill.frontstage", (("-", "muted"),), field="touchpoints.sill.frontstage"
    )


def test_holes_are_said_in_words_and_lead_to_what_fills_them() -> None:
    assert only("bill", Lane.TOUCHPOINT).text == "no name yet"
    assert only("bill", Lane.CHANNEL)[:3] == ("touchpoints.bill.channel", (("no channel", "hole"),), True)
    assert only("bill", Lane.BACK)[:3] == ("touchpoints.bill.processes", (("no process", "hole"),), True)


def test_a_placeholder_is_a_hole_that_shows_what_was_typed() -> None:
    assert only("crumbs", Lane.TOUCHPOINT)[1:3] == ((("TBD", "hole"),), True)


def test_moments_are_words_and_the_one_of_value_stands_out() -> None:
    assert only("sill", Lane.MOMENT).parts == (("VALUE", "moment"),)
    assert only("bill", Lane.MOMENT).parts == ()
    assert only("crumbs", Lane.MOMENT)[1:3] == ((("delight?", "hole"),), True)


def test_each_process_has_a_line_with_its_tools_and_owner_below_it() -> None:
    assert texts("sill", Lane.BACK) == ["Bake the loaves", "Ride the round"]
    assert texts("sill", Lane.TOOLS) == ["none needed", "Street list"]
    assert texts("sill", Lane.OWNER) == ["Baker (nobody)", "Rider (Ida)"]


def test_a_role_that_nobody_holds_is_a_hole_that_asks_for_the_person() -> None:
    baker = cells("sill", Lane.OWNER)[0]
    assert baker.is_hole
    assert (baker.place, baker.field) == ("roles.baker.held_by", "processes.bake.owner")


def test_a_card_without_a_process_says_so_once() -> None:
    assert [only("bill", lane).parts for lane in (Lane.TOOLS, Lane.OWNER)] == [(), ()]
    assert only("bill", Lane.OWNER).place == "touchpoints.bill.processes"


def test_a_link_that_leads_nowhere_is_a_hole() -> None:
    assert only("crumbs", Lane.BACK)[1:3] == ((('"gone" (there is none)', "hole"),), True)


@pytest.mark.parametrize(
    ("process", "owner", "tools"),
    [
        ("sweep", '"team": nobody', '"broom" (there is none), Street list'),
        ("count", "2 owners: nobody", "none yet"),
        ("write", '"writer" (there is none)', "none yet"),
    ],
)
def test_what_is_no_owner_and_no_tool_is_said(process: str, owner: str, tools: str) -> None:
    card = INDEX.touchpoint["sill"].model_copy(update={"processes": (process,)})
    (owned,), (tooled,) = cells_of(card, Lane.OWNER, INDEX), cells_of(card, Lane.TOOLS, INDEX)
    assert (owned.text, owned.is_hole) == (owner, True)
    assert (tooled.text, tooled.is_hole) == (tools, True)


def test_a_number_stands_with_its_target_and_its_newest_reading() -> None:
    on_time, burnt = cells("sill", Lane.MEASURED)[1], cells("sill", Lane.MEASURED)[0]
    assert on_time.text == "98 % (95.5) Bags on time"
    assert (on_time.place, on_time.field, on_time.linked) == ("kpis.on-time.target", "kpis.on-time.processes", "ride")
    assert burnt.text == "2 (no reading) Burnt loaves"
    assert (burnt.place, burnt.is_hole) == ("kpis.loaves.readings", True)


def test_that_nothing_is_measured_is_a_hole_only_where_no_number_watches_the_promise() -> None:
    assert only("bill", Lane.MEASURED).text == "-"
    assert only("crumbs", Lane.MEASURED)[:3] == ("kpis", (("no number yet", "hole"),), True)


def test_several_cells_in_a_row_say_everything_once() -> None:
    tools = (Cell("a", (("Sheet", ""), (", ", ""), ("Phone", ""))), Cell("b", (("Phone", ""),)), Cell("c", ()))
    assert "".join(text for text, _tone in joined(tools, ", ")) == "Sheet, Phone"
    owners = tuple(Cell(role, ((f"{role} ", ""), ("(nobody)", "hole"))) for role in ("Desk", "Van"))
    assert "".join(text for text, _tone in joined(owners, ", ")) == "Desk (nobody), Van (nobody)"
