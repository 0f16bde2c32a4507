"""The serious symptoms of a whole history, for the box at the top of the page, and what is kept off the page."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from paintrack.analysis.private_entries import is_kept_off
from paintrack.model.entries import AnyEntry, Reading, Session
from paintrack.model.other_entries import Note
from paintrack.model.symptoms.searched_texts import texts_of
from paintrack.model.symptoms.serious_sign_search import speaks_of_self_harm
from paintrack.model.symptoms.side_effect_kinds import SERIOUS_KINDS, SideEffectKind
from paintrack.model.symptoms.side_effect_recognition import serious_in, serious_in_effect
from paintrack.model.typed.typed_text import folded


class Occasion(NamedTuple):
    """One time that a symptom was noted: the local day, and where (`session 10`, `note n3`).

    `outcome` is what became of it, in the patient's words; empty if that is not recorded.
    """

    day: date
    where: str
    outcome: str = ""


class SeriousSymptom(NamedTuple):
    """The label of a serious kind, the patient's own words (empty if there are none), each occasion, oldest first."""

    kind: str
    words: str
    occasions: tuple[Occasion, ...]


def serious_symptoms(entries: Iterable[AnyEntry], *, with_private: bool) -> tuple[SeriousSymptom, ...]:
    """Every serious symptom that side effects, notes and questions name, the most urgent kind first, then by day.

    The same kind in the same words is one symptom with several occasions. Nothing is left out for its age; private
    notes and thoughts of self-harm in an outcome are left out unless `with_private`.
    """
    occasions: dict[tuple[str, str], list[Occasion]] = {}
    spellings: dict[tuple[str, str], tuple[SideEffectKind, str]] = {}
    for entry in entries:
        if isinstance(entry, Note) and entry.private and not with_private:
            continue
        for kind, words, occasion in _noted(entry):
            if speaks_of_self_harm(occasion.outcome) and not with_private:
                occasion = occasion._replace(outcome="")
            key = (kind.key, folded(words))
            spellings.setdefault(key, (kind, words))
            times = occasions.setdefault(key, [])
            if occasion not in times:
                times.append(occasion)
    urgency = {kind.key: place for place, kind in enumerate(SERIOUS_KINDS)}
    ordered = sorted(occasions, key=lambda key: (urgency[key[0]], min(occasions[key]), key))
    return tuple(
        SeriousSymptom(spellings[key][0].label, spellings[key][1], tuple(sorted(occasions[key]))) for key in ordered
    )


def printable_entries(entries: Sequence[AnyEntry], *, with_private: bool) -> list[AnyEntry]:
    """The entries as the page may show them: without private notes and thoughts of self-harm unless `with_private`.

    An entry of which nothing is left out is the same object as before.
    """
    if with_private:
        return list(entries)
    return [_without_self_harm(entry) for entry in entries if not is_kept_off(entry)]


def _noted(entry: AnyEntry) -> Iterable[tuple[SideEffectKind, str, Occasion]]:
    where = f"{entry.kind} {entry.label}" if entry.number else entry.kind
    if isinstance(entry, Session):
        for effect in entry.side_effects:
            day = entry.day_noticed(effect)
            named = [*serious_in_effect(effect)]
            kinds = [kind for kind, _ in named]
            serious_mentions = [
                each for name, text in texts_of(effect).items() if name != "words" for each in serious_in(text)
            ]
            for kind, words in (*named, *(each for each in serious_mentions if each.kind not in kinds)):
                yield kind, words, Occasion(day, where, effect.outcome or "")
    for text in texts_of(entry).values():
        for kind, words in serious_in(text):
            yield kind, words, Occasion(entry.when.day, where)


def _without_self_harm(entry: AnyEntry) -> AnyEntry:
    if not isinstance(entry, Session | Reading):
        return entry
    withheld: dict[str, Any] = {name: None for name, text in texts_of(entry).items() if speaks_of_self_harm(text)}
    if isinstance(entry, Session):
        kept = tuple(each for each in entry.side_effects if not any(map(speaks_of_self_harm, texts_of(each).values())))
        if len(kept) < len(entry.side_effects):
            withheld["side_effects"] = kept
    return replace(entry, **withheld) if withheld else entry
