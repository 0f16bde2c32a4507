"""The names in the file with what they stand on: counted, dated, spelled as they were last written."""

from datetime import date
from pathlib import Path

from paintrack.model.entries import Rating
from paintrack.model.name_kind import NameKind
from paintrack.model.recorded_name import RecordedName
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from paintrack.storage.reader import Reader
from tests.factories.entries import NOW, a_plan, a_reading, a_session, a_zero_month


def test_conditions_practitioners_and_points(file: Path) -> None:
    both = (Rating("Lower Back", 7, 3), Rating("neck", 5, 4))
    with open_writer(file, NOW) as writer:
        for entry in (
            a_session(ratings=both, practitioner="Dr Li", points=("LI4", "ST36"), at="2026-03-02 09:00"),
            a_session(condition="lower back", practitioner="DR  LI", points=("LI4",), at="2026-02-02 09:00"),
            a_reading(condition="neck", at="2026-03-05 07:00"),
            a_plan(condition="neck", at="2026-01-01 07:00"),
            a_zero_month("2026-06", at="2026-07-01 09:00"),
        ):
            writer.add(entry)
        writer.delete(writer.add(a_session(condition="gone", practitioner="Gone", points=("SP6",))))
    with open_reader(file) as reader:
        assert reader.recorded_names(NameKind.CONDITION) == [
            RecordedName(
                "Lower Back",
                {"session": 2},
                date(2026, 2, 2),
                date(2026, 3, 2),
                other_spellings=(("lower back", {"session": 1}),),
            ),
            RecordedName("neck", {"plan": 1, "reading": 1, "session": 1}, date(2026, 3, 2), date(2026, 3, 5)),
            RecordedName("migraine", {"zero_month": 1}, date(2026, 7, 1), date(2026, 7, 1)),
        ]
        assert reader.recorded_names(NameKind.PRACTITIONER) == [
            RecordedName(
                "Dr Li",
                {"session": 2},
                date(2026, 2, 2),
                date(2026, 3, 2),
                other_spellings=(("DR  LI", {"session": 1}),),
            )
        ]
        assert [(each.name, each.times) for each in reader.recorded_names(NameKind.POINT)] == [("LI4", 2), ("ST36", 1)]


def test_an_empty_history_has_no_names() -> None:
    assert [Reader(None).recorded_names(kind) for kind in NameKind] == [[], [], []]


def test_a_day_is_the_local_one(file: Path) -> None:
    with open_writer(file, NOW) as writer:
        writer.add(a_session(at="2026-07-01 00:30"))
    with open_reader(file) as reader:
        assert reader.recorded_names(NameKind.CONDITION)[0].first == date(2026, 7, 1)
