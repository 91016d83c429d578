"""What every test stands on: a home of its own, a plain terminal, and no clock in the judgement."""

import signal
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("mvo-tui", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("mvo-tui")

FROM_THE_CALLER = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "EDITOR", "VISUAL")


def pytest_configure() -> None:
    """Let programs heed signals. One begun in the background (`nohup`, `&`) hands on that it is to ignore them."""
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGINT", "SIGHUP", "SIGQUIT"):
            number = getattr(signal, name, None)  # Windows has the first alone
            if number is not None and signal.getsignal(number) is signal.SIG_IGN:
                signal.signal(number, signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program folders for its state and configuration that no person and no other test shares."""
    home = tmp_path_factory.mktemp("home", numbered=True)
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in FROM_THE_CALLER:
        monkeypatch.delenv(name, raising=False)
    return home
