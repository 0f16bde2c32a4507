"""Histories that a page is made of, and the page as text."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from paintrack.domain.entry import AnyEntry, Session
from paintrack.domain.remarks import Note, Peg, Plan, Question
from paintrack.domain.sample import sample_course, sample_remarks
from paintrack.domain.summary import Asked, Summary, summary_of
from paintrack.domain.when import to_utc
from paintrack.storage.store import writing
from paintrack.views.charts import dumbbells
from paintrack.views.page import drawn
from paintrack.views.page_text import WIDTH, fitted, page_text
from tests.entries import NOW, STAMP, moment, moments
from tests.strategies import histories, remarks, scores, words
from tests.views.histories import k1

PRINTED = date(2026, 9, 14)


def note(text: str, at: str = "2026-08-19 20:00", *, private: bool = False) -> Note:
    """A note at a local time."""
    return Note(uid=_uid(text), when=moment(at), entered=STAMP, edited=STAMP, text=text, private=private)


def question(text: str, at: str = "2026-09-07 20:00", *, done: str | None = None) -> Question:
    """A question at a local time."""
    return Question(uid=_uid(text), when=moment(at), entered=STAMP, edited=STAMP, text=text, done=done)


def peg(pain: float, enjoyment: float, activity: float, at: str) -> Peg:
    """Function in everyday life at a local time."""
    return Peg(
        uid=_uid(at), when=moment(at), entered=STAMP, edited=STAMP, pain=pain, enjoyment=enjoyment, activity=activity
    )


def plan(sessions: int | None = 12, goal: float | None = 3, *, condition: str = "lower back", at: str = "") -> Plan:
    """A plan, from 6 July 2026 when nothing else is said."""
    when = moment(at or "2026-07-06 09:00")
    return Plan(
        uid=_uid(condition), when=when, entered=STAMP, edited=STAMP, condition=condition, sessions=sessions, goal=goal
    )


def k1_page() -> list[AnyEntry]:
    """K1 with all that sketch 4 shows."""
    course = [replace(each, practitioner="Dr Li") if isinstance(each, Session) else each for each in k1()]
    return in_order(
        [
            *course,
            plan(),
            note("started amitriptyline 10 mg"),
            peg(6, 7, 6, "2026-07-06 13:00"),
            peg(4, 4, 5, "2026-09-07 13:00"),
            question("Is every second week enough from now on?"),
            question("Does the amitriptyline stay?", "2026-09-07 20:01"),
        ]
    )


def sample_page() -> list[AnyEntry]:
    """The sample course with its remarks."""
    return in_order([*sample_course(), *sample_remarks()])


def in_order(entries: Sequence[AnyEntry]) -> list[AnyEntry]:
    """The entries as the file gives them: by (at, uid)."""
    return sorted(entries, key=lambda entry: (to_utc(entry.at), entry.uid))


def summed(
    entries: Sequence[AnyEntry], asked: Asked | None = None, *, printed: date = PRINTED, **settings: str
) -> Summary:
    """The page's figures."""
    return summary_of(in_order(entries), settings, asked or Asked(), printed)


def as_text(summary: Summary, *, ascii_only: bool = False) -> str:
    """The page as the command prints it."""
    picture = drawn(summary)
    chart = dumbbells(picture, width=WIDTH, ascii_only=ascii_only) if picture else ""
    return page_text(fitted(summary, chart), chart)


def keep(file: Path, entries: Sequence[AnyEntry]) -> None:
    """Write the entries into the file as they are, in one step."""
    with writing(file, NOW) as writer:
        for entry in entries:
            writer.take_over(replace(entry, edited=max(entry.edited, entry.entered)))
        writer.describe("a course")


def _uid(text: str) -> str:
    return text.encode().hex()[:32].ljust(32, "0")


_who = {
    "uid": st.uuids().map(lambda uid: uid.hex),
    "when": moments(),
    "entered": st.just(STAMP),
    "edited": st.just(STAMP),
}
_remarks: st.SearchStrategy[AnyEntry] = st.one_of(
    st.builds(Note, **_who, text=remarks, private=st.booleans()),
    st.builds(Question, **_who, text=remarks),
    st.builds(Peg, **_who, pain=scores, enjoyment=scores, activity=scores),
    st.builds(Plan, **_who, condition=words, sessions=st.none() | st.integers(1, 999), goal=st.none() | scores),
)
any_history: st.SearchStrategy[list[AnyEntry]] = st.builds(
    lambda scored, others: in_order([*scored, *others]), histories, st.lists(_remarks, max_size=5)
)
