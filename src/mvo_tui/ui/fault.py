"""A fault of the program: the traceback (no values) goes to a file, one sentence to the founder."""

from textual.worker import WorkerFailed

from mvo_tui.storage.fault_log import write_fault

_CRASHED = "mvo-tui came upon a fault of its own and had to stop. {safe} The details are in {log}."


def sentence_of(error: BaseException | None, safe: str) -> str:
    """Write down what `error` was; the sentence says so, and what is `safe`."""
    if isinstance(error, WorkerFailed):
        error = error.error
    try:
        log = str(write_fault(error))
    except OSError:
        log = "no file, since none could be written"
    return _CRASHED.format(safe=safe, log=log)
