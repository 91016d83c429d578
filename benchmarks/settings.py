"""What a run of the benchmarks measures with: sizes, rounds, files and the programs' surroundings."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.plans import plan_text

ALL_SIZES = (100, 1_000, 10_000)

BARE_APP = (sys.executable, str(Path(__file__).parent / "bare_app.py"))


@dataclass(frozen=True)
class Settings:
    """One run. `folder` is scratch space that the run owns; `configuration` is the founder's own, None for none."""

    folder: Path
    sizes: tuple[int, ...]
    is_quick: bool = False
    configuration: Path | None = None

    def rounds(self, full: int) -> int:
        """Return how many rounds to measure where a full run takes `full`."""
        return max(2, full // 4) if self.is_quick else full

    def plan(self, items: int) -> Path:
        """Return the file of the plan with so many items, as the generator writes it."""
        path = self.folder / f"plan-{items}.mvo.toml"
        if not path.exists():
            path.write_text(plan_text(items), encoding="utf-8")
        return path

    def fresh_copy(self, items: int, name: str) -> Path:
        """Return a copy of the plan to edit and save, under a name of its own."""
        path = self.folder / f"{name}-{items}.mvo.toml"
        path.write_text(self.plan(items).read_text(encoding="utf-8"), encoding="utf-8")
        return path

    def last_fault(self) -> str:
        """Return what the program wrote down about its last crash, or an empty text."""
        faults = sorted((self.folder / "state" / "faults").glob("*.txt"), key=lambda path: path.stat().st_mtime)
        return f"\n{faults[-1].read_text(encoding='utf-8')}" if faults else ""

    @cached_property
    def environment(self) -> dict[str, str]:
        """Variables for the programs: a modern terminal, and state that is not the user's."""
        own = {"MVO_CONFIG": str(self.configuration)} if self.configuration else {}
        return own | {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "MVO_TUI_STATE_DIR": str(self.folder / "state"),
        }


def mvo_tui(*arguments: str) -> Sequence[str]:
    """Return the command line that runs the program with these arguments, as a person has it installed."""
    script = Path(sys.executable).with_name("mvo-tui")
    return [str(script), *arguments] if script.exists() else [sys.executable, "-m", "mvo_tui", *arguments]
