"""What the interview says besides its questions: how far one is, and what stands there when nothing is open."""

from collections.abc import Sequence

from mvo_tui.interview.catalogue import all_steps
from mvo_tui.interview.progress import StepProgress
from mvo_tui.readiness.report import Report
from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.widgets.readiness_panel import NOT_JUDGED
from mvo_tui.ui.widgets.title_line import numbers
from mvo_tui.ui.widgets.wrapped_text import Passage


def step_title(step: int) -> str:
    """Such as ``3 of 6  Processes``; step 0 is the end."""
    return f"{step} of {len(all_steps())}  {all_steps()[step - 1].title}" if step else "Nothing open"


def step_progress(progress: Sequence[StepProgress], step: int) -> str:
    """Such as ``12 answered, 5 open in this step``; empty at the end."""
    if not step:
        return ""
    here = progress[step - 1]
    left = "nothing open" if here.open == 0 else f"{here.open} open"
    return f"{here.answered} answered, {left} in this step"


def step_done(progress: StepProgress) -> str:
    """The milestone, in a sentence."""
    return f"Step {progress.step} of {len(all_steps())}, {progress.title}, is answered."


def core_promise(before: Report, after: Report) -> str:
    """What to say when the first promise has become the core one, which nobody was asked about."""
    if before.plan.promises or not any(promise.core for promise in after.plan.promises):
        return ""
    return "It is your core promise for now: the one that must hold."


def closing_unjudged(told: str) -> tuple[Passage, ...]:
    """What stands there at the end of a plan of a newer format."""
    return (
        Passage(told, "good"),
        *map(Passage, NOT_JUDGED),
        Passage(f"{spoken_key_of('to_workbench')} opens the workbench."),
    )


def closing(report: Report, told: str) -> tuple[Passage, ...]:
    """Where the plan stands once every question has an answer, what is missing most, and where to go on."""
    first = next(iter(report.held_by), None) or next(iter(report.findings), None)
    missing = f"What would bring most now: {first.title}. {first.fix}" if first else "No gaps found by these checks."
    back, jump = spoken_key_of("back"), spoken_key_of("jump")
    return (
        Passage(told, "good"),
        Passage("Every question has an answer.", "strong"),
        Passage(f"Level {report.level.capitalize()}. {numbers(report)}."),
        Passage(missing),
        Passage(f"{spoken_key_of('to_workbench')} opens the workbench, where all of the plan can be seen and changed."),
        Passage(f"{back} goes back to the last question; {jump} jumps to any answer.", "muted"),
    )
