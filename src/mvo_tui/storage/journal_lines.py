"""What stands in a journal: a line that says what the edits start from, then a line for each edit and each typed text.

A line is its CRC-32 as eight hexadecimal digits, a blank, and an object as JSON in ASCII. What follows the first line
that is torn or damaged is not believed: an edit that is missing could turn the next one into something else.
"""

import base64
import binascii
import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from mvo_tui.plan.edits import Edit
from mvo_tui.storage.edit_json import from_json, to_json
from mvo_tui.storage.owner import UNKNOWN, Owner
from mvo_tui.storage.reading import MAX_BYTES

FORMAT = 1
_LEVEL = 1  # of the compression: four times smaller, in a tenth of the time of the best


class Header(NamedTuple):
    """What the edits of a journal start from.

    Attributes:
        program: the version that wrote it.
        plan: the path of the plan, from the root.
        fingerprint: SHA-256 of the plan file's bytes; None where there was no file yet.
        start: those bytes, or the ones that the first save would have written.
        owner: the process that writes the journal.
    """

    program: str
    plan: str
    fingerprint: str | None
    start: bytes
    owner: Owner


class Content(NamedTuple):
    """A journal, read as far as it is whole.

    Attributes:
        typed: the texts that stood in fields and were not entered, by the place of the field.
        at: when the last line was written, in seconds of the clock on the wall.
        is_whole: whether all lines could be read; a last one that is torn is no loss, since nothing stood behind it.
    """

    header: Header
    edits: tuple[Edit, ...]
    typed: Mapping[str, str]
    at: float
    is_whole: bool


def header_line(header: Header, at: float) -> bytes:
    return _line(
        {
            "journal": FORMAT,
            "program": header.program,
            "plan": header.plan,
            "fingerprint": header.fingerprint,
            "start": base64.b64encode(zlib.compress(header.start, _LEVEL)).decode(),
            "owner": header.owner._asdict(),
            "at": at,
        }
    )


def edit_line(edit: Edit, at: float) -> bytes:
    return _line({"edit": to_json(edit), "at": at})


def typed_line(place: str, text: str, at: float) -> bytes:
    """An empty `text` says that nothing stands there any more."""
    return _line({"typed": place, "text": text, "at": at})


def read_journal(journal: bytes) -> Content:
    """What `journal` holds.

    Raises:
        ValueError: it does not begin with a header that this version understands.
    """
    lines = journal.split(b"\n")
    first = _object_in(lines[0])
    if first is None or first.get("journal") != FORMAT:
        raise ValueError("this is no journal of this format")
    header, at = _header_in(first), _time_in(first)
    edits: list[Edit] = []
    typed: dict[str, str] = {}
    rest = list(filter(None, lines[1:]))
    is_whole = True
    for number, line in enumerate(rest, start=1):
        found = _object_in(line)
        if found is None:
            is_whole = number == len(rest)
            break
        try:
            if "edit" in found:
                edits.append(from_json(found["edit"]))
            elif isinstance(place := found.get("typed"), str) and isinstance(text := found.get("text"), str):
                typed.pop(place, None)
                typed |= {place: text} if text else {}
            at = _time_in(found)
        except ValueError:
            is_whole = False
            break
    return Content(header, tuple(edits), typed, at, is_whole)


def _line(found: dict[str, Any]) -> bytes:
    text = json.dumps(found, separators=(",", ":")).encode("ascii")
    return b"%08x %b\n" % (zlib.crc32(text), text)


def _object_in(line: bytes) -> dict[str, Any] | None:
    """The object on a line; None where it is not whole."""
    crc, _, text = line.partition(b" ")
    if len(crc) != 8 or b"%08x" % zlib.crc32(text) != crc:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _header_in(found: dict[str, Any]) -> Header:
    program, plan, fingerprint, packed = (found.get(name) for name in ("program", "plan", "fingerprint", "start"))
    if not isinstance(program, str) or not isinstance(plan, str) or not isinstance(packed, str) or "\0" in plan:
        raise ValueError("this header lacks something")
    try:
        start = _unpacked(base64.b64decode(packed, validate=True))
    except (binascii.Error, zlib.error) as error:
        raise ValueError("what the edits start from can't be read") from error
    if fingerprint is not None and hashlib.sha256(start).hexdigest() != fingerprint:
        raise ValueError("what the edits start from is not what it was")
    return Header(program, plan, fingerprint, start, _owner_in(found.get("owner")))


def _owner_in(found: object) -> Owner:
    owner = found if isinstance(found, dict) else {}
    process, *signs = (owner.get(name) for name in ("process", "began", "boot", "machine"))
    if type(process) is not int or not all(isinstance(sign, str) for sign in signs):
        return UNKNOWN  # a journal from before the owner was written down
    return Owner(process, *map(str, signs))


def _unpacked(packed: bytes) -> bytes:
    """A small journal could hold a plan of any size; this refuses what no plan is."""
    unpacking = zlib.decompressobj()
    start = unpacking.decompress(packed, MAX_BYTES + 1)
    if len(start) > MAX_BYTES or not unpacking.eof:
        raise ValueError("what the edits start from is no plan")
    return start


def _time_in(found: dict[str, Any]) -> float:
    at = found.get("at")
    if not isinstance(at, int | float) or not 0 <= at < 2**40:
        raise ValueError("this line has no time")
    return float(at)
