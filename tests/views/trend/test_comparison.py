"""Relief in groups, side by side."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paintrack.analysis.relief_by_group import GroupBy, groups_of
from paintrack.model.displayed_text import visible_line
from paintrack.model.entries import Rating
from paintrack.views.heat_ramp import heat_cell
from paintrack.views.text_layout import width_of, wrapped_name
from paintrack.views.trend.comparison import (
    FEW,
    REASONS,
    THREE_GROUPS,
    comparison_in_words,
    comparison_table,
    other_courses_notice,
    range_in_words,
)
from tests.factories.comparisons import by_condition, drawn_comparison, k1_with_a_neck
from tests.factories.courses import k1_sessions, rated, weekly
from tests.factories.entries import a_session
from tests.views.forbidden_claims import FORBIDDEN_CLAIMS


def rows(text: str) -> dict[str, str]:
    """The rows of the table by the first word of their name."""
    return {line.split()[0]: line for line in text.partition("\n\n")[0].splitlines()[2:]}


def test_few_are_marked_and_from_6_on_there_is_a_range() -> None:
    rows_by_point = rows(drawn_comparison("point", 80))
    assert FEW not in rows_by_point["BL23"]
    assert re.search(r" 6 +2 lower +2 to 3 lower$", rows_by_point["BL23"])
    assert re.search(rf" 3 +2 lower +{FEW}$", rows_by_point["LI4"])
    assert re.search(rf" 1 +2 lower +{FEW}$", rows_by_point["not"])


def test_a_session_with_three_points_is_in_three_groups() -> None:
    rows_by_point = rows(drawn_comparison("point", 80))
    assert [rows_by_point[point].split()[1] for point in ("BL23", "GB30", "ST36")] == ["6", "6", "6"]
    assert "A session with three points counts in three groups." in drawn_comparison("point", 80)
    assert "three groups" not in drawn_comparison("practitioner", 80)


@pytest.mark.parametrize("by", ["condition", "point", "technique", "practitioner"])
def test_each_says_that_groups_differ_for_many_reasons(by: str) -> None:
    assert "Groups differ for many reasons" in drawn_comparison(by, 200)
    # 'its cause' stands in the sentence that a difference does not show it.
    assert not FORBIDDEN_CLAIMS.search(drawn_comparison(by, 200).replace("does not show its cause", ""))


def test_groups_stand_by_name_whatever_their_relief() -> None:
    # The neck lost more (median 7) than the back (median 2), Dr Li's sessions more than Dr Wu's.
    assert list(rows(drawn_comparison("condition", 80))) == ["lower", "neck"]
    assert list(rows(drawn_comparison("practitioner", 80))) == ["Dr", "not"]
    names = [line[:5] for line in drawn_comparison("practitioner", 80).splitlines()[2:4]]
    assert names == ["Dr Li", "Dr Wu"]


def test_each_condition_has_its_course_and_its_next_visit() -> None:
    text = drawn_comparison("condition", 120)
    assert re.search(r" 1 to 3 lower +usually back$", rows(text)["lower"])
    assert "\nlower back  8 7 7 6 7 5 6 5 4 4  going down, 7 to 4\n" in text
    assert "\nneck        10 9 8 7             too early to say\n" in text


@pytest.mark.parametrize(("width", "drawn_scores"), [(40, 14), (80, 34), (200, 40)])
def test_what_is_left_out_of_a_long_course_is_said(width: int, drawn_scores: int) -> None:
    scores = [*range(10)] * 4
    groups, figures = by_condition(weekly(scores))
    text = comparison_table(groups, "condition", "R", figures=figures, width=width)
    assert f"\nlower back  {' '.join(map(str, scores[-drawn_scores:]))}\n" in text or drawn_scores == len(scores)
    assert (f"newest {drawn_scores} of 40; " in text) is (drawn_scores < len(scores))
    spoken = comparison_in_words(groups, "condition", "R", figures=figures)
    assert f"lower back, 40 scores on arrival, oldest first: {', '.join(map(str, scores))}." in spoken


def test_a_voice_hears_a_hundred_scores_at_most() -> None:
    groups, figures = by_condition(weekly([5] * 120))
    spoken = comparison_in_words(groups, "condition", "R", figures=figures)
    assert f"newest 100 of 120 scores on arrival, oldest first: {', '.join(['5'] * 100)}." in spoken


def test_the_scores_are_on_the_ramp() -> None:
    groups, figures = by_condition(k1_with_a_neck())
    text = comparison_table(groups, "condition", "Relief", figures=figures, width=80, colours=256)
    assert heat_cell("8", 8, 256) in text
    assert re.sub(r"\x1b\[[0-9;]*m", "", text) == drawn_comparison("condition", 80)


def test_a_name_is_never_cut_to_a_letter() -> None:
    assert drawn_comparison("condition", 40).splitlines()[1:4] == [
        "lower back",
        "  10 sessions, 2 lower (1 to 3 lower)",
        "  by the next visit usually back",
    ]


def test_what_was_the_same_each_time_is_said_once() -> None:
    sessions = [a_session(ratings=[Rating("lower back", 8, 8), Rating("neck", 8, 5)], at=day) for day in range(10)]
    sessions.append(a_session(ratings=[Rating("knee", 8, 5)], at=20))
    groups, figures = by_condition(sessions)
    spoken = comparison_in_words(groups, "condition", "Relief", figures=figures)
    assert "lower back: 10 sessions, no change, each time.\nlower back, on" in spoken.replace(
        "lower back, by the next visit: too early to say.\n", ""
    )
    assert "\nneck: 10 sessions, 3 lower, each time.\n" in spoken
    assert "\nknee: 1 session, 3 lower, too few to compare.\n" in spoken
    for width, words in ((40, "10 sessions, no change (each time)"), (80, "no change  each time")):
        assert words in comparison_table(groups, "condition", "Relief", figures=figures, width=width)


KNEES = ("the left knee when going down the stairs", "the left knee when going up the stairs")


def test_a_long_name_is_wrapped_and_stays_whole() -> None:
    sessions = [a_session(ratings=[Rating(name, 8, 5) for name in KNEES], at=day) for day in (0, 7)]
    groups, figures = by_condition(sessions)
    lines = comparison_table(groups, "condition", "Relief", figures=figures, width=80).splitlines()
    assert lines[2:5] == [
        "the left knee when             2  3 lower  too few to compare  too early to say",
        "  going down the",
        "  stairs",
    ]
    assert lines[9] == "the left knee when going down the stairs  8 8  too early to say"
    for width in range(40, 200):
        words = comparison_table(groups, "condition", "Relief", figures=figures, width=width).split()
        assert [words.count(word) for word in ("going", "stairs", "down", "up")] == [4, 4, 2, 2]


def test_a_verdict_stands_near_its_scores() -> None:
    """Beside a strip of sixty scores, that of a condition with two would be a hundred blanks away from them."""
    sessions = [a_session(ratings=[Rating("lower back", 8, 5)], at=day) for day in range(60)]
    sessions += [a_session(ratings=[Rating("neck", 8, 5)], at=day) for day in (70, 77)]
    groups, figures = by_condition(sessions)
    lines = comparison_table(groups, "condition", "Relief", figures=figures, width=200).splitlines()
    assert lines[lines.index("neck        8 8") + 1] == "  too early to say"


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (1, 3, "1 to 3 lower"),
        (0, 3, "0 to 3 lower"),
        (-1, 3, "1 higher to 3 lower"),
        (-3, -1, "1 to 3 higher"),
        (-3, 0, "0 to 3 higher"),
        (2, 2, "2 lower"),
        (0, 0, "no change"),
    ],
)
def test_a_range_is_said_in_words(least: float, most: float, words: str) -> None:
    assert range_in_words(least, most) == words


_NAMES = st.text(
    st.sampled_from("abé膝ｱ \u202e\x1b[bold]") | st.characters(exclude_categories=["Cs"]), max_size=40
).map(lambda text: text if visible_line(text) else "")
_SCORE = st.integers(0, 100).map(lambda tenths: tenths / 10)


@given(
    st.lists(st.tuples(_NAMES, _SCORE, _SCORE), min_size=1, max_size=20),
    st.sampled_from(["condition", "practitioner"]),
    st.integers(40, 200),
)
@example([("0" * 9 + "\x1f" * 7 + "\x08", 0, 0)], "condition", 40)  # a name of 41 columns
def test_lines_fit_and_nothing_steers_the_terminal(groups: list[tuple[str, float, float]], by: str, width: int) -> None:
    if by == "condition":
        sessions = [
            a_session(ratings=[Rating(name or "x", before, after)], at=day)
            for day, (name, before, after) in enumerate(groups)
        ]
        relief_groups, figures = by_condition(sessions)
    else:
        sessions = [a_session(*pair, at=day, practitioner=name or None) for day, (name, *pair) in enumerate(groups)]
        relief_groups, figures = list(groups_of(rated(sessions, GroupBy.PRACTITIONER))), []
    text = comparison_table(relief_groups, by, "Relief", figures=figures, width=width)
    lines = text.split("\n")
    assert max(map(width_of, lines)) <= width
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    # A long name goes on in lines that are indented.
    table = re.sub("\n  +", " ", "\n".join(lines[1 : lines.index("")])).split("\n")
    if not re.match(rf"{by} +(n|sessions) ", table[0]):
        # No room for a table: each name has lines of its own, and words below it.
        table = ["", *table]
    assert len(table) == len(relief_groups) + 1
    for group, line in zip(relief_groups, table[1:], strict=True):
        assert f" {group.n} " in line
        assert ("too few" in line) == group.is_too_small


def test_a_name_without_a_table_goes_on_like_every_other() -> None:
    name = "pain in the left shoulder after the fall in November"
    groups, figures = by_condition([a_session(7.5, 0.5, condition=name, at=day) for day in range(3)])
    lines = comparison_table(groups, "condition", "Relief", figures=figures, width=40).split("\n")
    names = lines[1:3]
    assert names == wrapped_name(name, 40)
    # A condition's course below it has fewer columns for the name, but the same blanks before its second line.
    assert names[1].startswith("  ")
    assert not names[1].startswith("   ")


def test_the_widest_numbers_leave_the_name_room() -> None:
    sessions = [a_session(9.5, 0.1, at=day, practitioner="Dr Bartholomew Li") for day in range(12_000)]
    groups = groups_of(rated(sessions, GroupBy.PRACTITIONER))
    text = comparison_table(groups, "practitioner", "Relief", width=40)
    assert max(map(len, text.splitlines())) <= 40
    assert "12000" in text


def test_in_words_one_fact_a_line() -> None:
    sessions = [*k1_with_a_neck(), a_session(ratings=[Rating("neck", 3, 4)], at=100)]
    groups, figures = by_condition(sessions)
    assert comparison_in_words(groups, "condition", "Relief, 11 sessions", figures=figures) == (
        "Relief, 11 sessions.\n"
        "lower back: 10 sessions, in the middle 2 lower, least 1 lower, most 3 lower.\n"
        "lower back, by the next visit: usually back.\n"
        "lower back, on arrival: going down, 7 to 4.\n"
        "lower back, 10 scores on arrival, oldest first: 8, 7, 7, 6, 7, 5, 6, 5, 4, 4.\n"
        "neck: 5 sessions, in the middle 6 lower, too few to compare, least 1 higher, most 10 lower.\n"
        "neck, by the next visit: too early to say.\n"
        "neck, on arrival: too early to say.\n"
        f"neck, 5 scores on arrival, oldest first: 10, 9, 8, 7, 3.\n{REASONS}"
    )
    by_point = comparison_in_words(groups_of(rated(sessions, GroupBy.POINT)), "point", "Relief")
    assert "not recorded: 1 session, " in by_point
    assert by_point.splitlines()[-1] == f"{THREE_GROUPS} {REASONS}"


def test_a_condition_called_like_a_column_keeps_its_name() -> None:
    sessions = [
        a_session(ratings=[Rating(name, 8, 5)], at=day)
        for day, name in enumerate(("sessions", "arriving", "too few to compare"))
    ]
    groups, figures = by_condition(sessions)
    text = comparison_table(groups, "condition", "Relief", figures=figures, width=55)
    assert [line.split()[0] for line in text.splitlines()[2:5]] == ["arriving", "sessions", "too"]


def test_visits_of_other_courses_are_counted() -> None:
    later = [a_session(7, 5, at=200)]
    _, figures = by_condition([*k1_sessions(), *later])
    command = 'paintrack compare --by condition --for "lower back" --course 1'
    sentence = "10 visits of other courses left out. See them:"
    assert other_courses_notice(figures, "condition", width=120) == f"{sentence} {command}"
    assert other_courses_notice(by_condition(k1_sessions())[1], "condition", width=120) == ""
    # The command is copied, so it stays on one line.
    assert other_courses_notice(figures, "condition", width=80) == f"{sentence}\n  {command}"
    assert other_courses_notice(figures, "condition", width=40).splitlines()[-1] == f"  {command}"
