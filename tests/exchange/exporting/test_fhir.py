"""The FHIR Bundle: valid as R4B, the same bytes for the same entries, and nothing in it that only a validator likes."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import FileTroubleError
from paintrack.exchange.exporting import fhir
from paintrack.model.entries import AnyEntry, Rating, SideEffect
from paintrack.model.sample import sample_course
from paintrack.model.values.moment import Moment
from tests.factories.entries import NOW, STAMP, a_note, a_reading, a_session
from tests.gold import check_gold
from tests.program import is_one_sentence
from tests.strategies import row_histories, scored_entries

GOLD = Path(__file__).parents[1] / "gold"
# https://hl7.org/fhir/R4B/datatypes.html
A_STRING = re.compile(r"[ \r\n\t\S]+")
AN_ID = re.compile(r"[A-Za-z0-9\-.]{1,64}")
A_TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00))?")
TIMES = {"effectiveDateTime", "performedDateTime", "start", "end", "date", "timestamp"}
# The value sets event-status, observation-status and adverse-event-actuality, which are closed.
CLOSED = {
    ("Procedure", "status"): {
        "preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", "entered-in-error", "unknown",
    },
    ("Observation", "status"): {
        "registered", "preliminary", "final", "amended", "corrected", "cancelled", "entered-in-error", "unknown",
    },
    ("AdverseEvent", "actuality"): {"actual", "potential"},
}  # fmt: skip


FIRST = f"{1:032x}"


def written(*of: AnyEntry, whose: str | None = FIRST, name: str | None = None) -> str:
    stream = io.StringIO(newline="")
    fhir.write_fhir(of, whose, stream, name=name)
    return stream.getvalue()


def resources(*of: AnyEntry, kind: str) -> list[dict[str, Any]]:
    """The resources of that kind in the Bundle."""
    resources = [each["resource"] for each in json.loads(written(*of))["entry"]]
    return [each for each in resources if each["resourceType"] == kind]


def strings(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every string in it, with the name it stands under."""
    if isinstance(value, dict):
        assert value
        for key, inner in value.items():
            yield from strings(inner, key)
    elif isinstance(value, list):
        assert value
        for inner in value:
            yield from strings(inner, name)
    elif isinstance(value, str):
        yield name, value
    else:
        assert name == "value"
        assert 0 <= value <= 10


def with_instants(value: Any) -> Any:
    """The same with its times as instants: a library may write an offset or a second in another form."""
    if isinstance(value, dict):
        return {key: with_instants(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [with_instants(inner) for inner in value]
    is_time = isinstance(value, str) and A_TIME.fullmatch(value) and "T" in value
    return datetime.fromisoformat(value) if is_time else value


def check(text: str) -> None:
    """Hold a Bundle against R4B, by the library and by what the library lets pass."""
    bundle, document = Bundle.model_validate_json(text), json.loads(text)
    assert with_instants(json.loads(bundle.model_dump_json())) == with_instants(document)
    urls = [each["fullUrl"] for each in document["entry"]]
    assert len({*urls}) == len(urls)
    for each in document["entry"]:
        resource = each["resource"]
        assert each["fullUrl"] == f"urn:uuid:{resource['id']}"
        for (kind, name), codes in CLOSED.items():
            assert resource["resourceType"] != kind or resource[name] in codes
    for name, value in strings(document):
        assert A_STRING.fullmatch(value)
        assert value == value.strip()
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", value)
        assert name != "id" or AN_ID.fullmatch(value)
        assert name != "reference" or value in urls
        assert name not in TIMES or A_TIME.fullmatch(value)


def test_the_sample_course_is_valid() -> None:
    course = sample_course()
    check(written(*course))
    kinds = ("Patient", "Procedure", "Observation", "AdverseEvent")
    assert [len(resources(*course, kind=kind)) for kind in kinds] == [1, 12, 12 + 11 + 9, 2]


@given(row_histories)
def test_any_history_is_valid_and_gives_the_same_bytes(history: list[AnyEntry]) -> None:
    text = written(*history)
    check(text)
    assert written(*history) == text


@given(st.lists(scored_entries, max_size=3, unique_by=lambda entry: entry.uid))
def test_any_entries_with_times_of_their_own_are_valid(some: list[AnyEntry]) -> None:
    check(written(*some))


@pytest.mark.parametrize(
    "wrong",
    [
        {"valueQuantity": {"value": 70}},
        {"status": "banana"},
        {"effectiveDateTime": "2026-07-07T07:10:00"},
        {"bodySite": []},
        {"code": {"text": " a"}},
        {"id": "7"},
    ],
    ids=lambda wrong: str(*wrong),
)
def test_the_check_can_fail(wrong: dict[str, Any]) -> None:
    document = json.loads(written(a_reading()))
    document["entry"][1]["resource"] |= wrong
    with pytest.raises((ValueError, AssertionError)):
        check(json.dumps(document))


def test_a_file_as_it_looks() -> None:
    first = a_session(
        note="Slept well.\nNo tablets.",
        uid=f"{1:032x}",
        ratings=(Rating("lower back", 7, 4.5, after_at="2026-07-06T12:55:00Z"), Rating("anxiety", 5, 5)),
        points=("LI4", "ST36"),
        technique="manual",
        practitioner="Dr Li",
        side_effects=(
            SideEffect("bruise_bleeding", noticed="2026-07-07T08:00:00+02:00"),
            SideEffect("other", words="ringing in one ear"),
        ),
        cost=8500,
    )
    between = a_reading(4, uid=f"{2:032x}", note="After a long walk.", edited=STAMP, entered=STAMP)
    day_alone = Moment(NOW.replace(day=13, hour=12, minute=0), time_given=False)
    second = a_session(6, None, at=day_alone, uid=f"{3:032x}", edited=STAMP, entered=STAMP)
    text = written(first, between, second)
    check(text)
    check_gold(GOLD / "sample.fhir.json", text)


def test_it_counts_entries_and_leaves_other_kinds_out() -> None:
    other = a_note("not in it")
    session, reading, stream = a_session(), a_reading(), io.StringIO()
    assert fhir.write_fhir([session, other, reading], FIRST, stream) == {"session": 1, "reading": 1}
    assert stream.getvalue() == written(session, reading)


def test_a_history_without_entries_is_a_patient_without_a_time() -> None:
    text = written()
    check(text)
    assert "timestamp" not in text
    assert [each["resource"]["resourceType"] for each in json.loads(text)["entry"]] == ["Patient"]


@pytest.mark.parametrize("name", ["Ana Ruiz", "陳 大文", "مريم", "  Ana\u2028Ruiz "])
def test_the_patient_has_the_name_that_was_set(name: str) -> None:
    text = written(a_reading(), name=name)
    check(text)
    patient = json.loads(text)["entry"][0]["resource"]
    assert patient["name"] == [{"text": name.replace("\u2028", " ").strip()}]
    # The id does not change with the name: it would be another patient at the receiver.
    assert patient["id"] == json.loads(written(a_reading()))["entry"][0]["resource"]["id"]
    assert "name" not in json.loads(written(a_reading()))["entry"][0]["resource"]


def test_a_name_that_no_string_holds_is_refused() -> None:
    with pytest.raises(FileTroubleError) as refused:
        written(name="a\x07b")
    assert str(refused.value) == "The name in the settings cannot be written as FHIR: a text holds U+0007."


def test_the_body_site_of_a_score_is_the_condition() -> None:
    session = a_session(ratings=(Rating("lower back", 7, 4.5), Rating("anxiety", 5, None)))
    observations = resources(session, a_reading(4, condition="knee"), kind="Observation")
    sites = [each["bodySite"] for each in observations]
    assert sites == [{"text": name} for name in ("lower back", "lower back", "anxiety", "knee")]


def test_two_histories_are_two_patients_and_one_stays_one() -> None:
    reading = a_reading()
    texts = [written(reading, whose=whose) for whose in (FIRST, FIRST, "f" * 32, None)]
    for text in texts:
        check(text)
    patients = [json.loads(text)["entry"][0]["resource"]["id"] for text in texts]
    assert patients[0] == patients[1]
    assert len({*patients}) == 3
    (observation,) = resources(reading, kind="Observation")
    assert observation["subject"] == observation["performer"][0] == {"reference": f"urn:uuid:{patients[0]}"}


def test_the_time_of_the_bundle_is_that_of_the_newest_change() -> None:
    newer = "2026-08-01T09:00:00.000001Z"
    assert json.loads(written(replace(a_session(), edited=newer), a_reading()))["timestamp"] == newer


def test_each_entry_is_written_before_the_next_is_read() -> None:
    stream, sizes = io.StringIO(), []

    def entries_one_by_one() -> Iterator[AnyEntry]:
        for _ in range(3):
            sizes.append(stream.tell())
            yield a_session()

    fhir.write_fhir(entries_one_by_one(), FIRST, stream)
    assert sizes == sorted({*sizes})


@pytest.mark.parametrize(
    ("condition", "score", "code"),
    [
        ("lower back", 7, "72514-3"),
        ("lower back", 7.0, "72514-3"),
        ("migraine", 0, "72514-3"),
        ("migraine", 10, "72514-3"),
        ("lower back", 7.5, "38208-5"),
        ("anxiety", 7, None),
        ("IBS", 7.5, None),
        ("sleep", 0, None),
        ("hand numbness", 3, None),
    ],
)
def test_only_pain_has_a_loinc_code(condition: str, score: float, code: str | None) -> None:
    (observation,) = resources(a_reading(score, condition=condition), kind="Observation")
    assert observation["code"]["text"] == f"{condition} (0 none, 10 worst imaginable)"
    assert [each["code"] for each in observation["code"].get("coding", [])] == ([code] if code else [])
    assert observation["valueQuantity"]["value"] == score


def test_a_whole_score_is_written_without_a_decimal() -> None:
    assert '"value": 7,' in written(a_reading(7.0))


def test_only_scores_of_a_session_belong_to_a_procedure() -> None:
    session = a_session()
    (procedure,) = resources(session, kind="Procedure")
    for observation in resources(session, kind="Observation"):
        assert observation["partOf"] == [{"reference": f"urn:uuid:{procedure['id']}"}]
    (between,) = resources(a_reading(), kind="Observation")
    assert "partOf" not in between


def test_a_missing_score_is_no_observation() -> None:
    assert resources(a_session(None, None), kind="Observation") == []
    (after,) = resources(a_session(None, 0), kind="Observation")
    assert after["valueQuantity"]["value"] == 0
    assert after["code"]["text"].endswith(", after acupuncture")


def test_scores_have_own_times_in_the_session_s_offset() -> None:
    rating = Rating("neck", 6, 2, before_at="2026-07-06T11:50:00Z", after_at="2026-07-06T13:05:00Z")
    before, after = resources(a_session(ratings=(rating,)), kind="Observation")
    assert before["effectiveDateTime"] == "2026-07-06T13:50:00+02:00"
    assert after["effectiveDateTime"] == "2026-07-06T15:05:00+02:00"


def test_a_time_that_was_not_given_is_a_date() -> None:
    session = a_session(at=Moment(NOW.replace(hour=12), time_given=False), side_effects=(SideEffect("drowsy"),))
    times = [
        json.dumps(resource)
        for kind in ("Procedure", "Observation", "AdverseEvent")
        for resource in resources(session, kind=kind)
    ]
    assert all('"2026-07-06"' in each and "2026-07-06T" not in each for each in times)


@pytest.mark.parametrize(
    ("after_at", "time_given", "end"),
    [
        ("2026-07-06T12:55:00Z", True, "2026-07-06T14:55:00+02:00"),
        ("2026-07-06T16:02:00Z", True, "2026-07-06T18:02:00+02:00"),
        ("2026-07-06T16:02:01Z", True, None),
        ("2026-07-06T11:00:00Z", True, None),
        ("2026-07-06T12:55:00Z", False, None),
        (None, True, None),
    ],
)
def test_a_visit_is_a_period_when_both_ends_are_known(after_at: str | None, time_given: bool, end: str | None) -> None:
    session = a_session(
        at=Moment(NOW, time_given=time_given),
        ratings=(
            Rating("neck", 6, 2, after_at="2026-07-06T12:10:00Z" if end else None),
            Rating("knee", 6, 2, None, after_at),
        ),
    )
    (procedure,) = resources(session, kind="Procedure")
    start = "2026-07-06T14:02:00+02:00"
    assert procedure.get("performedPeriod") == ({"start": start, "end": end} if end else None)
    assert ("performedDateTime" in procedure) == (end is None)


def test_a_side_effect_says_nothing_about_seriousness() -> None:
    noticed = SideEffect("chest_pain_breathless", noticed="2026-07-08T12:00+02:00")
    (event,) = resources(a_session(side_effects=(noticed,)), kind="AdverseEvent")
    assert event["event"] == {"text": "chest pain or breathlessness"}
    assert event["date"] == "2026-07-08"
    assert not {"seriousness", "severity", "outcome"} & {*event}


def test_ids_stay_when_the_entry_changes() -> None:
    session = a_session(condition="Lower Back", side_effects=(SideEffect("drowsy"),))
    changed = replace(
        session, when=Moment(NOW - timedelta(days=1)), ratings=(Rating("lower back", 1, 2), Rating("neck", 3))
    )
    for kind in ("Patient", "Procedure", "AdverseEvent"):
        assert resources(session, kind=kind)[0]["id"] == resources(changed, kind=kind)[0]["id"]
    ids = [each["id"] for each in resources(session, kind="Observation")]
    assert ids == [each["id"] for each in resources(changed, kind="Observation")][:2]


def test_white_space_that_json_schema_refuses_becomes_a_space() -> None:
    note = "\u2003a\u00a0b\u2028c\u0085d\te\n"
    (observation,) = resources(a_reading(note=note), kind="Observation")
    assert observation["note"] == [{"text": "a b c d\te"}]


def test_text_stays_readable_and_is_escaped_only_by_json() -> None:
    text = written(a_reading(condition='Rücken "links" \\ 腰'))
    assert 'Rücken \\"links\\" \\\\ 腰 (0 none' in text


@pytest.mark.parametrize("score", [70, 10.1, -1, 7.25, float("nan"), float("inf")])
def test_what_is_no_score_is_refused(score: float) -> None:
    for entry in (a_reading(score), a_session(score), a_session(3, score)):
        with pytest.raises(
            FileTroubleError, match=r"^(Reading r|Session )0 cannot be written as FHIR: the score "
        ) as error:
            written(entry)
        assert is_one_sentence(str(error.value))


@pytest.mark.parametrize("minutes", [14 * 60 + 1, -14 * 60 - 1, 23 * 60, 0.5])
def test_an_offset_that_fhir_does_not_know_is_refused(minutes: float) -> None:
    at = NOW.astimezone(timezone(timedelta(minutes=minutes)))
    with pytest.raises(FileTroubleError, match="needs a UTC offset from -14:00 to") as error:
        written(a_session(at=Moment(at)))
    assert is_one_sentence(str(error.value))


def test_a_time_without_an_offset_is_refused() -> None:
    for entry in (
        a_reading(at=Moment(NOW.replace(tzinfo=None))),
        a_session(side_effects=(SideEffect("drowsy", noticed="2026-07-08T12:00:00"),)),
    ):
        with pytest.raises(FileTroubleError, match="UTC offset"):
            written(entry)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a\x00b", "a text holds U+0000"),
        ("\x1b[31m", "a text holds U+001B"),
        ("\ud800", "a text holds U+D800"),
        (" \u00a0\n", "a text is empty"),
        ("x" * (fhir.LONGEST_TEXT + 1), "a text is longer than 1048576 characters"),
    ],
    ids=["null", "escape", "surrogate", "empty", "long"],
)
def test_what_is_no_fhir_string_is_refused(text: str, why: str) -> None:
    session = a_session()
    for entry in (
        replace(session, ratings=(Rating(text, 7, 3),)),
        replace(session, note=text),
        replace(session, practitioner=text),
        replace(session, points=("LI4", text)),
        replace(session, side_effects=(SideEffect("other", words=text),)),
        a_reading(note=text),
    ):
        with pytest.raises(FileTroubleError) as error:
            written(entry)
        assert str(error.value).endswith(f"0 cannot be written as FHIR: {why}.")
