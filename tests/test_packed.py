"""Presences in a few bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.packed import pack, unpack

numbers = st.integers(0, 2**31 - 1)
gatherings = st.lists(
    st.tuples(
        st.integers(1, 9), st.none() | st.integers(1900, 2100), st.lists(st.tuples(numbers, numbers, st.integers(1, 3)))
    )
)


@given(gatherings, st.none() | st.integers(1, 3))
def test_what_was_packed_is_unpacked(
    found: list[tuple[int, int | None, list[tuple[int, int, int]]]], role: int | None
) -> None:
    presences = unpack(((event, year, pack(present)) for event, year, present in found), role)
    assert list(zip(*(column.tolist() for column in presences), strict=True)) == [
        (event, person, body, year or 0)
        for event, year, present in found
        for person, body, said in present
        if role in (None, said)
    ]
