"""What a signal sets off runs as if the app had called it, wherever the signal came in."""

import signal
import sys
import threading
from pathlib import Path

import pytest

from tests.ui.founder import founder_at

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX systems")


async def test_after_a_stop_the_journal_still_reaches_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "crumb.mvo.toml"
    path.write_text('format = 1\n[venture]\nname = "Crumb"\n', encoding="utf-8")
    async with founder_at(path, screen="workbench") as founder:
        journalling, synced = founder.keeper.journalling, threading.Event()
        monkeypatch.setattr(journalling.journal, "sync", synced.set)
        journalling.keep_typed("venture.product", "Rolls, by bi")
        on_stop = signal.getsignal(signal.SIGTSTP)
        assert callable(on_stop)
        threading.Thread(target=on_stop, args=(signal.SIGTSTP, None)).start()  # a context that knows no app
        await founder.wait_for(synced.is_set, "what was typed is on the disk")
        assert journalling.journal.typed == {"venture.product": "Rolls, by bi"}
