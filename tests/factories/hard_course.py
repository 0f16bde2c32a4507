"""A course that is hard on a page: 60 sessions, four conditions, long words in several scripts, gaps, side effects."""

from datetime import datetime, timedelta, timezone
from typing import Any

from paintrack.model.entries import AnyEntry, Rating, Reading, Session, SideEffect
from paintrack.model.other_entries import Note, Peg, Plan, Question
from paintrack.model.values.moment import Moment, stamp

CONDITION = "plecy (dół) i 左膝"
OTHER_CONDITIONS = ("الركبة اليمنى", "頭痛", "Schlaf nach der Arbeit an sehr langen und grauen Tagen im November")
ARABIC = "بدأت دواءً جديدًا للنوم بعد زيارة الطبيب "
CHINESE = "開始服用新的止痛藥，睡眠好轉。"
POLISH = "Zażółć gęślą jaźń: zmiana leku na noc, źle śpię. "
_FIRST = datetime(2025, 8, 4, 9, 15, tzinfo=timezone(timedelta(hours=1)))
_KINDS = ("chest_pain_breathless", "bruise_bleeding", "headache_fatigue", "symptom_flare")


def hard_course() -> list[AnyEntry]:
    """Sixty weekly sessions with 90 readings, notes of 2,000 characters, ten questions; oldest first."""
    entries: list[AnyEntry] = [_session(number) for number in range(1, 61)]
    entries += [_reading(place) for place in range(90)]
    entries.append(Plan(**_who(2000, 0), condition=CONDITION, sessions=72, goal=2.5))
    entries += [Note(**_who(3000 + place, 30 + 31 * place), text=_long(place)) for place in range(12)]
    entries += [Question(**_who(4000 + place, 300 + place), text=_long(place)) for place in range(10)]
    entries += [
        Peg(**_who(5000 + place, 10 + 100 * place), pain=7.5 - place, enjoyment=8, activity=10 - 2 * place)
        for place in range(4)
    ]
    return sorted(entries, key=lambda entry: entry.at)


def _session(number: int) -> Session:
    before = min(max(8.5 - number / 12 + (number * 7 % 5) * 0.5, 0), 10)
    after = None if number % 6 == 0 else max(round(before - 1.5 - number % 3, 1), 0)
    ratings = [Rating(CONDITION, None if number % 17 == 0 else round(before, 1), after)]
    ratings += [Rating(name, float(number % 7 + 2), float(number % 5)) for name in OTHER_CONDITIONS if number % 4]
    if number == 41:
        ratings = [Rating(CONDITION)]
    return Session(
        **_who(number, 7 * number),
        number=number,
        ratings=tuple(ratings),
        points=(*(f"BL{number % 20 + place}" for place in range(5)), "阿是穴"),
        practitioner=("Dr Żółkiewska-Brzęczyszczykiewicz", "李醫生", "د. فاطمة")[number % 3],
        side_effects=(
            *([SideEffect(_KINDS[number % 4])] if number % 3 == 0 else []),
            *([SideEffect("other", f"{CHINESE} {POLISH}"[:300])] if number % 10 == 0 else []),
        ),
        cost=8500,
        covered=1000,
        currency="EUR" if number % 2 else "CHF",
        note=_long(number),
    )


def _reading(place: int) -> Reading:
    return Reading(**_who(1000 + place, 7 + 4 * place + 1), condition=CONDITION, score=float(place % 9) + 0.5)


def _long(place: int) -> str:
    return ((ARABIC, CHINESE, POLISH)[place % 3] * 80)[:2000]


def _who(number: int, days: int) -> dict[str, Any]:
    at = _FIRST + timedelta(days=days)
    return {"uid": f"{number:032x}", "when": Moment(at), "entered": stamp(at), "edited": stamp(at)}
