"""Turning typed words and options into values, without the patient's file. All functions may raise UsageError."""

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from paintrack.commands._shared.options.common_options import SessionDetailOptions, reject_ignored
from paintrack.commands._shared.terminal.stream_output import announce_input, write_error
from paintrack.commands._shared.urgent_advice import show_urgent_advice
from paintrack.errors import UsageError
from paintrack.model.displayed_text import isolated
from paintrack.model.typed.session_details import SINGLE_VALUES, SessionDetails, parse_details
from paintrack.model.typed.typed_text import clean, folded, one_line
from paintrack.model.values.moment import Moment, now_moment
from paintrack.model.values.score import is_score, parse_score
from paintrack.views.text_layout import fill

if TYPE_CHECKING:
    from paintrack.commands._shared.context import Context
    from paintrack.commands._shared.terminal.console import Console
    from paintrack.model.acupuncture.points import PointLike

_LONGEST_INPUT = 1_000_000
_MOST_BYTES = 4  # of one character in UTF-8


def moment_of(at: str | None, context: "Context") -> Moment:
    """The moment that `--at` gives, else now.

    It is noted in the context, for the hint after saving if the clock showed it twice or no hour was named.
    """
    if at is None:
        return now_moment(context.now)
    from paintrack.model.typed.dates.suggested_times import past_moment

    moment = past_moment(at, context.now)
    context.typed_time = (at, moment)
    return moment


def condition_name(typed: str | None) -> str | None:
    """The condition as typed, on one line and without outer space; None when none was typed."""
    return None if typed is None else one_line(typed, "The condition")


def details_of(options: SessionDetailOptions, context: "Context", session_id: str | None = None) -> SessionDetails:
    """The options as values; `--note -` reads standard input.

    `session_id` is the session that they correct, None for a new one.
    """
    reject_points_among(options.side_effects)
    reject_numbers_among(options.side_effects)
    if options.side_effects:
        from paintrack.commands._shared.sessions.removal_typed_as_side_effect import hint_at_denied, reject_removal

        for text in options.side_effects:
            reject_removal(context, text, session_id)
            warn_of_denied([text])
            if session_id is not None:
                hint_at_denied(context, text, session_id)
    typed: dict[str, str | None] = {name: getattr(options, name) for name in SINGLE_VALUES}
    return parse_details(
        typed | {"note": note_of(options.note)},
        points=options.points,
        side_effects=options.side_effects,
        table=point_table,
    )


def reject_points_among(side_effects: Iterable[str]) -> None:
    """Raise UsageError if what was typed as a side effect is the code or the name of a point: `LI4`, `hegu`."""
    for point in points_among(side_effects):
        raise UsageError(f"{isolated(point)} is an acupuncture point, not a side effect. Points belong to --points.")


def reject_numbers_among(side_effects: Iterable[str]) -> None:
    """Raise UsageError for a side effect without a word: a score, an id, or the number of something in a list."""
    for text in side_effects:
        if text.split() and all(re.fullmatch(r"#?[a-z]?[0-9][0-9.,:;/+?!-]*", word) for word in folded(text).split()):
            raise UsageError(f"{isolated(text)} is not a side effect: type it in words, such as bruise.")


def warn_of_denied(side_effects: Iterable[str]) -> None:
    """Warn on standard error of words that are not saved, because they say that there was no side effect."""
    if not side_effects:
        return
    from paintrack.commands._shared.terminal.screen_reader_mode import sentence_width
    from paintrack.model.symptoms.side_effect_recognition import denied_in

    for words in dict.fromkeys(part for text in side_effects for part in denied_in(text)):
        sentence = f'No side effect is saved for "{isolated(words)}": it says that there was none.'
        write_error(fill(sentence, sentence_width()))


def points_among(side_effects: Iterable[str]) -> list[str]:
    """The parts of the texts that name points, as typed, without those that also name a listed side effect."""
    parts = (part.strip() for text in side_effects for part in re.split("[,;\n]", text))
    return [part for part in parts if part and _is_point(part)]


def _is_point(text: str) -> bool:
    from paintrack.model.symptoms.side_effect_recognition import is_listed

    if is_listed(text):
        return False
    from paintrack.commands._shared.point_lookup import named_points

    return bool(named_points(text))


def point_table() -> "Iterable[PointLike]":
    """The table of acupuncture points; parsed only when a name must be looked up."""
    from paintrack.data.point_table import load_points

    return load_points()


def note_of(text: str | None) -> str | None:
    """The note as typed; `-` reads standard input, at most a million characters, and urgent advice on it is shown."""
    if text != "-":
        return text
    note = _standard_input()
    if len(note) > _LONGEST_INPUT:
        raise UsageError("The note on standard input is longer than a million characters.")
    return note


def _standard_input() -> str:
    """Standard input as UTF-8, whatever the locale; urgent advice comes first, even if the bytes are then refused."""
    announce_input("the text")
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        text = sys.stdin.read(_LONGEST_INPUT + 1) if sys.stdin else ""
        show_urgent_advice([text])
        return text
    typed: bytes = stream.read(_MOST_BYTES * _LONGEST_INPUT + 1)
    show_urgent_advice([typed.decode("utf-8", "replace")])
    try:
        return typed.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("The note on standard input is not UTF-8 text.") from None


def text_of(console: "Console", words: Sequence[str] | None, *, prompt: str, kind: str, in_editor: bool) -> str:
    """The text of a note or question: the words, standard input for `-`, or the answer to `prompt` without words.

    With `in_editor` it is written in the person's editor. Only typed words end up in the history of the shell. `kind`
    is 'note' or 'question'. Raises UsageError for an empty text, too.
    """
    if in_editor:
        from paintrack.commands._shared.terminal.editor import edited_text

        reject_ignored([words], "--edit asks for the text in your editor: leave out the words.")
        return clean(edited_text(console, kind=kind), f"The {kind}")
    typed = " ".join(words or ())
    if not typed and console.may_ask:
        from paintrack.commands._shared.terminal.dialogue import answer_to

        typed = answer_to(console, prompt)
    text = clean(note_of(typed) or "", f"The {kind}")
    if not text:
        from paintrack.views.refusals.word_refusals import missing_text

        raise UsageError(missing_text(kind))
    return text


def score_of(words: Sequence[str], *, example: str) -> float:
    """The one score (0 to 10) that the words give; `example` is a correct command line without `paintrack`."""
    if not words:
        from paintrack.views.refusals.word_refusals import missing_score

        raise UsageError(missing_score(example))
    scores_of(words, most=1, example=example)
    return parse_score(words[0])


def scores_of(words: Sequence[str], *, most: int, example: str) -> list[float | None]:
    """The scores (0 to 10) that the words give, filled up with None to `most`; `example` as in `score_of`."""
    scores = [parse_score(word) for word in words[:most]]
    if len(words) > most:
        from paintrack.views.refusals.word_refusals import surplus_words, too_many_scores

        if is_score(words[most]):
            raise UsageError(too_many_scores([*filter(is_score, words)], most, example))
        raise UsageError(surplus_words(" ".join(words[most:]), example))
    return [*scores, *[None] * (most - len(scores))]


def also_of(typed: Sequence[str], *, most: int) -> list[tuple[str, list[float | None]]]:
    """The values of `--also` (`neck=6:3`, `neck=6`): each condition with its scores, filled up with None to `most`."""
    parsed_scores: list[tuple[str, list[float | None]]] = []
    for text in typed:
        name, sign, scores = text.rpartition("=")
        parts = scores.split(":")
        if not sign or len(parts) > most or not any(part.strip() for part in parts):
            form = "neck=6:3" if most == 2 else "neck=6"
            raise UsageError(f"--also takes a condition and its scores: {form}. You typed {isolated(text)}.")
        values = [parse_score(part) if part.strip() else None for part in parts]
        parsed_scores.append((one_line(name, "The condition"), [*values, *[None] * (most - len(values))]))
    return parsed_scores
