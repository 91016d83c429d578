"""Back and forth through the places visited."""

from hypothesis import given
from hypothesis import strategies as st

from mvo_tui.session.visited import MOST_VISITS, Visit, Visited

visits = st.builds(Visit, st.sampled_from(["workbench", "board"]), st.sampled_from(["a", "b", "c", "d"]))
A, B, C = Visit("workbench", "a"), Visit("workbench", "b"), Visit("board", "b")


def always(_visit: Visit) -> bool:
    return True


def way(*left: Visit) -> Visited:
    visited = Visited()
    for visit in left:
        visited = visited.left(visit)
    return visited


def test_one_comes_back_to_where_one_was_and_forth_again() -> None:
    found = way(A, B).back(C, always)
    assert found is not None
    assert found[0] == B
    assert found[1].forward(B, always) == (C, way(A, B))


def test_the_same_place_in_another_view_is_another_visit() -> None:
    found = way(B).back(C, always)
    assert found is not None
    assert found[0] == B


def test_what_is_gone_is_left_out() -> None:
    found = way(A, B).back(C, lambda visit: visit.place != "b")
    assert found is not None
    assert found[0] == A
    assert way(B).back(C, lambda visit: visit.place != "b") is None


def test_going_somewhere_new_forgets_the_way_forth() -> None:
    found = way(A, B).back(C, always)
    assert found is not None
    assert found[1].left(B).future == ()


@given(st.lists(visits, max_size=300), visits)
def test_the_way_is_bounded_and_no_place_stands_on_it_twice_in_a_row(left: list[Visit], here: Visit) -> None:
    visited = way(*left)
    assert len(visited.past) <= MOST_VISITS
    assert all(one != other for one, other in zip(visited.past, visited.past[1:], strict=False))
    found = visited.back(here, always)
    assert found is None or found[0] != here


@given(st.lists(visits, max_size=20), visits)
def test_all_the_way_back_and_forth_ends_where_it_began(left: list[Visit], here: Visit) -> None:
    visited, at, steps = way(*left), here, 0
    while found := visited.back(at, always):
        at, visited, steps = *found, steps + 1
    while found := visited.forward(at, always):
        at, visited, steps = *found, steps - 1
    assert (at, steps) == (here, 0)
