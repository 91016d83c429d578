"""What is said for each kind of thing of which there is none keeps the same contract as a rule's words."""

import pytest

from mvo_tui.plan.places import type_at, type_of_collection
from mvo_tui.readiness import subjects
from mvo_tui.readiness.catalogue import all_rules
from mvo_tui.readiness.rule import Missing

MISSING = [value for value in vars(subjects).values() if isinstance(value, Missing)]

each_missing = pytest.mark.parametrize("missing", MISSING, ids=lambda missing: missing.rule)


def test_each_is_said_once() -> None:
    found = [missing.rule for missing in MISSING]
    assert len(set(found)) == len(found)


@each_missing
def test_the_words_are_there_and_plain(missing: Missing) -> None:
    for text in (missing.why, missing.fix):
        assert text.endswith((".", "?")), text
        assert "!" not in text
    assert not missing.title.endswith(".")
    assert missing.effort_minutes >= 1


@each_missing
def test_the_place_is_one_that_can_be_opened(missing: Missing) -> None:
    assert missing.place in type_of_collection or type_at(missing.place)


@each_missing
def test_its_id_is_no_other_rules(missing: Missing) -> None:
    """Only the core promise has a rule of the same id, which passes as soon as there is one."""
    assert missing.rule not in {rule.id for rule in all_rules()} - {"has-core-promise"}
