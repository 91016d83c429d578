"""Which editor is the founder's own."""

import pytest

from mvo_tui.plan.errors import PlanError
from mvo_tui.ui.outside_editor import editor_command


def find_in(*programs: str) -> dict[str, str]:
    return {program: f"/usr/bin/{program}" for program in programs}


@pytest.mark.parametrize(("variables", "programs", "command"), [
    ({"VISUAL": "code --wait", "EDITOR": "vi"}, ("code", "vi"), ["code", "--wait"]),
    ({"VISUAL": " ", "EDITOR": "'my editor' -x"}, ("my editor",), ["my editor", "-x"]),
    ({}, ("vim", "nano"), ["nano"]),
    ({"EDITOR": ""}, ("vi",), ["vi"]),
])  # fmt: skip
def test_it_is_the_one_that_is_named_else_a_usual_one(
    variables: dict[str, str], programs: tuple[str, ...], command: list[str]
) -> None:
    assert editor_command(variables, find_in(*programs).get) == command


@pytest.mark.parametrize(("variables", "said"), [
    ({"VISUAL": "gone -x"}, 'no program "gone", which the variable VISUAL names'),
    ({"EDITOR": "vi 'x"}, "a quotation mark that is not closed"),
    ({}, "no editor to be found"),
])  # fmt: skip
def test_where_there_is_none_a_sentence_says_what_to_do(variables: dict[str, str], said: str) -> None:
    with pytest.raises(PlanError, match=said) as refused:
        editor_command(variables, find_in().get)
    assert "EDITOR=nano" in str(refused.value)
