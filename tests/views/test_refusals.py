from datetime import datetime, timedelta, timezone

import pytest

from paintrack import errors
from paintrack.errors import PaintrackError, UsageError
from paintrack.views.refusals import refusal

BEGAN = datetime(2026, 7, 6, 14, 2, tzinfo=timezone(timedelta(hours=2)))
SENTENCES = {
    errors.SeveralSessionsOpenError([("4", BEGAN + timedelta(minutes=30)), ("3", BEGAN)], 3.5): (
        "2 sessions are open: 4 (since 14:32) and 3 (since 14:02). Say which: paintrack after 3.5 --session 4."
    ),
    errors.ArrivalScoreExistsError("3", began=BEGAN, condition="lower back", score=6.5): (
        "Session 3 has lower back already, since 14:02. To correct it: "
        'paintrack edit 3 --for "lower back" --before 6.5. For a new session: --another.'
    ),
    errors.ScoreBeforeSessionError("3", began=BEGAN): "Session 3 began later, 14:02.",
    errors.NoArrivalScoreError("3", condition="left knee", score=3): (
        "Session 3 has no score on arrival for left knee. To save it all the same: "
        'paintrack edit 3 --for "left knee" --after 3.'
    ),
    errors.LeavingScoreExistsError("3", condition="neck", existing=3, score=2): (
        "Session 3 has neck 3 after already. To correct it: paintrack edit 3 --for neck --after 2."
    ),
    errors.NoOpenScoreError("3", score=2): (
        "Session 3 waits for no score. To correct one: paintrack edit 3 --after 2."
    ),
    errors.SeveralScoresOpenError("3", conditions=["lower back", "neck"], score=3): (
        "2 scores are open in session 3: lower back and neck. Say which, or all: "
        'paintrack after 3 --for "lower back" --also "neck=SCORE".'
    ),
    errors.NoOpenSessionError(3.5): (
        "No session is open. A whole session: paintrack log BEFORE 3.5\nHow it is now: paintrack rate 3.5"
    ),
    errors.NoSuchFieldError("reading", "r1", "goal"): "Reading r1 has no goal to correct.",
    errors.NoSuchFieldError("peg", "p1", "text"): "PEG p1 has no text to correct.",
    errors.NotClearableError("cost"): "A reading has no cost to clear.",
    errors.ReadingHasOneScoreError("r1"): "r1 is a reading: it has one score, --score.",
    errors.SessionHasTwoScoresError("3"): "3 is a session: its scores are --before and --after.",
    errors.AlreadyRatedError("3", "neck"): "Session 3 rates neck already.",
    errors.NotRatedError("3", "neck"): "Session 3 does not rate neck.",
    errors.AmbiguousRatingError("3", []): ("Session 3 rates nothing yet: name the condition with --for."),
    errors.AmbiguousRatingError("3", ["neck", "knee"]): ("Session 3 rates neck and knee: say which with --for."),
    UsageError("A sentence of its own."): "A sentence of its own.",
}


@pytest.mark.parametrize(("error", "sentence"), SENTENCES.items(), ids=lambda value: type(value).__name__)
def test_each_error_says_what_to_type_instead(error: PaintrackError, sentence: str) -> None:
    assert refusal(error) == sentence


def test_no_error_is_without_a_sentence() -> None:
    named = {each for each in vars(errors).values() if isinstance(each, type) and "__init__" in vars(each)}
    assert named - {errors.OutputLostError} == {type(error) for error in SENTENCES} - {UsageError} | {
        errors.OpenSessionTooOldError
    }


@pytest.mark.parametrize(
    ("days_ago", "began"),
    [
        (0, "from 14:02 today"),
        (1, "from yesterday, Mon 6 Jul 2026 14:02"),
        (3, "from Mon 6 Jul 2026 14:02"),
    ],
)
def test_an_old_open_session_is_named_with_both_ways_on(days_ago: int, began: str) -> None:
    for time_given in (True, False):
        error = errors.OpenSessionTooOldError("3", began=BEGAN, time_given=time_given, days_ago=days_ago, score=4)
        assert refusal(error) == (
            f"The open session is {began if time_given else began.replace(' 14:02', '')} (id 3).\n"
            "  If 4 is how it was right after it:  paintrack after 4 --session 3\n"
            "  If 4 is how it is now:              paintrack rate 4"
        )
