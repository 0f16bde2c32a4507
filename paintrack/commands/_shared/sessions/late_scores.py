"""Scores on leaving that are typed for a session long over: whether they are how it was right after it."""

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.id_resolution import session_of
from paintrack.commands._shared.sessions.after_score_name_matching import options_of_score
from paintrack.errors import DeclinedError
from paintrack.model.completing.session_completion import add_leaving_scores, too_old_error
from paintrack.model.open_session import may_be_right_after
from paintrack.model.values.moment import Moment
from paintrack.storage.file.reader_and_writer_opening import open_reader
from paintrack.views.confirmations import late_score


def late_score_remarks(
    context: Context,
    session_id: str,
    score: float,
    condition: str | None,
    also: list[tuple[str, float | None]],
    *,
    when: Moment,
    typed_at: str | None,
    is_asked: bool,
) -> list[str]:
    """A sentence on scores for the session of this id at a time when it is long over; on a terminal a question instead.

    `when` is when they were given, as typed `typed_at`, None for now; `is_asked`: they were asked for as those right
    after the session. Raises DeclinedError with the command for readings, OpenSessionTooOldError for another day
    without a time, and as `add_leaving_scores` does, so that nothing is asked in vain.
    """
    # Not `context.open_reader`: what is to be said of the file is said by the write that follows.
    with open_reader(context.path) as reader:
        if not reader.has_entries():
            return []
        session = session_of(reader, session_id)
    time_of_scores = None if typed_at is None else when
    _, ratings = add_leaving_scores(
        session, score, condition, also, when=time_of_scores, typed="", is_session_typed=True, typed_at=typed_at
    )
    if typed_at is not None and not when.time_given and when.day > session.when.day:
        # For a score on leaving no noon of another day is made up.
        raise too_old_error(session, score, when, typed_at=typed_at, options=options_of_score())
    if is_asked or may_be_right_after(session, when):
        return []
    if not context.console.may_ask:
        return [late_score.late_score_remark(session, ratings, typed_at)]
    if context.console.confirm(late_score.right_after_question(session, ratings), default=True):
        return []
    raise DeclinedError(late_score.as_readings(ratings, typed_at))
