"""Words behind `effect` that are not a side effect, or say what became of one, and the command line that is meant."""

from collections.abc import Sequence

from paintrack.model.displayed_text import isolated, listed
from paintrack.model.entries import Session, SideEffect
from paintrack.model.symptoms.side_effect_recognition import short_of
from paintrack.views.refusals.command_line_refusals import command_line
from paintrack.views.value_words import show_day


def points_as_effect(
    points: Sequence[str], session: str, *, add_points: Sequence[str] | None, effect_alone: Sequence[str] | None
) -> str:
    """That points are no side effects, with the line that adds them to the session, and that for the side effects.

    `add_points` None: the session has them; `effect_alone` None: there are no side effects beside them.
    """
    names, is_one = listed([*map(isolated, points)], "and"), len(points) == 1
    what = "is an acupuncture point, not a side effect" if is_one else "are acupuncture points, not side effects"
    them = "it" if is_one else "them"
    lines = [f"{names} {what}{'' if add_points else f'; session {session} has {them} already'}."]
    if add_points:
        lines.append(f"  To add {them} to session {session}: {command_line(add_points)}")
    if effect_alone:
        lines.append(f"  For the side effect: {command_line(effect_alone)}")
    return "\n".join(lines)


def removal_as_effect(words: str, removals: Sequence[Sequence[str]], as_it_stands: Sequence[str] | None) -> str:
    """That words ask to take a side effect out, with the line for each that may be meant (none: none is recorded).

    `as_it_stands` saves the words as a side effect; None where there is no such line.
    """
    recorded = "To correct one, take it out and type it anew." if removals else "None is recorded that it may mean."
    lines = [f'"{isolated(words)}" is not a side effect. {recorded}']
    lines += [f"  To take it out: {command_line(each)}" for each in removals]
    lines += [f"  To save it as it stands: {command_line(as_it_stands)}"] if as_it_stands else []
    return "\n".join(lines)


def removal_of_denied(removals: Sequence[Sequence[str]]) -> str:
    """The line for each recorded side effect that was denied."""
    return "\n".join(f"It is recorded. To take it out: {command_line(each)}" for each in removals)


def outcome_of_one(question: str, of_recorded: Sequence[str], as_another: Sequence[str]) -> str:
    """The question whether words are what became of a side effect, with the command line for yes and for no."""
    return f"{question}\n  Yes: {command_line(of_recorded)}\n  No, a new one: {command_line(as_another)}"


def outcome_of_several(recorded: Sequence[tuple[Session, SideEffect, Sequence[str]]], as_another: Sequence[str]) -> str:
    """That an outcome may be about each of the `recorded` side effects, with the command line of each and for none."""
    return "\n".join(["Which one is it about?", *_lines_of(recorded), f"  A new one: {command_line(as_another)}"])


def outcome_of_none(
    session: Session,
    effect: SideEffect,
    elsewhere: Sequence[tuple[Session, SideEffect, Sequence[str]]],
    as_another: Sequence[str],
) -> str:
    """That the side effect that an outcome is about is not recorded, with the line that saves both with the session.

    `elsewhere` are those of other sessions than the one that was named.
    """
    name = isolated(effect.words or short_of(effect))
    where = f" in session {session.label}" if elsewhere else ""
    new = f"  As new, with session {session.label}, {show_day(session.when.day)}: {command_line(as_another)}"
    return "\n".join([f'No "{name}" waits for its outcome{where}.', *_lines_of(elsewhere), new])


def _lines_of(recorded: Sequence[tuple[Session, SideEffect, Sequence[str]]]) -> list[str]:
    return [
        f"  Session {session.label}, {show_day(session.when.day)}, {_with_outcome(effect)}: {command_line(line)}"
        for session, effect, line in recorded
    ]


def _with_outcome(effect: SideEffect) -> str:
    outcome = f' ("{isolated(effect.outcome)}")' if effect.outcome else ""
    return short_of(effect) + outcome


def no_effect_but_outcome(words: str, as_outcome: Sequence[str] | None, as_note: Sequence[str]) -> str:
    """That words say how it is but not what was noticed, with the line for each; `as_outcome` None: of nothing."""
    lines = [f'"{isolated(words)}" names no side effect.']
    lines += [f"  What became of one: {command_line(as_outcome)}"] if as_outcome else []
    return "\n".join([*lines, f"  A remark: {command_line(as_note)}"])
