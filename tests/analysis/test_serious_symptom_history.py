"""The serious symptoms of a history: all of them, each once, and nothing private."""

from dataclasses import replace
from datetime import date

import pytest

from paintrack.analysis.serious_symptom_history import Occasion, SeriousSymptom, printable_entries, serious_symptoms
from paintrack.model.entries import AnyEntry, Session, SideEffect
from tests.factories.entries import a_note, a_question, a_reading, a_session

DAY = date(2026, 7, 6)


def with_effect(kind: str, words: str | None = None, *, at: str = "2026-07-06 14:02", number: int = 1) -> Session:
    """A session with one side effect."""
    return replace(a_session(at=at, number=number), side_effects=(SideEffect(kind, words),))


def test_a_serious_side_effect_in_the_patients_words() -> None:
    assert serious_symptoms([with_effect("stroke_signs", "slurred speech", number=10)], with_private=False) == (
        SeriousSymptom("signs of a stroke", "slurred speech", (Occasion(DAY, "session 10"),)),
    )


def test_the_day_is_the_one_on_which_it_was_noticed() -> None:
    effect = SideEffect("seizure", noticed="2026-07-08T09:00:00+02:00")
    (symptom,) = serious_symptoms([replace(a_session(number=3), side_effects=(effect,))], with_private=False)
    assert symptom.occasions == (Occasion(date(2026, 7, 8), "session 3"),)


@pytest.mark.parametrize(
    ("entry", "where"),
    [
        (replace(a_session(number=2), note="then chest pain"), "session 2"),
        (replace(a_reading(), number=4, note="then chest pain"), "reading r4"),
        (a_note("then chest pain", number=5), "note n5"),
        (a_question("then chest pain", number=6), "question q6"),
        (a_question("then chest pain", number=7, done="2026-07-09T00:00:00.000000Z"), "question q7"),
    ],
)
def test_every_text_is_looked_at(entry: AnyEntry, where: str) -> None:
    (symptom,) = serious_symptoms([entry], with_private=False)
    assert (symptom.kind, symptom.words) == ("chest pain or breathlessness", "then chest pain")
    assert [occasion.where for occasion in symptom.occasions] == [where]


def test_the_same_words_again_are_one_symptom_with_two_occasions() -> None:
    first, second = (
        with_effect("numb_weak", "numb foot"),
        with_effect("numb_weak", "Numb  foot", at="2026-07-13 14:00", number=2),
    )
    (symptom,) = serious_symptoms([second, first], with_private=False)
    assert symptom.words == "Numb foot"
    assert symptom.occasions == (Occasion(DAY, "session 1"), Occasion(date(2026, 7, 13), "session 2"))


def test_the_most_urgent_kind_comes_first() -> None:
    symptoms = serious_symptoms(
        [with_effect("fainted"), with_effect("infection_signs"), with_effect("seizure")], with_private=False
    )
    assert [symptom.kind for symptom in symptoms] == ["seizure", "signs of infection", "fainting"]


def test_what_is_not_serious_is_not_there() -> None:
    assert (
        serious_symptoms(
            [with_effect("bruise_bleeding", "bruise"), a_note("no fever"), a_note("fit and well")], with_private=False
        )
        == ()
    )


def test_private_notes_are_not_in_the_box_unless_asked_for() -> None:
    notes = [a_note("chest pain", private=True)]
    assert serious_symptoms(notes, with_private=False) == ()
    assert len(serious_symptoms(notes, with_private=True)) == 1


def test_a_symptom_beside_self_harm_has_no_words() -> None:
    (symptom,) = serious_symptoms([a_note("chest pain all night. I want to die")], with_private=False)
    assert (symptom.kind, symptom.words) == ("chest pain or breathlessness", "")
    (symptom,) = serious_symptoms([with_effect("seizure", "seizure, I want to die")], with_private=False)
    assert (symptom.kind, symptom.words) == ("seizure", "")


def test_two_kinds_in_one_text_are_two_symptoms() -> None:
    symptoms = serious_symptoms([a_note("numb face in the morning; at noon foot drop")], with_private=False)
    assert [symptom.kind for symptom in symptoms] == ["signs of a stroke", "numbness or weakness"]
    (one,) = serious_symptoms([a_note("numb between the legs")], with_private=False)
    assert one.kind == "bladder, bowel or saddle trouble"


def test_private_notes_and_self_harm_stay_off_the_page() -> None:
    private, dark = a_note("chest pain", private=True), a_note("I want to die")
    dark_question, dark_session = a_question("why do I want to die"), with_effect("other", "want to kill myself")
    noted = replace(a_session(), note="suicide")
    shown = printable_entries([private, dark, dark_question, dark_session, noted], with_private=False)
    assert [entry.kind for entry in shown] == ["session", "session"]
    assert shown == [replace(dark_session, side_effects=()), replace(noted, note=None)]
    assert printable_entries([private, dark], with_private=True) == [private, dark]


def test_an_entry_that_is_shown_whole_is_the_same_object() -> None:
    entries: list[AnyEntry] = [a_session(), a_reading(), a_note("new mattress"), with_effect("seizure")]
    assert all(
        one is another for one, another in zip(printable_entries(entries, with_private=False), entries, strict=True)
    )
