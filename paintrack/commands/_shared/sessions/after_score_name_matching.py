"""The names typed with scores on leaving: conditions that wait for one, else others that are recorded."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.id_resolution import session_of
from paintrack.commands._shared.names.name_resolution import AlsoScores
from paintrack.model.completing.session_completion import no_current_session_error
from paintrack.model.name_kind import NameKind
from paintrack.model.open_session import current_sessions, open_ratings
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import Moment
from paintrack.storage.file.reader_and_writer_opening import open_reader
from paintrack.storage.reader import Reader


class AfterScoreNames(NamedTuple):
    """The condition and those of `--also`, and the recorded ones that wait for no score, which nobody means."""

    condition: str | None
    also: AlsoScores
    not_meant: list[str]


def after_score_names(
    context: Context,
    condition: str | None,
    also: AlsoScores,
    *,
    session_id: str | None,
    score: float | None,
    when: Moment,
    typed_at: str | None,
) -> AfterScoreNames:
    """The names of scores on leaving before any is asked about, so that no answer leads into a refusal.

    One that is like no condition that waits for a score, but like another, becomes that one: what the command then
    refuses is what the person means. Raises NotFoundError where no session is open, as `no_current_session_error` says.
    """
    # Not `context.open_reader`: what is to be said of the file is said by the write that follows.
    with open_reader(context.path) as reader:
        if not reader.has_entries():
            return AfterScoreNames(condition, also, [])
        open_sessions = reader.open_sessions()
        sessions = current_sessions(open_sessions, when) if session_id is None else [session_of(reader, session_id)]
        if not sessions:
            # A name that is not recorded may be a slip of any.
            known = condition if condition is not None and reader.spelling(condition) is not None else None
            # Pasted, the command that is named must not be refused for its names.
            options = [*_with_old_names(options_of_score(), reader)]
            raise no_current_session_error(
                open_sessions, score, when, typed_at=typed_at, condition=known, options=options
            )
        names = [name for name, _ in also] if condition is None else [condition, *(name for name, _ in also)]
        new = [name for name in names if reader.spelling(name) is None]
        if not new:
            return AfterScoreNames(condition, also, [])
        recorded = [each.name for each in reader.recorded_names(NameKind.CONDITION)]
    waiting = [rating.condition for session in sessions for rating in open_ratings(session)]
    not_waiting = [name for name in recorded if folded(name) not in map(folded, waiting)]
    meant_names = {name: name if _match(name, waiting) else _match(name, not_waiting) or name for name in new}
    return AfterScoreNames(
        None if condition is None else meant_names.get(condition, condition),
        [(meant_names.get(name, name), scores) for name, scores in also],
        not_waiting,
    )


def options_of_score() -> list[tuple[str, str | None]]:
    """What was typed beside a score on leaving, with its value; not the session or the file, which hints name anew."""
    from paintrack.commands._shared.typer_invocation import typed_parts

    return [(each.option, each.value) for each in typed_parts() if each.option not in ("", "--session", "--db")]


def _with_old_names(options: Sequence[tuple[str, str | None]], reader: Reader) -> Iterator[tuple[str, str | None]]:
    """The options with the recorded name in the place of each new one that is much like it."""
    from paintrack.commands._shared.names.new_names import slips_among

    apart = {each: _name_and_scores(*each) for each in options if each[0] in ("--for", "--also", "--with")}
    typed = [(option, name) for (option, _), (name, _) in apart.items()]
    spelled = {"--with": reader.practitioner_spelling}
    new = [(option, name) for option, name in typed if spelled.get(option, reader.spelling)(name) is None]
    slips = slips_among(new, reader, typed=typed)
    for option, value in options:
        name, scores = apart.get((option, value), (value or "", ""))
        yield (option, f"{slips[option, name]}{scores}") if (option, name) in slips else (option, value)


def _name_and_scores(option: str, value: str | None) -> tuple[str, str]:
    name, equals, scores = (value or "").partition("=" if option == "--also" else "\0")
    return name, f"{equals}{scores}"


def _match(name: str, existing: Sequence[str]) -> str | None:
    from paintrack.model.typed.names.name_slips import slip_of
    from paintrack.model.typed.names.short_names import doubtful_match

    return slip_of(name, existing) or doubtful_match(name, existing, NameKind.CONDITION)
