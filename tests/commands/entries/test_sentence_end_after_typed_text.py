"""A sentence that ends in what a person typed has one mark at its end: theirs, or a full stop."""

import re

import pytest

from tests.program import Paintrack

_TYPED = (
    "log 7 3 --for 'the knee{0}' --with 'Dr Li{0}' --new",
    "log 7 3 --at 2026-06-01 --note 'slept{0}'",
    "edit 1 --with 'Dr Wu{0}'",
    "effect 'odd dreams{0}'",
    "effect 'odd dreams{0}' --outcome 'gone{0}'",
    "rate 4 --took 'ibuprofen{0}'",
    "question 'Every week{0}'",
    "edit q1 --text 'Does it need needling{0}'",
    "question --done q1",
    "note 'new bed{0}'",
    "edit n1 --text 'old bed{0}'",
    "config set name 'Maria{0}'",
    "delete n1 --yes",
)


@pytest.mark.parametrize("mark", ["?", "!", "."])
def test_a_mark_of_their_own_is_the_end_of_the_sentence(mark: str, paintrack: Paintrack) -> None:
    for typed in _TYPED:
        results = [paintrack(typed.format(mark)), paintrack("undo --yes"), paintrack("redo")]
        assert [each.code for each in results] == [0, 0, 0], typed
        assert not [each.out + each.err for each in results if re.search(r"[?!.]\.(?!\.)", each.out + each.err)], typed
