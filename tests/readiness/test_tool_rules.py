"""The rules of the tools where their logic has edges; each also has its two samples (tests/contracts)."""

import pytest

from mvo_tui.readiness.rule import Outcome
from tests.readiness.one_rule import places_of, titles_of, verdicts

TOOLS = '[[tools]]\nid = "scale"\n[[tools]]\nid = "oven"\n'


@pytest.mark.parametrize(
    ("process", "expected"),
    [
        ("", Outcome.UNKNOWN),
        ("tools = []", None),
        ('tools = ["oven"]', None),
        ('tools = ["ghost", "oven"]', None),
        ('tools = ["ghost"]', None),  # without the link to nothing it is [], which is an answer (law 1)
        ('steps = [{ tool = "oven" }]', None),
        ('steps = [{ tool = "ghost" }]', Outcome.FAIL),
        ('tools = ["ghost"]\nsteps = [{ tool = "oven" }]', None),
        ('tools = []\nsteps = [{ tool = "ghost" }]', None),
    ],
)
def test_a_process_has_decided_when_it_names_a_tool_or_none_on_purpose(process: str, expected: Outcome | None) -> None:
    found = verdicts("process-has-decided-on-tools", f'{TOOLS}[[processes]]\nid = "bake"\n{process}')
    assert [problem.outcome for problem in found] == ([expected] if expected else [])
    assert all(problem.place == "processes.bake.tools" for problem in found)


def test_the_tool_that_was_meant_is_offered() -> None:
    text = f'{TOOLS}[[processes]]\nid = "bake"\nsteps = [{{ tool = "ovn" }}]'
    (problem,) = verdicts("process-has-decided-on-tools", text)
    assert problem.fix == 'Did you mean "oven"?'


@pytest.mark.parametrize(
    ("rule", "field", "answer"),
    [
        ("tool-has-purpose", "purpose", '"Weighs the dough"'),
        ("tool-has-exit", "exit", '"Sell it"'),
        ("tool-has-cost", "monthly_cost", "0"),
        ("tool-has-cost", "monthly_cost", "0.5"),
        ("tool-says-what-it-works-with", "integrates_with", "[]"),
        ("tool-says-what-it-works-with", "integrates_with", '["oven"]'),
    ],
)
def test_each_tool_is_asked(rule: str, field: str, answer: str) -> None:
    assert places_of(rule, TOOLS) == [f"tools.oven.{field}", f"tools.scale.{field}"]
    assert places_of(rule, f'[[tools]]\nid = "oven"\n{field} = {answer}') == []


@pytest.mark.parametrize(("rule", "field"), [("tool-has-purpose", "purpose"), ("tool-has-exit", "exit")])
@pytest.mark.parametrize("text", ["", "  ", "TBD", "lorem ipsum"])
def test_a_placeholder_is_no_answer(rule: str, field: str, text: str) -> None:
    assert places_of(rule, f'[[tools]]\nid = "oven"\n{field} = "{text}"') == [f"tools.oven.{field}"]


@pytest.mark.parametrize("rule", ["tool-has-purpose", "tool-has-cost", "tool-has-exit", "tool-says-what-it-works-with"])
def test_no_tools_decided_is_fine_and_undecided_is_not(rule: str) -> None:
    from tests.readiness.one_rule import result_of

    assert result_of(rule, "tools = []").earned == 1
    assert result_of(rule, "format = 1").earned == 0


# Lean


def test_tools_fit_the_work_up_to_two_more_than_processes_use() -> None:
    def plan(tools: int, processes: int, used: str = 'tools = ["oven"]') -> str:
        some_tools = "".join(f'[[tools]]\nid = "tool-{n}"\n' for n in range(tools))
        return some_tools + "".join(f'[[processes]]\nid = "p-{n}"\n{used}\n' for n in range(processes))

    assert titles_of("tools-fit-the-work", plan(4, 2)) == []
    assert titles_of("tools-fit-the-work", plan(5, 2)) == ["5 tools; processes that use one: 2"]
    assert titles_of("tools-fit-the-work", plan(9, 2, used="")) == []  # nobody has said yet what is used
    assert titles_of("tools-fit-the-work", plan(9, 0)) == []


def test_a_tool_is_used_by_a_list_or_by_a_step() -> None:
    used = '[[processes]]\ntools = ["oven"]\n[[processes]]\nsteps = [{ tool = "scale" }]\n'
    assert places_of("tool-is-used", TOOLS + used) == []
    assert places_of("tool-is-used", TOOLS + '[[processes]]\ntools = ["oven"]') == ["tools.scale"]
    assert places_of("tool-is-used", TOOLS + "[[processes]]\n") == []  # nobody has said yet what is used


def categories(*words: str) -> str:
    return "".join(f'[[tools]]\nid = "tool-{n}"\ncategory = "{word}"\n' for n, word in enumerate(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("inbox", "crm"), []),
        (("inbox", "inbox"), ["tools.tool-1.category"]),
        (("inbox", "crm", "inbox", "inbox"), ["tools.tool-2.category", "tools.tool-3.category"]),
        (("other", "other"), []),
        (("Route Planner", "route  planner"), ["tools.tool-1.category"]),
        (("", ""), []),
        (("TBD", "TBD"), []),
    ],
)
def test_one_tool_a_category(words: tuple[str, ...], expected: list[str]) -> None:
    assert places_of("one-tool-a-category", categories(*words)) == expected


def test_which_of_two_tools_is_the_second_does_not_hang_on_their_order() -> None:
    plan = '[[tools]]\nid = "b"\ncategory = "inbox"\n[[tools]]\nid = "a"\ncategory = "inbox"\nname = "Mailbox"'
    assert places_of("one-tool-a-category", plan) == ["tools.b.category"]
    assert titles_of("one-tool-a-category", plan) == ["Tool b is a second tool for inbox, beside Mailbox"]


def costs(budget: str, *costs: float) -> str:
    tools = "".join(f'[[tools]]\nid = "tool-{n}"\nmonthly_cost = {cost}\n' for n, cost in enumerate(costs))
    return f'[venture]\n{budget}\ncurrency = "EUR"\n{tools}[[tools]]\nid = "unpriced"\n'


def test_tools_stay_within_the_budget() -> None:
    rule = "tools-within-budget"
    assert (
        titles_of(rule, costs("tool_budget_per_month = 0.3", 0.1, 0.1, 0.1)) == []
    )  # sums like a founder, not a float
    assert titles_of(rule, costs("tool_budget_per_month = 50", 30, 20)) == []
    assert titles_of(rule, costs("tool_budget_per_month = 50", 30, 20.5)) == [
        "The tools cost 50.5 EUR a month, of 50 planned"
    ]
    assert titles_of(rule, costs("tool_budget_per_month = 0", 1)) == ["The tools cost 1 EUR a month, of 0 planned"]
    assert titles_of(rule, costs("", 9000)) == []


def test_a_costly_tool_was_weighed() -> None:
    rule = "costly-tool-was-weighed"
    assert places_of(rule, costs("tool_budget_per_month = 90", 30, 31)) == ["tools.tool-1.simpler"]
    assert places_of(rule, costs("", 31)) == []
    assert places_of(rule, costs("tool_budget_per_month = 0", 0, 1)) == ["tools.tool-1.simpler"]
    weighed = '[venture]\ntool_budget_per_month = 1\n[[tools]]\nid = "crm"\nmonthly_cost = 9\nsimpler = '
    assert places_of(rule, f'{weighed}"A spreadsheet, lost twice"') == []
    assert places_of(rule, f'{weighed}"TBD"') == ["tools.crm.simpler"]
