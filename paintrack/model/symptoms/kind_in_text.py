"""The kind that a name inside of a longer text means, and texts that say of a side effect that there was none."""

import re
from functools import cache

from paintrack.model.symptoms.side_effect_kinds import OTHER, SIDE_EFFECT_KINDS, SideEffectKind

APOSTROPHES = "'`´ʼ‘’"
# Inside of a longer text these mean other things too: blood pressure, a sore throat, sick of it.
_UNCLEAR = {
    "blood", "bleed", "sore", "soreness", "sting", "stinging", "worse", "worsening", "sick", "sweat", "sweats", "tired",
    "burnt", "prickly", "heaviness", "heavy feeling", "gone to sleep",
}  # fmt: skip
# Beside these the words of a kind do not mean what a needle or moxa does.
_ELSEWHERE = {
    "bruise_bleeding": {
        "period", "periods", "menstrual", "menstruation", "menses", "gum", "gums", "tooth", "teeth", "piles",
        "haemorrhoid", "haemorrhoids", "hemorrhoid", "hemorrhoids", "shaving", "radiator", "radiators", "apple", "ego",
    },
    "burn_blister": {
        "tongue", "mouth", "palate", "gullet", "dinner", "supper", "lunch", "breakfast", "food", "toast", "cake",
        "calories", "shoe", "shoes", "boot", "boots",
    },
}  # fmt: skip
# `hardly any bruise` is a small one, and who is rarely dizzy is so at times.
_DENIES = {
    "no", "not", "never", "without", "less", "fewer", "isnt", "wasnt", "arent", "werent", "didnt", "dont", "havent",
    "hasnt", "nor", "neither", "none", "zero", "nil", "0",
}  # fmt: skip
# With one of these behind it, these deny as well: who cannot walk for a burn has one.
_NOT_ABLE = {"cant", "cannot", "couldnt"}
_NOTICE = {"see", "find", "feel", "notice", "spot", "detect"}
# A denial ends with its sentence, and where an exception begins.
_SENTENCE_END = (
    r"[.;!?\n]|\b(?:but|only|just|except|besides|apart|other than|however|though|although)\b"
    r"|, *(?=(?:slight|slightly|mild|mildly|some|a bit|a little|very|really|quite|felt|feel|i)\b)"
)
_PAUSE = r"[,.;!?\n]"

_NOTHING = "(?:no|none|nil|zero|0|absent|negative|free|not|never)"
_SINCE_WHEN = (
    "(?:at all|any|anymore|more|longer|so far|yet|today|tonight|now|this time|since|then|after|afterwards|either|here|"
    "there|seen|noted|noticed|found|visible|present|reported|observed|really|whatsoever|anywhere|to see|to report)"
)
_BEHIND = rf"(?:(?:it )?(?:is|are|was|were) )?{_NOTHING}(?: {_SINCE_WHEN})*"
_NEGATION = (
    "(?:no|not|never|without|zero|nil|0|neither|free of|free from|isnt|wasnt|arent|werent|havent|hasnt|hadnt|didnt|"
    "dont|doesnt|(?:can ?not|cant|could not|couldnt)(?= (?:see|find|feel|notice|spot|detect) ))"
)
_HAVE = "(?:i|am|was|is|are|were|have|had|has|did|do|there|feel|felt|got|it) "
_LIGHT = (
    "(?:any|a|an|at all|real|really|visible|sign of|signs of|trace of|traces of|more|longer|further|new|single|see|"
    "seen|find|found|feel|feeling|felt|notice|noticed|spot|detect|have|had|get|got|getting|been|be|become) "
)
_LATER = r"(?:but|only|just|except|now|then|first|later|until|till|when|while|because|since|however)\b"
_PLACE = rf"(?: (?:on|in|at|from|near|around)(?: (?!{_LATER})[^\W\d_]+){{1,4}})?"
_AND = "(?:,|and|or|nor) "
_IN_FRONT = rf"(?:{_HAVE}){{0,4}}{_NEGATION} (?:{_LIGHT}){{0,4}}#(?: {_AND}(?:{_LIGHT}){{0,2}}#)*"
# Behind `not` a place says where it is: `bruise not on the arm`.
_NONE_THERE = rf"(?:none|nil|zero|0|absent|negative)(?: {_SINCE_WHEN})*{_PLACE}"
_DENIAL = rf"(?:{_IN_FRONT}{_PLACE}|#(?: {_AND}#)* (?:{_NONE_THERE}|{_BEHIND}))(?: {_SINCE_WHEN})*"
_DENIALS = rf"{_DENIAL}(?: (?:{_AND}){{0,2}}{_DENIAL})*"
# Without one of these nothing is denied, and the expression, which takes long to compile, is not needed.
_NEGATING = {
    "no", "none", "nil", "zero", "0", "absent", "negative", "free", "not", "never", "without", "neither", "isnt",
    "wasnt", "arent", "werent", "havent", "hasnt", "hadnt", "didnt", "dont", "doesnt", "cannot", "cant", "couldnt",
}  # fmt: skip
_LONGEST_DENIAL = 200  # characters; a longer text says more
# What people have none of, beside the names of the kinds.
_TROUBLES = "side effect, side effects, problem, problems, trouble, issue, issues, complaint, complaints, reaction"


def kind_in_text(text: str) -> SideEffectKind | None:
    """The kind of the first name in the text that means a side effect wherever it stands: `swollen bruise, left arm`.

    Never a serious one: those have signs of their own. None where the text denies it.
    """
    if denies_names(text):
        return None
    for sentence in re.split(_SENTENCE_END, _without_apostrophes(text)):
        is_denied = False
        for part in re.split(_PAUSE, sentence):
            words = _words_in(part)
            for start, word in enumerate(words):
                is_denied = is_denied or _is_denial(words, start)
                for name, kind in () if is_denied else _clear_names().get(word, ()):
                    end = start + len(name)
                    is_named = (*words[start:end],) == name and not is_elsewhere(kind, part)
                    if is_named and not re.fullmatch(_BEHIND, " ".join(words[end:])):
                        return kind
    return None


def is_elsewhere(kind: SideEffectKind, text: str) -> bool:
    """Whether the text says that it comes from elsewhere than a needle: `bleeding gums`, `burned my tongue`."""
    return not _ELSEWHERE.get(kind.key, set()).isdisjoint(_words_in(text))


def denies_names(text: str) -> bool:
    """Whether the text says of one or more names of kinds that there was none, and says nothing else.

    >>> denies_names("can't see any bruise"), denies_names("bruise: none"), denies_names("never dizzy before")
    (True, True, False)
    """
    words, named = re.findall(r"\w+|,", _without_apostrophes(text[: _LONGEST_DENIAL + 1])), list[str]()
    if len(text) > _LONGEST_DENIAL or _NEGATING.isdisjoint(words):
        return False
    while words:
        length = next((len(name) for name in _names_from(words[0]) if (*words[: len(name)],) == name), 0)
        named.append("#" if length else words[0])
        words = words[length or 1 :]
    return re.fullmatch(_DENIALS, " ".join(named)) is not None


def _is_denial(words: list[str], place: int) -> bool:
    word, following = words[place], words[place + 1 : place + 3]
    if word == "free":
        return following[:1] in (["of"], ["from"])
    return word in _DENIES or (word in _NOT_ABLE and not _NOTICE.isdisjoint(following))


def _without_apostrophes(text: str) -> str:
    return "".join(each for each in text.casefold() if each not in APOSTROPHES)


def _words_in(text: str) -> list[str]:
    return re.findall(r"\w+", _without_apostrophes(text))


@cache
def _clear_names() -> dict[str, list[tuple[tuple[str, ...], SideEffectKind]]]:
    """The names of kinds that mean them inside of a text, each as its words with its kind, by their first word."""
    by_word: dict[str, list[tuple[tuple[str, ...], SideEffectKind]]] = {}
    for kind in SIDE_EFFECT_KINDS.values():
        for name in () if kind.is_serious or kind is OTHER else (kind.short, *kind.names.split(", ")):
            words = (*_words_in(name),)
            if name not in _UNCLEAR:
                by_word.setdefault(words[0], []).append((words, kind))
    return by_word


def _names_from(word: str) -> list[tuple[str, ...]]:
    return _names_by_word().get(word, [])


@cache
def _names_by_word() -> dict[str, list[tuple[str, ...]]]:
    """All names of kinds, and words for any trouble, each as its words, by their first word; the longest first."""
    texts = [*_TROUBLES.split(", ")]
    texts += [name for kind in SIDE_EFFECT_KINDS.values() for name in (kind.short, *kind.names.split(", ")) if name]
    # In `no feeling faint` the name is another one.
    texts = [text for text in texts if not text.startswith(("no ", "cant ", "cannot "))]
    by_word: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(((*_words_in(text),) for text in texts), key=len, reverse=True):
        by_word.setdefault(words[0], []).append(words)
    return by_word
