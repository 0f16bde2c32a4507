"""The side effects of sessions as marks of the chart, each on the day when it was noticed."""

from collections.abc import Iterable, Iterator

from paintrack.analysis.condition.chart_data import EffectMark
from paintrack.analysis.serious_symptom_history import SeriousSymptom
from paintrack.model.entries import Session
from paintrack.model.symptoms.side_effect_recognition import is_serious, short_of


def side_effect_marks(sessions: Iterable[Session], serious: Iterable[SeriousSymptom]) -> tuple[EffectMark, ...]:
    """The side effects of these sessions and the serious symptoms, each once a day, in the order of time.

    A serious side effect comes from `serious`, not from its session, because the symptoms leave out thoughts of
    self-harm, which no page shows unless asked for.
    """
    return tuple(sorted({*_usual(sessions), *_serious(serious)}))


def _usual(sessions: Iterable[Session]) -> Iterator[EffectMark]:
    for session in sessions:
        for effect in session.side_effects:
            if not is_serious(effect):
                yield EffectMark(session.day_noticed(effect), short_of(effect))


def _serious(symptoms: Iterable[SeriousSymptom]) -> Iterator[EffectMark]:
    for symptom in symptoms:
        for occasion in symptom.occasions:
            yield EffectMark(occasion.day, symptom.kind, is_serious=True)
