"""The answer to a side effect noticed later, and the question whether one came again."""

from collections.abc import Sequence

from paintrack.model.displayed_text import isolated
from paintrack.model.entries import Session, SideEffect
from paintrack.model.symptoms.searched_texts import texts_of
from paintrack.model.symptoms.serious_sign_search import speaks_of_self_harm
from paintrack.model.symptoms.side_effect_recognition import (
    advice_for,
    is_serious,
    label_of,
    short_of,
)
from paintrack.model.values.moment import Moment
from paintrack.views.confirmations.confirmation_parts import OFF_THE_PAGE, last_line, paragraph
from paintrack.views.refusals.command_line_refusals import command_line
from paintrack.views.text_layout import pack, with_full_stop
from paintrack.views.value_words import show_day, show_moment

# What is noticed up to so many days after a session is no surprise.
_DAYS_WITHOUT_A_DOUBT = 3


def repeated_effect_question(session: Session, effect: SideEffect) -> str:
    """The question whether a side effect that the session already has came again."""
    return f"{_has_already(session, effect)} Did it come again?"


def kept_effect(outcome_line: Sequence[str]) -> str:
    """The command line for what became of a side effect that did not come again."""
    return f"What became of it: {command_line(outcome_line)}"


def outcome_question(session: Session, effect: SideEffect, outcome: str) -> str:
    """The question whether words are what became of a side effect that the session has, in place of its outcome."""
    instead = f', in place of "{isolated(effect.outcome)}"' if effect.outcome else ""
    return f'{_has_already(session, effect)} Is "{isolated(outcome)}" what became of it{instead}?'


def new_with_outcome_question(session: Session, effect: SideEffect, *, is_none_recorded: bool) -> str:
    """The question whether a side effect is new, to be saved with the session and its outcome."""
    name = isolated(effect.words or short_of(effect))
    where = f"with session {session.label}, {show_day(session.when.day)}?"
    return (
        f'No "{name}" waits for its outcome. Save it as new {where}' if is_none_recorded else f"Save it as new {where}"
    )


def _has_already(session: Session, effect: SideEffect) -> str:
    name = with_full_stop(label_of(effect))
    if effect.noticed:
        return f"Session {session.label} has it already since {show_moment(Moment.from_iso(effect.noticed))}: {name}"
    return f"Session {session.label}, {show_day(session.when.day)}, has it already: {name}"


def effect_confirmation(
    session: Session,
    effects: Sequence[SideEffect],
    *,
    when: Moment,
    width: int,
    dated_command: Sequence[str] = (),
    is_of_its_day: bool = False,
) -> str:
    """The saved side effects and the advice for each kind that is not serious; if they mention self-harm, also that
    they stay off the page.

    `dated_command` is the command with a place for the time, if none was typed: long after the session it is named.
    `is_of_its_day`: the session was typed without a time, so its day counts as the day of the side effect.
    """
    what = ", ".join(map(_in_words, effects))
    lines = [pack([f"Saved with session {session.label}:", f"{what},", f"{show_moment(when)}."], width)]
    advice = dict.fromkeys(advice_for(effect) for effect in effects if not is_serious(effect))
    lines += [paragraph(each, width) for each in advice]
    days = (when.day - session.when.day).days
    command = f"paintrack undo, then {command_line(dated_command)}" if dated_command else ""
    if command and is_of_its_day:
        lines.append(paragraph(f"That is the day of the session. Noticed later? {command}", width))
    elif command and days > _DAYS_WITHOUT_A_DOUBT:
        lines.append(paragraph(f"That is {days} days after the session. Noticed earlier? {command}", width))
    if any(speaks_of_self_harm(text) for effect in effects for text in texts_of(effect).values()):
        lines.append(paragraph(OFF_THE_PAGE, width))
    return "\n".join([*lines, last_line("", width)])


def outcome_confirmation(session: Session, effect: SideEffect, former: str | None, *, width: int) -> str:
    """What became of a side effect that was recorded before; `former` is the outcome that it had."""
    where = [f"Saved with session {session.label},", f"{show_day(session.when.day)}:"]
    was = [with_full_stop(f"It was: {isolated(former)}")] if former else []
    lines = [pack([*where, with_full_stop(_in_words(effect)), *was], width)]
    if any(map(speaks_of_self_harm, texts_of(effect).values())):
        lines.append(paragraph(OFF_THE_PAGE, width))
    return "\n".join([*lines, last_line("", width)])


def effect_step(session: Session, effects: Sequence[SideEffect], *, is_outcome: bool) -> str:
    """What was saved, for `undo`: the side effects, or the outcome of one that was there before."""
    if is_outcome:
        return f"the outcome of {short_of(effects[0])}, session {session.label}"
    what = "side effect" if len(effects) == 1 else "side effects"
    return f"{what} of session {session.label}: {', '.join(map(label_of, effects))}"


def _in_words(effect: SideEffect) -> str:
    outcome = f": {isolated(effect.outcome)}" if effect.outcome else ""
    return label_of(effect) + outcome
