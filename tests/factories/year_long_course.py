"""A course as full as an ordinary one gets: a year of 60 sessions, four conditions, medicines, a serious symptom."""

from datetime import date, timedelta

from paintrack.model.entries import AnyEntry, Rating, Session, SideEffect
from tests.factories.courses import in_order
from tests.factories.entries import a_note, a_peg, a_plan, a_question, a_reading, a_session

FULL_DAY = date(2026, 11, 27)
_FIRST = date(2025, 12, 1)
_POINTS = ("LI4", "LR3", "BL23", "BL25", "ST36", "GB34", "SP6", "BL40", "KI3")
CHANGES = {
    "2026-01-20": "started amitriptyline 10 mg",
    "2026-04-02": "amitriptyline up to 25 mg",
    "2026-06-15": "started physiotherapy, weekly",
    "2026-09-05": "stopped amitriptyline, dry mouth",
    "2026-10-12": "new desk chair",
}
QUESTIONS = (
    "Is every second week enough from now on?",
    "Should I start the amitriptyline again, at a lower dose?",
    "Is the numb patch on my shin something to look at?",
)


def full_course() -> list[AnyEntry]:
    """The 60 sessions with 40 readings, two PEG entries, a plan, the changes and the questions; oldest first."""
    entries: list[AnyEntry] = [_session(number) for number in range(1, 61)]
    entries += [a_reading((place * 5 % 4) + 2, at=_at(6 * place + 7), number=place + 1) for place in range(40)]
    entries += [a_note(text, at=f"{day} 20:00") for day, text in CHANGES.items()]
    entries += [a_question(text, at=f"2026-11-{day} 20:00") for day, text in zip((18, 19, 20), QUESTIONS, strict=True)]
    entries += [a_peg(7, 8, 7, at="2025-12-01 13:00"), a_peg(4, 4, 4, at="2026-10-27 13:00")]
    return in_order([*entries, a_plan(sessions=60, goal=3, at="2025-12-01 09:00")])


def _session(number: int) -> Session:
    before = min(max(round(8 - number / 14 + (number * 7 % 5 - 2) * 0.8), 1), 10)
    ratings = [Rating("lower back", float(before), float(max(before - number % 4, 0)))]
    ratings += [Rating("neck", float(6 - number % 2), 4.0)] if number % 2 else []
    ratings += [Rating("anxiety", float(5 + number % 3), 5.0)] if number % 3 == 0 else []
    ratings += [Rating("migraine", 7.0 if number % 15 == 0 else 0.0, 0.0)] if number % 5 == 0 else []
    effects = [SideEffect("bruise_bleeding")] if number % 7 == 0 else []
    effects += [SideEffect("chest_pain_breathless")] if number == 44 else []
    return a_session(
        ratings=ratings,
        at=_at(6 * (number - 1)),
        number=number,
        points=tuple(_POINTS[(number + place) % len(_POINTS)] for place in range(3)),
        practitioner="Dr Li" if number % 10 else "Dr Wu",
        side_effects=tuple(effects),
        cost=8500,
        covered=6000,
        currency="EUR",
    )


def _at(days: int) -> str:
    return f"{_FIRST + timedelta(days=days)} 15:00"
