"""What the recording commands share: from options as typed to values, and the answer to the patient."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import Visit
from paintrack.commands._shared.streams import advise
from paintrack.errors import UsageError
from paintrack.model.entry import Rating, Session
from paintrack.model.moment import Moment
from paintrack.model.score import parse_score
from paintrack.model.session_details import SessionDetails, parse_details
from paintrack.model.text import counted, folded, one_line
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.session_confirmation import scale_explanation

if TYPE_CHECKING:
    from paintrack.model.points import PointLike

FIRST_CONDITION = "pain"
_NOTE_LIMIT = 1_000_000


def details_of(details: Visit) -> SessionDetails:
    """The options as values; `--note -` reads standard input. Raises UsageError."""
    return parse_details(
        points=details.points,
        technique=details.technique,
        practitioner=details.practitioner,
        side_effects=details.side_effects,
        cost=details.cost,
        covered=details.covered,
        note=note_of(details.note),
        table=point_table,
    )


def point_table() -> "Iterable[PointLike]":
    """The table of points; parsed when a name is to be looked up in it."""
    from paintrack.data.point_table import load_points

    return load_points()


def note_of(text: str | None) -> str | None:
    """The remark as typed, or from standard input when it is `-`. Raises UsageError."""
    if text != "-":
        return text
    try:
        typed = sys.stdin.read(_NOTE_LIMIT + 1) if sys.stdin else ""
    except UnicodeDecodeError:
        raise UsageError("The note on standard input is no text here. Nothing saved.") from None
    advise([typed])
    if len(typed) > _NOTE_LIMIT:
        raise UsageError("The note on standard input is longer than a million characters. Nothing saved.")
    return typed


def score_of(words: Sequence[str], *, example: str) -> float:
    """The one score typed as words. Raises UsageError for a word too many."""
    scores_of(words, most=1, example=example)
    return parse_score(words[0])


def scores_of(words: Sequence[str], *, most: int, example: str) -> list[float | None]:
    """The scores typed as words, None for each that is missing. Raises UsageError for a word too many."""
    scores = [parse_score(word) for word in words[:most]]
    if len(words) > most:
        rest = " ".join(words[most:])
        if rest[0].isdigit():
            raise UsageError(f"{counted(len(words), 'score')} are too many here: paintrack {example}. Nothing saved.")
        raise UsageError(f'To say what you rate: paintrack {example} --for "{rest}". Nothing saved.')
    return [*scores, *[None] * (most - len(scores))]


def asked_score(here: Here, question: str) -> float | None:
    """The score that the person types, asked again until it is one; None for Enter. Raises StoppedError."""
    while typed := here.ask(question):
        try:
            return parse_score(typed)
        except UsageError as error:
            here.warn(str(error))
    return None


def also_of(typed: Sequence[str], *, most: int) -> list[tuple[str, list[float | None]]]:
    """What `--also` says: each condition with its scores (`neck=6:3`, `neck=6`). Raises UsageError."""
    found: list[tuple[str, list[float | None]]] = []
    for text in typed:
        name, sign, scores = text.rpartition("=")
        parts = scores.split(":")
        if not sign or len(parts) > most or not any(part.strip() for part in parts):
            form = "neck=6:3" if most == 2 else "neck=6"
            raise UsageError(f"--also takes a condition and its scores: {form}. You typed {text}. Nothing saved.")
        values = [parse_score(part) if part.strip() else None for part in parts]
        found.append((one_line(name, "The condition"), [*values, *[None] * (most - len(values))]))
    return found


def condition_of(typed: str | None, reader: Reader) -> str:
    """The condition meant: as typed, in the spelling that is known; else the usual one; else `pain`."""
    if typed is None:
        return reader.usual_condition() or FIRST_CONDITION
    return reader.spelling(typed) or typed


def name_of(typed: str | None) -> str | None:
    """The condition as typed, cleaned; None when it was not typed. Raises UsageError."""
    return None if typed is None else one_line(typed, "The condition")


def refuse_twins(here: Here, main: str | None, also: Sequence[str]) -> None:
    """Raise UsageError when a condition is rated twice in one command; `main` None is the usual one.

    Asked before the write begins, so that a refusal makes no file.
    """
    if not also:
        return
    with here.reading() as reader:
        names = [condition_of(main, reader), *also]
    seen: set[str] = set()
    for name in names:
        if folded(name) in seen:
            raise UsageError(f"{name} is rated twice here. Give its scores once. Nothing saved.")
        seen.add(folded(name))


def first_words(condition: str, typed: str | None, reader: Reader) -> list[str]:
    """What the first entry of a condition is told: which way the scale goes, and how to name what is rated."""
    if reader.spelling(condition) is not None:
        return []
    return [
        *_near(condition, reader.conditions()),
        scale_explanation(condition, may_name=typed is None and condition == FIRST_CONDITION),
    ]


def _near(condition: str, known: Sequence[str]) -> list[str]:
    """A word on a name that is new and looks like one that is known."""
    import difflib

    names = {folded(name): name for name in known}
    near = [names[name] for name in difflib.get_close_matches(folded(condition), list(names), n=1, cutoff=0.75)]
    return [f'{condition} is new. Did you mean {near[0]}? paintrack undo, then --for "{near[0]}"'] if near else []


def session_of(here: Here, reader: Reader, label: str) -> Session:
    """The session that an id names. Raises UsageError for the id of something else, NotFoundError for none."""
    entry = here.found(reader, label)
    if not isinstance(entry, Session):
        raise UsageError(f"{label} is a {entry.kind}; --session takes the id of a session, such as 12. Nothing saved.")
    return entry


def new_session(when: Moment, stamp: str, ratings: Sequence[Rating] = ()) -> Session:
    """A session that was not saved yet."""
    return Session(uid=uuid4().hex, when=when, entered=stamp, edited=stamp, ratings=tuple(ratings))


def spelled(details: SessionDetails, reader: Reader) -> SessionDetails:
    """The details with the practitioner's name as the patient first wrote it."""
    if details.practitioner is None:
        return details
    known = reader.practitioner_spelling(details.practitioner)
    return details._replace(practitioner=known or details.practitioner)


def priced(session: Session, reader: Reader) -> Session:
    """The session with the usual currency where it has an amount that names none."""
    if session.currency is not None or (session.cost is None and session.covered is None):
        return session
    return replace(session, currency=reader.settings().get("currency"))
