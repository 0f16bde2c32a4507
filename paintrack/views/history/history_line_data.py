"""The lines of the history: one for each rating of a session and one for each reading, oldest first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from paintrack.analysis.time_from_session_to_reading import SessionTimes, time_after_last_rated
from paintrack.model.displayed_text import isolated
from paintrack.model.entries import AnyEntry, Reading, Session, kind_name
from paintrack.model.fields import fields_of
from paintrack.model.other_entries import Note, OtherEntry, Question
from paintrack.model.symptoms.side_effect_recognition import is_serious, short_of
from paintrack.model.values.moment import Moment
from paintrack.views.value_words import SERIOUS_MARK, content_in_words

MISSING_SCORE, NO_SCORE, NOTE = "missing", "no score", "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One line: a session's two scores of one condition, or a reading (0 to 10; None: there is none).

    `label` is the id that people type. The first line of an entry `is_first` and has the words about the whole entry.
    `since` says when a reading was taken (`next morning`), `text` is that of an entry without scores (a note) or a
    serious side effect, `also` holds further facts in a word or two each.
    """

    kind: str
    label: str
    when: Moment
    is_first: bool = True
    condition: str = ""
    before: float | None = None
    after: float | None = None
    reading: float | None = None
    since: str = ""
    text: str = ""
    also: tuple[str, ...] = ()

    @property
    def change(self) -> float | None:
        """After minus before, -10 to 10 with one decimal; None if either is missing."""
        if self.before is None or self.after is None:
            return None
        return round(self.after - self.before, 1)

    @property
    def is_serious(self) -> bool:
        """Whether it is the line of a serious side effect. A note may begin with the same mark."""
        return self.kind == Session.kind and self.text.startswith(SERIOUS_MARK)

    @property
    def labelled_text(self) -> str:
        """The text after its kind, `question: does it stay?`; in a note or a session the text alone."""
        has_kind = self.text and self.kind not in (Note.kind, Session.kind)
        return f"{kind_name(self.kind)}: {self.text}" if has_kind else self.text


def history_lines_of(entries: Sequence[AnyEntry], session_times: SessionTimes) -> list[HistoryLine]:
    """The lines of the entries, in their order.

    `session_times` holds also the sessions that a filter leaves out: which one came before a reading does not depend on
    filters.
    """
    lines: list[HistoryLine] = []
    for entry in entries:
        if isinstance(entry, Session):
            lines += _session_lines(entry)
        elif isinstance(entry, Reading):
            lines.append(_reading_line(entry, session_times))
        else:
            lines.append(_remark_line(entry))
    return lines


def _session_lines(session: Session) -> list[HistoryLine]:
    names = {effect: short_of(effect) for effect in session.side_effects}
    serious = [effect for effect in names if is_serious(effect)]
    side_effects = tuple(dict.fromkeys(name for effect, name in names.items() if effect not in serious))
    note = (*_listed_values(session), *((NOTE,) if session.note else ()))
    line = HistoryLine(kind=session.kind, label=session.label, when=session.when)
    # A line of its own, so that a narrow column does not cut what may matter most.
    serious_lines = [
        replace(line, is_first=False, text=f"{SERIOUS_MARK}{name}") for name in dict.fromkeys(map(names.get, serious))
    ]
    if not session.ratings:
        return [replace(line, also=(NO_SCORE, *side_effects, *note)), *serious_lines]
    lines: list[HistoryLine] = []
    for rating in session.ratings:
        is_first = not lines
        is_incomplete = rating.before is None or rating.after is None
        also = (
            *((MISSING_SCORE,) if is_incomplete else ()),
            *(side_effects if is_first else ()),
            *(note if is_first else ()),
        )
        lines.append(
            replace(
                line,
                is_first=is_first,
                condition=rating.condition,
                before=rating.before,
                after=rating.after,
                also=also,
            )
        )
    return lines + serious_lines


def _reading_line(reading: Reading, session_times: SessionTimes) -> HistoryLine:
    return HistoryLine(
        kind=reading.kind,
        label=reading.label,
        when=reading.when,
        condition=reading.condition,
        reading=reading.score,
        since=time_after_last_rated(session_times, reading),
        also=(*_listed_values(reading), *((NOTE,) if reading.note else ())),
    )


def _listed_values(entry: Session | Reading) -> tuple[str, ...]:
    """The values of the fields with `in_list`, in words: `took ibuprofen`."""
    return tuple(
        f"{field.clear_word} {isolated(value)}"
        for field in fields_of(type(entry))
        if field.in_list and (value := getattr(entry, field.name))
    )


def _remark_line(entry: OtherEntry) -> HistoryLine:
    also = (entry.state,) if entry.state else ()
    text = isolated(entry.text) if isinstance(entry, Note | Question) else content_in_words(entry)
    return HistoryLine(kind=entry.kind, label=entry.label, when=entry.when, text=text, also=also)
