"""Ids: slugs of at most 64 characters, made from names, unique in their collection, stable ever after."""

import re
import unicodedata
from collections.abc import Collection

MAX_LENGTH = 64
_NAMED_BY = ("name", "statement", "text")


def slug(text: str) -> str:
    """`text` as a slug (a-z, 0-9, -), or an empty string where nothing of it can be kept.

    >>> slug("Café: 2 Gäste!")
    'cafe-2-gaste'
    """
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower())[: MAX_LENGTH + 1].strip("-")[:MAX_LENGTH].strip("-")


def is_slug(text: str) -> bool:
    return re.fullmatch(r"[a-z0-9-]{1,64}", text) is not None


def unused_id(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or the first of `wanted-2`, `wanted-3`, ... that is not taken; never longer than 64 characters."""
    if wanted not in taken:
        return wanted
    number = 2
    while (candidate := f"{wanted[: MAX_LENGTH - len(str(number)) - 1]}-{number}") in taken:
        number += 1
    return candidate


def readable_id(item: object, collection: str, number: int, taken: Collection[str]) -> str:
    """An id for the item number `number` (from 1) of `collection`: from its name, statement or text, else its number.

    `item` is a mapping (a table as read) or has the fields as attributes.
    """
    for field in _NAMED_BY:
        text = item.get(field) if isinstance(item, dict) else getattr(item, field, None)
        if isinstance(text, str) and (wanted := slug(text)):
            return unused_id(wanted, taken)
    return unused_id(f"{collection.replace('_', '-')}-{number}", taken)
