"""The answer after a change: what was saved, with the date in full; how to take it back comes last."""

from collections.abc import Sequence

from paintrack.domain.details import SessionDetails
from paintrack.domain.entry import AnyEntry, Rating, Reading, Session, SideEffect
from paintrack.domain.money import show_amount
from paintrack.domain.score import SCALE, counts_what_is_good, show_score
from paintrack.domain.side_effects import advice_for, is_urgent, label_of, short_of
from paintrack.domain.techniques import label
from paintrack.domain.text import visible_line, width_of
from paintrack.domain.when import Moment, show_moment
from paintrack.views.wrapping import fill, filled, shortened

UNDO = "Wrong? paintrack undo"
_INDENT = "  "


def paragraph(text: str, width: int) -> str:
    """A sentence or more, wrapped and indented below the first line of the answer."""
    return fill(text, width, first=_INDENT, rest=_INDENT)


def session_saved(
    session: Session,
    ratings: Sequence[Rating],
    *,
    when: Moment,
    state: str,
    width: int,
    remarks: Sequence[str] = (),
    effects: Sequence[SideEffect] = (),
    next_step: str = "",
) -> str:
    """What was saved of a session: the `ratings` it changed at `when`, its `state` ('is open', '').

    `effects` are those just recorded: their advice is given here unless it is urgent and was given before.
    `next_step` says what to type next.
    """
    name = f"Session {session.label}{f' {state}' if state else ''}."
    who = f"{visible_line(session.practitioner)}." if session.practitioner else ""
    date = show_moment(when) + ("," if who else ".")
    if len(ratings) > 1:
        lines = [
            filled(
                [f"Saved session {session.label},", f"{show_moment(when)}{f', {who[:-1]}' if who else ''}:"],
                width,
            )
        ]
        lines += rating_rows(ratings, width)
        lines += [f"{_INDENT}{name}"] if state else []
    else:
        what = said(ratings[0]) if ratings else "a visit without scores"
        closing = [] if width >= 80 or remarks or effects or next_step else [UNDO]
        lines = [filled([f"Saved: {what},", date, who, name, *closing], width, dropped=",.")]
        if closing:
            return lines[0]
    lines += [paragraph(remark, width) for remark in remarks]
    lines += [paragraph(advice_for(effect), width) for effect in effects if not is_urgent(effect)]
    lines.append(_last_line(next_step, width))
    return "\n".join(lines)


def rating_rows(ratings: Sequence[Rating], width: int) -> list[str]:
    """A line for each rating, the names as wide as the longest: `lower back   7 -> 5   (2 lower)`."""
    scores = [rating.in_words().replace(" (", "   (") for rating in ratings]
    names = [visible_line(rating.condition) for rating in ratings]
    room = min(max(map(width_of, names)), width - len(_INDENT) - 3 - max(map(len, scores)))
    short = [shortened(name, room, ascii_only=True) for name in names]
    return [
        f"{_INDENT}{name}{' ' * (room - width_of(name))}   {score}" for name, score in zip(short, scores, strict=True)
    ]


def said(rating: Rating) -> str:
    """A rating in an answer: `lower back 7 -> 5 (2 lower)`, `pain 8 before the session`."""
    both = rating.before is not None and rating.after is not None
    return f"{visible_line(rating.condition)} {rating.in_words()}{'' if both else ' the session'}"


def scale_explained(condition: str, *, may_name: bool) -> str:
    """What 0 and 10 mean, for the first entry of a condition; with `may_name`, how to name what is rated."""
    none, worst = SCALE.split(", ")
    text = f"0 = {none.removeprefix('0 ')}, 10 = {worst.removeprefix('10 ')}."
    if counts_what_is_good(condition):
        text += " Rate the trouble: 10 is the worst."
    return f'{text} Name what you rate: --for "lower back"' if may_name else text


def reading_saved(reading: Reading, *, width: int, just_now: bool, after: str, remarks: Sequence[str] = ()) -> str:
    """What was saved of a reading; `after` says how long after which session ('16 hours after session 6')."""
    score = f"{visible_line(reading.condition)} {show_score(reading.score)}{' now' if just_now else ''}"
    chunks = [
        f"Saved: {score},",
        f"{show_moment(reading.when)}{',' if after else '.'}",
        f"{after}." if after else "",
    ]
    lines = [filled(chunks, width), *(paragraph(remark, width) for remark in remarks)]
    return "\n".join([*lines, _last_line(f"Reading {reading.label}.", width, gap=" ")])


def effect_saved(session: Session, effect: SideEffect, *, when: Moment, width: int) -> str:
    """What was saved of a side effect noticed later."""
    what = visible_line(label_of(effect))
    lines = [filled([f"Saved with session {session.label}:", f"{what},", f"{show_moment(when)}."], width)]
    if not is_urgent(effect):
        lines.append(paragraph(advice_for(effect), width))
    return "\n".join([*lines, _last_line("", width)])


def changed(entry: AnyEntry, changes: Sequence[str], *, width: int, remarks: Sequence[str] = ()) -> str:
    """What an edit changed, in a few words each: 'pain is now lower back'; nothing when it says so already."""
    name = f"{entry.kind} {entry.label}"
    if not changes:
        return filled([f"Nothing to change: {name} says so already."], width)
    sentences = [f"{each}{'.' if last == len(changes) else ';'}" for last, each in enumerate(changes, 1)]
    if not remarks:
        return filled([f"Changed {name}:", *sentences, UNDO], width)
    lines = [
        filled([f"Changed {name}:", *sentences], width),
        *(paragraph(each, width) for each in remarks),
    ]
    return "\n".join([*lines, _last_line("", width)])


def details_in_words(said: SessionDetails) -> list[str]:
    """What was said of a session, a few words for each detail: `technique manual`, `cost 85`."""
    found = []
    if said.points is not None:
        found.append(f"points {visible_line(', '.join(said.points))}")
    if said.technique:
        found.append(f"technique {label(said.technique)}")
    if said.practitioner:
        found.append(f"with {visible_line(said.practitioner)}")
    found += [f"side effect {visible_line(short_of(effect))} added" for effect in said.side_effects]
    if said.cost is not None:
        found.append(f"cost {show_amount(said.cost)}")
    if said.covered is not None:
        found.append(f"covered {show_amount(said.covered)}")
    return found + (["note changed"] if said.note is not None else [])


def paid(cost: int | None, covered: int | None, currency: str | None) -> str:
    """What a visit cost, for one entry in full: `85, covered 60, out of pocket 25`."""
    unit = f" {visible_line(currency)}" if currency else ""
    parts = [] if cost is None else [f"{show_amount(cost)}{unit}"]
    parts += [] if covered is None else [f"covered {show_amount(covered)}{unit}"]
    if cost is not None and covered is not None and cost >= covered:
        parts.append(f"out of pocket {show_amount(cost - covered)}{unit}")
    return ", ".join(parts)


def _last_line(before: str, width: int, gap: str = "      ") -> str:
    if not before:
        return f"{_INDENT}{UNDO}"
    line = f"{_INDENT}{before}{gap}{UNDO}"
    return line if len(line) <= width else f"{_INDENT}{before}\n{_INDENT}{UNDO}"
