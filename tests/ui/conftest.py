"""Stories press keys as `pressing` says."""

import pytest
import textual.app
from textual.pilot import Pilot

from tests.ui.pressing import press, until_keys_are_heard


@pytest.fixture(autouse=True)
def _keys_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textual.app, "wait_for_idle", until_keys_are_heard)
    monkeypatch.setattr(Pilot, "press", press)
