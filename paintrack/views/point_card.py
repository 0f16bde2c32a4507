"""Acupuncture points that are looked up: one in full, several as a list, the patient's own with their counts."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from paintrack.model.acupuncture.point_regions import region_of
from paintrack.model.acupuncture.points import PointLike
from paintrack.model.displayed_text import capitalize_first, isolated, listed
from paintrack.model.recorded_name import RecordedName
from paintrack.views.text_layout import pack
from paintrack.views.text_table import names_with_facts, table_lines
from paintrack.views.value_words import counted, show_period

# On fewer columns each point has a paragraph of its own.
_TABLE_FROM = 60
_MOST_SESSIONS = 10


class PointRow(PointLike, Protocol):
    """A row of the point table with the name of its meridian."""

    @property
    def meridian(self) -> str:
        """The meridian in words (`Large Intestine`), or the group of an extra point."""

    @property
    def english_name(self) -> str:
        """The meridian and the number in words (`Large Intestine 4`), or the group of an extra point."""


class PointCard(NamedTuple):
    """A point of the table, the ids of the patient's sessions with it, oldest first, and its counts and days."""

    point: PointRow
    sessions: Sequence[str]
    recorded: RecordedName | None


def point_card(card: PointCard, *, width: int, plain: bool = False) -> str:
    """Everything on one point, a line for each fact; `plain` for a screen reader."""
    facts = [(label, value) for label, value in _facts(card, long=plain) if value]
    if plain:
        return "\n".join([f"{card.point.code}.", *(f"{label}: {value}." for label, value in facts)])
    return "\n".join(table_lines([("Point", card.point.code), *facts], width))


def point_list(points: Sequence[PointRow], *, width: int) -> str:
    """A line for each of the points, at least one, and how to see one in full."""
    rows = [(each.code, each.pinyin_toned or each.pinyin, each.english_name) for each in points]
    lines = (
        table_lines(rows, width)
        if width >= _TABLE_FROM
        else [pack([f"{row[0]} {row[1]},", row[2]], width) for row in rows]
    )
    return "\n".join([*lines, pack([f"In full: paintrack points {points[0].code}"], width)])


def own_points(names: Sequence[RecordedName], full_names: Mapping[str, str], *, width: int, plain: bool = False) -> str:
    """A line for each point of the patient's sessions, in the order of `names`; `full_names` are by code."""
    if not names:
        return pack(
            [
                "No point recorded yet.",
                "Look one up: paintrack points ST36.",
                "Record some: paintrack log 7 3 --points LI4,ST36",
            ],
            width,
        )
    rows = [
        (
            isolated(full_names.get(each.name, each.name)),
            counted(each.times, "session"),
            show_period(each.first, each.last, long=plain),
        )
        for each in names
    ]
    return names_with_facts(rows, width, in_words=plain)


def point_record(card: PointCard) -> dict[str, Any]:
    """The point as JSON-ready values; null for a name that the table lacks."""
    point, recorded = card.point, card.recorded
    return {
        "code": point.code,
        "pinyin": point.pinyin,
        "pinyin_toned": point.pinyin_toned or None,
        "characters": point.characters or None,
        "also_called": list(point.also_called),
        "english_name": point.english_name,
        "meridian": point.meridian,
        "region": region_of(point.code),
        "sessions": list(card.sessions),
        "first": None if recorded is None else recorded.first.isoformat(),
        "last": None if recorded is None else recorded.last.isoformat(),
    }


def own_point_records(names: Sequence[RecordedName]) -> list[dict[str, Any]]:
    """The patient's own points as JSON-ready values."""
    return [
        {"point": each.name, "sessions": each.times, "first": each.first.isoformat(), "last": each.last.isoformat()}
        for each in names
    ]


def _facts(card: PointCard, *, long: bool) -> list[tuple[str, str]]:
    point = card.point
    return [
        ("Name", point.pinyin_toned or point.pinyin),
        ("Characters", point.characters),
        ("Also called", ", ".join(point.also_called)),
        ("In English", point.english_name),
        ("Meridian", point.meridian),
        ("Region", capitalize_first(region_of(point.code))),
        ("Your sessions", _sessions(card, long=long)),
    ]


def _sessions(card: PointCard, *, long: bool) -> str:
    if not card.sessions or card.recorded is None:
        return "none with it yet"
    more = len(card.sessions) - _MOST_SESSIONS
    newest = card.sessions[-_MOST_SESSIONS:]
    period = show_period(card.recorded.first, card.recorded.last, long=long)
    ids = f"{'id' if len(newest) == 1 else 'ids'} {listed([*newest], 'and')}"
    return f"{len(card.sessions)}, {period}; {f'the newest {len(newest)}: ' if more > 0 else ''}{ids}"
