"""What the palette knows of a plan: every item and every finding, by words in any order."""

import pytest

from mvo_tui.plan.model import EMPTY
from mvo_tui.plan.places import all_items, find
from mvo_tui.readiness.report import evaluate
from mvo_tui.storage.samples import read_sample, sample_names
from mvo_tui.ui.palette_entries import MOST, PlaceEntries


@pytest.mark.parametrize("name", sample_names())
def test_every_item_is_found_by_its_place_and_every_finding_by_its_title(name: str) -> None:
    report = evaluate(read_sample(name))
    entries = PlaceEntries(report)
    for place, _item in all_items(report.plan):
        assert place in [entry.place for entry in entries.about(place)]
    for finding in report.findings:
        if finding.place:
            found = [entry for entry in entries.about(finding.title) if entry.is_finding]
            assert finding.place in [entry.place for entry in found] or len(found) == MOST


def test_a_finding_tells_its_points_and_what_to_do() -> None:
    report = evaluate(read_sample("repair-shop"))
    entries = PlaceEntries(report)
    finding = next(found for found in report.findings if found.points and found.place)
    entry = next(entry for entry in entries.about(f"finding {finding.title}") if entry.is_finding)
    assert f"+{finding.points:.1f} " in entry.title
    assert entry.hint == finding.fix


def test_the_order_is_that_of_the_ranks_and_names_come_before_mentions() -> None:
    entries = list(PlaceEntries(evaluate(read_sample("repair-shop"))).about("re"))
    ranks = [entry.rank for entry in entries]
    assert ranks == sorted(ranks, reverse=True)
    assert all(0 < rank < 1 for rank in ranks)
    assert entries[0].title.casefold().startswith("re")


def test_words_in_any_order_and_of_any_case() -> None:
    entries = PlaceEntries(evaluate(read_sample("repair-shop")))
    assert [entry.place for entry in entries.about("BIKE repair")][:1] == ["processes.repair-a-bike"]
    assert not list(entries.about("bike zzz"))


def test_where_nothing_is_judged_there_are_no_findings() -> None:
    entries = PlaceEntries(evaluate(read_sample("messy-draft")), has_findings=False)
    assert not entries.first_findings(3)
    assert not [entry for entry in entries.about("finding") if entry.is_finding]


def test_a_plan_with_nothing_in_it() -> None:
    entries = PlaceEntries(evaluate(EMPTY))
    assert all(find(EMPTY, entry.place) is not None or entry.is_finding for entry in entries.about("e"))
