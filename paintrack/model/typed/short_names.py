"""Whether a new name is a short form of an old one: `mig` of migraine, `back` of lower back, `Gonz` of Dr Gonzalez.

`log` loads this only when a name is new.
"""

from collections.abc import Iterable, Sequence

from paintrack.model.recorded_name import NameKind
from paintrack.model.typed.name_slips import (
    GENERAL_WORDS,
    TITLES,
    is_alike,
    is_part,
    is_part_of_person,
    slip_of,
    words_of,
)
from paintrack.model.typed.typed_text import folded

# Fewer letters are the beginning of too many words.
_SHORTEST = 3
_SHORTEST_OF_PERSON = 2
_MOST_MEANT = 3


def short_form_of(name: str, existing: Iterable[str], kind: NameKind) -> str | None:
    """The one of the existing names of which `name` is a short form; None for none, for several, for one that exists.

    Each word of a short form is a word of the old name or its beginning, and it says no more than that. An old name of
    which it leaves no word out comes before others: `mig` is migraine, not migraine aura.

    >>> short_form_of("mig", ["migraine", "migraine aura"], NameKind.CONDITION)
    'migraine'
    >>> short_form_of("back", ["lower back", "neck"], NameKind.CONDITION)
    'lower back'
    >>> short_form_of("knee", ["left knee", "right knee"], NameKind.CONDITION) is None
    True
    """
    names = [*existing]
    if folded(name) in map(folded, names):
        return None
    longer = [other for other in names if is_short_form(name, other, kind)]
    whole = [other for other in longer if is_short_form(name, other, kind, is_whole=True)]
    return (whole or longer)[0] if len(whole or longer) == 1 else None


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
        and any(others & meaningful for others in begun.values())
        and (not is_whole or meaningful <= {other for others in begun.values() for other in others})
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


def _begins(word: str, other: str, *, is_person: bool) -> bool:
    """Whether a word is another one or its beginning; of a name of persons also its initial."""
    is_beginning = word.isalpha() and (len(word) >= _SHORTEST or (is_person and len(word) == 1))
    return word == other or (is_beginning and other.startswith(word))
