"""The history as sentences."""

from pathlib import Path

from paintrack.model.entries import AnyEntry, SideEffect
from paintrack.views.history.history_line_data import history_lines_of
from paintrack.views.history.spoken_history import plain_history
from tests.factories.courses import hard_to_list, k1, lines_and_footer, times_of
from tests.factories.entries import a_note, a_session
from tests.gold import check_gold

GOLD = Path(__file__).parents[1] / "gold"


def test_the_course_k1() -> None:
    lines, _ = lines_and_footer(k1())
    check_gold(GOLD / "list-k1-plain.txt", plain_history(lines, ["10 sessions, 1 reading."]) + "\n")


def test_what_is_hard_to_say() -> None:
    lines, below = lines_and_footer(hard_to_list())
    check_gold(GOLD / "list-hard-plain.txt", plain_history(lines, below[:1]) + "\n")


def test_a_serious_side_effect_is_named_so_and_a_note_is_not() -> None:
    effects = (SideEffect(kind="bruise_bleeding"), SideEffect(kind="chest_pain_breathless"))
    note = a_note("! so tired", at="2026-07-08 20:00")
    entries: list[AnyEntry] = [a_session(7, 5, side_effects=effects, number=1), note]
    assert plain_history(history_lines_of(entries, times_of(entries)), []).split("\n")[2:4] == [
        "Session 1, Monday 6 July 2026, serious symptom: chest or breathing.",
        "Note n1, Wednesday 8 July 2026, ! so tired.",
    ]


def test_no_score_and_no_change() -> None:
    sessions = [a_session(5, 5, number=1), a_session(number=2, ratings=()), a_session(None, None, number=3)]
    assert plain_history(history_lines_of(sessions, times_of(sessions)), ["3 sessions.", "More."]).split("\n") == [
        "Scores: 0 none, 10 worst imaginable.",
        "Session 1, Monday 6 July 2026, lower back, before 5, after 5, no change.",
        "Session 2, Monday 6 July 2026, no score.",
        "Session 3, Monday 6 July 2026, lower back, before missing, after missing.",
        "3 sessions. More.",
    ]
