"""The footer: what it shows where there is no room for all."""

import pytest
from rich.cells import cell_len

from mvo_tui.ui.commands import Where, hints_of, keys_of
from mvo_tui.ui.widgets.key_hints import fitting

PLACES = [where for where in Where if where not in (Where.EVERYWHERE, Where.VIEWS)]


def cells(where: Where, width: int) -> int:
    shown, gap = fitting(hints_of(where), width)
    words = [f"{keys_of(command, ' ').split(' ')[0]} {command.label}" for command in shown]
    return 1 + sum(map(cell_len, words)) + gap * (len(words) - 1)


@pytest.mark.parametrize("where", PLACES)
def test_at_80_columns_all_hints_are_there(where: Where) -> None:
    assert fitting(hints_of(where), 80)[0] == hints_of(where)


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("width", range(30, 81))
def test_help_and_the_way_to_all_others_are_read_whole_at_any_width(where: Where, width: int) -> None:
    shown, _ = fitting(hints_of(where), width)
    assert (shown[0].id, shown[-1].id) == ("help", "palette")
    assert cells(where, width) <= width


def test_nothing_to_show() -> None:
    assert fitting((), 80)[0] == ()
