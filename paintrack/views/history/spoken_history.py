"""The history as sentences, one for each line of it: for a screen reader."""

from collections.abc import Sequence

from paintrack.analysis.history_lines import MISSING, HistoryLine
from paintrack.model.entries import kind_name
from paintrack.model.moment import show_day, show_moment
from paintrack.model.score import change_in_words, show_score
from paintrack.model.typed.typed_text import capitalize_first, visible_line


def plain_history(lines: Sequence[HistoryLine], footer: Sequence[str]) -> str:
    """A sentence for each line, each with its id and date in full, then the footer's sentences."""
    return "\n".join([*map(_sentence, lines), visible_line(" ".join(footer))])


def _sentence(line: HistoryLine) -> str:
    day = show_day(line.when.day, long=True) if line.reading is None else show_moment(line.when, long=True)
    words = [f"{capitalize_first(kind_name(line.kind))} {line.label}", day, line.condition, line.text, *_scores(line)]
    words += [word for word in line.also if word != MISSING]
    text = ", ".join(visible_line(word) for word in words if word)
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _scores(line: HistoryLine) -> list[str]:
    if line.reading is not None:
        return [show_score(line.reading)]
    if not line.condition:
        return []
    words = [f"before {show_score(line.before) or MISSING}", f"after {show_score(line.after) or MISSING}"]
    if line.before is not None and line.after is not None:
        words.append(change_in_words(line.before, line.after))
    return words
