"""Relief side by side."""

from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.relief_by_group import Group, GroupBy, groups_of
from paintrack.analysis.statistics.robust_statistics import Interval
from paintrack.model.entries import Rating
from tests.factories.courses import rated
from tests.factories.entries import a_session, back

NECK = Rating(condition="neck", before=6, after=5)


def shown(groups: tuple[Group, ...]) -> list[tuple[str | None, int, float, bool]]:
    return [(group.name, group.n, group.relief.middle.median, group.is_too_small) for group in groups]


def test_a_session_with_three_points_counts_in_three_groups() -> None:
    sessions = [
        a_session(8, 5, points=("LI4", "ST36", "BL23")),
        a_session(7, 6, at=7, points=("ST36", "st36", "LI4")),
        a_session(6, 6, at=14),
    ]
    assert shown(groups_of(rated(sessions, GroupBy.POINT))) == [
        ("BL23", 1, 3, True),
        ("LI4", 2, 2, True),
        ("ST36", 2, 2, True),
        (None, 1, 0, True),
    ]


def test_names_are_the_same_without_case_and_doubled_space() -> None:
    sessions = [
        a_session(8, 5, practitioner="Dr Li", technique="manual"),
        a_session(7, 6, at=7, practitioner="dr  li", technique="moxibustion"),
        a_session(7, 7, at=14, practitioner="Anna", technique="manual"),
    ]
    assert shown(groups_of(rated(sessions, GroupBy.PRACTITIONER))) == [
        ("Anna", 1, 0, True),
        ("dr  li", 2, 2, True),
    ]
    assert shown(groups_of(rated(sessions, GroupBy.TECHNIQUE))) == [
        ("manual", 2, 1.5, True),
        ("moxibustion", 1, 1, True),
    ]


def test_the_traits_of_one_condition_leave_the_others_out() -> None:
    sessions = [
        a_session(ratings=[back(8, 5), NECK], points=("LI4",)),
        a_session(ratings=[NECK], at=7, points=("LI4",)),
    ]
    assert shown(groups_of(rated(sessions, GroupBy.POINT))) == [("LI4", 1, 3, True)]


def test_sessions_with_missing_scores_are_left_out() -> None:
    sessions = [
        a_session(8, 5, practitioner="Dr Li"),
        a_session(8, None, at=7, practitioner="Dr Li"),
        a_session(None, 3, at=14, practitioner="Anna"),
    ]
    assert shown(groups_of(rated(sessions, GroupBy.PRACTITIONER))) == [("Dr Li", 1, 3, True)]


def test_the_order_is_the_name_never_the_relief() -> None:
    sessions = [
        *(a_session(8, 8, at=day, practitioner="B") for day in range(6)),
        *(a_session(8, 1, at=day, practitioner="A") for day in range(6, 8)),
        a_session(8, 2, at=9),
    ]
    groups = groups_of(rated(sessions, GroupBy.PRACTITIONER))
    assert [group.name for group in groups] == ["A", "B", None]


def test_numbers_in_names_are_sorted_by_their_value() -> None:
    points = ["BL10", "BL2", "EX-HN3", "BL2a", "阿是穴", "10", "9"]
    sessions = [a_session(8, 5, at=day, points=[point]) for day, point in enumerate(points)]
    groups = groups_of(rated(sessions, GroupBy.POINT))
    assert [group.name for group in groups] == ["9", "10", "BL2", "BL2a", "BL10", "EX-HN3", "阿是穴"]


def test_6_sessions_are_enough_for_an_interval() -> None:
    sessions = [a_session(8, 5, at=day) for day in range(6)]
    (group,) = groups_of(rated(sessions, GroupBy.PRACTITIONER))
    assert (group.is_too_small, group.relief.middle.interval) == (False, Interval(3, 3))
    (group,) = groups_of(rated(sessions[:5], GroupBy.PRACTITIONER))
    assert (group.is_too_small, group.relief.middle.interval) == (True, None)


@given(st.lists(st.tuples(st.sampled_from(["A", "B", None]), st.integers(0, 10)), max_size=30))
def test_what_helped_less_does_not_move_a_group(rows: list[tuple[str | None, int]]) -> None:
    def order(reverse: bool) -> list[str | None]:
        sessions = [
            a_session(10, score if not reverse else 10 - score, at=day, practitioner=name)
            for day, (name, score) in enumerate(rows)
        ]
        return [group.name for group in groups_of(rated(sessions, GroupBy.PRACTITIONER))]

    assert order(reverse=False) == order(reverse=True)
