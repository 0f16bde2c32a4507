"""Every row of the table of fields goes through the whole house: a field that is wired only half does not pass."""

from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest

from paintrack.commands._shared.options.common_options import SessionDetailOptions
from paintrack.commands.rate import run as rate
from paintrack.exchange.json_file import write_json
from paintrack.model.entries import KINDS, LETTERS, AnyEntry, Rating, Reading, Session, SideEffect, entry_class_of
from paintrack.model.fields import Field, clearable_fields, csv_fields, fields_of
from paintrack.model.other_entries import NextVisit
from paintrack.model.values.field_types import LINE, MONEY, OPTIONAL_TEXT, POINTS, SIDE_EFFECTS, TECHNIQUE, FieldType
from paintrack.model.values.moment import Moment
from tests.factories.entries import NOW, STAMP
from tests.program import Paintrack


class _Sample(NamedTuple):
    """A value as typed, a second one for a correction, and the first as `show --json` has it."""

    typed: str
    other: str
    value: Any


_SAMPLES: dict[FieldType, _Sample] = {
    LINE: _Sample("Some words, 400 mg; twice", "Other words", "Some words, 400 mg; twice"),
    MONEY: _Sample("85.50", "60", 85.5),
    OPTIONAL_TEXT: _Sample("Slept well.", "Slept badly.", "Slept well."),
    POINTS: _Sample("LI4", "ST36", ["LI4"]),
    TECHNIQUE: _Sample("cupping", "laser", "cupping"),
    SIDE_EFFECTS: _Sample("bruise", "tired", "bruise_bleeding"),
}
_SESSION_FIELDS = [field for field in clearable_fields() if Session in field.holders]
_READING_FIELDS = [field for field in clearable_fields() if Reading in field.holders]
# How an entry of each kind is recorded, with all that it can have; what no command records yet comes from JSON.
_WHEN: dict[str, Any] = {"uid": "a" * 32, "when": Moment(NOW), "entered": STAMP, "edited": STAMP}
_RECORDED: dict[str, str | AnyEntry] = {
    "session": "log 7 3 --for back",
    "reading": "rate 4 --for back",
    "note": "note 'new mattress' --private",
    "question": "question 'every week?'",
    "peg": "peg 6 7 5",
    "overall": "overall much better",
    "zero_month": "rate 0 --rest-of june --for back",
    "next_visit": NextVisit(**_WHEN, visit="2026-07-14T15:00:00+02:00"),
    "plan": "plan set --sessions 10 --goal 3 --for back",
}


def _option(name: str, function: Any) -> str:
    """The long option behind a parameter, as typer has it."""
    info = get_args(get_type_hints(function, include_extras=True)[name])[1]
    # In an annotation the first name of an option stands in the place of its default.
    names: list[str] = [each for each in (info.default, *info.param_decls) if str(each).startswith("--")]
    return names[0]


def _session_option(field: Field) -> str:
    return _option(field.name, SessionDetailOptions)


def _record(paintrack: Paintrack, kind: str, folder: Path) -> None:
    how = _RECORDED[kind]
    if isinstance(how, str):
        assert paintrack(how).code == 0
        return
    file = folder / "entry.json"
    with file.open("w", encoding="utf-8") as stream:
        write_json([how], {}, [], stream)
    assert paintrack(["import", str(file)]).code == 0


def _name(field: Field) -> str:
    return field.name


def _shown(paintrack: Paintrack, label: str, field: Field, *, db: str = "") -> Any:
    """The value of the field as JSON, of a side effect its kind; in the file `db` instead of the patient's own."""
    value = paintrack([*(["--db", db] if db else []), "show", label, "--json"]).json[field.name]
    return value[0]["kind"] if field.type is SIDE_EFFECTS and value else value


@pytest.mark.parametrize("field", _SESSION_FIELDS, ids=_name)
def test_a_detail_of_a_session_is_shown_and_listed(field: Field, paintrack: Paintrack) -> None:
    sample = _SAMPLES[field.type]
    assert paintrack(["log", "7", "3", _session_option(field), sample.typed]).code == 0
    assert _shown(paintrack, "1", field) == sample.value
    assert any(line.startswith(field.label) for line in paintrack("show 1").out.splitlines())
    row = paintrack("list --json").json[0]
    assert row[field.name] == (["bruise_bleeding: bruise"] if field.type is SIDE_EFFECTS else sample.value)
    assert (sample.typed in paintrack("list --plain").out) or not field.in_list


@pytest.mark.parametrize("field", _SESSION_FIELDS, ids=_name)
def test_a_detail_may_come_with_either_score(field: Field, paintrack: Paintrack) -> None:
    sample = _SAMPLES[field.type]
    paintrack(["before", "7", _session_option(field), sample.typed])
    assert _shown(paintrack, "1", field) == sample.value
    assert paintrack(["after", "3", _session_option(field), sample.other]).code == 0
    assert _shown(paintrack, "1", field) not in (None, [])


@pytest.mark.parametrize("field", _SESSION_FIELDS, ids=_name)
def test_a_detail_of_a_session_goes_out_and_comes_back(field: Field, paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack(["log", "7", "3", _session_option(field), _SAMPLES[field.type].typed])
    for ending in ("csv", "json"):
        first, second, other = tmp_path / f"1.{ending}", tmp_path / f"2.{ending}", tmp_path / f"{ending}.db"
        assert paintrack(["export", str(first)]).code == 0
        assert paintrack(["--db", str(other), "import", str(first)]).code == 0
        assert paintrack(["--db", str(other), "export", str(second)]).code == 0
        assert second.read_bytes() == first.read_bytes()
        assert _shown(paintrack, "1", field, db=str(other)) == _SAMPLES[field.type].value


@pytest.mark.parametrize("field", _SESSION_FIELDS, ids=_name)
def test_a_detail_of_a_session_is_corrected_and_cleared(field: Field, paintrack: Paintrack) -> None:
    sample, option = _SAMPLES[field.type], _session_option(field)
    paintrack(["log", "7", "3", option, sample.typed])
    paintrack(["log", "6", "2", option, sample.other])
    other = _shown(paintrack, "2", field)
    corrected = paintrack(["edit", "1", option, sample.other])
    assert corrected.code == 0
    assert "Nothing to change" not in corrected.out
    if field.type is not SIDE_EFFECTS:
        assert _shown(paintrack, "1", field) == other
    paintrack("undo")
    assert _shown(paintrack, "1", field) == sample.value
    assert paintrack(["edit", "1", "--clear", field.clear_word]).code == 0
    assert _shown(paintrack, "1", field) in (None, [])
    paintrack("undo")
    assert _shown(paintrack, "1", field) == sample.value
    paintrack("redo")
    assert _shown(paintrack, "1", field) in (None, [])


@pytest.mark.parametrize("field", _READING_FIELDS, ids=_name)
def test_a_detail_of_a_reading_is_kept(field: Field, paintrack: Paintrack, tmp_path: Path) -> None:
    sample = _SAMPLES[field.type]
    option = _option(field.name, rate)
    assert paintrack(["rate", "4", option, sample.typed]).code == 0
    assert _shown(paintrack, "r1", field) == sample.value
    for ending in ("csv", "json"):
        file, db = str(tmp_path / f"1.{ending}"), str(tmp_path / f"{ending}.db")
        paintrack(["export", file])
        assert paintrack(["--db", db, "import", file]).code == 0
        assert paintrack(["--db", db, "show", "r1", "--json"]).json[field.name] == sample.value
    assert paintrack(["edit", "r1", option, sample.other]).code == 0
    assert _shown(paintrack, "r1", field) == sample.other
    assert paintrack(["edit", "r1", "--clear", field.clear_word]).code == 0
    assert _shown(paintrack, "r1", field) is None


@pytest.mark.parametrize(
    "field", [field for field in csv_fields() if field.header_words and Session in field.holders], ids=_name
)
def test_a_column_of_anyones_sheet_becomes_the_field(field: Field, paintrack: Paintrack, tmp_path: Path) -> None:
    sample = _SAMPLES[field.type]
    for number, word in enumerate(field.header_words.split(), 1):
        file, db = tmp_path / f"{number}.csv", str(tmp_path / f"{number}.db")
        file.write_text(f'date,condition,before,after,{word}\n2026-07-01,back,7,3,"{sample.typed}"\n', encoding="utf-8")
        imported = paintrack(["--db", db, "import", str(file)])
        assert (imported.code, imported.err) == (0, imported.err)
        assert _shown(paintrack, "1", field, db=db) == sample.value


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_recorded_shown_listed_and_taken_back(kind: str, paintrack: Paintrack, tmp_path: Path) -> None:
    label = f"{next(letter for letter, name in LETTERS.items() if name == kind)}1"
    _record(paintrack, kind, tmp_path)
    shown = paintrack(f"show {label} --json").json
    assert shown["kind"] == kind
    assert {*shown} >= {field.name for field in fields(entry_class_of(kind))} - {
        "when",
        "number",
        "changed",
        "set_aside",
    }
    assert paintrack(f"show {label}").code == 0
    assert label in paintrack("list").out
    assert paintrack("list --plain").code == 0
    file, other = str(tmp_path / "all.json"), str(tmp_path / "other.db")
    assert paintrack(["export", file]).code == 0
    assert paintrack(["--db", other, "import", file]).code == 0
    assert paintrack(["--db", other, "show", label, "--json"]).json == shown
    assert paintrack(f"delete {label} --yes").code == 0
    assert paintrack(f"show {label}").code == 1
    paintrack("undo")
    assert paintrack(f"show {label} --json").json | {"edited": ""} == shown | {"edited": ""}


@pytest.mark.parametrize("kind", KINDS)
def test_show_has_a_line_for_each_field_with_a_label(kind: str, paintrack: Paintrack, tmp_path: Path) -> None:
    label = f"{next(letter for letter, name in LETTERS.items() if name == kind)}1"
    _record(paintrack, kind, tmp_path)
    values = paintrack(f"show {label} --json").json
    names = {line[:14].strip() for line in paintrack(f"show {label}").out.splitlines()}
    filled = {field.label for field in fields_of(entry_class_of(kind)) if field.label and values[field.name]}
    assert filled <= names


def test_a_rating_and_a_side_effect_have_columns_of_their_own(paintrack: Paintrack, home: Path) -> None:
    paintrack("log 7 3 --for back")
    paintrack("effect bruise")
    shown = paintrack("show 1 --json").json
    assert {*shown["ratings"][0]} == {field.name for field in fields_of(Rating)} - {"key"}
    assert {*shown["side_effects"][0]} == {field.name for field in fields_of(SideEffect)}
