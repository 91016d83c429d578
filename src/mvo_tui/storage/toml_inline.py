"""Changes inside one value of the text, a list or an inline table; comments and layout in it stay (tomledit's work)."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

import tomledit

from mvo_tui.plan.diff import longest_run


def amended_value(text: str, old: Any, new: Any) -> str:
    """The value `text`, which says `old`, as it is when it says `new`. With plain line feeds."""
    document = tomledit.Document.parse(f"x = {text}\n")
    _amend(document, "x", old, new)
    return document.as_toml().removesuffix("\n").partition("=")[2].lstrip(" ")


def _amend(parent: Any, key: str | int, old: Any, new: Any) -> None:
    if isinstance(old, dict) and isinstance(new, dict):
        for name in old.keys() - new.keys():
            del parent[key][name]
        for name, value in new.items():
            if name not in old:
                parent[key][name] = _plain(value)
            elif value is not old[name]:
                _amend(parent[key], name, old[name], value)
    elif isinstance(old, list) and isinstance(new, list):
        _amend_list(parent[key], old, new)
    else:
        parent[key] = _plain(new)


def _amend_list(item: Any, old: list[Any], new: list[Any]) -> None:
    sources = sources_of(old, new)
    staying = longest_run(range(len(old)), [source for source in sources if source is not None])
    for index in reversed(range(len(old))):
        if index not in staying:
            del item[index]
    for index, (source, value) in enumerate(zip(sources, new, strict=True)):
        if source is None or source not in staying:
            item.insert(index, _plain(value))
        elif value is not old[source]:
            _amend(item, index, old[source], value)


def sources_of(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each element of `new` the index of the element of `old` that it is, or comes from."""
    if any(isinstance(element, dict) for element in (*old, *new)):
        index_of = {id(row): index for index, row in enumerate(old)}
        return [index_of.get(id(row), index_of.get(id(getattr(row, "was", None)))) for row in new]
    sources: list[int | None] = [None] * len(new)
    matcher = SequenceMatcher(None, list(map(_typed, old)), list(map(_typed, new)), autojunk=False)
    for start, target, size in matcher.get_matching_blocks():
        sources[target : target + size] = range(start, start + size)
    return sources


def _typed(value: Any) -> tuple[str, str]:
    """1, 1.0 and true are not the same."""
    return type(value).__name__, repr(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value
