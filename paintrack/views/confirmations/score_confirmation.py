"""The confirmation of a session or a reading: what was saved, the date in full, and finally how to take it back."""

from collections.abc import Sequence

from paintrack.model.displayed_text import isolated, listed, shell_quoted
from paintrack.model.entries import Rating, Reading, Session
from paintrack.model.values.moment import Moment
from paintrack.model.values.score import SCALE
from paintrack.views.confirmations.confirmation_parts import INDENT, UNDO, command_typed_again, last_line, paragraph
from paintrack.views.text_layout import pack, with_full_stop
from paintrack.views.text_table import table_lines
from paintrack.views.value_words import scores_in_words, show_moment, show_score


def session_confirmation(
    session: Session,
    ratings: Sequence[Rating],
    *,
    when: Moment,
    state: str,
    width: int,
    remarks: Sequence[str] = (),
    next_step: str = "",
) -> str:
    """The `ratings` of the session that were saved with the time `when`, and its `state` (`is open` or empty).

    `next_step` says what to type next.
    """
    name = f"Session {session.label}{f' {state}' if state else ''}."
    practitioner = with_full_stop(isolated(session.practitioner)) if session.practitioner else ""
    date = show_moment(when) + ("," if practitioner else ".")
    if len(ratings) > 1:
        lines = [
            pack(
                [
                    f"Saved session {session.label},",
                    f"{show_moment(when)}{f', {isolated(session.practitioner)}' if session.practitioner else ''}:",
                ],
                width,
            )
        ]
        lines += rating_rows(ratings, width)
        lines += [f"{INDENT}{name}"] if state else []
    else:
        rated = rating_in_words(ratings[0]) if ratings else "a visit without scores"
        closing = [] if width >= 80 or remarks or next_step else [UNDO]
        lines = [pack([f"Saved: {rated},", date, practitioner, name, *closing], width, dropped=",.")]
        if closing:
            return lines[0]
    lines += [paragraph(remark, width) for remark in remarks]
    lines.append(last_line(next_step, width))
    return "\n".join(lines)


def rating_rows(ratings: Sequence[Rating], width: int) -> list[str]:
    """A line for each rating, the names as wide as the longest: `lower back   7 -> 5   (2 lower)`."""
    scores = [scores_in_words(rating).replace(" (", "   (") for rating in ratings]
    names = [isolated(rating.condition) for rating in ratings]
    rows = list(zip(names, scores, strict=True))
    return [INDENT + line for line in table_lines(rows, width - len(INDENT), wrapped=0, gap=3)]


def rating_in_words(rating: Rating) -> str:
    """`lower back 7 -> 5 (2 lower)`, or with one score `pain 8 before the session`."""
    has_both_scores = rating.before is not None and rating.after is not None
    return f"{isolated(rating.condition)} {scores_in_words(rating)}{'' if has_both_scores else ' the session'}"


def scale_explanation(condition: str, *, may_name: bool) -> str:
    """What 0 and 10 mean, for the first entry of a condition; with `may_name`, also how to name what is rated."""
    from paintrack.model.conditions.good_when_high import counts_what_is_good

    none, worst = (end.partition(" ")[2] for end in SCALE.split(", "))
    if counts_what_is_good(condition):
        # Beside energy or strength, '0 = none' would mean having none of it.
        text = f"0 = no trouble, 10 = {worst}. Rate the trouble: 10 is the worst."
    else:
        text = f"0 = {none}, 10 = {worst}."
    return f'{text} Name what you rate: --for "lower back"' if may_name else text


def naming_hint(condition: str) -> str:
    """How to name what is rated, in a diary that began without a name for it."""
    return f'What hurts? Give it its name: paintrack conditions rename {condition} "lower back"'


def other_condition_hint(condition: str, with_other: Sequence[str]) -> str:
    """How to rate another condition than the usual one, which was meant where none was named.

    `with_other` is the command line that names the other one, as words without `paintrack`.
    """
    return f"Not {isolated(condition)}? paintrack undo, then: {command_typed_again(with_other)}"


def new_name_hint(command: str, new: str, old: str) -> str:
    """Says that a new name may be meant for an old one, and how to make them one.

    `command` is the one that renames, such as `conditions`.
    """
    rename = f"paintrack {command} rename {shell_quoted(new)} {shell_quoted(old)}"
    return f"{isolated(new)} is new. If it is {isolated(old)}: {rename}"


def reading_confirmation(
    readings: Sequence[Reading],
    *,
    width: int,
    is_now: bool,
    after: str,
    remarks: Sequence[str] = (),
    is_repeated: bool = False,
) -> str:
    """Score and time of each saved reading, and what was taken with it.

    `after` relates them to a session (`16 hours after session 6`) or is empty. `is_repeated`: the remarks say already
    how to take all of them back.
    """
    lines = []
    for reading in readings:
        score = f"{isolated(reading.condition)} {show_score(reading.score)}{' now' if is_now else ''}"
        chunks = [
            f"Saved: {score},",
            f"{show_moment(reading.when)}{',' if after else '.'}",
            f"{after}." if after else "",
        ]
        lines.append(pack(chunks, width))
    taken = [with_full_stop(f"Took {isolated(reading.took)}") for reading in readings if reading.took is not None]
    lines += [paragraph(remark, width) for remark in (*taken, *remarks)]
    labels = listed([reading.label for reading in readings], "and")
    named = f"Reading{'s' if len(readings) > 1 else ''} {labels}."
    return "\n".join([*lines, paragraph(named, width) if is_repeated else last_line(named, width, gap=" ")])
