"""Equal texts of a document are one object, and nothing that it says becomes something else."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.storage.parsing_in_pieces import parse_in_pieces
from mvo_tui.storage.shared_texts import Known, share_texts

VALUES = st.recursive(
    st.sampled_from(["", "day", "ä" * 40]) | st.booleans() | st.sampled_from([0, 1, 1.0, -0.0]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=12,
)


def anew(value: Any) -> Any:
    """The same with texts that are objects of their own, as a reader makes them."""
    if isinstance(value, dict):
        return {key: anew(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return list(map(anew, value))
    return "".join(list(value)) if isinstance(value, str) else value


def texts_in(table: dict[str, Any]) -> Iterator[str]:
    """Those of its fields and of the lists in them; a plan has no lists of lists."""
    for value in table.values():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, str):
                yield part
            elif isinstance(part, dict):
                yield from texts_in(part)


@given(st.dictionaries(st.sampled_from("xyz"), VALUES, max_size=3).map(anew))
def test_a_document_says_the_same_with_shared_texts(table: dict[str, Any]) -> None:
    before, known = repr(table), Known()
    share_texts(table, known)
    assert repr(table) == before  # 1, 1.0 and true are equal, and told apart here
    assert all(text is known[text] for text in texts_in(table))


def test_links_of_one_role_are_one_text_across_the_pieces_of_a_document() -> None:
    row = '[[processes]]\nid = "{0}"\nowner = "van-driver"\n[[processes.steps]]\nrole = "van-driver"\n'
    raw = parse_in_pieces("format = 1\n" + "".join(map(row.format, "abc")), 10)
    roles = [text for process in raw["processes"] for text in (process["owner"], process["steps"][0]["role"])]
    assert set(map(id, roles)) == {id(roles[0])}
