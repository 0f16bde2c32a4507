"""Whether a new name is a short form of an old one: `mig` of migraine, `back` of lower back, `Gonz` of Dr Gonzalez.

Which of these is meant is asked only where the new name hardly stands for anything else (`doubtful_match`). Any other
short form may be meant (`short_form_of`, `names_meant`): it is suggested, and a new name with one is saved with a hint.

`log` loads this only when a name is new.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from paintrack.model.name_kind import NameKind
from paintrack.model.typed.names.name_slips import (
    GENERAL_WORDS,
    TITLES,
    is_alike,
    is_part,
    is_part_of_person,
    is_slip,
    slip_of,
    words_of,
)
from paintrack.model.typed.names.short_form_exceptions import whole_words
from paintrack.model.typed.typed_text import NAME_JOINT, folded, word_set

# Fewer letters are the beginning of too many words.
_SHORTEST = 3
_SHORTEST_OF_PERSON = 2
_MOST_MEANT = 3
# A word that was cut short: with fewer letters it may be a word that no list has.
_SHORTEST_CUT = 3
# Of fewer letters too many names are made with which others begin: Lee and Leeson.
_SHORTEST_BEGINNING_OF_PERSON = 4
# Which of two it is that hurts: the side and the place say no more than that.
_SIDES = word_set(
    "left right both sides side bilateral l r links rechts linke linker linkes rechte rechter rechtes gauche droite "
    "droit izquierdo izquierda derecho derecha sinistro sinistra destro destra vänster höger venstre højre høyre"
)
_PLACES = word_set(
    "lower upper middle mid inner outer inside outside front rear top bottom base low high deep medial lateral central "
    "anterior posterior unterer untere unteres oberer obere oberes inférieur supérieur inferior superior"
)
_SAME_PLACE = {"low": "lower"}
_MEN = frozenset(("mr", "herr", "monsieur", "señor"))
_WOMEN = frozenset(("mrs", "ms", "miss", "frau", "madame", "mme", "señora"))
# Other scripts put words together without a space, and no list of theirs says where one ends.
_LATIN = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]+")


def short_form_of(name: str, existing: Iterable[str], kind: NameKind) -> str | None:
    """The one of the existing names of which `name` is a short form; None if none or several are, or if it exists.

    Each word of a short form is a word of the old name or its beginning, and it says no more than that. An old name of
    which it leaves no word out comes before others: `mig` is migraine, not migraine aura.

    >>> short_form_of("mig", ["migraine", "migraine aura"], NameKind.CONDITION)
    'migraine'
    >>> short_form_of("back", ["lower back", "neck"], NameKind.CONDITION)
    'lower back'
    >>> short_form_of("knee", ["left knee", "right knee"], NameKind.CONDITION) is None
    True
    """
    return _only_short_form(name, existing, kind, is_short_form)


def doubtful_match(name: str, existing: Iterable[str], kind: NameKind) -> str | None:
    """The one of the existing names that `name` is so plainly a short form of that it is asked which is meant.

    It was cut short (`mig`), or what it leaves out is general words, a side or a place (`back`). A word or a name of
    its own is another thing.

    >>> doubtful_match("back", ["lower back", "neck"], NameKind.CONDITION)
    'lower back'
    >>> doubtful_match("headache", ["tension headache"], NameKind.CONDITION) is None
    True
    """
    return _only_short_form(name, existing, kind, is_doubtful)


def slip_of_word(name: str, existing: Iterable[str]) -> str | None:
    """The one existing condition that has a word for which `name` is a slip; None if several have, or if it is a word.

    With another letter in its place it is another word: shin and chin.

    >>> slip_of_word("bak", ["neck", "lower back"]), slip_of_word("bakc pain", ["lower back"])
    ('lower back', 'lower back')
    >>> slip_of_word("bak", ["left back", "right back"]), slip_of_word("arm", ["warm feet"])
    (None, None)
    """
    typed, *more = [*(words_of(name) - GENERAL_WORDS), ""]
    if more != [""] or not typed or typed in whole_words():
        return None
    meant = [
        other
        for other in existing
        if any(
            word != typed and is_slip(typed, word) and (len(word) != len(typed) or sorted(word) == sorted(typed))
            for word in words_of(other) - GENERAL_WORDS
        )
    ]
    return meant[0] if len(meant) == 1 else None


def is_doubtful(short: str, long: str, kind: NameKind) -> bool:
    """Whether a new name is plainly a short form of an old one.

    >>> is_doubtful("mig", "migraine", NameKind.CONDITION), is_doubtful("arm", "armpit", NameKind.CONDITION)
    (True, False)
    """
    if not is_short_form(short, long, kind):
        return False
    is_person = kind is NameKind.PRACTITIONER
    if is_person and _titles_contradict(short, long):
        return False
    typed, old = _said(short, is_person=is_person), _said(long, is_person=is_person)
    cut = typed - old
    if cut:
        # Which names of persons are whole no list knows: Chan is none of Chandler.
        return not is_person and all(any(_is_cut_from(word, other) for other in old) for word in cut)
    telling_nothing = TITLES if is_person else GENERAL_WORDS | _SIDES | _PLACES
    return bool(typed - telling_nothing) and old - typed <= telling_nothing


def is_hinted(new: str, old: str, kind: NameKind) -> bool:
    """Whether it is said of a new name that was saved that it may be an old one: one says only a part of the other.

    Not where it was asked, nor where the new one joins several (`neck and hip`): it would lose what the old one lacks.
    """
    if re.search(NAME_JOINT, new) and not re.search(NAME_JOINT, old):
        return False
    is_person = kind is NameKind.PRACTITIONER
    if is_slip(new, old) or is_doubtful(new, old, kind) or (is_person and _titles_contradict(new, old)):
        return False
    is_part_of_it = is_part_of_person(new, old) or _begins_name(new, old) if is_person else is_part(new, old)
    return is_part_of_it or (not is_person and is_short_form(new, old, kind)) or is_alike(new, old)


def is_short_form(short: str, long: str, kind: NameKind, *, is_whole: bool = False) -> bool:
    """Whether `short` says a part of what `long` says and nothing else; with `is_whole` some of each of its words.

    Never by words that say nothing alone, such as pain and Dr.

    >>> is_short_form("low back", "lower back", NameKind.CONDITION), is_short_form("L4", "L4 L5", NameKind.CONDITION)
    (True, False)
    >>> is_short_form("back pain", "neck pain", NameKind.CONDITION)
    False
    """
    is_person = kind is NameKind.PRACTITIONER
    empty_words = TITLES if is_person else GENERAL_WORDS
    typed, old = words_of(short), words_of(long)
    if is_person:
        typed, old = typed - TITLES, old - TITLES
    meaningful = old - empty_words
    if sum(map(len, typed)) < (_SHORTEST_OF_PERSON if is_person else _SHORTEST) or len(typed) > len(old):
        return False
    begun = {each: {other for other in old if _begins(each, other, is_person=is_person)} for each in typed}
    return (
        all(begun.values())
        and any(begun_words & meaningful for begun_words in begun.values())
        and (not is_whole or meaningful <= {other for begun_words in begun.values() for other in begun_words})
    )


def names_meant(name: str, existing: Sequence[str], kind: NameKind) -> list[str]:
    """The existing names that may be meant by one that is not among them, the likeliest first; a few at most.

    >>> names_meant("knee", ["left knee", "neck", "right knee"], NameKind.CONDITION)
    ['left knee', 'right knee']
    """
    if (one := slip_of(name, existing) or short_form_of(name, existing, kind)) is not None:
        return [one]
    is_part_of = is_part_of_person if kind is NameKind.PRACTITIONER else is_part
    alike = [
        other
        for other in existing
        if is_short_form(name, other, kind) or is_part_of(name, other) or is_alike(name, other)
    ]
    return alike[:_MOST_MEANT] if folded(name) not in map(folded, existing) else []


def _only_short_form(
    name: str, existing: Iterable[str], kind: NameKind, is_form: Callable[[str, str, NameKind], bool]
) -> str | None:
    names = [*existing]
    if folded(name) in map(folded, names):
        return None
    longer = [other for other in names if is_form(name, other, kind)]
    whole = [other for other in longer if is_short_form(name, other, kind, is_whole=True)]
    return (whole or longer)[0] if len(whole or longer) == 1 else None


def _said(name: str, *, is_person: bool) -> set[str]:
    """The words that tell names apart: of persons without titles, of one place one word."""
    words = words_of(name)
    return words - TITLES if is_person else {_SAME_PLACE.get(word, word) for word in words}


def _is_cut_from(word: str, other: str) -> bool:
    """Whether a word was cut short: it begins the other, is no word of its own, and no general word is left over."""
    rest = other.removeprefix(word)
    return (
        len(word) >= _SHORTEST_CUT
        and other.startswith(word)
        and _LATIN.fullmatch(word) is not None
        and word not in whole_words()
        and not (len(rest) >= _SHORTEST_CUT and rest in GENERAL_WORDS)
    )


def _begins_name(short: str, long: str) -> bool:
    """Whether each name of a person is one of the other's or its beginning: Gonz, Maria Gonzalez."""
    typed, old = words_of(short) - TITLES, words_of(long) - TITLES
    return bool(typed) and all(
        word in old
        or (
            len(word) >= _SHORTEST_BEGINNING_OF_PERSON
            and _LATIN.fullmatch(word) is not None
            and any(other.startswith(word) for other in old)
        )
        for word in typed
    )


def _titles_contradict(first: str, second: str) -> bool:
    """Whether one is a gentleman and the other a lady."""
    words = [words_of(name) for name in (first, second)]
    return any(words[at] & _MEN and words[1 - at] & _WOMEN for at in (0, 1))


def _begins(word: str, other: str, *, is_person: bool) -> bool:
    """Whether a word is another one or its beginning; of a name of persons also its initial."""
    is_beginning = word.isalpha() and (len(word) >= _SHORTEST or (is_person and len(word) == 1))
    return word == other or (is_beginning and other.startswith(word))
