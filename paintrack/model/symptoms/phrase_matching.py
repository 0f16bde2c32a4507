"""Finding phrases in what a person typed, in spite of small words between, a wrong letter, but not after a 'no'.

A phrase is written as slots, a space apart. A slot is a word or several (`pain/ache`); small words may stand between
slots; `~` stands for up to three other words, `~~` for up to eight, even across the end of a sentence; `!luck` says
what must not come next.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import takewhile
from typing import NamedTuple

from paintrack.model.symptoms.real_words_near_serious_signs import REAL_WORDS
from paintrack.model.typed.typed_text import word_set

# Any number of these may stand between the words of a phrase.
_FILLERS = word_set(
    "a an the my his her our your their its it is was are were am be been being i he she we they me him this that "
    "these those very really so quite too bit little just also still now again all to got get gets getting had has "
    "have having feel feels felt of bad badly severe severely sharp strong terrible terribly awful horrible slight "
    "slightly sudden suddenly new completely totally like kind sort some somewhat rather pretty fairly today "
    "yesterday since there im ive its"
)
_NEGATIONS = word_set(
    "no not without never none neither nor dont doesnt didnt havent hasnt hadnt isnt wasnt arent werent aint "
    "negative denies denied nothing zero"
)
# These do not count as words between a negation and what it denies.
_LIGHT_WORDS = word_set("a an the any of")
# A negation before one of these denies only this word, and not what comes next: 'not well chest pain', 'have not
# mentioned the chest pain', 'do not know whether it is a cold or chest pain'.
_DENIED_ALONE = word_set(
    "well good better ok okay right sure only just great fine happy easy nice sleep sleeping slept idea doubt "
    "relief improvement change energy appetite help warning reason wonder before working much eat eaten eating "
    "food drunk drinking lunch breakfast helps works worked know tell decide say if whether mention mentioned "
    "told report reported said i he she we they my his her"
)
# At the start of a question, or after one of the words below, these deny nothing: 'why isn't the chest pain gone'.
_QUESTION_NEGATIONS = word_set("isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt")
_QUESTION_WORDS = word_set("why how")
_CONTRACTED = {
    "can": "cannot", "could": "couldnt", "will": "wont", "would": "wouldnt", "do": "dont", "does": "doesnt",
    "did": "didnt", "has": "hasnt", "have": "havent", "had": "hadnt", "is": "isnt", "was": "wasnt", "are": "arent",
    "were": "werent",
}  # fmt: skip
_NOT_ABLE = word_set("not isnt wasnt arent werent cannot")
# The tokens for punctuation: the end of a clause; a pause, which a phrase may span ('Chest: pain', a wrapped line); a
# comma, which it may span before one of `_CONTINUATIONS`; a question mark, which ends a clause, too.
_BREAK, _PAUSE, _COMMA, _ASKED = "|", ":", ",", "?"
_MARKS = {"?": _ASKED, ",": _COMMA, "\n": _PAUSE, ":": _PAUSE, "(": _PAUSE, ")": _PAUSE}
_PUNCTUATION = (_BREAK, _PAUSE, _COMMA, _ASKED)
# What says that something is meant to be done: alone before it, or before `to`, `of`, `about` or `like`.
_WILL = word_set("gonna might will")
_INTENTS = word_set(
    "want wants wanted wanting going plan planning planned need needed ready tempted urge urges think thinking thought "
    "thoughts idea ideas feel felt feeling"
)
_BEHIND_INTENTS = word_set("to of about like")
# What comes behind one of these may be about something else.
_JOINING_CLAUSES = word_set("and then plus while")
_AND_SIGNS = ("+", "&")
# After a comma, one of these continues the clause: 'my chest, it hurts'.
_CONTINUATIONS = word_set("it its they this that i")
_TOKENS = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[^\W_]+|\n[^\S\n]*\n|[.,;:!?()\n\u2026+&]|--|\u2013|\u2014")
_MOST_WORDS_OF_AN_ITEM = 3  # in a list after a negation: 'no fever, chills or night sweats'
_LONG_TEXT = 2000  # in a text of more tokens, only phrases whose words all occur in it are tried
_WITH_PLAIN_APOSTROPHES = str.maketrans(dict.fromkeys("`´ʼ‘’", "'"))
_GAPS = {"~": 3, "~~": 8}
_BETWEEN_WORDS = str.maketrans("/;!~", "    ")
_MOST_SKIPPED = 14  # words between two slots, small words included, so that a long text is searched quickly
_SHORTEST_TYPO = 4  # letters; in a shorter word another letter mostly makes another real word


class Span(NamedTuple):
    """Where a phrase stands: the key of what it means, its tokens `[first:last]`, its characters `[start:end]`."""

    key: str
    first: int
    last: int
    start: int
    end: int


class _Token(NamedTuple):
    """A word as typed (in lower case) and the words that it may mean, or a mark; its characters in the text."""

    word: str
    meanings: frozenset[str]
    start: int
    end: int


_BLANK = _Token(_BREAK, frozenset(), 0, 0)


class _Slot(NamedTuple):
    """One step of a phrase: `words`, one of which must follow, or none if they are forbidden; or a `gap`.

    The gap is the largest number of any words that may stand in between.
    """

    words: frozenset[str] = frozenset()
    is_forbidden: bool = False
    gap: int = 0


# By each word that may begin a phrase: the keys of such phrases, and their other slots as written.
_Index = Mapping[str, list[tuple[str, str]]]


class PhraseBook:
    """Finds phrases in any text. `phrases` are by the key of what they mean, `everyday` are harmless phrases.

    In each text the phrases are separated by semicolons.
    """

    def __init__(self, phrases: Mapping[str, str], everyday: str = "") -> None:
        self._phrases, self._everyday = phrases, everyday
        self._known: dict[str, frozenset[str]] = {}

    def spans(self, text: str) -> list[Span]:
        """Where the text has a phrase and does not deny it, in the order of the text. Never raises."""
        # Lines may end as on Windows.
        tokens = self._tokens(text.replace("\r\n", "\n").replace("\r", "\n"))
        # An everyday phrase ends with its clause: 'no fever: legs gone numb' is no fever that is gone, and in 'face
        # numb and headache better' the numbness is not better.
        for span in self._matches([_or_break(token) for token in tokens], self._everyday_by_word):
            if not _is_intent_on_oneself(tokens, span.first):
                tokens[span.first : span.last] = [_BLANK] * (span.last - span.first)
        listed = _denied_lists(tokens)
        return [
            span
            for span in self._matches(tokens, self._by_word)
            if span.first not in listed and not _is_denied(tokens, span.first)
        ]

    @cached_property
    def _by_word(self) -> _Index:
        return _by_first_word((key, each) for key, text in self._phrases.items() for each in _phrases(text))

    @cached_property
    def _everyday_by_word(self) -> _Index:
        return _by_first_word(("", each) for each in _phrases(self._everyday))

    @cached_property
    def _vocabulary(self) -> set[str]:
        return {word for text in self._phrases.values() for word in text.translate(_BETWEEN_WORDS).split()}

    @cached_property
    def _longer_words(self) -> Mapping[str, list[str]]:
        """The words long enough for a typo, by their first two letters (`fe-`) and by their last two (`-er`)."""
        by_end = defaultdict[str, list[str]](list)
        for word in self._vocabulary:
            if len(word) >= _SHORTEST_TYPO and word.isalpha():
                by_end[f"{word[:2]}-"].append(word)
                by_end[f"-{word[-2:]}"].append(word)
        return by_end

    def _candidates(self, word: str) -> set[str]:
        """The longer words for which the word may be a typo, and others.

        One slip leaves the first two letters or the last two as they are. It only touches both if the middle two of
        four letters are swapped: the first and the third of 'pian' are the first two of 'pain'.
        """
        ends = (f"{word[:2]}-", f"{word[0]}{word[2]}-", f"-{word[-2:]}")
        return {each for end in ends for each in self._longer_words.get(end, ())}

    def _tokens(self, text: str) -> list[_Token]:
        tokens: list[_Token] = []
        plain = text.translate(_WITH_PLAIN_APOSTROPHES)
        for match in _TOKENS.finditer(plain):
            word = "and" if match[0] in _AND_SIGNS else match[0].casefold()
            if not word[0].isalnum() or word == "but":
                tokens.append(_Token(_MARKS.get(word, _BREAK), frozenset(), match.start(), match.end()))
                continue
            start, possessive = match.start(), ""
            if tokens and plain[start - 1 : start] == "'" and tokens[-1].end == start - 1:
                possessive = tokens[-1].word if word == "s" else ""
                word, start = tokens[-1].word + word, tokens.pop().start
            elif tokens and (joined := _joined(tokens[-1].word, word)):
                word, start = joined, tokens.pop().start
            meanings = self._meanings(word) | (self._meanings(possessive) if possessive else frozenset())
            tokens.append(_Token(word, meanings, start, match.end()))
        return tokens

    def _meanings(self, word: str) -> frozenset[str]:
        """The word, and the words of the vocabulary for which it may be a typo."""
        if word not in self._known:
            self._known[word] = self._meant(word)
        return self._known[word]

    def _meant(self, word: str) -> frozenset[str]:
        if word[0].isdigit():
            return frozenset((word, word.replace(",", ".").partition(".")[0]))
        if word in self._vocabulary or len(word) < _SHORTEST_TYPO or len(word) > 20 or word in REAL_WORDS:
            return frozenset((word,))
        return frozenset((word, *(each for each in self._candidates(word) if _is_typo(word, each))))

    def _matches(self, tokens: list[_Token], index: _Index) -> Iterator[Span]:
        if len(tokens) > _LONG_TEXT:
            index = _possible(index, frozenset().union(*(token.meanings for token in tokens)))
        for first, token in enumerate(tokens):
            for meaning in token.meanings:
                for key, rest in index.get(meaning, ()):
                    if (end := _end(tokens, first + 1, _slots(rest))) is not None:
                        yield Span(key, first, end, token.start, tokens[end - 1].end)


def _phrases(text: str) -> Iterator[str]:
    """The phrases of a text in which semicolons separate them; a slot may continue on the next line."""
    return (each for each in re.sub(r"/\s+", "/", text).split(";") if each.strip())


def _possible(index: _Index, words: frozenset[str]) -> _Index:
    """The phrases that have at least one of the words in each slot."""
    return {
        first: [
            (key, rest)
            for key, rest in phrases
            if all(slot.gap or slot.is_forbidden or slot.words & words for slot in _slots(rest))
        ]
        for first, phrases in index.items()
        if first in words
    }


def _by_first_word(phrases: Iterable[tuple[str, str]]) -> _Index:
    index = defaultdict[str, list[tuple[str, str]]](list)
    for key, phrase in phrases:
        first, *rest = phrase.split(maxsplit=1)
        key_and_rest = key, "".join(rest)
        for word in first.split("/"):
            index[word].append(key_and_rest)
    return index


# Split when first needed: few phrases begin with a word of the text.
@cache
def _slots(rest: str) -> list[_Slot]:
    return [*map(_slot, rest.split())]


def _slot(text: str) -> _Slot:
    if text in _GAPS:
        return _Slot(gap=_GAPS[text])
    return _Slot(frozenset(text.removeprefix("!").split("/")), is_forbidden=text.startswith("!"))


def _end(tokens: list[_Token], place: int, slots: list[_Slot], step: int = 0) -> int | None:
    """The place after the phrase, if its slots from `step` on begin at `place`; None if they do not."""
    if step == len(slots):
        return place
    slot = slots[step]
    if slot.is_forbidden:
        is_there = not slot.words.isdisjoint(_following(tokens, place))
        return None if is_there else _end(tokens, place, slots, step + 1)
    left = slot.gap
    for at in range(place, min(place + _MOST_SKIPPED, len(tokens))):
        if slot.gap:
            end = _end(tokens, at, slots, step + 1)
        else:
            end = _end(tokens, at + 1, slots, step + 1) if tokens[at].meanings & slot.words else None
        if end is not None:
            return end
        word = tokens[at].word
        if word in _PUNCTUATION:
            if not _goes_on(tokens, at) and slot.gap < _GAPS["~~"]:
                return None
            continue
        left -= word not in _FILLERS
        if left < 0 or word in _NEGATIONS:
            return None
    return None


def _goes_on(tokens: list[_Token], at: int) -> bool:
    """Whether a phrase may continue after the mark at that place."""
    following = tokens[at + 1].word if at + 1 < len(tokens) else _BREAK
    return tokens[at].word == _PAUSE or (tokens[at].word == _COMMA and following in _CONTINUATIONS)


def _following(tokens: list[_Token], place: int) -> list[str]:
    """The next word, and the next that is not a small word; no further than the next mark."""
    near = [*takewhile(lambda word: word not in _PUNCTUATION, (token.word for token in tokens[place : place + 6]))]
    return near[:1] + [word for word in near if word not in _FILLERS][:1]


def _is_denied(tokens: list[_Token], first: int) -> bool:
    """Whether a negation within two words before it, in the same clause, denies what begins at `first`."""
    between: list[str] = []
    for place in range(first - 1, max(first - 6, -1), -1):
        word = tokens[place].word
        if word in _PUNCTUATION:
            return False
        if word in _NEGATIONS:
            return not _DENIED_ALONE.intersection(between) and _denies(tokens, place)
        if word not in _LIGHT_WORDS:
            between.append(word)
        if len(between) > 1:
            return False
    return False


def _denies(tokens: list[_Token], place: int) -> bool:
    """Whether the negation at that place denies: not in a question ('isn't it'), nor doubled ('not a day without')."""
    before = [token.word for token in tokens[max(place - 3, 0) : place]]
    is_first = not before or before[-1] in _PUNCTUATION
    if tokens[place].word in _QUESTION_NEGATIONS and (
        (before and before[-1] in _QUESTION_WORDS) or (is_first and _is_asked(tokens, place))
    ):
        return False
    return not (tokens[place].word == "without" and _NEGATIONS.intersection(before))


def _is_asked(tokens: list[_Token], place: int) -> bool:
    """Whether the sentence ends with a question mark."""
    ends = (token.word for token in tokens[place:] if token.word in (_BREAK, _ASKED))
    return next(ends, "") == _ASKED


def _is_intent_on_oneself(tokens: list[_Token], place: int) -> bool:
    """Whether it is what somebody wants to do: 'want to hurt myself today' is no accident, 'hurt myself today' is."""
    if " ".join(token.word for token in tokens[place + 1 : place + 2]) != "myself":
        return False
    intent, link = ["", "", *(token.word for token in tokens[:place])][-2:]
    return link in _WILL or (link in _BEHIND_INTENTS and intent in _INTENTS)


def _or_break(token: _Token) -> _Token:
    """The token; for a mark or a word that joins clauses, a break at which an everyday phrase ends."""
    if token.word in _PUNCTUATION:
        return _BLANK
    return token._replace(word=_BREAK) if token.word in _JOINING_CLAUSES else token


def _denied_lists(tokens: list[_Token]) -> set[int]:
    """The places of all words in lists after a negation: 'no fever, chills or night sweats' denies each of them."""
    places: set[int] = set()
    for start, token in enumerate(tokens):
        if token.word in _NEGATIONS and _denies(tokens, start):
            end = _end_of_list(tokens, start + 1)
            places.update(range(start + 1, end))
    return places


def _end_of_list(tokens: list[_Token], start: int) -> int:
    """The place after a list of short items, the last one behind 'or'; `start` if there is no such list."""
    words: list[str] = []
    is_last = False
    for place in range(start, min(start + 40, len(tokens))):
        word = tokens[place].word
        if word in ("or", "nor"):
            if not words:
                return start
            words, is_last = [], True
        elif word == _COMMA and not is_last:
            words = []
        elif word in _PUNCTUATION or word in _NEGATIONS:
            return place if is_last else start
        elif word not in _LIGHT_WORDS:
            words.append(word)
            if word in _DENIED_ALONE and not is_last:
                return start
            if len(words) > _MOST_WORDS_OF_AN_ITEM:
                return place if is_last else start
    return len(tokens) if is_last and len(tokens) - start < 40 else start


def _joined(before: str, word: str) -> str | None:
    """`cannot` for can and not, `unable` for not and able; None for words that stay two."""
    if word == "not":
        return _CONTRACTED.get(before)
    return "unable" if word == "able" and before in _NOT_ABLE else None


def _is_typo(typed: str, meant: str) -> bool:
    """Whether one letter is wrong, missing or too many, or two neighbours are swapped."""
    start = 0
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    typed_rest, meant_rest = typed[start:], meant[start:]
    are_swapped = typed_rest[:2] == meant_rest[1::-1] and typed_rest[2:] == meant_rest[2:]
    return are_swapped or typed_rest[1:] in (meant_rest, meant_rest[1:]) or typed_rest == meant_rest[1:]
