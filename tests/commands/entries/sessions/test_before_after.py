"""A session in two steps, as in the waiting room, and every odd case of it with a sentence that says what to type."""

import shlex

import pytest

from tests.commands.named_commands import widest_line
from tests.program import Clock, Paintrack, Result

SAVED_BEFORE = (
    "Saved: pain 8 before the session, Mon 6 Jul 2026 14:02. Session 1 is open.\n"
    '  0 = none, 10 = worst imaginable. Name what you rate: --for "lower back"\n'
    "  When it is over: paintrack after SCORE      Wrong? paintrack undo\n"
)


def test_the_answers_of_the_design(paintrack: Paintrack, clock: Clock) -> None:
    assert paintrack("before 8") == Result(0, SAVED_BEFORE, "")
    assert paintrack('edit 1 --rename-for "lower back"') == Result(
        0, "Changed session 1: pain is now lower back. Wrong? paintrack undo\n", ""
    )
    clock.set("2026-07-06 15:10")
    assert paintrack("after 5") == Result(
        0,
        "Saved: lower back 8 -> 5 (3 lower), Mon 6 Jul 2026 15:10. Session 1 is complete.\n  Wrong? paintrack undo\n",
        "",
    )


def test_the_scale_is_explained_once(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 8")
    paintrack("after 5")
    clock.forward(days=7)
    assert paintrack("before 7") == Result(
        0,
        "Saved: pain 7 before the session, Mon 13 Jul 2026 14:02. Session 2 is open.\n"
        "  When it is over: paintrack after SCORE      Wrong? paintrack undo\n",
        "",
    )


def test_both_scores_have_their_own_time(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 8")
    clock.set("2026-07-06 15:10")
    stored = paintrack("after 5 --json").json
    assert stored["at"] == "2026-07-06T14:02:00+02:00"
    assert stored["ratings"] == [
        {
            "condition": "pain",
            "before": 8,
            "after": 5,
            "before_at": None,
            "after_at": "2026-07-06T13:10:00Z",
            "before_entered": None,
            "after_entered": "2026-07-06T13:10:00.000000Z",
        }
    ]


def test_nothing_open(paintrack: Paintrack) -> None:
    nothing = paintrack("after 3")
    assert (nothing.code, nothing.out) == (1, "")
    assert "There is no diary here yet. Start with: paintrack before 7" in nothing.err
    paintrack("log 7 3")
    assert paintrack("after 3") == Result(
        1,
        "",
        "Nothing saved. No session is open. A whole session: paintrack log BEFORE 3\nHow it is now: paintrack rate 3\n",
    )


def test_a_session_of_yesterday_is_never_completed_silently(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3 --at 2026-07-01")
    paintrack("log 7 3 --at 2026-07-02")
    clock.set("2026-07-20 14:00")
    paintrack("before 7")
    clock.set("2026-07-21 08:00")
    assert paintrack("after 4") == Result(
        1,
        "",
        "Nothing saved. The open session is from yesterday, Mon 20 Jul 2026 14:00 (id 3).\n"
        "  If 4 was right after it:  paintrack after 4 --session 3 --at 2026-07-20\n"
        "  If 4 is how it is now:    paintrack rate 4\n",
    )
    assert paintrack("show 3 --json").json["ratings"][0]["after"] is None


def test_what_the_refusal_says_works(paintrack: Paintrack, clock: Clock) -> None:
    clock.set("2026-07-20 14:00")
    paintrack("before 7")
    clock.set("2026-07-21 08:00")
    assert paintrack("rate 4").out.startswith("Saved: pain 4 now, Tue 21 Jul 2026 08:00, 18 hours after session 1.")
    late = paintrack("after 4 --session 1")
    assert late == Result(
        0,
        "Saved: pain 7 -> 4 (3 lower), Mon 20 Jul 2026 14:00. Session 1 is complete.\n"
        "  It counts as right after session 1. How it is now? paintrack undo, then:\n"
        "    paintrack rate 4 --for pain\n"
        "  Wrong? paintrack undo\n",
        "",
    )
    rating = paintrack("show 1 --json").json["ratings"][0]
    assert rating["after_at"] is None
    assert rating["after_entered"] == "2026-07-21T06:00:00.000000Z"


def test_the_time_of_a_late_score_may_be_given(paintrack: Paintrack, clock: Clock) -> None:
    clock.set("2026-07-20 14:00")
    paintrack("before 7")
    clock.set("2026-07-21 08:00")
    result = paintrack("after 4 --session 1 --at '2026-07-20 15:05'")
    assert result.out.startswith(
        "Saved: pain 7 -> 4 (3 lower), Mon 20 Jul 2026 15:05\n  Session 1 of 14:00 is complete."
    )
    assert paintrack("show 1 --json").json["ratings"][0]["after_at"] == "2026-07-20T13:05:00Z"


def test_what_is_open_still_is_named_with_its_command(paintrack: Paintrack, clock: Clock, wide_terminal: None) -> None:
    paintrack("before 7 --for back --also neck=5 --also 'left knee=4'")
    answer = paintrack("after 3 --for back").out
    assert "Session 1 is open." in answer
    command = answer.partition("For neck and left knee: paintrack ")[2].partition("      ")[0]
    assert command == 'after SCORE --also "left knee=SCORE"'
    clock.forward(days=1)
    answer = paintrack("after 3 --for neck --session 1 --at '6 jul 15:00'").out
    assert "Mon 6 Jul 2026 15:00. Session 1 of 14:02 is open." in answer
    command = answer.partition("For left knee: paintrack ")[2].partition("      ")[0]
    assert command == "after SCORE --session 1"
    last = paintrack(f"{command.replace('SCORE', '2')} --at '7 jul 9:00'").out
    assert "Tue 7 Jul 2026 09:00. Session 1 of Mon 6 Jul 2026 14:02 is complete." in last


@pytest.mark.parametrize(("time", "code"), [("18:02", 0), ("18:03", 1)])
def test_four_hours_are_the_limit(time: str, code: int, paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7")
    clock.set(f"2026-07-06 {time}")
    result = paintrack("after 3")
    assert result.code == code
    if code:
        assert result.err.startswith("Nothing saved. The open session is from 14:02 today (id 1).\n")


def test_after_midnight_is_another_day(paintrack: Paintrack, clock: Clock) -> None:
    clock.set("2026-07-06 23:30")
    paintrack("before 7")
    clock.set("2026-07-07 00:15")
    assert paintrack("after 3").code == 1


def test_two_open_ratings(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7 --for 'lower back' --also neck=6")
    assert paintrack("after 3") == Result(
        2,
        "",
        "Nothing saved. 2 scores are open in session 1: lower back and neck.\n"
        '  One of them:  paintrack after 3 --for "lower back"\n'
        "  Both:         paintrack after 3 --also neck=SCORE\n",
    )
    clock.set("2026-07-07 15:10")
    too_old = paintrack('after 3 --at "2026-07-07 09:00"').err.splitlines()
    assert too_old[-2:] == [
        "  If 3 was right after it:  paintrack after 3 --session 1 --at 2026-07-06",
        '  If 3 is how it was then:  paintrack rate 3 --at "2026-07-07 09:00"',
    ]
    at_a_time = paintrack('after 3 --at "2026-07-06 15:00"').err
    assert '  One of them:  paintrack after 3 --session 1 --at "2026-07-06 15:00" --for "lower back"\n' in at_a_time
    # Of an older session the commands must name it, or they would be refused.
    suggested = paintrack("after 3 --session 1").err.split("paintrack ")[1:]
    assert [each.splitlines()[0] for each in suggested] == [
        'after 3 --session 1 --for "lower back"',
        "after 3 --session 1 --also neck=SCORE",
    ]
    clock.set("2026-07-06 15:10")
    assert paintrack("after 3 --for 'lower back' --also neck=2") == Result(
        0,
        "Saved session 1, Mon 6 Jul 2026 15:10:\n"
        "  lower back   7 -> 3   (4 lower)\n"
        "  neck         6 -> 2   (4 lower)\n"
        "  Session 1 is complete.\n"
        "  Wrong? paintrack undo\n",
        "",
    )


def test_the_next_step_names_every_open_rating(
    paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    opened = paintrack("before 7 --for neck --also 'lower back=6' --also migraine=2")
    step = 'paintrack after SCORE --also "lower back=SCORE" --also migraine=SCORE'
    assert f"When it is over: {step}      Wrong?" in opened.out
    assert f"When over: {step}\n" in paintrack("status").out
    clock.forward(hours=1)
    assert paintrack(step.removeprefix("paintrack ").replace("SCORE", "2")).code == 0
    assert [each["after"] for each in paintrack("show 1 --json").json["ratings"]] == [2, 2, 2]
    monkeypatch.setenv("COLUMNS", "40")
    opened = paintrack("before 7 --for neck --also 'lower back=6' --another")
    assert widest_line(opened.out) <= 40


def test_a_misspelled_condition_is_no_new_one(paintrack: Paintrack) -> None:
    paintrack("before 7 --for 'lower back'")
    assert paintrack("after 3 --for 'lowr back'").err == (
        "Nothing saved. lowr back is new, and much like lower back.\n"
        '  To use the old name: paintrack after 3 --for "lower back"\n'
    )


def test_one_of_two_open_ratings_leaves_the_session_open(paintrack: Paintrack) -> None:
    paintrack("before 7 --also neck=6")
    assert "Session 1 is open." in paintrack("after 3 --for NECK").out
    assert "Session 1 is complete." in paintrack("after 3").out


def test_another_condition_joins_the_session_that_is_going_on(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7")
    clock.forward(minutes=5)
    joined = paintrack("before 5 --for neck")
    assert joined.out.startswith("Saved: neck 5 before the session, Mon 6 Jul 2026 14:07. Session 1 is open.\n")
    assert [each["condition"] for each in paintrack("show 1 --json").json["ratings"]] == ["pain", "neck"]


def test_the_same_condition_again_is_asked_about(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7 --for 'lower back'")
    clock.forward(minutes=20)
    assert paintrack("before 6") == Result(
        2,
        "",
        "Session 1 has lower back already, since 14:02. To correct it: "
        'paintrack edit 1 --for "lower back" --before 6. For a new session: --another. Nothing saved.\n',
    )
    assert paintrack('edit 1 --for "lower back" --before 6').code == 0
    assert "Session 2 is open." in paintrack("before 6 --another").out


def test_yesterdays_open_session_is_not_joined(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7")
    clock.forward(days=1)
    assert "Session 2 is open." in paintrack("before 6").out


def test_of_two_open_sessions_one_has_to_be_named(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7")
    clock.forward(hours=1)
    paintrack("before 6 --another")
    clock.forward(minutes=30)
    result = paintrack("after 3")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "2 sessions are open: 2 (since 15:02) and 1 (since 14:02). Say which: paintrack after 3 --session 2. "
        "Nothing saved.\n"
    )
    assert paintrack("after 3 --session 2").out.startswith("Saved: pain 6 -> 3 (3 lower)")


def test_the_condition_says_which_of_two_open_sessions_is_meant(paintrack: Paintrack) -> None:
    paintrack("before 6 --for neck")
    paintrack("before 7 --for pain --another")
    assert "Session 1 is complete" in paintrack("after 3 --for neck").out


def test_a_score_from_before_the_open_session_opens_another(paintrack: Paintrack, clock: Clock) -> None:
    clock.set("2026-07-06 21:00")
    paintrack("before 7 --at '2026-07-06 20:00'")
    assert "Session 2 is open" in paintrack("before 5 --for neck --at '2026-07-06 17:30'").out


def test_what_is_complete_is_not_overwritten(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    result = paintrack("after 2 --session 1 --for pain")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "Session 1 has pain 3 after already. To correct it: paintrack edit 1 --for pain --after 2. Nothing saved.\n"
    )


def test_a_condition_that_was_not_rated_on_arrival(paintrack: Paintrack) -> None:
    paintrack("before 7")
    result = paintrack("after 3 --for knee")
    assert result.code == 2
    assert "paintrack edit 1 --for knee --after 3" in result.err


def test_a_score_on_leaving_does_not_come_before_the_session(paintrack: Paintrack) -> None:
    paintrack("before 7")
    result = paintrack("after 3 --at '2026-07-06 13:00'")
    assert result == Result(2, "", "Session 1 began later, Mon 6 Jul 2026 14:02. Nothing saved.\n")


def test_a_session_of_today_without_a_time_is_completed(paintrack: Paintrack, clock: Clock) -> None:
    clock.set("2026-07-06 09:30")
    paintrack("before 7 --at 2026-07-06")
    assert paintrack("after 3").code == 0


def test_the_session_of_a_reading_is_refused(paintrack: Paintrack) -> None:
    paintrack("before 7")
    paintrack("rate 3")
    result = paintrack("after 3 --session r1")
    assert result == Result(2, "", "r1 is a reading; --session takes the id of a session, such as 12. Nothing saved.\n")


def test_both_take_the_options_of_log_which_add_up(paintrack: Paintrack) -> None:
    paintrack("before 7 --with 'Dr Li' --points LI4 --note tired --cost 85")
    stored = paintrack(
        "after 3 --points ST36,LI4 --technique cupping --side-effect drowsy --covered 60 --note 'slept well' --json"
    ).json
    assert (stored["practitioner"], stored["points"], stored["technique"]) == ("Dr Li", ["LI4", "ST36"], "cupping")
    assert (stored["cost"], stored["covered"], stored["note"]) == (85, 60, "tired\nslept well")
    assert [each["kind"] for each in stored["side_effects"]] == ["drowsy"]


def test_nought_is_a_score(paintrack: Paintrack) -> None:
    paintrack("before 0")
    assert paintrack("after 0").out.startswith("Saved: pain 0 -> 0 (no change), ")


@pytest.mark.parametrize(
    "typed", ["before 7", "after 3 --session 1", "after 11", "after 3 --bogus", "after 3 lower back"]
)
@pytest.mark.parametrize("option", ["", "--quiet", "--json"])
def test_urgent_advice_comes_first(typed: str, option: str, paintrack: Paintrack) -> None:
    paintrack("before 7 --for neck")
    result = paintrack(f"{typed} --side-effect 'can not breathe' {option}")
    assert result.err.startswith("THIS CAN BE AN EMERGENCY.")
    assert "EMERGENCY" not in result.out


def test_a_missing_score_of_another_condition_completes_nothing(paintrack: Paintrack) -> None:
    paintrack("before 7 --also neck=6")
    result = paintrack("after 3 --for pain --also neck=")
    assert result.code == 2
    assert paintrack("show 1 --json").json["ratings"][1]["after_entered"] is None


@pytest.mark.parametrize(
    "typed", ["before 7", "before 7 --for 'lower back' --with 'Dr Wilhelmina Longname'", "before 7 --also neck=5"]
)
def test_the_answers_fit_forty_columns(typed: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    seen = paintrack(typed).out
    seen += paintrack("after 3 --for pain --also neck=2" if "also" in typed else "after 3 --side-effect bruise").out
    assert seen.count("Saved") == 2
    assert widest_line(seen) <= 40


def test_the_refusal_of_an_old_open_session_fits_the_screen(
    paintrack: Paintrack, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack("before 7")
    clock.forward(days=3)
    assert max(map(len, paintrack("after 4").err.splitlines())) <= 80


def test_what_was_taken_later_is_added(paintrack: Paintrack) -> None:
    paintrack("before 7 --took 'ibuprofen 400'")
    paintrack("after 3 --took 'paracetamol 1 g'")
    assert paintrack("show 1 --json").json["took"] == "ibuprofen 400; paracetamol 1 g"
    assert "took ibuprofen 400; paracetamol 1 g" in paintrack("list --plain").out


def test_a_day_without_a_time_is_never_noon(paintrack: Paintrack, wide_terminal: None) -> None:
    paintrack("before 7 --at '1 jul 15:00'")
    # Noon, which stands for a time that was not given, is before the session.
    saved = paintrack("after 3 --at '1 jul'")
    assert (saved.code, "Wed 1 Jul 2026. Session 1 is complete." in saved.out) == (0, True)
    assert "12:00" not in paintrack("show 1").out
    paintrack("before 7 --at '2 jul'")
    paintrack("before 6 --for neck --at '2 jul'")
    assert "12:00" not in paintrack("show 2").out
    twice = paintrack("before 7 --at '2 jul'")
    assert twice.err.startswith("Session 2 has pain already. To correct it: ")
    paintrack("before 5 --for pain --at '2 jul' --another")
    assert "2 (time not given)" in paintrack("after 2 --at '2 jul' --for pain").err


def test_an_open_session_without_a_time_is_of_today(paintrack: Paintrack, wide_terminal: None) -> None:
    paintrack("before 7 --at today")
    assert "Session 1 is open today: pain." in paintrack("status").out


@pytest.mark.parametrize("began", ["1 jul 15:00", "1 jul"])
@pytest.mark.parametrize("session", ["", "--session 1"])
def test_a_day_alone_of_another_day_leads_to_both_forms(
    session: str, began: str, paintrack: Paintrack, wide_terminal: None
) -> None:
    paintrack(f"before 7 --at '{began}'")
    refused = paintrack(f"after 3 {session} --at '2 jul'")
    assert refused.code == 1
    _, right_after, then = refused.err.splitlines()
    assert right_after == "  If 3 was right after it:  paintrack after 3 --session 1 --at 2026-07-01"
    assert then == '  If 3 is how it was then:  paintrack rate 3 --at "2 jul"'
    assert paintrack(shlex.split(then.partition("paintrack ")[2])).code == 0
    assert "(time not given)" in paintrack("show r1").out
    assert paintrack(right_after.partition("paintrack ")[2]).code == 0
    assert "12:00" not in paintrack("show 1").out + paintrack("show r1").out
    assert "open session" not in paintrack("after 4 --session 1 --at '2 jul'").err
