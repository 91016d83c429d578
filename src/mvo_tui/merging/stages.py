"""Stages and their touchpoints, merged together: a touchpoint may have moved from one stage to another.

A touchpoint is one item wherever it stands; the stage that it stands in is merged like a field. A stage that one side
deleted and the other filled or changed is one conflict, and keeps all that it held on the side that has it.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import NamedTuple, cast

from mvo_tui.merging.conflict import Conflict, Kind
from mvo_tui.merging.order import merged_order
from mvo_tui.plan.model import Stage, Table, Touchpoint
from mvo_tui.plan.places import field_place, item_place

Row = Callable[[str, Table | None, Table | None, Table | None], Table]


class _Journey(NamedTuple):
    """One side: its stages, its touchpoints, and in which stage each of them stands."""

    stages: Mapping[str, Stage]
    touchpoints: Mapping[str, Touchpoint]
    home: Mapping[str, str]

    def ids_in(self, stage: str) -> list[str]:
        return [each.id for each in self.stages[stage].touchpoints] if stage in self.stages else []


def _journey(stages: Sequence[Stage]) -> _Journey:
    inside = [(touchpoint, stage.id) for stage in stages for touchpoint in stage.touchpoints]
    return _Journey(
        {stage.id: stage for stage in stages},
        {touchpoint.id: touchpoint for touchpoint, _ in inside},
        {touchpoint.id: stage for touchpoint, stage in inside},
    )


class StagesMerge:
    """`row` merges one item and tells of its conflicts; those of where things stand are added to `conflicts`."""

    def __init__(
        self,
        base: Sequence[Stage],
        mine: Sequence[Stage],
        theirs: Sequence[Stage],
        *,
        row: Row,
        conflicts: list[Conflict],
    ) -> None:
        self._base, self._mine, self._theirs = _journey(base), _journey(mine), _journey(theirs)
        self._row, self._conflicts = row, conflicts
        self._contested = self._contested_stages()
        self._homes = self._homes_of_kept()

    def merged(self) -> tuple[Stage, ...]:
        base, mine, theirs = (list(side.stages) for side in (self._base, self._mine, self._theirs))
        order = self._order("stages", base, mine, theirs, self._kept_stages())
        return tuple(self._stage(cast(str, key)) for key in order)

    # What stays, and where

    def _contested_stages(self) -> set[str]:
        """The stages that one side deleted while the other put something into them or changed them."""
        contested = set()
        for has, lacks in ((self._mine, self._theirs), (self._theirs, self._mine)):
            for stage_id in self._base.stages.keys() & has.stages.keys() - lacks.stages.keys():
                if self._is_changed(stage_id, has, lacks):
                    contested.add(stage_id)
        return contested

    def _is_changed(self, stage_id: str, has: _Journey, lacks: _Journey) -> bool:
        was, now = self._base.stages[stage_id], has.stages[stage_id]
        if was.model_copy(update={"touchpoints": now.touchpoints}) != now:
            return True
        remaining = iter(self._base.ids_in(stage_id))
        if not all(each in remaining for each in has.ids_in(stage_id)):  # more than taking out
            return True
        return any(
            touchpoint != self._base.touchpoints[touchpoint.id]
            for touchpoint in now.touchpoints
            if touchpoint.id not in lacks.touchpoints
        )

    def _homes_of_kept(self) -> dict[str, str]:
        """The touchpoints that stay, each with the stage it comes to stand in."""
        homes: dict[str, str] = {}
        for each in (*self._mine.touchpoints, *self._theirs.touchpoints):
            if each in homes:
                continue
            if each in self._mine.touchpoints and each in self._theirs.touchpoints:
                homes[each] = self._home(each)
            else:
                side = self._mine if each in self._mine.touchpoints else self._theirs
                if self._is_kept(each, side):
                    homes[each] = side.home[each]
        return homes

    def _home(self, touchpoint: str) -> str:
        was, here, there = (side.home.get(touchpoint) for side in (self._base, self._mine, self._theirs))
        assert here is not None
        assert there is not None
        if there in (here, was):
            return here
        if here == was:
            return there
        self._conflicts.append(Conflict(Kind.STAGE, item_place("touchpoints", touchpoint), was, here, there))
        return here

    def _is_kept(self, touchpoint: str, side: _Journey) -> bool:
        """Whether a touchpoint that only `side` has is new, changed or moved there, or in a stage that is contested."""
        return (
            touchpoint not in self._base.touchpoints
            or side.home[touchpoint] in self._contested
            or side.home[touchpoint] != self._base.home[touchpoint]
            or side.touchpoints[touchpoint] != self._base.touchpoints[touchpoint]
        )

    def _kept_stages(self) -> set[str]:
        mine, theirs = self._mine.stages.keys(), self._theirs.stages.keys()
        return (mine & theirs) | ((mine | theirs) - self._base.stages.keys()) | self._contested

    # The merged stages

    def _stage(self, stage_id: str) -> Stage:
        sides = [side.stages.get(stage_id) for side in (self._base, self._mine, self._theirs)]
        shells = [stage and stage.model_copy(update={"touchpoints": ()}) for stage in sides]
        if stage_id in self._base.stages and (sides[1] is None or sides[2] is None):
            shells = list(sides)  # told as a whole, with what it holds
        stage = cast(Stage, self._row(item_place("stages", stage_id), *shells))
        touchpoints = tuple(self._touchpoint(cast(str, each)) for each in self._ids_in(stage_id))
        mine = sides[1]
        if mine is not None and stage == shells[1] and touchpoints == mine.touchpoints:
            return mine
        return stage.model_copy(update={"touchpoints": touchpoints})

    def _ids_in(self, stage_id: str) -> list[Hashable]:
        kept = {each for each, home in self._homes.items() if home == stage_id}
        base, mine, theirs = (side.ids_in(stage_id) for side in (self._base, self._mine, self._theirs))
        return self._order(field_place(item_place("stages", stage_id), "touchpoints"), base, mine, theirs, kept)

    def _touchpoint(self, touchpoint: str) -> Touchpoint:
        sides = [side.touchpoints.get(touchpoint) for side in (self._base, self._mine, self._theirs)]
        if self._homes[touchpoint] in self._contested and (sides[1] is None or sides[2] is None):
            sides[0] = None  # its stage is the conflict; this one needs no word of its own
        return cast(Touchpoint, self._row(item_place("touchpoints", touchpoint), *sides))

    def _order(self, place: str, base: list[str], mine: list[str], theirs: list[str], kept: set[str]) -> list[Hashable]:
        keys, is_agreed = merged_order(base, mine, theirs, kept, str)
        if not is_agreed:
            other = merged_order((), theirs, mine, kept, str).keys
            self._conflicts.append(Conflict(Kind.ORDER, place, tuple(base), tuple(keys), tuple(other)))
        return keys
