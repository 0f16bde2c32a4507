"""The details of a session besides its scores, parsed but not yet part of a session."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from paintrack.model.entries import Reading, Session, SideEffect
from paintrack.model.typed.typed_text import clean, one_line
from paintrack.model.values.money import parse_amount

if TYPE_CHECKING:
    from paintrack.model.acupuncture.points import PointTable

Scored = TypeVar("Scored", bound=Session | Reading)
# What stands between an existing text and one that is added to it.
_SEPARATORS = {"took": "; ", "note": "\n"}


class SessionDetails(NamedTuple):
    """Points, technique, practitioner, side effects, money (hundredths) and texts; None if not typed.

    `remarks` are sentences for the patient: on points that are unknown or had to be guessed, and the advice on side
    effects that are not urgent (advice on urgent ones is printed before anything else).
    """

    points: tuple[str, ...] | None = None
    technique: str | None = None
    practitioner: str | None = None
    side_effects: tuple[SideEffect, ...] = ()
    cost: int | None = None
    covered: int | None = None
    took: str | None = None
    receipt: str | None = None
    note: str | None = None
    remarks: tuple[str, ...] = ()

    @property
    def typed_values(self) -> dict[str, Any]:
        """The values that were typed, by the name of their field."""
        return {name: value for name, value in self._replace(remarks=())._asdict().items() if value not in (None, ())}

    def added_to(self, session: Session) -> Session:
        """The session with these details; points, side effects and texts are added to those it has."""
        values = self.typed_values
        if self.points is not None:
            values["points"] = tuple(dict.fromkeys((*session.points, *self.points)))
        for name, separator in _SEPARATORS.items():
            if name in values and (existing := getattr(session, name)):
                values[name] = f"{existing}{separator}{values[name]}"
        return replace(session, **values | self._side_effects_with(session))

    def corrected_in(self, entry: Scored) -> Scored:
        """The entry, which must have these fields, with these details in place of its own; side effects are added."""
        return replace(entry, **self.typed_values | self._side_effects_with(entry))

    def repeats(self, session: Session) -> list[str]:
        """A sentence on each side effect that was typed twice or that the session has already."""
        if not self.side_effects:
            return []
        from paintrack.model.symptoms.side_effect_recognition import label_of
        from paintrack.model.symptoms.side_effects_typed_twice import repeated_among

        names = [label_of(effect) for effect in repeated_among(session.side_effects, self.side_effects)]
        return [f"Already noted with this session, kept once: {name}." for name in dict.fromkeys(names)]

    def _side_effects_with(self, entry: Session | Reading) -> dict[str, tuple[SideEffect, ...]]:
        if not self.side_effects or not isinstance(entry, Session):
            return {}
        from paintrack.model.symptoms.side_effects_typed_twice import with_added

        return {"side_effects": with_added(entry.side_effects, self.side_effects)}


def _parse_technique(text: str) -> str:
    from paintrack.model.acupuncture.techniques import parse_technique

    return parse_technique(text)


def _parse_note(text: str) -> str | None:
    return clean(text, "The note") or None


# The parsers of the details that are a single value.
_PARSERS: dict[str, Callable[[str], Any]] = {
    "technique": _parse_technique,
    "practitioner": partial(one_line, name="The name"),
    "cost": partial(parse_amount, name="The cost"),
    "covered": partial(parse_amount, name="What is covered"),
    "took": partial(one_line, name="What was taken"),
    "receipt": partial(one_line, name="The receipt"),
    "note": _parse_note,
}
SINGLE_VALUES = tuple(_PARSERS)


def parse_details(
    typed: Mapping[str, str | None], *, points: str | None, side_effects: Sequence[str], table: "PointTable"
) -> SessionDetails:
    """The parsed details; `typed` has for each of `SINGLE_VALUES` the text that was typed, or None.

    `table` is called only for names of points. Raises UsageError.
    """
    typed_points = None
    effects: tuple[SideEffect, ...] = ()
    remarks: list[str] = []
    if points is not None:
        from paintrack.model.acupuncture.points import parse_points, reject_signed_points

        reject_signed_points(points)
        typed_points = parse_points(points, table)
    values = {name: parse(text) for name, parse in _PARSERS.items() if (text := typed[name]) is not None}
    if side_effects:
        from paintrack.model.symptoms.side_effect_recognition import advice_for, is_none, is_serious, parse_side_effects

        named = [words for words in side_effects if not is_none(words)]
        effects = tuple(effect for words in named for effect in parse_side_effects(words))
        remarks = list(dict.fromkeys(advice_for(effect) for effect in effects if not is_serious(effect)))
        remarks += ["No side effect was saved: none was typed."] if len(named) < len(side_effects) else []
    return SessionDetails(
        points=typed_points.points if typed_points else None,
        side_effects=effects,
        remarks=(*(typed_points.remarks if typed_points else ()), *remarks),
        **values,
    )
