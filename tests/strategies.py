"""Strategies for all that a history can hold: every kind of entry, up to 2025, with hostile but storable text."""

from dataclasses import fields as dataclass_fields
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st

from paintrack.analysis.condition.chart_data import Bar, Bracket, ChartData, EffectMark, Mark
from paintrack.model.acupuncture.techniques import TECHNIQUES
from paintrack.model.changes.tombstone import Tombstone
from paintrack.model.entries import KINDS as ENTRY_KINDS
from paintrack.model.entries import AnyEntry, Rating, Reading, Session, SideEffect, entry_class_of
from paintrack.model.fields import fields_of
from paintrack.model.other_entries import CHANGES
from paintrack.model.symptoms.side_effect_kinds import OTHER, SERIOUS_KINDS, SIDE_EFFECT_KINDS
from paintrack.model.typed.typed_text import clean, digest, folded
from paintrack.model.values.field_types import (
    CHANGE,
    COUNT,
    DIGEST,
    FLAG,
    INSTANT,
    LINE,
    LOCAL_TIME,
    MONEY,
    MONTH,
    OPTIONAL_TEXT,
    POINTS,
    RATINGS,
    SCORE,
    SET_ASIDE,
    SIDE_EFFECTS,
    STAMP,
    TECHNIQUE,
    TEXT,
    FieldType,
)
from paintrack.model.values.moment import Moment, stamp, to_utc
from tests.factories.chart_data import bars_of, daily_scores, on_days
from tests.factories.courses import in_order
from tests.factories.entries import a_note, a_peg, a_plan, a_question, a_session

# The two kinds that have scores, and a note of their own.
Scored = Session | Reading
_SCORED = (Session.kind, Reading.kind)
Part = TypeVar("Part", Rating, SideEffect)

_FIRST, _LAST = datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("2025-12-31")
_TRAPS = (
    "=1+1", "'=x", "''+1", "@SUM(A1)", "-7", "＝1", "007", "1e5", "NULL", '"', "a;b", "\\;", "a\\", "😀", "𠀀", "é",
)  # fmt: skip
_letters = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("=+-@'\",;:\\")
# On one line, as names, conditions and points are kept; remarks hold newlines and tabs as well (CR LF and CR are
# typed, LF is kept).
words = (
    (st.sampled_from(_TRAPS) | st.text(_letters, max_size=12)).map(lambda text: " ".join(clean(text).split()))
).filter(bool)
remarks = (st.sampled_from(_TRAPS) | st.text(_letters | st.sampled_from("\n\t\r"), max_size=30)).map(clean).filter(bool)
scores = st.integers(0, 100).map(lambda tenths: tenths / 10)
_amounts = st.integers(0, 999_999_999)
_instants = st.datetimes(_FIRST, _LAST, timezones=st.just(UTC))
stamps = _instants.map(stamp)
utc_seconds = _instants.map(to_utc)


_OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_LOCAL_TIMES = st.datetimes(_FIRST, _LAST)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """A moment at any offset, at noon where the time is not given."""
    at = draw(_LOCAL_TIMES).replace(microsecond=0, tzinfo=draw(_OFFSETS))
    given = draw(st.booleans())
    return Moment(at if given else at.replace(hour=12, minute=0, second=0), time_given=given)


_INSTANT_PAIRS = st.tuples(_instants, _instants)
_UIDS = st.uuids().map(lambda uid: uid.hex)


@st.composite
def _entry_fields(draw: st.DrawFn) -> dict[str, Any]:
    """What every entry has."""
    entered, edited = sorted(draw(_INSTANT_PAIRS))
    return {
        "uid": draw(_UIDS),
        "when": draw(moments()),
        "entered": stamp(entered),
        "edited": stamp(edited),
    }


_ratings = st.tuples(words, st.none() | scores, st.none() | scores).map(lambda parts: Rating(*parts))
tombstones = st.builds(Tombstone, _UIDS, st.sampled_from(ENTRY_KINDS), stamps, st.none() | stamps)
_STAMP_NAMES = st.sets(st.sampled_from(["rest", "note", f"rating/{digest('neck')}/after"]))


def _changed(draw: st.DrawFn, edited: str) -> dict[str, str] | None:
    """Change stamps, none of them after the entry was last changed."""
    return dict.fromkeys(draw(_STAMP_NAMES), edited) or None


# What a merge keeps of two ratings that no session of the other strategies has.
_set_aside = st.dictionaries(st.just(f"rating/{digest('set aside')}"), words, max_size=1) | st.dictionaries(
    st.just(f"rating/{digest('also')}/after"),
    st.builds(
        lambda after, at: {"after": after, "after_at": at, "after_entered": None}, scores, st.none() | utc_seconds
    ),
    max_size=1,
)
_side_effects = st.sampled_from(sorted(SIDE_EFFECT_KINDS)).flatmap(
    lambda kind: (remarks if kind == OTHER.key else st.none() | remarks).map(partial(SideEffect, kind))
)
_BY_TYPE: dict[FieldType, st.SearchStrategy[Any]] = {
    CHANGE: st.sampled_from(CHANGES),
    COUNT: st.integers(1, 999),
    DIGEST: words.map(digest),
    FLAG: st.booleans(),
    INSTANT: utc_seconds,
    LINE: words,
    LOCAL_TIME: moments().map(Moment.iso),
    MONEY: _amounts,
    MONTH: st.dates(_FIRST.date(), _LAST.date()).map(lambda day: f"{day:%Y-%m}"),
    OPTIONAL_TEXT: remarks,
    POINTS: st.lists(words, max_size=3).map(tuple),
    SCORE: scores,
    SIDE_EFFECTS: st.lists(_side_effects, max_size=2).map(tuple),
    STAMP: stamps,
    TECHNIQUE: st.sampled_from(sorted(TECHNIQUES)),
    TEXT: remarks,
}
_OR_NONE = {value_type: st.none() | strategy for value_type, strategy in _BY_TYPE.items()}


def _own_values(entry_class: type[AnyEntry]) -> st.SearchStrategy[dict[str, Any]]:
    """A value for each field that not every entry has, but for ratings; None only where it may be missing."""
    defaults = {field.name: field.default for field in dataclass_fields(entry_class)}
    return st.fixed_dictionaries(
        {
            field.name: _OR_NONE[field.type] if defaults[field.name] is None else _BY_TYPE[field.type]
            for field in fields_of(entry_class)
            if not field.is_of_every_entry and field.type not in (RATINGS, SET_ASIDE)
        }
    )


def _beyond_rows(part: type[Rating | SideEffect], in_rows: set[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Values for the fields of a part that rows cannot say."""
    return st.fixed_dictionaries(
        {field.name: _OR_NONE[field.type] for field in fields_of(part) if field.name not in in_rows}
    )


# Made once: hypothesis looks a strategy over when it first draws from it, and a new one in each example costs more than
# the values.
_VALUES = {entry_class: _own_values(entry_class) for entry_class in map(entry_class_of, ENTRY_KINDS)}
_RATING_VALUES = _beyond_rows(Rating, {"condition", "before", "after"})
_EFFECT_VALUES = _beyond_rows(SideEffect, {"kind", "words"})
_UNKNOWN_TECHNIQUES = st.sampled_from([None, "not_known_yet_2"])
_OTHER_KINDS = st.sampled_from([kind for kind in ENTRY_KINDS if kind not in _SCORED])
_RATINGS = st.lists(_ratings, max_size=3, unique_by=lambda rating: folded(rating.condition))


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session that rows can say: with no, one or several conditions, of which scores may be missing."""
    ratings = draw(_RATINGS)
    return Session(**draw(_entry_fields()), **draw(_VALUES[Session]), ratings=tuple(ratings))


@st.composite
def timed_sessions(draw: st.DrawFn) -> Session:
    """A session with what rows cannot say: all that its ratings and side effects hold, keys not known yet."""
    session = draw(sessions())
    return replace(
        session,
        changed=_changed(draw, session.edited),
        set_aside=draw(_set_aside) or None,
        technique=draw(_UNKNOWN_TECHNIQUES) or session.technique,
        side_effects=tuple(effect._replace(**draw(_EFFECT_VALUES)) for effect in session.side_effects),
    ).with_ratings(rating._replace(**draw(_RATING_VALUES)) for rating in session.ratings)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading, with a remark or without."""
    return Reading(**draw(_entry_fields()), **draw(_VALUES[Reading]))


@st.composite
def _other_entries(draw: st.DrawFn) -> AnyEntry:
    """An entry of any kind but sessions and readings."""
    entry_class = entry_class_of(draw(_OTHER_KINDS))
    shared = draw(_entry_fields())
    return entry_class(**shared, changed=_changed(draw, shared["edited"]), **draw(_VALUES[entry_class]))


def _uid(entry: AnyEntry) -> str:
    return entry.uid


scored_entries: st.SearchStrategy[Scored] = timed_sessions() | readings()
all_entries: st.SearchStrategy[AnyEntry] = scored_entries | _other_entries()
entries_alive_or_deleted: st.SearchStrategy[AnyEntry] = st.builds(
    lambda entry, deleted: replace(entry, deleted=deleted), all_entries, st.none() | stamps
)

# Each in the order in which the file is read: what rows can say, and every kind of entry with all that it can hold.
row_histories: st.SearchStrategy[list[AnyEntry]] = st.lists(sessions() | readings(), max_size=5, unique_by=_uid).map(
    in_order
)
histories: st.SearchStrategy[list[AnyEntry]] = st.lists(all_entries, max_size=5, unique_by=_uid).map(in_order)


def _numbered(entries: list[Scored], first: int) -> list[AnyEntry]:
    return [replace(entry, number=number) for number, entry in enumerate(in_order(entries), first)]


# What a list shows: at least one entry, with short and long numbers.
numbered_histories: st.SearchStrategy[list[AnyEntry]] = st.builds(
    _numbered,
    st.lists(scored_entries, min_size=1, max_size=6, unique_by=_uid),
    st.integers(1, 20) | st.integers(1, 99_000),
)

_mark_texts = st.text(alphabet="ab é膝痛ｱＡ\u0301\u202e\x1b\n", min_size=1, max_size=60)
score_pairs = st.tuples(st.none() | scores, st.none() | scores).filter(lambda pair: pair != (None, None))


_GOALS = st.none() | scores
_TWO_SCORES = st.lists(scores, max_size=2)
_FEW_SCORES = st.lists(scores, max_size=4)
_FIRST_NUMBERS = st.sampled_from([1, 7, 95, 960])
_MARKS = st.lists(st.builds(Mark, st.dates(date(2026, 6, 1), date(2028, 3, 1)), _mark_texts), max_size=4)


@st.composite
def chart_data_sets(draw: st.DrawFn, least: int = 0) -> ChartData:
    """The data of any chart of weekly sessions, `least` or more."""
    pairs = draw(st.lists(score_pairs, min_size=least, max_size=80))
    bars = tuple(
        bar._replace(readings=daily_scores(bar.day, *draw(_FEW_SCORES))) for bar in bars_of(pairs, draw(_FIRST_NUMBERS))
    )
    marks = draw(_MARKS)
    return ChartData(
        "lower back",
        bars,
        early=daily_scores(date(2026, 7, 1), *draw(_FEW_SCORES)),
        goal=draw(_GOALS),
        marks=tuple(sorted(marks, key=lambda mark: mark.day)),
        of=len(bars),
    )


@st.composite
def chart_data_sets_on_days(draw: st.DrawFn) -> ChartData:
    """A chart with at least one session, on any days: several on one day, or a year apart."""
    chart_data = draw(chart_data_sets(least=1))
    gap = st.one_of(st.just(0), st.integers(1, 9), st.integers(1, 400))
    gaps = draw(st.lists(gap, min_size=len(chart_data.bars), max_size=len(chart_data.bars)))
    return on_days(chart_data, [sum(gaps[: index + 1]) for index in range(len(gaps))])


@st.composite
def full_chart_data_sets(draw: st.DrawFn) -> ChartData:
    """The data of any chart with a score: sessions on any days of up to three years, lanes and medians."""
    days = st.dates(date(2025, 11, 1), draw(st.sampled_from([date(2025, 11, 9), date(2026, 2, 1), date(2028, 10, 1)])))
    first_id = draw(st.sampled_from([1, 8, 95, 99_990]))
    bars = tuple(
        Bar(number, day, *draw(score_pairs), id=first_id + 2 * number)
        for number, day in enumerate(sorted(draw(st.lists(days, max_size=70))), 1)
    )
    bars = tuple(
        bar._replace(readings=daily_scores(bar.day, *draw(_TWO_SCORES))) if bar.number % 3 else bar for bar in bars
    )
    arrivals = [bar.number for bar in bars if bar.before is not None]
    medians = st.sampled_from([0.0, 4.25, 6.5, 10.0])
    brackets = (
        (Bracket(arrivals[0], arrivals[2], draw(medians)), Bracket(arrivals[-3], arrivals[-1], draw(medians)))
        if len(arrivals) > 2
        else ()
    )
    first_day = bars[0].day if bars else date(2025, 11, 9)
    marks = draw(st.lists(st.builds(Mark, days, _mark_texts), max_size=draw(st.sampled_from([2, 8, 60]))))
    effects = draw(st.lists(st.builds(EffectMark, days, _mark_texts, st.booleans()), max_size=20))
    return ChartData(
        draw(st.sampled_from(["lower back", "ألم أسفل الظهر", "膝の痛み"])),
        bars,
        early=daily_scores(first_day - timedelta(days=9), *draw(st.lists(scores, min_size=not bars, max_size=9))),
        goal=draw(_GOALS),
        marks=tuple(sorted(marks, key=lambda mark: mark.day)),
        of=len(bars) + draw(st.integers(0, 2)),
        brackets=draw(st.sampled_from([brackets, ()])),
        not_counted=draw(st.sampled_from([arrivals[0], None])) if arrivals else None,
        effects=tuple(sorted(effects)),
        is_mostly_zero=draw(st.booleans()),
    )


class HardHistory(NamedTuple):
    """A history and every text of it that must stand on its page."""

    entries: list[AnyEntry]
    never_left_out: list[str]


# Far longer than any line or cell: one word without a blank, and words from right to left.
_LONG_WORDS = (
    "x" * 3000,
    "ب" * 1500,
    " ".join(["أميتريبتيلين"] * 200),
    " ".join(f"word{place}" for place in range(600)),
)


def _long_remark(kind: str, place: int, words: str) -> str:
    return f"{kind} {place}: {words} {kind}{place}end."


def _numbered_words(kind: str, place: int, words: int) -> str:
    return f"{kind} {place}: " + " ".join(f"{kind}{place}x{word}" for word in range(words)) + "."


@st.composite
def hard_histories(draw: st.DrawFn, *, has_long_texts: bool = False) -> HardHistory:
    """Up to 60 sessions of up to four conditions, 30 changes, 20 questions and 15 serious symptoms.

    `has_long_texts`: and one more of each with thousands of characters.
    """
    counts = [draw(st.integers(0, most)) for most in (30, 20, 15)]
    length = st.integers(1, 40)
    changes, questions, symptoms = (
        [_numbered_words(kind, place, draw(length)) for place in range(count)]
        for kind, count in zip(("change", "question", "symptom"), counts, strict=True)
    )
    if has_long_texts:
        for kind, texts in (("change", changes), ("question", questions), ("symptom", symptoms)):
            texts.append(_long_remark(kind, len(texts), draw(st.sampled_from(_LONG_WORDS))))
    sessions, conditions = draw(st.integers(1, 60)), draw(st.integers(1, 4))
    entries: list[AnyEntry] = [
        a_session(
            ratings=[Rating(f"condition {each}", float((day + each) % 11), 2.0) for each in range(conditions)],
            at=6 * day,
            points=tuple(f"BL{day % 20 + place}" for place in range(6)),
            side_effects=(SideEffect("bruise_bleeding", f"mark {day}"),),
        )
        for day in range(sessions)
    ]
    days = st.integers(-400, 6 * sessions)
    entries += [a_note(text, at=draw(days)) for text in changes]
    entries += [a_question(text, at=draw(days)) for text in questions]
    kinds = st.sampled_from([kind.key for kind in SERIOUS_KINDS if kind.key in SIDE_EFFECT_KINDS])
    entries += [
        a_session(ratings=(), at=6 * place, side_effects=(SideEffect(draw(kinds), text),))
        for place, text in enumerate(symptoms)
    ]
    entries += [a_peg(7, 8, 7, at=0), a_peg(4, 4, 4, at=6 * sessions), a_plan(condition="condition 0", sessions=60)]
    return HardHistory(entries, [*changes, *questions, *symptoms])


# Both scripts, a digit, a Latin letter, and what stands between the words of two directions.
WORDS_OF_BOTH_DIRECTIONS = st.lists(st.text("אבכדواء07mg", min_size=1, max_size=6), min_size=1, max_size=6).map(
    " ".join
)


@st.composite
def right_to_left_texts(draw: st.DrawFn, number: int = 4) -> list[str]:
    """Texts with a letter from right to left; each has another one first, so that none is the beginning of another."""
    return [f"{letter}{draw(WORDS_OF_BOTH_DIRECTIONS)}" for letter in "קרשתלמנסעפ"[:number]]
