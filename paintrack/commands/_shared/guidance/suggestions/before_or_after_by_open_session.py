"""The command for a score, `before` or `after`: it depends on whether a session is open now."""

import shlex
from collections.abc import Sequence
from datetime import datetime

from paintrack.commands._shared.guidance.meanings.named_ids import ids_in
from paintrack.commands._shared.guidance.suggestions.by_command.removing.undeletion import is_recorded
from paintrack.commands._shared.id_resolution import labels_of
from paintrack.model.entries import Session
from paintrack.model.open_session import current_session, open_conditions, open_ratings
from paintrack.model.values.moment import now_moment
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader
from paintrack.views.rating_command_lines import after_all_scores


def before_or_after_command(arguments: Sequence[str], reader: Reader, now: datetime) -> list[str]:
    """The one command of the two that takes a score with these arguments now, as a list; empty if that is not clear."""
    session = current_session(reader.open_sessions(), now_moment(now))
    if session is None:
        return ["before"]
    if "--for" in arguments:
        rating = session.rating_of(arguments[arguments.index("--for") + 1])
        return ["before"] if rating is None else ["after"] if rating.is_open else []
    return ["after"] if len(open_ratings(session)) == 1 else []


def examples_for_open_session(
    example: list[str], rest: Sequence[str], reader: Reader, now: datetime
) -> list[tuple[list[str], list[str]]]:
    """Examples that work now, each with the words behind it: `after` where a session waits for it, else `log`.

    `example` is that of a word for the beginning or the end of a visit. Behind one for the end stands a score, or the
    id of a session (`close 22`), which is no pair of scores.
    """
    if example[0] not in ("before", "after"):
        return [(example, [*rest])]
    open_sessions = reader.open_sessions()
    current = current_session(open_sessions, now_moment(now))
    labels = [] if all(map(is_score, rest)) else ids_in(labels_of(rest))
    if lines_of_ids := [line for label in labels if (line := _line_of_session(label, open_sessions, reader))]:
        return [(line, []) for line in lines_of_ids]
    # An id of no entry says nothing.
    rest = [] if labels else rest
    if example[0] == "before" and current is None:
        return [(example, [*rest])]
    session = current or next(iter(open_sessions), None)
    if session is None:
        return [(["log", "BEFORE", "3"] if rest else ["log", "7", "3"], [*rest])]
    option = [] if session is current else ["--session", session.label]
    waiting = (["after", "3"], [*rest, *option]) if rest else (_all_scores(session, option), [])
    same_label = [_line_of_session(word, open_sessions, reader) for word in rest if len(rest) == 1 and is_score(word)]
    return [waiting, *((each, []) for each in same_label if each[:1] == ["after"])]


def with_arrival(line: list[str], example: Sequence[str]) -> list[str]:
    """A line of `log` whose one score is that on leaving, as in the example `log BEFORE 3`, with BEFORE in front of it.

    >>> with_arrival(["log", "4", "--for", "neck"], ["log", "BEFORE", "3"])
    ['log', 'BEFORE', '4', '--for', 'neck']
    """
    is_leaving_alone = example[1:2] == ["BEFORE"] and [*map(is_score, line[1:3])] in ([True], [True, False])
    return [line[0], "BEFORE", *line[1:]] if is_leaving_alone else line


def _line_of_session(label: str, open_sessions: Sequence[Session], reader: Reader) -> list[str]:
    """The line for the scores on leaving of a session, or the one that shows it; empty if it is not recorded."""
    for session in open_sessions:
        if session.label == label:
            return _all_scores(session, ["--session", label])
    return ["show", label] if label.startswith("last") or is_recorded(label, reader) else []


def _all_scores(session: Session, options: Sequence[str]) -> list[str]:
    return [*shlex.split(after_all_scores(open_conditions(session)))[1:], *options]
