"""The history for a screen reader: a sentence for each of its lines."""

from collections.abc import Sequence

from paintrack.model.displayed_text import capitalize_first, isolated, visible_line
from paintrack.model.entries import kind_name
from paintrack.model.values.score import SCALE
from paintrack.views.history.history_line_data import MISSING_SCORE, HistoryLine
from paintrack.views.spoken_words import as_sentence, spoken
from paintrack.views.value_words import (
    SERIOUS_IN_WORDS,
    SERIOUS_MARK,
    change_in_words,
    show_day,
    show_moment,
    show_score,
)

# The kinds of entries whose text is the patient's.
_IN_OWN_WORDS = ("note", "question")


def plain_history(lines: Sequence[HistoryLine], footer: Sequence[str]) -> str:
    """The scale, a sentence for each line, each with its id and date in full, then the footer's sentences."""
    scale = [f"Scores: {SCALE}."] if any(line.condition for line in lines) else []
    return "\n".join([*scale, *map(_sentence, lines), visible_line(" ".join(footer))])


def _sentence(line: HistoryLine) -> str:
    day = show_day(line.when.day, long=True) if line.reading is None else show_moment(line.when, long=True)
    # The mark of a serious symptom would be read aloud as 'exclamation'.
    text = f"{SERIOUS_IN_WORDS}: {line.text.removeprefix(SERIOUS_MARK)}" if line.is_serious else line.text
    words = [
        f"{capitalize_first(kind_name(line.kind))} {line.label}",
        day,
        isolated(line.condition),
        # What the patient wrote stays as it is.
        visible_line(text) if line.kind in _IN_OWN_WORDS else spoken(visible_line(text)),
        *_scores(line),
    ]
    words += [spoken(visible_line(word)) for word in (line.since, *line.also) if word != MISSING_SCORE]
    return as_sentence(words)


def _scores(line: HistoryLine) -> list[str]:
    if line.reading is not None:
        return [f"score {show_score(line.reading)}"]
    if not line.condition:
        return []
    words = [f"before {show_score(line.before) or MISSING_SCORE}", f"after {show_score(line.after) or MISSING_SCORE}"]
    if line.before is not None and line.after is not None:
        words.append(change_in_words(line.before, line.after))
    return words
