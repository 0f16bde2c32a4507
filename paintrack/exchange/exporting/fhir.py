"""The history as a FHIR R4B Bundle (https://hl7.org/fhir/R4B/bundle.html): plain JSON, one resource on each line.

A Procedure for each session, an Observation for each score, an AdverseEvent for each side effect. There is a text
instead of a code if the code needs a licence. Whatever validators let pass but receivers refuse is checked here.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, TextIO
from uuid import UUID, uuid5

from paintrack.errors import FileTroubleError
from paintrack.exchange.exported_history_protocol import ExportedHistory
from paintrack.model.acupuncture.techniques import technique_label
from paintrack.model.conditions.condition_is_pain import is_pain
from paintrack.model.displayed_text import capitalize_first
from paintrack.model.entries import AnyEntry, Reading, Session
from paintrack.model.open_session import LONGEST
from paintrack.model.selection import narrow_to_condition
from paintrack.model.serialization.json_entries import json_value
from paintrack.model.symptoms.side_effect_recognition import label_of
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import Moment, from_utc, offset_minutes
from paintrack.model.values.score import SCALE

Resource = dict[str, Any]

# Must never change: with other ids the receiver would take the next export for a second history.
NAMESPACE = UUID("0eeffeaf-a8a5-44fe-84a0-77429fe18a89")
# Codes and their names from LOINC, used under https://loinc.org/license.
_WHOLE_NUMBER = ("72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported")
_ANY_NUMBER = ("38208-5", "Pain severity - Reported")
_SURVEY = {
    "system": "http://terminology.hl7.org/CodeSystem/observation-category",
    "code": "survey",
    "display": "Survey",
}
# https://hl7.org/fhir/R4B/datatypes.html: the offsets of a dateTime, what a string may hold, how long it may be.
_OFFSET = re.compile(r"[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00)")
_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_OTHER_SPACE = re.compile(r"[^\S \t\r\n]")
LONGEST_TEXT = 1024 * 1024


def export(history: ExportedHistory, stream: TextIO) -> dict[str, int]:
    """Write the sessions and readings, narrowed to the condition that the history is filtered by, if any.

    Returns how many of each kind. Raises FileTroubleError as `write_fhir` does.
    """
    name = history.settings().get("name")
    entries = narrow_to_condition(history.entries(), history.condition)
    return write_fhir(entries, history.oldest_uid(), stream, name=name.value if name else None)


def write_fhir(
    entries: Iterable[AnyEntry], whose: str | None, stream: TextIO, *, name: str | None = None
) -> dict[str, int]:
    """Write one Bundle of type collection with the sessions and readings as they come; returns how many of each kind.

    `whose` tells this history from every other one: the uid of the entry that was typed first in the file, None for a
    file without entries. The id of the Patient is made from it; its name is `name`, if one is set. The same entries
    give the same bytes; other kinds of entries are left out. Raises FileTroubleError, with the Bundle unfinished, for
    an entry or a name that no FHIR resource can hold.
    """
    stream.write('{"resourceType": "Bundle", "type": "collection", "entry": [\n')
    patient = _id("patient", whose or "")
    stream.write(_item(_patient(patient, name)))
    written, newest = Counter[str](), ""
    for entry in entries:
        if resources := _resources(entry, _reference(patient)):
            stream.writelines(f",\n{_item(resource)}" for resource in resources)
            written[entry.kind] += 1
            newest = max(newest, entry.edited)
    # At the end, because only now it is known; the members of a JSON object have no order.
    timestamp = f', "timestamp": {json.dumps(newest)}' if newest else ""
    stream.write(f"\n]{timestamp}}}\n")
    return written


def _patient(identifier: str, name: str | None) -> Resource:
    # As one text, because paintrack does not ask which part of it is the family name.
    try:
        return _resource("Patient", identifier, name=[{"text": _text(name)}] if name else None)
    except ValueError as error:
        raise FileTroubleError(f"The name in the settings cannot be written as FHIR: {error}.") from None


def _item(resource: Resource) -> str:
    return json.dumps({"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}, ensure_ascii=False)


def _resources(entry: AnyEntry, patient: Resource) -> list[Resource]:
    try:
        if isinstance(entry, Session):
            return [_procedure(entry, patient), *_session_scores(entry, patient), *_adverse_events(entry, patient)]
        if isinstance(entry, Reading):
            return [_reading(entry, patient)]
    except ValueError as error:
        name = f"{capitalize_first(entry.kind)} {entry.label}"
        raise FileTroubleError(f"{name} cannot be written as FHIR: {error}.") from None
    return []


def _procedure(session: Session, patient: Resource) -> Resource:
    technique = f"Technique: {technique_label(session.technique)}" if session.technique else None
    return _resource(
        "Procedure",
        _id(session.uid),
        status="completed",
        code={"text": "Acupuncture"},
        subject=patient,
        asserter=patient,
        performer=[{"actor": {"display": _text(session.practitioner)}}] if session.practitioner else None,
        bodySite=[{"text": _text(point)} for point in session.points],
        note=_notes(technique, session.note),
        **_performed(session),
    )


def _performed(session: Session) -> Resource:
    """The period from the session's time to the last score on leaving, if both are known; otherwise its time alone."""
    leaving = max((rating.after_at for rating in session.ratings if rating.after_at), default=None)
    if leaving and session.when.time_given:
        end = from_utc(leaving, offset_minutes(session.at))
        # A score that was given later does not say when the visit ended.
        if session.at <= end <= session.at + LONGEST:
            return {"performedPeriod": {"start": _time(session.at), "end": _time(end)}}
    return {"performedDateTime": _date_time(session.when)}


def _session_scores(session: Session, patient: Resource) -> Iterator[Resource]:
    for rating in session.ratings:
        condition = _text(rating.condition)
        for phase, score, at in (("before", rating.before, rating.before_at), ("after", rating.after, rating.after_at)):
            if score is not None:
                yield _observation(
                    _id(session.uid, phase, folded(condition)),
                    condition,
                    score,
                    patient,
                    phase=f", {phase} acupuncture",
                    effectiveDateTime=_score_time(session, at),
                    partOf=[_reference(_id(session.uid))],
                )


def _score_time(session: Session, at: str | None) -> str:
    return _time(from_utc(at, offset_minutes(session.at))) if at else _date_time(session.when)


def _reading(reading: Reading, patient: Resource) -> Resource:
    return _observation(
        _id(reading.uid),
        _text(reading.condition),
        reading.score,
        patient,
        effectiveDateTime=_date_time(reading.when),
        note=_notes(reading.note),
    )


def _observation(
    identifier: str, condition: str, score: float, patient: Resource, *, phase: str = "", **more: Any
) -> Resource:
    if not (0 <= score <= 10 and round(score, 1) == score):
        raise ValueError(f"the score {score:g} is not 0 to 10 with at most one decimal")
    return _resource(
        "Observation",
        identifier,
        status="final",
        category=[{"coding": [_SURVEY]}],
        code={**_loinc(condition, score), "text": f"{condition} ({SCALE}){phase}"},
        bodySite={"text": condition},
        subject=patient,
        performer=[patient],
        valueQuantity={
            "value": json_value(score),
            "unit": "{score}",
            "system": "http://unitsofmeasure.org",
            "code": "{score}",
        },
        **more,
    )


def _loinc(condition: str, score: float) -> Resource:
    """The LOINC code of a score of pain; an empty dict if the condition is not known to be pain."""
    if not is_pain(condition):
        return {}
    code, display = _WHOLE_NUMBER if float(score).is_integer() else _ANY_NUMBER
    return {"coding": [{"system": "http://loinc.org", "code": code, "display": display}]}


def _adverse_events(session: Session, patient: Resource) -> Iterator[Resource]:
    """The side effects, without a seriousness: the patient was not asked for it in the sense of the regulations."""
    for place, effect in enumerate(session.side_effects, 1):
        when = Moment.from_iso(effect.noticed) if effect.noticed else session.when
        yield _resource(
            "AdverseEvent",
            _id(session.uid, "side effect", str(place)),
            actuality="actual",
            event={"text": _text(label_of(effect, str))},
            subject=patient,
            date=_date_time(when),
            recorder=patient,
            suspectEntity=[{"instance": _reference(_id(session.uid))}],
        )


def _resource(kind: str, identifier: str, **elements: Any) -> Resource:
    """The resource without the elements that have no value: FHIR has no null and no empty list."""
    present = {name: value for name, value in elements.items() if value}
    return {"resourceType": kind, "id": identifier, **present}


def _id(*parts: str) -> str:
    return str(uuid5(NAMESPACE, "/".join(parts)))


def _reference(identifier: str) -> dict[str, str]:
    return {"reference": f"urn:uuid:{identifier}"}


def _notes(*texts: str | None) -> list[dict[str, str]]:
    return [{"text": _text(text)} for text in texts if text]


def _date_time(when: Moment) -> str:
    return _time(when.at) if when.time_given else when.day.isoformat()


def _time(at: datetime) -> str:
    text = at.isoformat(timespec="seconds")
    if not _OFFSET.fullmatch(text[19:]):
        raise ValueError(f"{text} needs a UTC offset from -14:00 to +14:00")
    return text


def _text(text: str) -> str:
    """`text` as a FHIR string: stripped, with each white space other than a line end or a tab as a plain space.

    Raises ValueError for a text that is empty, longer than LONGEST_TEXT, or has a character that FHIR refuses.
    """
    if not text.isprintable():
        if refused := _REFUSED.search(text):
            raise ValueError(f"a text holds U+{ord(refused[0]):04X}")
        text = _OTHER_SPACE.sub(" ", text)
    text = text.strip()
    if not text:
        raise ValueError("a text is empty")
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"a text is longer than {LONGEST_TEXT} characters")
    return text
