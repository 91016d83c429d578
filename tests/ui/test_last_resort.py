"""The last resort ends the process and says why, also where it was started without a terminal."""

import subprocess
import sys

END = "from mvo_tui.ui.last_resort import LastResort; LastResort().end(143, 'Your plan is saved.')"


def ended(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60)


def test_it_says_one_sentence_and_ends() -> None:
    found = ended(END)
    assert found.returncode == 143
    assert found.stderr.strip() == (
        "mvo-tui was told to end, did not come to it in time, and was stopped. Your plan is saved."
    )


def test_it_ends_where_there_is_nobody_to_tell() -> None:
    found = ended(f"import sys; sys.__stdin__ = sys.__stderr__ = None; {END}")
    assert (found.returncode, found.stderr) == (143, "")
