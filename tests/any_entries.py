"""Strategies for all that a JSON file can say: every kind of entry that is not deleted, up to 2025, hostile text."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from paintrack.domain.entry import AnyEntry, Rating, SideEffect
from paintrack.domain.remarks import Note, Peg, Plan, Question
from paintrack.domain.when import Moment, stamp, to_utc
from tests.strategies import instants, moments, readings, remarks, scores, sessions, words

_stamps = instants.map(stamp)
_utc_seconds = instants.map(to_utc)


@st.composite
def _whole_sessions(draw: st.DrawFn) -> AnyEntry:
    """A session with what rows cannot say: times of its own for scores and side effects, keys not known yet."""
    session = draw(sessions())
    return replace(
        session,
        technique=draw(st.sampled_from([session.technique, "not_known_yet_2"])),
        ratings=tuple(
            Rating(
                rating.condition,
                rating.before,
                rating.after,
                draw(st.none() | _utc_seconds),
                draw(st.none() | _utc_seconds),
                draw(st.none() | _stamps),
                draw(st.none() | _stamps),
            )
            for rating in session.ratings
        ),
        side_effects=tuple(
            SideEffect(effect.kind, effect.words, draw(st.none() | moments().map(Moment.iso)))
            for effect in session.side_effects
        ),
    )


@st.composite
def _others(draw: st.DrawFn) -> AnyEntry:
    entered, edited = sorted(draw(st.tuples(instants, instants)))
    common: dict[str, Any] = {
        "uid": draw(st.uuids()).hex,
        "when": draw(moments()),
        "entered": stamp(entered),
        "edited": stamp(edited),
    }
    kind = draw(st.sampled_from([Note, Question, Peg, Plan]))
    if kind is Note:
        return Note(text=draw(remarks), private=draw(st.booleans()), **common)
    if kind is Question:
        return Question(text=draw(remarks), done=draw(st.none() | _stamps), **common)
    if kind is Peg:
        return Peg(pain=draw(scores), enjoyment=draw(scores), activity=draw(scores), **common)
    return Plan(
        condition=draw(words),
        sessions=draw(st.none() | st.integers(1, 999)),
        goal=draw(st.none() | scores),
        ended=draw(st.none() | _stamps),
        **common,
    )


any_entry: st.SearchStrategy[AnyEntry] = _whole_sessions() | readings() | _others()
# In the order in which the file is read: by (at, uid).
any_histories: st.SearchStrategy[list[AnyEntry]] = st.lists(
    any_entry, max_size=5, unique_by=lambda entry: entry.uid
).map(lambda entries: sorted(entries, key=lambda entry: (to_utc(entry.at), entry.uid)))
