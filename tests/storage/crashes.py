"""Journals to test with: recorded, and left behind as a killed process leaves them."""

import os
from pathlib import Path

from mvo_tui.plan.edits import SetField, apply
from mvo_tui.plan.model import Plan
from mvo_tui.storage.journal import Journal
from mvo_tui.storage.plan_file import OpenedPlan

SMALL = 'format = 1\n\n[venture]\nname = "Crumb"  # ours\n'


def named(name: str) -> SetField:
    return SetField("venture.name", name, label=f"Name it {name}")


def recorded(journal: Journal, opened: OpenedPlan, *names: str) -> Plan:
    """The plan after the venture was given these names, each recorded."""
    plan = opened.plan
    for name in names:
        plan = apply(plan, named(name))
        journal.record(named(name), plan)
    return plan


def crash(journal: Journal) -> None:
    """End as a killed process does: the kernel closes the file, and nothing else happens."""
    if journal._file:
        os.close(journal._file.descriptor)
        journal._file = None


def files(state: Path) -> list[Path]:
    return sorted((state / "journal").glob("*")) if (state / "journal").exists() else []
