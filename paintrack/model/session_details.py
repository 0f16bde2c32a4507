"""The details of a session beside its scores, parsed but not yet part of a session."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from paintrack.model.entries import Session, SideEffect
from paintrack.model.money import parse_amount
from paintrack.model.typed_text import clean, one_line

if TYPE_CHECKING:
    from paintrack.model.points import PointTable


class SessionDetails(NamedTuple):
    """Points, technique, practitioner, side effects, money (hundredths) and a note; None: not typed.

    `remarks` are sentences for the patient: on points that are unknown or had to be guessed, and the advice on a side
    effect that is not urgent (that on an urgent one is printed before anything else).
    """

    points: tuple[str, ...] | None = None
    technique: str | None = None
    practitioner: str | None = None
    side_effects: tuple[SideEffect, ...] = ()
    cost: int | None = None
    covered: int | None = None
    note: str | None = None
    remarks: tuple[str, ...] = ()

    def added_to(self, session: Session) -> Session:
        """The session with these details; points, side effects and note are added to those it has."""
        return self._set_in(
            session,
            points=tuple(dict.fromkeys((*session.points, *(self.points or ())))),
            note="\n".join(filter(None, (session.note, self.note))) or None,
        )

    def corrected_in(self, session: Session) -> Session:
        """The session with these details in place of those it has; side effects are added."""
        return self._set_in(
            session,
            points=session.points if self.points is None else self.points,
            note=session.note if self.note is None else self.note,
        )

    def repeats(self, session: Session) -> list[str]:
        """A sentence on each side effect that was typed twice or that the session has already."""
        if not self.side_effects:
            return []
        from paintrack.model.symptoms.side_effect_recognition import label_of, repeated

        names = [label_of(effect) for effect in repeated(session.side_effects, self.side_effects)]
        return [f"Already noted with this session, kept once: {name}." for name in dict.fromkeys(names)]

    def _side_effects_with(self, session: Session) -> tuple[SideEffect, ...]:
        if not self.side_effects:
            return session.side_effects
        from paintrack.model.symptoms.side_effect_recognition import with_added

        return with_added(session.side_effects, self.side_effects)

    def _set_in(self, session: Session, *, points: tuple[str, ...], note: str | None) -> Session:
        return replace(
            session,
            points=points,
            note=note,
            technique=self.technique or session.technique,
            practitioner=self.practitioner or session.practitioner,
            side_effects=self._side_effects_with(session),
            cost=session.cost if self.cost is None else self.cost,
            covered=session.covered if self.covered is None else self.covered,
        )


def parse_details(
    *,
    points: str | None,
    technique: str | None,
    practitioner: str | None,
    side_effects: Sequence[str],
    cost: str | None,
    covered: str | None,
    note: str | None,
    table: "PointTable",
) -> SessionDetails:
    """The details as typed. `table` is called for names of points alone. Raises UsageError."""
    typed_points = key = None
    effects: tuple[SideEffect, ...] = ()
    remarks: list[str] = []
    if points is not None:
        from paintrack.model.points import parse_points

        typed_points = parse_points(points, table)
    if technique is not None:
        from paintrack.model.techniques import parse_technique

        key = parse_technique(technique)
    if side_effects:
        from paintrack.model.symptoms.side_effect_recognition import advice_for, is_none, is_serious, parse_side_effect

        effects = tuple(parse_side_effect(words) for words in side_effects if not is_none(words))
        remarks = list(dict.fromkeys(advice_for(effect) for effect in effects if not is_serious(effect)))
        remarks += ["No side effect was saved: none was typed."] if len(effects) < len(side_effects) else []
    return SessionDetails(
        points=typed_points.points if typed_points else None,
        technique=key,
        practitioner=None if practitioner is None else one_line(practitioner, "The name"),
        side_effects=effects,
        cost=None if cost is None else parse_amount(cost, "The cost"),
        covered=None if covered is None else parse_amount(covered, "What is covered"),
        note=None if note is None else clean(note, "The note") or None,
        remarks=(*(typed_points.remarks if typed_points else ()), *remarks),
    )
