"""All that is said of one condition, from its whole history."""

from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.chart_data import Bracket, highest_scores
from paintrack.analysis.condition.days_above_zero import zero_days_of
from paintrack.analysis.condition.goal import GoalState
from paintrack.analysis.condition.verdict import Verdict
from paintrack.model.entries import AnyEntry, Rating
from tests.factories.chart_data import K1_BRACKETS
from tests.factories.courses import k1_sessions, trend, weekly
from tests.factories.entries import a_note, a_plan, a_reading, a_session, a_zero_month, day_after

K1 = k1_sessions()


def test_k1() -> None:
    figures = trend("lower back", [*K1, a_reading(4, at=36)], goal=3, notes=[a_note("amitriptyline", at=44)])
    assert (len(figures.visits), figures.readings) == (10, 1)
    assert (figures.first_day, figures.last_day) == (day_after(0), day_after(63))
    assert figures.course is not None
    assert figures.course.verdict is Verdict.GOING_DOWN
    assert figures.relief is not None
    assert (figures.relief.n, figures.relief.middle.median) == (10, 2)
    assert figures.carry_over is not None
    assert (figures.carry_over.lost, figures.carry_over.back, figures.carry_over.stayed) == (19, 15, 4)
    assert figures.next_visits is not None
    assert (figures.next_visits.n, figures.next_visits.lower_after, figures.next_visits.higher_again) == (9, 2, 2)
    assert [(held.held, held.sessions) for held in figures.drop_held] == [(1, 1), (0, 0), (0, 0)]
    assert (figures.days_above_zero, figures.home, figures.baseline, figures.other_courses) == (None, None, None, ())
    assert (figures.chart_data.goal, [mark.text for mark in figures.chart_data.marks]) == (3, ["amitriptyline"])
    assert figures.goal == GoalState(goal=3, n=10, mostly_zero=False, lowest=4, reached=None, held=None)


def test_the_medians_of_the_words_are_placed_for_the_chart() -> None:
    chart_data = trend("lower back", K1).chart_data
    assert (chart_data.brackets, chart_data.not_counted) == (K1_BRACKETS, 1)
    # A session that is left out is in no median, nor is the course's first score where it is not shown.
    part = trend("lower back", K1, selected_uids={each.uid for each in (*K1[2:5], *K1[6:])}).chart_data
    assert (part.brackets, part.not_counted) == ((Bracket(3, 5, 7), Bracket(8, 10, 4)), None)
    few = trend("lower back", K1[:6]).chart_data
    assert (few.brackets, few.not_counted) == ((), 1)
    zeros = [a_session(score, 0, at=7 * week) for week, score in enumerate((0, 0, 7, 0, 0, 5, 0, 0))]
    assert (trend("lower back", zeros).chart_data.brackets, trend("lower back", zeros).chart_data.not_counted) == (
        (),
        None,
    )


def test_a_condition_without_anything() -> None:
    neck = trend("neck", K1)
    figures = (neck.course, neck.relief, neck.carry_over, neck.next_visits, neck.days_above_zero, neck.home)
    assert figures == (None,) * 6
    assert (neck.visits, neck.first_day, neck.last_day) == ((), None, None)


def test_readings_alone_have_days_and_no_figure() -> None:
    figures = trend("lower back", [a_reading(4, at=3), a_reading(5, at=1), a_reading(2, condition="neck", at=9)])
    assert (figures.readings, figures.course) == (2, None)
    assert (figures.first_day, figures.last_day) == (day_after(1), day_after(3))


def test_only_notes_from_first_to_last_score_are_marked() -> None:
    notes = [a_note(str(day), at=day) for day in (-1, 0, 30, 63, 64)]
    longer: list[AnyEntry] = [*K1, a_reading(5, at=-1), a_reading(5, at=64)]
    assert [mark.text for mark in trend("lower back", longer, notes=notes).chart_data.marks] == [
        "-1",
        *["0", "30", "63", "64"],
    ]
    assert [mark.text for mark in trend("lower back", K1, notes=notes).chart_data.marks] == ["0", "30", "63"]
    assert trend("neck", K1, notes=notes).chart_data.marks == ()


def test_selected_sessions_never_pair_over_a_gap() -> None:
    shown = {K1[place].uid for place in (0, 1, 4, 5, 9)}
    figures = trend("lower back", K1, selected_uids=shown)
    assert [visit.number for visit in figures.visits] == [1, 2, 5, 6, 10]
    assert figures.course is not None
    assert figures.course.n == 5
    assert figures.carry_over is not None
    # 8 to 5 and back to 7; 7 to 5 and on to 5.
    assert (figures.carry_over.n, figures.carry_over.lost, figures.carry_over.back) == (2, 5, 2)
    assert figures.carry_over.first_arrival is None


def test_the_goal_is_judged_since_the_plan_began() -> None:
    early = [a_session(score, 1, at=7 * week) for week, score in enumerate((7, 3, 7, 7, 6, 7))]
    plan = a_plan(goal=3, at=14)
    assert trend("lower back", early, plan=plan).goal == GoalState(
        goal=3, n=4, mostly_zero=False, lowest=6, reached=None, held=None
    )
    reached = trend("lower back", K1, goal=4, selected_uids={K1[0].uid}).goal
    assert reached is not None
    assert reached.reached is not None
    assert (reached.n, reached.reached.number) == (10, 9)
    assert trend("lower back", K1, plan=a_plan(sessions=10)).goal is None


def test_sessions_for_something_else_count_as_between() -> None:
    figures = trend("lower back", [*K1, a_session(ratings=(), at=3), a_session(ratings=[Rating("neck", 5, 4)], at=10)])
    assert figures.carry_over is not None
    assert (figures.carry_over.n, figures.carry_over.between) == (9, 2)


def test_a_missing_score_is_no_0() -> None:
    figures = trend("lower back", [a_session(8, None), a_session(None, 4, at=7), a_session(6, 5, at=14)])
    assert figures.course is not None
    assert (figures.course.n, figures.course.first.score, figures.course.last.number) == (2, 8, 3)
    assert figures.relief is not None
    assert figures.relief.n == 1
    assert figures.carry_over is None


def test_a_course_that_is_mostly_0_has_days_above_0() -> None:
    history: list[AnyEntry] = [
        a_session(ratings=[Rating(condition="migraine", before=score, after=0)], at=7 * week)
        for week, score in enumerate((0, 7, 0, 0, 0, 6, 0, 0))
    ]
    figures = trend("migraine", [*history, a_reading(8, condition="migraine", at=10)])
    assert figures.course is not None
    assert figures.course.verdict is Verdict.MOSTLY_ZERO
    assert (figures.course.judgement.medians, figures.course.theil_sen) == (None, None)
    days = figures.days_above_zero
    assert days is not None
    assert (days.total.above, days.total.scored, days.total.days, days.typical, days.worst) == (3, 9, 50, 7, 8)
    # Relief from 7 and from 6 to 0; what is 0 on arrival carries nothing over.
    assert figures.relief is not None
    assert (figures.relief.n, figures.relief.middle.median) == (2, 6.5)
    assert (figures.next_visits, figures.carry_over, figures.drop_held) == (None, None, ())


def test_a_day_is_above_0_when_its_highest_score_is() -> None:
    # On leaving, at home before the first session, at home after one: each is a day above 0 of its own.
    history = weekly((0, 0, 0, 0), (0, 1, None, 0), condition="migraine")
    home = [a_reading(score, condition="migraine", at=day) for day, score in ((-3, 6), (2, 5), (14, 4))]
    figures = trend("migraine", [*history, *home], zero_days=[day_after(3), day_after(14)])
    assert figures.days_above_zero is not None
    total = figures.days_above_zero.total
    assert (total.start, total.days, total.scored, total.above) == (day_after(-3), 25, 7, 4)
    # The count and the calendar are of the same days.
    highest = highest_scores(figures.chart_data)
    assert (len(highest), sum(score > 0 for score in highest.values())) == (total.scored, total.above)


def test_days_above_0_are_of_selected_readings_alone() -> None:
    sessions = weekly((0, 0, 0, 0), (0, 0, 0, 0), condition="migraine")
    early, between, late = (a_reading(5, condition="migraine", at=day) for day in (-3, 9, 25))
    selected = {*(each.uid for each in sessions), between.uid}
    figures = trend("migraine", [*sessions, early, between, late], selected_uids=selected)
    assert figures.days_above_zero is not None
    assert (figures.days_above_zero.total.days, figures.days_above_zero.total.above) == (22, 1)
    assert figures.readings == 1


@given(
    st.lists(st.tuples(st.just(0) | st.integers(0, 3), st.none() | st.integers(0, 3)), min_size=3, max_size=12),
    st.lists(st.tuples(st.integers(-20, 90), st.integers(0, 3)), max_size=12),
    st.sets(st.integers(-30, 100), max_size=20),
)
def test_the_count_is_that_of_the_calendar(
    scores: list[tuple[int, int | None]], home: list[tuple[int, int]], zero_days: set[int]
) -> None:
    sessions = [a_session(*pair, at=7 * week) for week, pair in enumerate(scores)]
    readings = [a_reading(score, at=day) for day, score in home]
    figures = trend("lower back", [*sessions, *readings], zero_days=map(day_after, zero_days))
    days = figures.days_above_zero
    if days is not None:
        highest = highest_scores(figures.chart_data)
        assert (days.total.scored, days.total.above) == (len(highest), sum(score > 0 for score in highest.values()))


def test_from_0_nothing_is_lower_whatever_the_verdict() -> None:
    # Recovered: going down, and from the ninth session on at 0.
    recovered = weekly((7, 6, 6, 5, 4, 3, 2, 1, *[0] * 9), (5, 4, 4, 3, 2, 1, *[0] * 11))
    figures = trend("lower back", recovered, selected_uids=None)
    assert figures.course is not None
    assert (figures.course.verdict, figures.above_zero_alone) == (Verdict.GOING_DOWN, True)
    assert figures.relief is not None
    assert (figures.relief.n, figures.relief.middle.median, figures.relief.least) == (8, 2, 1)
    assert figures.next_visits is not None
    assert (figures.next_visits.n, figures.next_visits.lower_after, figures.next_visits.higher_again) == (8, 2, 1)
    assert figures.carry_over is not None
    assert (figures.carry_over.n, figures.carry_over.lost) == (8, 15)
    # One session above 0 more, and all count.
    more = trend("lower back", [*recovered, *weekly((3, 3), (1, 1), first_day=140)])
    assert (more.above_zero_alone, more.relief and more.relief.n) == (False, 19)
    # Two scores do not show what is usual.
    few = trend("lower back", weekly((0, 6), (2, 3)))
    assert (few.above_zero_alone, few.relief and few.relief.n) == (False, 2)


@given(st.lists(st.tuples(st.just(0) | st.integers(0, 10), st.none() | st.integers(0, 10)), max_size=14))
def test_relief_and_carry_over_are_of_the_same_sessions(scores: list[tuple[int, int | None]]) -> None:
    figures = trend("lower back", [a_session(*pair, at=7 * week) for week, pair in enumerate(scores)])
    counted = [pair for pair in scores if pair[0] or not figures.above_zero_alone]
    assert (figures.relief.n if figures.relief else 0) == sum(after is not None for _, after in counted)
    assert figures.above_zero_alone is (len(scores) >= 3 and 2 * sum(not before for before, _ in scores) >= len(scores))
    if not figures.is_mostly_zero:
        gaps = [pair for pair in scores[:-1] if pair in counted and pair[1] is not None]
        for figure in (figures.next_visits, figures.carry_over):
            assert (figure.n if figure else 0) == len(gaps)


def two_courses() -> list[AnyEntry]:
    """Ten sessions, a pause of 14 weeks with two readings in its last weeks, then eight sessions."""
    later = [a_session(score, 2, at=63 + 98 + 7 * week) for week, score in enumerate((6, 5, 5, 4, 4, 4, 3, 3))]
    return [*K1, a_reading(7, at=150), a_reading(6, at=155), *later]


def test_the_newest_course_is_meant_and_the_earlier_one_named() -> None:
    figures = trend("lower back", two_courses())
    assert (figures.course_number, len(figures.visits), figures.visits[0].number) == (2, 8, 1)
    assert figures.course is not None
    assert (figures.course.n, figures.course.judgement.judged) == (8, 7)
    (earlier,) = figures.other_courses
    assert (earlier.number, earlier.visits, earlier.first_day, earlier.last_day) == (1, 10, day_after(0), day_after(63))
    assert earlier.course is not None
    assert earlier.course.verdict is Verdict.GOING_DOWN
    assert figures.baseline is not None
    assert (figures.baseline.n, figures.baseline.median, figures.readings) == (2, 6.5, 2)
    assert figures.chart_data.of == 8


def test_a_course_can_be_chosen_by_its_number() -> None:
    figures = trend("lower back", two_courses(), course_number=1)
    assert (figures.course_number, len(figures.visits), figures.readings, figures.baseline) == (1, 10, 0, None)
    assert [other.number for other in figures.other_courses] == [2]


def test_the_goal_is_that_of_the_newest_course_alone() -> None:
    newest = trend("lower back", two_courses(), goal=3)
    assert newest.goal is not None
    assert (newest.goal.n, newest.chart_data.goal) == (8, 3)
    earlier = trend("lower back", two_courses(), goal=3, course_number=1)
    assert (earlier.goal, earlier.chart_data.goal) == (None, None)


def test_a_filter_shows_the_newest_course_it_leaves_anything_of() -> None:
    figures = trend("lower back", two_courses(), selected_uids={session.uid for session in K1[:4]})
    assert (figures.course_number, len(figures.visits), figures.left_out) == (1, 4, 6)


def test_readings_alone_have_a_home_course_from_6_weeks_on() -> None:
    weeks = [a_reading(8 - week, at=7 * week + day) for week in range(6) for day in (0, 2, 4)]
    figures = trend("lower back", weeks, notes=[a_note("new bed", at=9)])
    assert figures.home is not None
    assert (len(figures.home.weeks), figures.home.readings, figures.home.verdict.verdict) == (
        6,
        18,
        Verdict.PROBABLY_GOING_DOWN,
    )
    assert (figures.course, figures.course_number, len(figures.chart_data.early)) == (None, None, 18)
    assert [mark.text for mark in figures.chart_data.marks] == ["new bed"]
    assert trend("lower back", weeks[:15]).home is None


def test_readings_before_a_course_are_no_part_of_its_home_course() -> None:
    before = [a_reading(8, at=7 * week + day) for week in range(-6, 0) for day in (0, 2, 4)]
    figures = trend("lower back", [*K1, *before])
    assert figures.home is None
    assert figures.baseline is not None
    assert (figures.baseline.n, figures.readings, figures.first_day) == (18, 18, day_after(-42))


_SCORE = st.none() | st.integers(0, 10)


@given(st.lists(st.tuples(_SCORE, _SCORE), max_size=14), st.sets(st.integers(0, 13)))
def test_a_filter_gives_figures_of_what_it_shows_alone(
    scores: list[tuple[int | None, int | None]], places: set[int]
) -> None:
    history = [a_session(*pair, at=day) for day, pair in enumerate(scores)]
    shown = {history[place].uid for place in places if place < len(history)}
    figures = trend("lower back", history, selected_uids=shown)
    expected = [(number, *pair) for number, pair in enumerate(scores, 1) if number - 1 in places]
    assert [(visit.number, visit.before, visit.after) for visit in figures.visits] == expected
    assert (figures.course.n if figures.course else 0) == sum(before is not None for _, before, _ in expected)
    if figures.carry_over:
        numbers = {number for number, *_ in expected}
        assert figures.carry_over.n <= sum(number + 1 in numbers for number in numbers)


def test_days_declared_0_never_cover_a_score() -> None:
    first = weekly((0, 0, 0), (0, 0, 0), condition="migraine")
    second = weekly((0, 0, 0, None), (0, 0, 0, 2), condition="migraine", first_day=200)
    early = a_reading(6, condition="migraine", at=199)
    months = [a_zero_month(month, at=400) for month in ("2026-07", "2027-01", "2027-02")]
    zero_days = zero_days_of(months, "migraine")
    newest = trend("migraine", [*first, *second, early], zero_days=zero_days)
    assert newest.days_above_zero is not None
    # From the reading before the first session, 21 January, to the end of February; two days were not 0.
    total = newest.days_above_zero.total
    assert (total.start, total.days, total.scored, total.above) == (day_after(199), 39, 39, 2)
    earlier = trend("migraine", [*first, *second, early], zero_days=zero_days, course_number=1)
    assert earlier.days_above_zero is not None
    assert (earlier.days_above_zero.total.start, earlier.days_above_zero.total.days) == (day_after(0), 26)
    assert newest.baseline is not None
    assert newest.baseline.n == 1
    assert newest.home == trend("migraine", [*first, *second, early]).home
