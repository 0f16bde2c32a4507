"""How anyone's CSV was understood: which column becomes what, and the first rows as they would be stored."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from paintrack.model.acupuncture.techniques import technique_label
from paintrack.model.displayed_text import isolated, listed
from paintrack.model.entries import AnyEntry, Rating, Reading, Session, sessions_of
from paintrack.model.importing.import_types import SCALES, TIME, ColumnMapping, SheetEntry, SheetPreview
from paintrack.model.symptoms.side_effect_recognition import short_of
from paintrack.model.typed.typed_text import folded
from paintrack.views.confirmations.confirmation_parts import cost_in_words
from paintrack.views.importing.dialect_words import date_format_in_letters, dialect_in_words
from paintrack.views.text_layout import fill, truncate
from paintrack.views.text_table import table_lines
from paintrack.views.value_words import counted, scores_in_words, show_day, show_moment, show_score

if TYPE_CHECKING:
    from paintrack.model.values.moment import Moment

FIRST_ROWS = 5
_TABLE_FROM = 60
_NAMED = 10
_LONGEST_NAME, _LONGEST_TEXT = 20, 60
_MEANINGS = {"at": "date", TIME: "time of day", "score": "score of a reading", "side_effects": "side effects"}


def preview(sheet: SheetPreview, *, width: int, plain: bool = False) -> str:
    """How the file was read, a table of its columns, and one of the first entries, or below 60 columns lines.

    `plain`: sentences in place of both tables.
    """
    mapping = sheet.mapping
    columns = [(name, _meaning(key, mapping)) for name, key in zip(mapping.header, mapping.targets, strict=True) if key]
    if mapping.condition:
        columns.append(("(--for)", f"condition {isolated(mapping.condition)}"))
    short = [(truncate(isolated(name), width // 3, ascii_only=True), meaning) for name, meaning in columns]
    lines = [f"Read as {dialect_in_words(sheet.dialect)}."]
    if plain:
        lines += [f"Column {name} becomes {meaning}." for name, meaning in short]
    else:
        lines += ["", *table_lines([("column", "becomes"), *short], width)]
    if left_out := left_out_sentence(mapping.columns_left_out):
        lines += [fill(left_out, width, rest="  ")]
    if sheet.entries:
        rows = _rows(sheet.entries[:FIRST_ROWS], width, plain=plain)
        lines += ["", "The first rows as they would be stored:", *rows]
    return "\n".join(lines)


def left_out_sentence(columns: Sequence[str]) -> str:
    """`Columns left out: Weather, Mood.`, by their names in the file; empty if there is none."""
    names = [_name(name) or "(no name)" for name in columns]
    rest = [f"{len(names) - _NAMED:,} more"] if len(names) > _NAMED else []
    return f"Columns left out: {listed([*names[:_NAMED], *rest], 'and')}." if names else ""


def duplicates_sentence(duplicates: Sequence[SheetEntry]) -> str:
    """`There already: line 2 (Mon 6 Jul 2026, pain 7 -> 3) and 3 more.`; empty if there is none."""
    named = [f"line {each.line} ({show_moment(each.entry.when)}, {_scores(each.entry)})" for each in duplicates[:3]]
    rest = [f"{len(duplicates) - 3} more"] if len(duplicates) > 3 else []
    return f"There already: {listed([*named, *rest], 'and')}." if named else ""


def separate_sessions_notice(entries: Sequence[AnyEntry]) -> str:
    """Says that rows with the same time but different conditions become a session each; empty if there are none."""
    rated: defaultdict[Moment, set[str]] = defaultdict(set)
    for entry in entries:
        if isinstance(entry, Session):
            rated[entry.when] |= {folded(rating.condition) for rating in entry.ratings}
    number = sum(len(conditions) > 1 for conditions in rated.values())
    times = "At 1 time" if number == 1 else f"At {number:,} times"
    return f"{times} several conditions have a row each: each row is a session of its own." if number else ""


def excess_cover_notice(entries: Iterable[AnyEntry]) -> str:
    """The first three days on which more is covered than the visit cost; empty if there are none."""
    sessions = [each for each in sessions_of(entries) if each.cost is not None and (each.covered or 0) > each.cost]
    days = [show_day(each.when.day) for each in sessions]
    more = [f"{len(days) - 3} more days"] if len(days) > 3 else []
    return f"More is covered than the visit cost: {listed([*days[:3], *more], 'and')}." if days else ""


def scale_notice(sheet: SheetPreview) -> str:
    """That scores which were read as of 100 are of the size that scores of 10 have; empty where they are not."""
    low, high = sheet.score_sizes
    if sheet.mapping.scale == SCALES[0] or not sheet.score_sizes.speak_against_hundred:
        return ""
    are = f"{low} of {counted(low + high, 'score')} in the file are" if high else "All scores in the file are"
    return f"{are} 10 or below; read as of 100, 8 is 0.8. If they are of 10, leave out --scale 100."


def unknown_points(entries: Sequence[SheetEntry]) -> str:
    """The first three remarks on points that are not in the table; empty if all are known."""
    remarks = list(dict.fromkeys(remark for each in entries for remark in each.remarks))
    rest = f" And {counted(len(remarks) - 3, 'more point')} like that." if len(remarks) > 3 else ""
    return f"{' '.join(remarks[:3])}{rest}"


def _meaning(key: str, mapping: ColumnMapping) -> str:
    meaning = _MEANINGS.get(key, key)
    if key == "at" and mapping.date_format:
        return f"{meaning}, written as {date_format_in_letters(mapping.date_format)}"
    if key in ("before", "after", "score") and mapping.scale != 10:
        return f"{meaning}, of {mapping.scale}"
    return meaning


def _rows(first: Sequence[SheetEntry], width: int, *, plain: bool) -> Iterator[str]:
    rows = [(str(row.line), show_moment(row.entry.when), _scores(row.entry), _details(row.entry)) for row in first]
    if width >= _TABLE_FROM and not plain:
        yield from table_lines([("line", "date", "scores", "also"), *rows], width)
    else:
        for line, *values in rows:
            yield fill(f"Line {line}: {', '.join(filter(None, values))}", width, rest="  ")


def _scores(entry: AnyEntry) -> str:
    """`lower back 7 -> 3`: the condition is cut if need be, the scores never."""
    if isinstance(entry, Reading):
        return f"{_name(entry.condition)} {show_score(entry.score)}"
    ratings: tuple[Rating, ...] = entry.ratings if isinstance(entry, Session) else ()
    scores = (f"{_name(each.condition)} {scores_in_words(each).partition(' (')[0]}" for each in ratings)
    return "; ".join(scores) or "a visit without scores"


def _name(text: str) -> str:
    return truncate(isolated(text), _LONGEST_NAME, ascii_only=True)


def _details(entry: AnyEntry) -> str:
    words: list[str | None] = []
    if isinstance(entry, Session):
        words += [", ".join(map(isolated, entry.points)), entry.technique and technique_label(entry.technique)]
        words += [entry.practitioner and isolated(entry.practitioner), *map(short_of, entry.side_effects)]
        words += [cost_in_words(entry.cost, entry.covered, entry.currency)]
    if isinstance(entry, Session | Reading):
        words += [entry.note and isolated(entry.note)]
    return truncate("; ".join(filter(None, words)), _LONGEST_TEXT, ascii_only=True)
