"""The answer to a side effect noticed later, and the question whether one came again."""

from collections.abc import Sequence

from paintrack.model.entries import Session, SideEffect
from paintrack.model.fields import texts_of
from paintrack.model.symptoms.side_effect_recognition import advice_for, is_serious, label_of, speaks_of_self_harm
from paintrack.model.typed.typed_text import visible_line
from paintrack.model.values.moment import Moment
from paintrack.views.confirmations.confirmation_parts import OFF_THE_PAGE, last_line, paragraph
from paintrack.views.text_layout import pack, with_full_stop
from paintrack.views.value_words import show_moment


def repeated_effect_question(session: Session, effect: SideEffect) -> str:
    """The question whether a side effect that the session already has came again."""
    return f"{_has_already(session, effect)} Did it come again?"


def outcome_question(session: Session, effect: SideEffect, outcome: str) -> str:
    """The question whether words are what became of a side effect that the session has."""
    return f'{_has_already(session, effect)} Is "{visible_line(outcome)}" what became of it?'


def _has_already(session: Session, effect: SideEffect) -> str:
    since = f" since {show_moment(Moment.from_iso(effect.noticed))}" if effect.noticed else ""
    return with_full_stop(f"Session {session.label} has it already{since}: {visible_line(label_of(effect))}")


def effect_confirmation(session: Session, effects: Sequence[SideEffect], *, when: Moment, width: int) -> str:
    """The saved side effects and the advice for each kind that is not serious; if they mention self-harm, also that
    they stay off the page.
    """
    what = ", ".join(map(_in_words, effects))
    lines = [pack([f"Saved with session {session.label}:", f"{what},", f"{show_moment(when)}."], width)]
    advice = dict.fromkeys(advice_for(effect) for effect in effects if not is_serious(effect))
    lines += [paragraph(each, width) for each in advice]
    if any(speaks_of_self_harm(text) for effect in effects for text in texts_of(effect).values()):
        lines.append(paragraph(OFF_THE_PAGE, width))
    return "\n".join([*lines, last_line("", width)])


def outcome_confirmation(session: Session, effect: SideEffect, *, width: int) -> str:
    """What became of a side effect that was recorded before."""
    lines = [pack([f"Saved with session {session.label}:", with_full_stop(_in_words(effect))], width)]
    if any(map(speaks_of_self_harm, texts_of(effect).values())):
        lines.append(paragraph(OFF_THE_PAGE, width))
    return "\n".join([*lines, last_line("", width)])


def _in_words(effect: SideEffect) -> str:
    outcome = f": {visible_line(effect.outcome)}" if effect.outcome else ""
    return visible_line(label_of(effect)) + outcome
