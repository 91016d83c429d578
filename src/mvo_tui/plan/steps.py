"""Steps: all steps of all processes, in order, each with the process that it belongs to."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mvo_tui.plan.model import Process, Step


class ProcessStep(NamedTuple):
    """A step with the process it belongs to and its number, from 1."""

    process: Process
    number: int
    step: Step

    @property
    def place(self) -> str:
        return f"processes.{self.process.id}.steps.{self.number}"


class Steps:
    """All steps. There are thousands and few are looked at, so each is put beside its process when it is asked for.

    `ends` tells how many steps there are up to each process, its own among them.
    """

    def __init__(self, processes: tuple[Process, ...], ends: tuple[int, ...]) -> None:
        self.processes = processes
        self.ends = ends

    def __len__(self) -> int:
        return self.ends[-1] if self.ends else 0

    def __getitem__(self, number: int) -> ProcessStep:
        if not 0 <= number < len(self):
            raise IndexError(number)
        position = bisect_right(self.ends, number)
        process = self.processes[position]
        number_there = number - self.before(position)
        return ProcessStep(process, number_there + 1, process.steps[number_there])

    def __iter__(self) -> Iterator[ProcessStep]:
        for process in self.processes:
            for number, step in enumerate(process.steps, start=1):
                yield ProcessStep(process, number, step)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Steps) and self.processes == other.processes

    def __hash__(self) -> int:
        return hash(self.processes)

    def before(self, process: int) -> int:
        """How many steps come before those of the process of that number."""
        return self.ends[process - 1] if process else 0

    def processes_of(self, steps: Iterable[int]) -> set[int]:
        """The numbers of the processes that the steps of those numbers belong to."""
        return {bisect_right(self.ends, step) for step in steps}
