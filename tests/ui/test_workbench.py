"""Stories of the workbench: a founder edits an existing plan with the keyboard alone."""

from pathlib import Path

import pytest
from textual import events

from mvo_tui.ui.app import MvoApp
from mvo_tui.ui.widgets.readiness_panel import ReadinessPanel
from tests.ui.founder import Founder, founder_at

BAKERY = """\
format = 1

# The morning round, as told by Ida.
[venture]
name = "Crumb"
value_proposition = "Warm bread on the sill by seven"   # our one sentence

[[promises]]
id = "by-seven"
statement = "Bread hangs at the door by 07:00"
core = true

[[stages]]
id = "wakes"
name = "Wakes up hungry"
function = "delivery"

[[stages.touchpoints]]
id = "sill"
name = "Finds the bag"
promises = ["by-seven"]
processes = ["ride"]

[[stages.touchpoints]]
id = "crumbs"
name = "Shakes out the crumbs"

[[processes]]
id = "ride"
name = "Ride the round"

[[processes]]
id = "bake"
name = "Bake the loaves"

[[processes.steps]]
action = "Knead"

[[processes.steps]]
action = "Bake"

[[roles]]
id = "rider"
name = "Rider"
held_by = "ida"

[[people]]
id = "ida"
name = "Ida"
"""


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    path = tmp_path / "crumb.mvo.toml"
    path.write_text(BAKERY, encoding="utf-8")
    return path


async def go_to(founder: Founder, name: str) -> None:
    """Find an item by its name, as the palette does it."""
    await founder.press("ctrl+p")
    await founder.type(name)
    await founder.wait_for(lambda: founder.sees(name), name)
    await founder.press("down", "enter")
    await founder.wait_for(lambda: len(founder.app.screen_stack) == 2, "the palette to close")


async def test_the_plan_lies_open_with_its_score(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        assert founder.sees("Crumb", "Promise", "Ride the round", "Finds the bag", "Can we deliver this, sustainably?")
        assert founder.sees("Ready", "Lean", "Level", "Sketched")


async def test_an_owner_is_chosen_by_name_and_the_score_moves_with_it(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        before = founder.keeper.session.report.earned
        founder.workbench.go_to("processes.ride.owner")
        await founder.press("enter")
        await founder.type("rid")
        await founder.press("enter")
        assert founder.plan.processes[0].owner == "rider"
        assert founder.keeper.session.report.earned > before
        assert founder.sees("Rider (Ida)")


async def test_a_role_that_is_missing_is_made_on_the_spot_and_undone_as_one(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("processes.bake.owner")
        await founder.press("enter")
        await founder.type("Baker")
        await founder.press("enter")
        assert founder.plan.processes[1].owner == "baker"
        assert [role.name for role in founder.plan.roles] == ["Rider", "Baker"]
        await founder.press("escape", "ctrl+z")
        assert founder.plan.processes[1].owner is None
        assert [role.name for role in founder.plan.roles] == ["Rider"]
        await founder.press("ctrl+y")
        assert founder.plan.processes[1].owner == "baker"


async def test_a_save_changes_only_the_lines_of_the_edit(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("venture.name")
        await founder.press("enter")
        await founder.type("s")
        await founder.press("enter")
        text = await founder.save()
        assert text == BAKERY.replace('name = "Crumb"', 'name = "Crumbs"')


async def test_it_is_saved_by_itself_soon_after_an_edit(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("venture.name")
        await founder.press("enter")
        await founder.type("x")
        await founder.press("enter")
        assert founder.sees("Saving")
        await founder.wait_for(lambda: 'name = "Crumbx"' in bakery.read_text(), "the file")


async def test_typing_is_undone_letter_by_letter_before_the_plan_is(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("venture.name")
        await founder.press("enter")
        await founder.type("y")
        await founder.press("ctrl+z", "enter")
        assert founder.plan.venture.name == "Crumb"


async def test_esc_leaves_a_field_and_keeps_nothing_of_it_in_the_plan(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("venture.name")
        await founder.press("enter")
        await founder.type("zzz")
        await founder.press("escape")
        assert founder.plan.venture.name == "Crumb"
        assert founder.app.focused is founder.workbench.form


def linked_to(founder: Founder) -> list[str]:
    return list(founder.plan.stages[0].touchpoints[0].processes)


async def test_items_are_added_moved_duplicated_and_deleted_with_their_links(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        screen = founder.workbench
        screen.go_to("processes.ride")
        screen.outline.focus()
        await founder.press("a")
        await founder.type("Answer the phone")
        await founder.press("enter", "enter")
        assert [process.id for process in founder.plan.processes] == ["ride", "bake", "answer-the-phone"]
        screen.go_to("processes.bake")
        screen.outline.focus()
        await founder.press("D")
        assert len(founder.plan.processes) == 4
        await founder.press("ctrl+z")
        assert founder.keeper.session.focus == "processes.bake"
        assert founder.sees("Process: Bake")
        await founder.press("ctrl+y")
        assert len(founder.plan.processes) == 4
        screen.go_to("processes.ride")
        screen.outline.focus()
        await founder.press("delete")
        assert "ride" not in [process.id for process in founder.plan.processes]
        assert linked_to(founder) == []
        assert founder.sees("Ctrl+Z takes it back")
        await founder.press("ctrl+z")
        assert linked_to(founder) == ["ride"]


async def test_steps_and_touchpoints_keep_their_order_until_it_is_changed(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        screen = founder.workbench
        screen.go_to("touchpoints.crumbs")
        screen.outline.focus()
        await founder.press("K")
        assert [point.id for point in founder.plan.stages[0].touchpoints] == ["crumbs", "sill"]
        screen.go_to("processes.bake")
        await founder.press("f6", "end")
        await founder.press("K")
        assert [step.action for step in founder.plan.processes[1].steps] == ["Bake", "Knead"]


async def test_a_step_opens_as_a_form_of_its_own(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("processes.bake")
        await founder.press("f6", "end", "enter")
        assert founder.sees("Bake the loaves, step 2", "Minutes")
        founder.workbench.go_to("processes.bake.steps.2.minutes")
        await founder.press("enter")
        await founder.type("35")
        await founder.press("enter")
        assert founder.plan.processes[1].steps[1].minutes == 35


async def test_a_field_is_blanked_and_the_outline_folds(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        screen = founder.workbench
        screen.go_to("venture.value_proposition")
        await founder.press("x")
        assert founder.plan.venture.value_proposition is None
        screen.go_to("journey")
        screen.outline.focus()
        await founder.press("left")
        assert not founder.sees("Finds the bag")
        await founder.press("right")
        assert founder.sees("Finds the bag")


async def test_the_findings_are_walked_with_one_key_and_lead_to_their_field(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        findings = founder.keeper.session.report.findings
        await founder.press("full_stop")
        assert founder.sees(findings[0].title[:40])
        await founder.press("full_stop", "comma")
        assert founder.sees(findings[0].title[:40])


async def test_the_palette_finds_every_action_and_every_item(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        await go_to(founder, "Shakes out the crumbs")
        assert founder.sees("Touchpoint: Shakes out the crumbs")


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "5", "6"])
async def test_a_digit_goes_to_its_step(bakery: Path, key: str) -> None:
    titles = ["Promise", "Journey", "Processes", "Tools", "Owners", "Feedback"]
    async with founder_at(bakery) as founder:
        await founder.press(key)
        outline = founder.workbench.outline
        assert outline.rows[outline.cursor].title == titles[int(key) - 1]


async def test_help_shows_the_keys_and_goes_away_again(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        await founder.press("f1")
        assert founder.sees("Keys: workbench", "Go to the next finding")
        await founder.press("escape")
        assert not founder.sees("Keys: workbench")


async def test_a_thought_is_parked_from_anywhere(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("processes.ride")
        await founder.press("ctrl+l")
        await founder.type("Rye on Fridays?")
        await founder.press("enter")
        parked = founder.plan.parking_lot[0]
        assert (parked.text, parked.about) == ("Rye on Fridays?", "processes.ride")
        assert founder.sees("Ride the round")


@pytest.mark.parametrize(("size", "seen", "not_seen"), [
    ((120, 40), ["Can we deliver this", "Finds the bag"], []),
    ((80, 24), ["Finds the bag", "Ready "], ["Can we deliver this"]),
    ((60, 18), ["Ready ", "Finds the bag"], ["Can we deliver this", "Value proposition"]),
    ((59, 24), ["Please make the window"], ["Finds the bag"]),
    ((80, 17), ["Please make the window"], ["Finds the bag"]),
])  # fmt: skip
async def test_it_fits_the_window(bakery: Path, size: tuple[int, int], seen: list[str], not_seen: list[str]) -> None:
    async with founder_at(bakery, size=size) as founder:
        assert founder.sees(*seen)
        assert not [text for text in not_seen if text in founder.screen]


async def test_on_a_narrow_screen_the_panel_takes_the_place_of_the_form_and_gives_it_back(bakery: Path) -> None:
    async with founder_at(bakery, size=(80, 24)) as founder:
        await founder.press("f5")
        assert founder.sees("Can we deliver this, sustainably?")
        await founder.press("f5")
        assert not founder.sees("Can we deliver this, sustainably?")


async def test_a_very_narrow_screen_shows_one_pane_at_a_time(bakery: Path) -> None:
    async with founder_at(bakery, size=(60, 18)) as founder:
        await founder.press("enter")
        await founder.wait_for(lambda: founder.sees("Value proposition"), "the form")
        assert not founder.sees("Finds the bag")
        await founder.press("f6")
        await founder.wait_for(lambda: founder.sees("Can we deliver this"), "the panel")
        await founder.press("f6")
        await founder.wait_for(lambda: founder.sees("Finds the bag"), "the outline")


async def test_a_file_that_changed_meanwhile_is_never_overwritten_silently(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        bakery.write_text(BAKERY.replace('name = "Crumb"', 'name = "Crust"'), encoding="utf-8")
        founder.workbench.go_to("venture.name")
        await founder.press("enter")
        await founder.type("!")
        await founder.press("enter", "ctrl+s")
        await founder.wait_for(lambda: founder.sees("was changed by another program"), "the question")
        assert "Crust" in bakery.read_text()
        await founder.press("down", "enter")  # go on, with mine
        await founder.wait_for(lambda: "Crumb!" in bakery.read_text(), "mine on the disk")


async def test_a_file_that_is_gone_is_written_anew_when_asked(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        bakery.unlink()
        founder.workbench.go_to("venture.name")
        await founder.press("enter")
        await founder.type("!")
        await founder.press("enter", "ctrl+s")
        await founder.wait_for(lambda: founder.sees("is no longer there"), "the question")
        assert not founder.sees("Take theirs")
        await founder.press("down", "enter")
        await founder.wait_for(lambda: bakery.exists() and "Crumb!" in bakery.read_text(), "the file")


async def test_f8_enters_an_open_field_before_it_goes_anywhere(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("processes.ride.trigger")
        await founder.press("enter")
        await founder.type("The van is full")
        await founder.press("f8")
        assert founder.plan.processes[0].trigger == "The van is full"
        assert founder.sees("Process: Ride the round")


async def test_what_was_typed_and_not_entered_is_there_again_after_the_end(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("processes.ride.trigger")
        await founder.press("enter")
        await founder.type("The van is fu")
        await founder.press("ctrl+q")
    async with founder_at(bakery) as founder:
        await founder.wait_for(lambda: founder.sees("The van is fu"), "the draft")
        await founder.type("ll")
        await founder.press("enter")
        assert founder.plan.processes[0].trigger == "The van is full"


async def test_a_covered_function_leads_to_its_stage_and_an_open_one_can_be_set_aside(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("journey")
        await founder.press("f6", "down", "down", "down", "down", "enter")
        assert founder.sees("Stage: Wakes up hungry")
        founder.workbench.go_to("journey.billing")
        await founder.press("enter")
        await founder.type("The pilot is free")
        await founder.press("enter")
        assert founder.plan.journey.not_applicable.billing == "The pilot is free"


@pytest.mark.parametrize("key", ["f1", "ctrl+l"])
async def test_two_escapes_in_one_breath_close_a_dialog_once(bakery: Path, key: str) -> None:
    async with founder_at(bakery) as founder:
        await founder.press(key)
        founder.app.screen.post_message(events.Key("escape", None))
        founder.app.screen.post_message(events.Key("escape", None))
        await founder.wait_for(lambda: founder.app.screen_stack[-1:] == [founder.app.screen], "the dialog to close")
        assert founder.app.is_running


async def test_taking_theirs_can_be_undone(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        bakery.write_text(BAKERY.replace('"Ida"', '"Ola"').replace('"Crumb"', '"Crust"'), encoding="utf-8")
        founder.workbench.go_to("venture.name")
        await founder.press("enter")
        await founder.type("!")
        await founder.press("enter", "ctrl+s")
        await founder.wait_for(lambda: founder.sees("was changed by another program"), "the question")
        await founder.press("end", "enter")  # only their version
        await founder.wait_for(lambda: founder.plan.people[0].name == "Ola", "theirs")
        assert founder.plan.venture.name == "Crust"
        await founder.press("ctrl+z")
        assert founder.plan.venture.name == "Crumb!"


async def test_text_that_looks_like_markup_is_shown_as_it_is(bakery: Path) -> None:
    hostile = "[bold]x[/] [@click=app.quit]y[/] $z {q} [/"
    bakery.write_text(BAKERY.replace("Ride the round", hostile).replace("Crumb", hostile), encoding="utf-8")
    async with founder_at(bakery, size=(160, 40)) as founder:
        assert founder.sees(hostile)
        await founder.press("f8", "f8", "f1", "escape", "ctrl+p")
        await founder.type("bold")
        await founder.press("escape")
        assert founder.app.is_running


async def test_ascii_mode_sends_nothing_but_ascii(bakery: Path) -> None:
    async with founder_at(bakery, is_ascii=True) as founder:
        for strip in founder.app.screen._compositor.render_strips():
            text = "".join(segment.text for segment in strip)
            shown = founder.app.get_line_filters()[-1].apply(list(strip), founder.app.screen.styles.background)
            assert "".join(segment.text for segment in shown).isascii(), text


async def test_a_fault_of_the_program_ends_in_a_sentence_and_the_plan_is_saved(bakery: Path) -> None:
    app = MvoApp(bakery)

    async def meet_a_fault() -> None:
        async with app.run_test() as pilot:
            founder = Founder(app, pilot, bakery)
            await founder.wait_for(lambda: len(app.screen_stack) > 1 and app.focused, "the workbench")
            await founder.wait_for(lambda: founder.workbench.has_editor, "the editor")
            founder.workbench.go_to("venture.name")
            await founder.press("enter")
            await founder.type("?")
            await founder.press("enter")
            app.call_later(lambda: 1 // 0)
            await pilot.pause()
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await meet_a_fault()
    assert "Your plan is saved" in app.last_words
    assert 'name = "Crumb?"' in bakery.read_text()


async def test_a_long_list_has_a_scrollbar_that_follows_the_cursor_and_the_mouse(bakery: Path) -> None:
    async with founder_at(bakery, size=(120, 18)) as founder:
        panel = founder.workbench.panel
        await founder.wait_for(lambda: panel.show_vertical_scrollbar, "the scrollbar")
        bar = panel.vertical_scrollbar
        top = bar.look_at(0)
        await founder.pilot.click(bar, offset=(0, bar.size.height - 1))
        await founder.wait_for(lambda: panel.scroll_offset.y > 0, "scrolling")
        assert bar.look_at(0) != top


async def test_a_plan_of_a_newer_format_says_that_it_is_neither_judged_nor_changed(tmp_path: Path) -> None:
    path = tmp_path / "newer.mvo.toml"
    path.write_text('format = 2\n[venture]\nname = "Later"\n', encoding="utf-8")
    async with founder_at(path, size=(80, 24)) as founder:
        await founder.wait_for(lambda: founder.sees("Update mvo-tui to edit it."), "the reason")
        assert founder.sees("From a newer mvo-tui: not judged, not changed here.")
        assert "Ready" not in founder.screen.splitlines()[0]
        assert "Read only" in founder.screen.splitlines()[0]


@pytest.mark.parametrize("screen", ["workbench", "interview"])
async def test_the_panel_of_a_newer_plan_says_why_it_shows_no_score(tmp_path: Path, screen: str) -> None:
    path = tmp_path / "newer.mvo.toml"
    path.write_text(
        'format = 2\n[venture]\nname = "Later"\n[[promises]]\nid = "soon"\nstatement = "Soon"\n', encoding="utf-8"
    )
    async with founder_at(path, size=(120, 40), screen=screen) as founder:
        await founder.wait_for(lambda: founder.sees("was written by a newer"), "the reason")
        panel = founder.app.screen.query_one(ReadinessPanel)
        said = " ".join("".join(text for text, _ in panel.line_at(n).left) for n in range(panel.count))
        assert "nothing is judged here and nothing is changed" in said
        assert "Update mvo-tui" in said
        assert not founder.sees("Ready 0")
        assert not founder.sees("of 100")
        assert not founder.sees("0%")
        assert len(founder.app.notes) == 1


async def test_page_down_before_the_palette_has_laid_out_its_list(bakery: Path) -> None:
    """Found by random keys."""
    async with founder_at(bakery) as founder:
        await founder.press("ctrl+p")
        for _ in range(5):
            for key in ("e", "pagedown", "pageup", "backspace", "pagedown"):
                founder.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await founder.pilot.pause()
        assert founder.app._exception is None


@pytest.mark.parametrize(
    ("place", "asked"),
    [
        ("journey.first-contact", "Where does a customer meet you first?"),
        ("journey.value", "Where does the promise come true"),
        ("journey.after-value", "What happens after the promise"),
        ("journey.billing", "No stage says how customers pay."),
    ],
)
async def test_a_finding_about_the_journey_opens_its_question(bakery: Path, place: str, asked: str) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to(place, is_editing=True)
        await founder.wait_for(lambda: founder.sees(asked), asked)


async def test_the_moment_of_value_is_chosen_where_its_finding_leads(bakery: Path) -> None:
    async with founder_at(bakery) as founder:
        founder.workbench.go_to("journey.value", is_editing=True)
        await founder.wait_for(lambda: founder.sees("Where does the promise come true"), "the question")
        await founder.press("enter")
        await founder.wait_for(lambda: founder.plan.stages[0].touchpoints[0].moment == "value", "the moment of value")


async def test_the_line_of_the_field_that_is_edited_stays_in_sight_above_its_question(bakery: Path) -> None:
    async with founder_at(bakery, size=(80, 24)) as founder:
        founder.workbench.go_to("touchpoints.sill.per")
        await founder.press("e")
        await founder.wait_for(lambda: founder.workbench.is_asking, "the question")
        form = founder.workbench.form
        await founder.wait_for(
            lambda: form.scroll_offset.y <= form.cursor < form.scroll_offset.y + form.size.height, "its line in sight"
        )
