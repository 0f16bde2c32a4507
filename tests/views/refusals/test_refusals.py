"""The sentences of errors that carry values: each says what is wrong, and what to type instead."""

import pytest

from paintrack import errors
from paintrack.errors import PaintrackError, UsageError
from paintrack.model.completing import session_errors
from paintrack.model.importing import import_errors
from paintrack.model.importing.import_errors import ForeignFormat
from paintrack.model.importing.import_types import ABOUT_COLUMNS
from paintrack.views.refusals.import_refusals import OPTIONS
from paintrack.views.refusals.refusal_of_error import refusal
from tests.program import is_one_sentence
from tests.views.error_classes import error_classes
from tests.views.error_sentences import BEGAN, SENTENCES

# These are raised with their sentence, or with none where there is nothing to say.
WITH_A_SENTENCE = {
    errors.UsageError,
    errors.PlaceholderError,
    errors.NotFoundError,
    errors.InternalError,
    errors.NothingToDoError,
    errors.PartlySavedError,
    errors.FileTroubleError,
    errors.OutputLostError,
    errors.DeclinedError,
    errors.StoppedError,
    errors.StoppedHalfwayError,
    errors.UnconfirmedError,
}


@pytest.mark.parametrize(("error", "sentence"), SENTENCES.items(), ids=lambda value: type(value).__name__)
def test_each_error_says_what_to_type_instead(error: PaintrackError, sentence: str) -> None:
    assert refusal(error) == sentence


def test_no_error_is_without_a_sentence() -> None:
    # Troubles with one file have it below them; it is never raised itself.
    raised = error_classes() - {errors.OneFileError}
    assert raised - WITH_A_SENTENCE == {type(error) for error in SENTENCES} - {UsageError}


def test_only_errors_without_values_have_a_text() -> None:
    for error in SENTENCES:
        assert error.reason == (str(error) or error)
        assert bool(str(error)) == (type(error) in WITH_A_SENTENCE)


@pytest.mark.parametrize("file_format", ForeignFormat)
def test_every_foreign_format_has_a_sentence(file_format: ForeignFormat) -> None:
    assert is_one_sentence(refusal(import_errors.NotCsvError(file_format=file_format)))


def test_every_option_about_columns_has_its_name() -> None:
    assert tuple(OPTIONS) == ABOUT_COLUMNS


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
        error = session_errors.OpenSessionTooOldError(
            "3", began=BEGAN, time_given=time_given, days_ago=days_ago, score=4
        )
        assert refusal(error) == (
            f"The open session is {began if time_given else began.replace(' 14:02', '')} (id 3).\n"
            "  If 4 was right after it:  paintrack after 4 --session 3 --at 2026-07-06\n"
            "  If 4 is how it is now:    paintrack rate 4"
        )


@pytest.mark.parametrize(
    ("days_ago", "began"), [(0, "from 14:02 that day"), (1, "from the day before, Mon 6 Jul 2026")]
)
def test_of_a_time_that_was_typed_no_day_is_today(days_ago: int, began: str) -> None:
    error = session_errors.OpenSessionTooOldError(
        "3", began=BEGAN, time_given=True, days_ago=days_ago, score=4, at="2026-07-07 09:00"
    )
    assert refusal(error).startswith(f"The open session is {began}")
    assert not {"today", "yesterday", "now"} & {*refusal(error).split()}
