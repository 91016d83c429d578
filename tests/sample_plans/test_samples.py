"""Each sample is judged as it is meant to be, and the messy draft makes the common mistakes, all and only those."""

import pytest

from mvo_tui.plan.model import Plan
from mvo_tui.readiness.catalogue import all_rules
from mvo_tui.readiness.report import Report, evaluate
from mvo_tui.readiness.rule import Measure
from mvo_tui.storage.loading import load
from mvo_tui.storage.parsing import parse
from mvo_tui.storage.samples import read_sample, sample_names, sample_text

#   sample                Readiness    Lean   level          what it shows
JUDGED = {
    "sunday-box": (100.0, 100.0, "rehearsed"),  # everything, by hand
    "saas-trial": (97.1, 90.5, "measured"),  # a trial that leads to a conversion; a bit too much of everything
    "studio-bookings": (93.9, 100.0, "rehearsed"),  # walked through, and looking back only
    "repair-shop": (89.0, 100.0, "measured"),  # held by one overloaded person
    "agency": (83.7, 97.3, "owned"),  # a name beside everything, a number beside little
    "blank-but-started": (49.0, 100.0, "sketched"),  # half way through the interview
    "messy-draft": (40.3, 40.1, "sketched"),  # see below
}

MISTAKES = {
    "the promise is vague, or nothing leads to it": (
        "core-promise-measurable",
        "customer-named",
        "only-one-core-promise",
        "promise-carried",
        "promise-concrete",
        "promise-owned",
        "promise-reached",
        "promise-tooled",
        "touchpoint-serves-promise",
        "words-are-on-their-list",  # a word that means nothing in particular, in place of a decision
        "links-lead-somewhere",  # what is traced ends at something that is not there
    ),
    "the journey is not mapped from the first contact to the value and beyond": (
        "feature-has-process",
        "function-covered",
        "has-first-contact",
        "has-moment-of-value",
        "has-something-after-value",
        "stage-has-touchpoints",
        "touchpoint-has-channel",
        "touchpoint-has-own-name",
        "touchpoint-has-process",
    ),
    "processes can't be repeated by another person: they live in a head": (
        "process-has-mode",
        "process-has-outcome",
        "process-has-steps",
        "process-has-trigger",
        "process-is-documented",
        "process-is-rehearsed",
        "step-begins-with-verb",
    ),
    "processes are more complicated than the stage of the venture needs": (
        "few-hand-overs",
        "plan-has-few-steps",
        "plan-is-not-an-sop-yet",
        "process-fits-the-stage",
    ),
    "work is done that no promise asks for": (
        "process-serves-journey",
        "process-serves-promise",
        "role-serves-promise",
        "touchpoint-traces-to-promise",
    ),
    "automation comes before anybody has done it by hand and learned from it": (
        "automated-after-rehearsal",
        "process-says-when-to-automate",
    ),
    "tools are heavy and costly, and come before the work": (
        "costly-tool-was-weighed",
        "one-tool-a-category",
        "tool-has-cost",
        "tool-has-purpose",
        "tool-is-used",
        "tools-fit-the-work",
        "tools-within-budget",
    ),
    "a tool can become a roadblock: it can't be left or joined to another": (
        "process-has-decided-on-tools",
        "tool-has-exit",
        "tool-says-what-it-works-with",
    ),
    "nobody owns it, or everybody does": (
        "core-promise-owned",
        "process-has-backup",
        "process-has-escalation",
        "process-has-owner",
        "role-is-held",
    ),
    "there is no loop back: no number can turn red, and nobody meets over it": (
        "at-most-three-kpis",
        "core-promise-watched",
        "has-leading-and-lagging",
        "kpi-has-direction",
        "kpi-has-off-track-action",
        "kpi-has-owner",
        "kpi-has-reading",
        "kpi-has-source",
        "kpi-has-target",
        "kpi-has-unit",
        "kpi-measures-something",
        "promise-watched",
        "review-has-attendees",
        "review-has-cadence",
        "review-has-dashboard",
        "review-has-slot",
    ),
    "the bottleneck is a person, and it shows only when it breaks": (
        "person-hours-known",
        "person-not-overloaded",
    ),
    "operational debt piles up": (
        "debt-has-owner",
        "debt-says-when-to-repay",
    ),
}
"""The mistakes of the text on minimum viable operations, each with the rules by which the messy draft shows it."""


def report_on(name: str) -> Report:
    return evaluate(read_sample(name))


def rules_broken(name: str) -> set[str]:
    return {finding.rule for finding in report_on(name).findings}


def test_every_sample_stands_in_the_table() -> None:
    assert set(sample_names()) == set(JUDGED)


@pytest.mark.parametrize("name", JUDGED)
def test_sample_is_judged_as_meant(name: str) -> None:
    report = report_on(name)
    assert report.lean is not None
    assert (round(report.score, 1), round(report.lean, 1), report.level) == JUDGED[name]


@pytest.mark.parametrize("name", JUDGED)
def test_sample_has_no_key_that_the_format_does_not_know(name: str) -> None:
    text = sample_text(name)
    assert load(parse(text), text, name).notices == ()


@pytest.mark.parametrize("name", JUDGED)
def test_only_the_messy_draft_has_links_to_nowhere_and_words_off_their_list(name: str) -> None:
    slips = {"links-lead-somewhere", "words-are-on-their-list"}
    assert rules_broken(name) & slips == (slips if name == "messy-draft" else set())


def test_the_plan_without_gaps_has_no_finding_and_automates_nothing() -> None:
    plan = read_sample("sunday-box")
    assert evaluate(plan).findings == ()
    assert "automated" not in {process.mode for process in plan.processes}


def test_the_trial_is_mapped_from_sign_up_to_conversion_and_beyond() -> None:
    functions = [stage.function for stage in read_sample("saas-trial").stages]
    way = ["marketing", "sales", "onboarding", "sales", "billing", "delivery", "support", "retention"]
    assert functions == way


def test_the_repair_shop_is_held_by_its_overloaded_mechanic_alone() -> None:
    assert [finding.place for finding in report_on("repair-shop").held_by] == ["people.wout.hours_per_week"]


def test_the_half_told_plan_says_nothing_wrong_it_only_says_little() -> None:
    assert {finding.outcome for finding in report_on("blank-but-started").findings} == {"unknown"}


def test_each_finding_of_the_messy_draft_is_explained_by_one_mistake() -> None:
    explained = [rule for rules in MISTAKES.values() for rule in rules]
    assert len(explained) == len(set(explained))
    assert rules_broken("messy-draft") == set(explained)


def test_the_messy_draft_makes_every_mistake_of_too_much() -> None:
    too_much = {rule.id for rule in all_rules() if rule.measure is Measure.LEAN}
    assert too_much <= rules_broken("messy-draft")


def test_an_empty_plan_is_worth_less_than_the_messiest_one() -> None:
    assert evaluate(Plan()).earned < report_on("messy-draft").earned
