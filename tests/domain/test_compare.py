"""Relief side by side."""

from hypothesis import given
from hypothesis import strategies as st

from paintrack.domain.compare import Group, Trait, arrivals_by_name, groups_of
from paintrack.domain.entry import Rating
from paintrack.domain.robust import Interval
from tests.courses import back, rated, session

NECK = Rating(condition="neck", before=6, after=5)


def shown(groups: tuple[Group, ...]) -> list[tuple[str | None, int, float, bool]]:
    return [(group.name, group.n, group.relief.middle.median, group.few) for group in groups]


def test_a_session_with_three_points_counts_in_three_groups() -> None:
    sessions = [
        session(0, back(8, 5), points=("LI4", "ST36", "BL23")),
        session(7, back(7, 6), points=("ST36", "st36", "LI4")),
        session(14, back(6, 6)),
    ]
    assert shown(groups_of(rated(sessions, Trait.POINT))) == [
        ("BL23", 1, 3, True),
        ("LI4", 2, 2, True),
        ("ST36", 2, 2, True),
        (None, 1, 0, True),
    ]


def test_names_are_the_same_without_case_and_doubled_space() -> None:
    sessions = [
        session(0, back(8, 5), practitioner="Dr Li", technique="manual"),
        session(7, back(7, 6), practitioner="dr  li", technique="moxibustion"),
        session(14, back(7, 7), practitioner="Anna", technique="manual"),
    ]
    assert shown(groups_of(rated(sessions, Trait.PRACTITIONER))) == [
        ("Anna", 1, 0, True),
        ("Dr Li", 2, 2, True),
    ]
    assert shown(groups_of(rated(sessions, Trait.TECHNIQUE))) == [
        ("manual", 2, 1.5, True),
        ("moxibustion", 1, 1, True),
    ]


def test_the_traits_of_one_condition_leave_the_others_out() -> None:
    sessions = [session(0, back(8, 5), NECK, points=("LI4",)), session(7, NECK, points=("LI4",))]
    assert shown(groups_of(rated(sessions, Trait.POINT))) == [("LI4", 1, 3, True)]


def test_conditions_with_missing_scores_left_out() -> None:
    sessions = [
        session(0, back(8, 5), NECK),
        session(7, back(8, None)),
        session(14, Rating(condition="Lower back", before=4, after=3)),
        session(21, Rating(condition="sleep", before=7)),
    ]
    assert shown(groups_of(rated(sessions, Trait.CONDITION, None))) == [
        ("lower back", 2, 2, True),
        ("neck", 1, 1, True),
    ]


def test_the_order_is_the_name_never_the_relief() -> None:
    sessions = [
        *(session(day, back(8, 8), practitioner="B") for day in range(6)),
        *(session(day, back(8, 1), practitioner="A") for day in range(6, 8)),
        session(9, back(8, 2)),
    ]
    groups = groups_of(rated(sessions, Trait.PRACTITIONER))
    assert [group.name for group in groups] == ["A", "B", None]


def test_6_sessions_are_enough_for_an_interval() -> None:
    sessions = [session(day, back(8, 5)) for day in range(6)]
    (group,) = groups_of(rated(sessions, Trait.CONDITION, None))
    assert (group.few, group.relief.middle.interval) == (False, Interval(3, 3))
    (group,) = groups_of(rated(sessions[:5], Trait.CONDITION, None))
    assert (group.few, group.relief.middle.interval) == (True, None)


def test_arrivals_stand_under_the_folded_name_in_the_order_of_time() -> None:
    sessions = [session(0, back(8, 5), NECK), session(7, Rating("Lower  Back", before=7)), session(14, back(None, 3))]
    assert arrivals_by_name(rated(sessions, Trait.CONDITION, None)) == {"lower back": [8, 7], "neck": [6]}


@given(st.lists(st.tuples(st.sampled_from(["A", "B", None]), st.integers(0, 10)), max_size=30))
def test_what_helped_less_does_not_move_a_group(rows: list[tuple[str | None, int]]) -> None:
    def order(reverse: bool) -> list[str | None]:
        sessions = [
            session(day, back(10, score if not reverse else 10 - score), practitioner=name)
            for day, (name, score) in enumerate(rows)
        ]
        return [group.name for group in groups_of(rated(sessions, Trait.PRACTITIONER))]

    assert order(reverse=False) == order(reverse=True)
