"""The name of a venture, read without the plan."""

from pathlib import Path

import pytest

from mvo_tui.storage.venture_name import name_in, venture_name
from tests.plans import SAMPLES, sample


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_the_name_that_the_plan_has(name: str) -> None:
    assert venture_name(SAMPLES[name]) == sample(name).venture.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('[venture]\nname = "Crumb"  # of bread', "Crumb"),
        ("# ours\nformat = 1\n\n[venture]\nproduct = 'x'\nname = 'Crumb'\n", "Crumb"),
        ('[venture]\nname = "Brücke \\"Most\\""', 'Brücke "Most"'),
        ('[venture]\nproduct = "x"\n[[people]]\nname = "Ana"', ""),
        ('[[people]]\nname = "Ana"', ""),
        ('[venture]\nname = "Cru', ""),
        ("[venture]\nname = 7", ""),
        ("", ""),
    ],
)
def test_what_is_no_name_is_none(text: str, name: str) -> None:
    assert name_in(text) == name


def test_a_file_that_is_gone_or_no_file_has_none(tmp_path: Path) -> None:
    assert venture_name(tmp_path / "gone.mvo.toml") == ""
    assert venture_name(tmp_path) == ""
