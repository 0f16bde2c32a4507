"""The history on a narrow screen, without rich: a line for each row."""

from collections.abc import Sequence

from paintrack.analysis.history_lines import HistoryLine
from paintrack.model.moment import Moment, show_day
from paintrack.model.score import show_score
from paintrack.model.typed_text import folded, isolate_runs, isolated, visible_line
from paintrack.views.text_layout import pack, truncate, width_of

NARROW = 45  # below so many columns the history is drawn here, without rich
LEAST_ID = 3  # the columns stay in place from '1' to '100' and 'r10'
_DATE = 9
_WORDS = 12  # the bar leaves when it would leave less than this to words that need it
_NAME = 6  # a condition among other words is not cut further


def narrow_history(lines: Sequence[HistoryLine], footer: Sequence[str], *, width: int, ascii_only: bool) -> str:
    """A row for each line: id, date, `7 -> 5` or `now 4`, a bar for the change, other words cut to fit `width`.

    `width` is 40 or more. The condition stands in a row when there is more than one; the bar leaves then.
    """
    ids = max([LEAST_ID, *(len(line.label) for line in lines)])
    scores = _scores(lines)
    left = ids + _DATE + max(map(len, scores), default=0) + 5
    are_many = len({folded(line.condition) for line in lines if line.condition}) > 1
    bars = [change_bar(line, ascii_only=ascii_only) for line in lines]
    longest = max(map(len, bars), default=0)
    widest_words = max((width_of(_words(line)) for line in lines), default=0)
    if are_many or left + longest + 1 + min(_WORDS, widest_words) > width:
        bars, longest = [""] * len(lines), 0
    rows = [f"{'id':>{ids}} {'date':<{_DATE}} before after"]
    for line, score, change in zip(lines, scores, bars, strict=True):
        start = f"{line.label:>{ids}} {short_date(line.when)}" if line.is_first else " " * (ids + 1 + _DATE)
        if line.text:
            words = ", ".join([visible_line(line.labelled_text), *line.also])
            rows.append(f"{start}  {isolated(truncate(words, width - len(start) - 2, ascii_only=ascii_only))}")
            continue
        row = f"{start}  {score}  {f'{change:<{longest}} ' if longest else ''}"
        words = _named(line, width - len(row), ascii_only=ascii_only) if are_many else _words(line)
        rows.append(f"{row}{isolate_runs(truncate(words, width - len(row), ascii_only=ascii_only))}".rstrip())
    return "\n".join([*rows, "", pack(footer, width, dropped="", indent="")])


def change_bar(line: HistoryLine, *, ascii_only: bool) -> str:
    """One block for each whole point of the change."""
    return ("#" if ascii_only else "▇") * int(abs(line.change or 0))


def short_date(when: Moment) -> str:
    """` 6 Jul 26`, always nine columns wide."""
    return f"{show_day(when.day, weekday=False, year=False):>6} {when.day:%y}"


def _scores(lines: Sequence[HistoryLine]) -> list[str]:
    """`7 -> 5` with the arrows below each other, `now 4` for a reading, blank without a score; all as wide."""
    before = max((len(show_score(line.before)) for line in lines), default=0)
    after = max((len(show_score(line.after)) for line in lines), default=0)
    texts = [
        f"now {show_score(line.reading)}"
        if line.reading is not None
        else f"{show_score(line.before):>{before}} -> {show_score(line.after):<{after}}"
        if line.condition
        else ""
        for line in lines
    ]
    longest = max(map(len, texts), default=0)
    return [text.ljust(longest) for text in texts]


def _words(line: HistoryLine) -> str:
    return visible_line(", ".join(line.also))


def _named(line: HistoryLine, room: int, *, ascii_only: bool) -> str:
    """The words with the condition before them, which gives way to them as far as it can."""
    name, words = visible_line(line.condition), _words(line)
    if not (name and words):
        return name or words
    return f"{truncate(name, max(_NAME, room - width_of(words) - 2), ascii_only=ascii_only)}, {words}"
