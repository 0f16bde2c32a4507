"""The history as JSON: exactly what it was, valid by the schema, and hostile documents are refused in a sentence."""

import io
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any, TextIO

import jsonschema
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from paintrack.errors import FileTroubleError
from paintrack.exchange import json_file
from paintrack.exchange.json_file import DOCUMENT_VERSION, FORMAT, read_json, write_json
from paintrack.model.changes.stored_setting import StoredSetting
from paintrack.model.changes.tombstone import Tombstone
from paintrack.model.displayed_text import listed
from paintrack.model.entries import KINDS, AnyEntry
from paintrack.model.fields import fields_of
from paintrack.model.sample import sample_course
from paintrack.model.serialization.csv_rows import RowError
from paintrack.model.serialization.json_entries import ENTRY_VERSION as RECORD_VERSION
from paintrack.model.serialization.json_entries import to_record
from paintrack.model.settings import PAPERS
from paintrack.views.refusals.refusal_of_error import refusal
from tests.exchange.history_schema import history_schema
from tests.factories.entries import NOW, STAMP, a_reading, a_session
from tests.program import is_one_sentence
from tests.strategies import histories, stamps, tombstones, words

SCHEMA = json.loads((files("paintrack.data") / "history.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
HEAD = f'{{"format": "paintrack history", "version": {DOCUMENT_VERSION}, "settings": {{}}, "entries": '
KINDS_OF_VERSION_1 = ("session", "reading", "note", "question", "peg", "plan")
GONE = Tombstone("a" * 32, "note", STAMP)
LATER = NOW.replace(month=12)
_values = {
    "name": words,
    "before-needling": words,
    "currency": st.sampled_from(["EUR", "Fr."]),
    "paper": st.sampled_from(PAPERS),
}
all_settings = st.fixed_dictionaries(
    {}, optional={name: st.builds(StoredSetting, st.none() | values, stamps) for name, values in _values.items()}
)


def written(
    entries: list[AnyEntry],
    settings: dict[str, StoredSetting] | None = None,
    tombstones: Iterable[Tombstone] = (),
) -> str:
    stream = io.StringIO(newline="")
    write_json(entries, settings or {}, tombstones, stream)
    return stream.getvalue()


def found_in(text: str) -> list[AnyEntry | RowError]:
    return [*read_json(io.StringIO(text, newline=""), LATER).entries]


def errors_in(text: str) -> list[RowError]:
    return [each for each in found_in(text) if isinstance(each, RowError)]


def good_in(text: str) -> list[AnyEntry]:
    return [each for each in found_in(text) if not isinstance(each, RowError)]


def test_the_schema_is_that_of_the_table_of_fields() -> None:
    text = json.dumps(history_schema(), ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("PAINTRACK_WRITE_GOLD"):
        Path(str(files("paintrack.data") / "history.schema.json")).write_text(text, encoding="utf-8")
    assert history_schema() == SCHEMA


@given(histories, all_settings, st.lists(tombstones, unique_by=lambda each: each.uid))
def test_write_read_write_gives_the_same_bytes(
    entries: list[AnyEntry], settings: dict[str, StoredSetting], gone: list[Tombstone]
) -> None:
    assume({each.uid for each in gone}.isdisjoint(each.uid for each in entries))
    text = written(entries, settings, gone)
    VALIDATOR.validate(json.loads(text))
    history = read_json(io.StringIO(text, newline=""), LATER)
    again = [each for each in history.entries if not isinstance(each, RowError)]
    assert (history.settings, history.tombstones) == (settings, gone)
    assert written(again, history.settings, history.tombstones) == text


def as_version_1(entry: AnyEntry) -> dict[str, Any]:
    """The record of the entry as a paintrack of version 1 wrote it."""
    record = to_record(entry) | {"version": 1}
    newer = {field.name for field in fields_of(type(entry)) if field.since > 1} | {"changed"}
    parts: dict[str, set[str]] = {"ratings": {"key"}, "side_effects": {"outcome"}}
    old = {name: value for name, value in record.items() if name not in newer}
    for name, gone in parts.items():
        if name in old:
            old[name] = [{key: value for key, value in part.items() if key not in gone} for part in old[name]]
    return old


@given(histories)
def test_a_document_of_version_1_is_read(entries: list[AnyEntry]) -> None:
    records = [as_version_1(each) for each in entries if each.kind in KINDS_OF_VERSION_1]
    text = json.dumps({"format": FORMAT, "version": 1, "settings": {"name": "Ana"}, "entries": records})
    history = read_json(io.StringIO(text), LATER)
    again = [each for each in history.entries if not isinstance(each, RowError)]
    assert [as_version_1(each) for each in again] == records
    assert (history.settings, history.tombstones) == ({"name": StoredSetting("Ana")}, [])


@given(histories, st.sampled_from([None, 0, 2, "\t"]))
def test_the_layout_of_the_document_makes_no_difference(entries: list[AnyEntry], indent: Any) -> None:
    text = written(entries)
    laid_out = json.dumps(json.loads(text), indent=indent, ensure_ascii=bool(indent))
    assert written(good_in(f"\n {laid_out}\r\n")) == text


def test_the_schema_is_a_schema_and_knows_this_version() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["format"]["const"] == FORMAT
    assert SCHEMA["properties"]["version"]["const"] == DOCUMENT_VERSION
    assert [each["$ref"].rpartition("/")[2] for each in SCHEMA["properties"]["entries"]["items"]["oneOf"]] == [*KINDS]
    assert SCHEMA["$defs"]["session"]["properties"]["version"]["const"] == RECORD_VERSION


@pytest.mark.parametrize(
    "change",
    [{"score": 11}, {"score": "4"}, {"uid": "x"}, {"colour": 1}, {"condition": ""}, {"deleted": "x"}, {"note": "\x1b"}],
    ids=lambda change: str(*change),
)
def test_what_the_schema_refuses_the_import_refuses(change: dict[str, Any]) -> None:
    document = json.loads(written([a_reading()]))
    document["entries"][0] |= change
    assert not VALIDATOR.is_valid(document)
    assert errors_in(json.dumps(document))


@pytest.mark.parametrize(
    ("gone", "reason"),
    [
        ("7", "A deleted entry is a JSON object with uid, kind, deleted and purged."),
        ('{"uid": "x"}', "A deleted entry is a JSON object with uid, kind, deleted and purged."),
        (json.dumps(GONE._asdict() | {"uid": "x"}), "A uid is 32 of the digits 0 to 9 and a to f."),
        (json.dumps(GONE._asdict() | {"kind": "walk"}), f"The kind is {listed([*KINDS])}."),
        (json.dumps(GONE._asdict() | {"deleted": None}), "It is a text, in quotes."),
        (json.dumps(GONE._asdict()) + "," + json.dumps(GONE._asdict()), "An entry before this one has the same uid."),
    ],
)
def test_what_is_wrong_with_what_is_gone_is_said(gone: str, reason: str) -> None:
    (error,) = errors_in(f'{HEAD}[], "gone": [\n{gone}\n]}}')
    assert (error.line, error.column, error.reason) == (2, "gone", reason)


def test_an_entry_is_a_line_and_text_stays_readable() -> None:
    text = written([a_session(note="Tür\nzu"), a_reading(condition="腰")], {"name": StoredSetting("Ana", STAMP)})
    lines = text.splitlines()
    assert lines[0] == (
        f'{{"format": "paintrack history", "version": {DOCUMENT_VERSION}, "settings": '
        f'{{"name": {{"value": "Ana", "edited": "{STAMP}"}}}}, "entries": ['
    )
    assert len(lines) == 5
    assert '"Tür\\nzu"' in lines[1]
    assert '"腰"' in lines[2]
    assert lines[3:] == ['], "gone": [', "]}"]


def test_entries_are_counted_and_written_one_by_one() -> None:
    stream, sizes = io.StringIO(), []

    def entries() -> Iterator[AnyEntry]:
        for each in (a_session(), a_reading(), a_session()):
            sizes.append(stream.tell())
            yield each

    assert write_json(entries(), {}, [], stream) == {"session": 2, "reading": 1}
    assert sizes == sorted({*sizes})


def test_an_empty_history_is_a_document_too() -> None:
    assert written([]) == f'{HEAD}[\n], "gone": [\n]}}\n'
    assert found_in(written([])) == []


def test_the_sample_course_comes_back_without_its_numbers() -> None:
    text = written(sample_course())
    assert written(good_in(text)) == text
    assert '"number"' not in text


def test_an_error_has_its_line_its_field_its_value_and_a_reason() -> None:
    text = written([a_session(), a_reading()]).replace('"score": 4', '"score": 40')
    (error,) = errors_in(text)
    assert error == RowError(3, "score", "40", "A score is 0 (none) to 10 (worst imaginable). You typed 40.")
    on_one_line = errors_in(json.dumps(json.loads(text)))
    assert [(each.line, each.column) for each in on_one_line] == [(1, "entry 2: score")]


def test_a_uid_that_stands_twice_is_refused() -> None:
    session = a_session()
    (error,) = errors_in(written([session, session]))
    assert (error.line, error.column, error.value) == (3, "uid", session.uid)


DEEP = "[" * 100_000
REFUSED = {
    "nothing": ("", "begins with"),
    "no object": ("[]", "begins with"),
    "a CSV": ("kind,uid,at\n", "begins with"),
    "NULs": ("\0" * 200_000, "begins with"),
    "another document": ('{"resource": "Bundle"}', "begins with"),
    "another format": (HEAD.replace("paintrack", "other"), "begins with"),
    "a newer version": (
        HEAD.replace(f": {DOCUMENT_VERSION}", f": {DOCUMENT_VERSION + 1}"),
        "A newer paintrack wrote this file",
    ),
    "no version": (HEAD.replace(f": {DOCUMENT_VERSION}", ": true"), f"is not a number such as {DOCUMENT_VERSION}"),
    "an unknown setting": (HEAD.replace("{}", '{"colour": "red"}'), "There is no setting colour"),
    "a setting that is no text": (HEAD.replace("{}", '{"name": 7}'), "not in the form"),
    "a setting without its instant": (HEAD.replace("{}", '{"name": {"value": "Ana"}}'), "not in the form"),
    "a setting of no instant": (
        HEAD.replace("{}", '{"name": {"value": "Ana", "edited": "x"}}'),
        "Write a time as",
    ),
    "paper of no size": (HEAD.replace("{}", '{"paper": "A0"}'), "The paper is a4 or letter."),
    "a setting with an escape": (HEAD.replace("{}", '{"name": "\\u001b"}'), "The name holds a control"),
    "cut off in the head": (HEAD, "Line 1 is not the JSON"),
    "cut off in an entry": (written([a_session()])[:-20], "Line 2 is not the JSON"),
    "no comma": (f"{HEAD}[1 2]}}", ", is missing"),
    "NaN": (f'{HEAD}[{{"score": NaN}}]}}', "NaN is not a number"),
    "Infinity": (f'{HEAD}[{{"score": -Infinity}}]}}', "-Infinity is not a number"),
    "a name twice": (f'{HEAD}[{{"score": 1, "score": 2}}]}}', "a key occurs twice in one object"),
    "nested too deep": (f"{HEAD}[{DEEP}", "nested too deep"),
    "nested too deep in the settings": (HEAD.replace("{}", DEEP), "nested too deep"),
    "a number of a million digits": (f"{HEAD}[{'9' * 1_000_000}]}}", "Line 1 is not the JSON"),
    "more after the end": (f"{HEAD}[]}} []", "something follows"),
    "more in the document": (f'{HEAD}[], "more": 1}}', '"gone" must stand here'),
    "more after what is gone": (f'{HEAD}[], "gone": [], "more": 1}}', "is missing"),
}


@pytest.mark.parametrize(("text", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_such_document_is_refused_in_a_sentence(text: str, why: str) -> None:
    with pytest.raises(FileTroubleError) as error:
        found_in(text)
    assert why in refusal(error.value)
    assert is_one_sentence(refusal(error.value))
    assert refusal(error.value).endswith(".")


@pytest.mark.parametrize("value", ["1", "null", "[]", '"x"', "{}", '{"version": 2}', '{"version": 1, "kind": "walk"}'])
def test_a_value_that_is_no_entry_is_an_error_of_its_line(value: str) -> None:
    assert [error.line for error in errors_in(f"{HEAD}[\n{value}\n]}}")] == [2]


def endless(text: str) -> TextIO:
    class Endless(io.StringIO):
        def read(self, size: int | None = -1) -> str:
            return super().read(size) or (text * 65_536)[:65_536]

    return Endless(HEAD)


@pytest.mark.parametrize("text", [" ", "[", "9", "x"])
def test_what_never_ends_is_stopped(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_file, "LONGEST_VALUE", 200_000)
    monkeypatch.setattr(json_file, "LONGEST_FILE", 1_000_000)
    with pytest.raises(FileTroubleError):
        [*read_json(endless(text), NOW).entries]


def test_a_field_of_three_million_letters_is_taken() -> None:
    entries: list[AnyEntry] = [a_session(note="x" * 3_000_000), a_reading()]
    assert written(good_in(written(entries))) == written(entries)


@given(st.integers(0, 400), st.sampled_from([*'"{}[],:\\ 0x', "\x00", "\ud800"]))
def test_a_document_with_a_wrong_letter_never_fails(place: int, letter: str) -> None:
    text = written([a_session()])
    with suppress(FileTroubleError):
        assert found_in(text[:place] + letter + text[place + 1 :])
