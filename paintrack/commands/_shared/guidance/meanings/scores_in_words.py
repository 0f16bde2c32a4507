"""Scores as people write them, `7/3`, `seven`, `no pain`, `6,5`: as the figures that a command takes."""

import re
from collections.abc import Sequence

from paintrack.model.values.score import is_score

# What people write between two scores.
_BETWEEN_SCORES = {"to", "->", "→", "then", "and", "/", "-", ":", "after", "before"}
_FIGURES = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
}  # fmt: skip
# A score of 0 in words, as whole words.
_ZERO = re.compile(r"(?<!\S)(?:nothing|none|nil|nought|(?:no|zero|0) pain|pain[- ]?free|painless)(?!\S)", re.IGNORECASE)
_TWO_SCORES = re.compile(r"([0-9.]+)(?:/|[-–]|:|->|→|\s+)([0-9.]+)", re.ASCII)
DURATION = re.compile(r"(?:minute|min|hour|hr|h|day|week|month)s?")
_THREE_SCORES = re.compile(r"([0-9.]+)([-/])([0-9.]+)\2([0-9.]+)", re.ASCII)


def figure_of(word: str) -> str:
    """The figure of a number word up to ten; any other word as it is.

    >>> figure_of("Seven"), figure_of("severe")
    ('7', 'severe')
    """
    return _FIGURES.get(word.casefold(), word)


def with_zeros(words: Sequence[str], most: int) -> list[str]:
    """The words with `nothing` and `no pain` as the score that they are; `most` scores in all.

    >>> with_zeros(["7", "no", "pain", "neck"], 2), with_zeros(["7", "nothing"], 1)
    (['7', '0', 'neck'], ['7', 'nothing'])
    """
    kept = [*words]
    while sum(map(is_score, kept)) < most:
        spelled = next(
            (
                (start, start + length)
                for length in (2, 1)
                for start in range(len(kept) - length + 1)
                if _ZERO.fullmatch(" ".join(kept[start : start + length]))
            ),
            None,
        )
        if spelled is None:
            break
        kept[slice(*spelled)] = ["0"]
    return kept


def with_figures(words: Sequence[str], most: int) -> list[str]:
    """The words with number words as figures where scores stand, in front or at the end; `most` scores in all."""
    kept = [*words]
    for places in (range(len(kept)), range(len(kept) - 1, -1, -1)):
        for place in places:
            if not is_score(figure_of(kept[place])) or sum(map(is_score, kept)) >= most:
                break
            kept[place] = figure_of(kept[place])
    return kept


def separate_scores(words: Sequence[str]) -> list[str]:
    """The words with `7/3`, `7-3-1` and `7 3` in quotation marks as scores, without what stands around scores."""
    separate: list[str] = []
    for word in (each.rstrip(".,;!") if is_score(each.rstrip(".,;!")) else each for each in words):
        if len(words) > 1 and is_score(word.removesuffix("/10")):
            # 7/10 is one score, on a scale of ten.
            separate.append(word.removesuffix("/10"))
            continue
        match = _TWO_SCORES.fullmatch(word.strip()) or _THREE_SCORES.fullmatch(word.strip())
        scores = [each for each in match.groups() if each not in "-/"] if match else []
        are_scores = bool(scores) and all(map(is_score, scores)) and not word.endswith("/10")
        separate += scores if are_scores else [word]
    separate = _without_scale(separate)
    if len(separate) > 1 and separate[0].casefold() == "from" and is_score(separate[1]):
        separate = separate[1:]
    return [
        word
        for place, word in enumerate(separate)
        if not (
            word.casefold() in _BETWEEN_SCORES
            and 0 < place < len(separate) - 1
            and is_score(separate[place - 1])
            and is_score(separate[place + 1])
            # `5 after 2 hours`: that is no score.
            and not DURATION.fullmatch(" ".join(separate[place + 2 : place + 3]).casefold())
        )
    ]


def with_decimal_points(words: Sequence[str]) -> list[str]:
    """The words with each decimal comma between two digits as a point.

    >>> with_decimal_points(["6,5", "3"])
    ['6.5', '3']
    """
    return [word.replace(",", ".") if re.fullmatch(r"[0-9],[0-9]|10,0", word, re.ASCII) else word for word in words]


def around_decimal_comma(word: str) -> list[str]:
    """A text in quotation marks that begins or ends with a number with a decimal comma, as words of its own.

    >>> around_decimal_comma("7,5 neck"), around_decimal_comma("neck, back")
    (['7,5', 'neck'], ['neck, back'])
    """
    parts = word.split()
    pointed = with_decimal_points(parts)
    return parts if len(parts) > 1 and (parts[0], parts[-1]) != (pointed[0], pointed[-1]) else [word]


def at_decimal_commas(words: Sequence[str]) -> list[str]:
    """The words with two scores in the place of each decimal comma: `7,3`."""
    pairs = zip(words, with_decimal_points(words), strict=True)
    return [part for word, pointed in pairs for part in ([word] if word == pointed else word.split(","))]


def taken_apart(words: Sequence[str]) -> list[str]:
    """The words with a text in quotation marks that begins or ends with scores as words of its own: `"neck 7 3"`."""
    apart: list[str] = []
    for word in words:
        parts = separate_scores(word.split())
        apart += (
            parts if len(parts) > 1 and any(is_score(figure_of(each)) for each in (parts[0], parts[-1])) else [word]
        )
    return apart


def _without_scale(words: Sequence[str]) -> list[str]:
    """The words without `out of 10` behind a score."""
    kept: list[str] = []
    rest = [*words]
    while rest:
        following = [word.casefold() for word in rest[:3]]
        if kept and is_score(kept[-1]) and following == ["out", "of", "10"]:
            rest = rest[3:]
        else:
            kept.append(rest.pop(0))
    return kept
