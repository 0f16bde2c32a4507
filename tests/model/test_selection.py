"""Which entries are asked for."""

from dataclasses import replace

from paintrack.model.selection import Selection, narrow_to_condition
from tests.factories.entries import NECK, a_reading, a_session, back


def test_one_condition_leaves_the_other_ratings_out() -> None:
    both, neck, note = a_session(ratings=[back(8, 5), NECK]), a_session(ratings=[NECK], at=7), a_reading(4, at=3)
    assert [*narrow_to_condition([both, neck, note], " NECK")] == [replace(both, ratings=(NECK,)), neck, note]
    assert [*narrow_to_condition([both, neck, note], None)] == [both, neck, note]


def test_no_filter_is_all() -> None:
    assert Selection().is_all
    assert not Selection(last=3).is_all
