"""Whether a new name is a typing slip for an old one: one letter, two swapped letters, a mark or a space away.

`log` loads this only when a name is new.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from paintrack.model.typed.typed_text import folded, word_set

# In a shorter name, another letter makes another name: IBS and IBD, hip and lip.
_SHORTEST = 4
# From this ratio on (`difflib`, 0 to 1) two names may be one typed with several slips: 'lowr bck' and 'lower back' have
# 0.89, 'back pain' and 'neck pain' 0.78, 'left shoulder pain' and 'right shoulder pain' 0.81.
_ALIKE = 0.85
# At most so many names are compared with each other: more would take minutes, and no diary has them.
_MOST_COMPARED = 300


# In the name of a condition these say nothing about which one it is.
GENERAL_WORDS = word_set(
    "pain pains ache aches aching hurt hurts soreness stiffness discomfort trouble troubles problem problems issue "
    "issues my the a an in of on at and area region schmerz schmerzen weh douleur douleurs mal dolor dolores dolore "
    "dolori pijn dor dores ont värk smärta smerte smerter боль боли"
)
# In front of, or behind, the name of a person these say nothing about who it is.
TITLES = word_set("dr doctor prof professor mr mrs ms miss mx md lac frau herr madame mme monsieur señor señora my")


def slip_of(name: str, existing: Iterable[str]) -> str | None:
    """The existing name that was meant, if `name` is a slip for one; None if it is no slip or exists itself.

    Of several, one that differs only in marks and spaces is preferred, then the first in `existing`.

    >>> slip_of("lowr back", ["neck", "lower back"]), slip_of("Dr. Li", ["Dr Li"]), slip_of("L4", ["L5"])
    ('lower back', 'Dr Li', None)
    """
    names = [*existing]
    if folded(name) in map(folded, names):
        return None
    slips = [other for other in names if is_slip(name, other)]
    letters = _letters(name)
    return next((other for other in slips if _letters(other) == letters), slips[0] if slips else None)


def slips_beside(names: Iterable[str], existing: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The names that may be slips, each with the name that was meant: an existing one, or an earlier one in `names`.

    >>> slips_beside(["lowr back", "neck", "nekc"], ["lower back"])
    [('lowr back', 'lower back'), ('nekc', 'neck')]
    """
    slips: list[tuple[str, str]] = []
    meant = [*existing][:_MOST_COMPARED]
    for name in [*names][:_MOST_COMPARED]:
        old = slip_of(name, meant)
        if old is None:
            meant.append(name)
        else:
            slips.append((name, old))
    return slips


def is_slip(first: str, second: str) -> bool:
    """Whether the two names are one letter, a transposition, or marks and spaces away from each other.

    Differences that are never slips: in digits (L4, L5), in words of one letter (knee L, knee R), in ideographs.

    Latin letters may have an accent or not as well: Migräne is migraine with one letter less.

    >>> is_slip("migriane", "migraine"), is_slip("back pain", "neck pain"), is_slip("L knee", "R knee")
    (True, False, False)
    >>> is_slip("Migräne", "migraine"), is_slip("Rücken", "Ruecken"), is_slip("Nase", "neck")
    (True, True, False)
    """
    left, right = _letters(first), _letters(second)
    # This cheap check settles most pairs; an accent does not change the length.
    if not left or not right or abs(len(left) - len(right)) > 1:
        return False
    if _numbers(first) != _numbers(second):
        return False
    if left == right:
        return True
    if _meaningful_alone(first) != _meaningful_alone(second):
        return False
    plain, plain_other = _without_accents(left), _without_accents(right)
    return _is_one_step(left, right) or plain == plain_other or _is_one_step(plain, plain_other)


def is_alike(first: str, second: str) -> bool:
    """Whether two names are so alike that they may be one name, typed with several slips.

    >>> is_alike("lowr bck", "lower back"), is_alike("back pain", "neck pain")
    (True, False)
    """
    if _numbers(first) != _numbers(second) or _meaningful_alone(first) != _meaningful_alone(second):
        return False
    return difflib.SequenceMatcher(None, _letters(first), _letters(second)).ratio() >= _ALIKE


def is_part(first: str, second: str) -> bool:
    """Whether one name has all the words of the other, apart from general ones such as 'pain'.

    >>> is_part("back", "lower back"), is_part("back", "back pain"), is_part("back pain", "neck pain")
    (True, True, False)
    """
    left, right = (words_of(name) - GENERAL_WORDS for name in (first, second))
    return bool(left and right) and (left <= right or right <= left)


def is_part_of_person(first: str, second: str) -> bool:
    """Whether two names may be the same person's: apart from titles, one has the words or initials of the other.

    >>> is_part_of_person("anna", "Anna Wolf"), is_part_of_person("Dr A. Wolf", "Anna Wolf")
    (True, True)
    >>> is_part_of_person("Dr Li", "Dr Wolf"), is_part_of_person("Li Na", "Li Wei"), is_part_of_person("Dr", "Dr Li")
    (False, False, False)
    """
    shorter, longer = sorted((words_of(name) - TITLES for name in (first, second)), key=len)
    return bool(shorter) and all(
        any(word == other or (len(word) == 1 and other.startswith(word)) for other in longer) for word in shorter
    )


def words_of(name: str) -> set[str]:
    """The words of a name, folded and without punctuation."""
    return {*re.findall(r"[^\W_]+", folded(name))}


# One name is compared with all that are known.
@lru_cache(maxsize=2048)
def _letters(name: str) -> str:
    """The name, folded and reduced to its letters, their accents and its digits."""
    return "".join(each for each in folded(name) if unicodedata.category(each)[0] in "LMN")


@lru_cache(maxsize=2048)
def _without_accents(letters: str) -> str:
    """The letters with those of Latin without accents: `ä` as `a`. In other scripts a mark makes another letter."""
    if letters.isascii():
        return letters
    plain = (unicodedata.normalize("NFD", each) for each in letters)
    return "".join(parts[0] if parts[0].isascii() else each for each, parts in zip(letters, plain, strict=True))


@lru_cache(maxsize=2048)
def _numbers(name: str) -> Sequence[str]:
    return re.findall(r"\d+", folded(name))


@lru_cache(maxsize=2048)
def _meaningful_alone(name: str) -> Sequence[str]:
    """The single letters and the ideographs in order, each of which is a word of its own."""
    return re.findall(r"[\u3400-\u9fff\uf900-\ufaff]|\b[^\W\d_]\b", folded(name))


def _is_one_step(first: str, second: str) -> bool:
    """Whether inserting, deleting or replacing one letter, or swapping two, turns one text into the other."""
    shorter, longer = sorted((first, second), key=len)
    start = 0
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    if len(longer) == len(shorter) + 1:
        return shorter[start:] == longer[start + 1 :]
    if len(longer) != len(shorter):
        return False
    if shorter[start + 1 :] == longer[start + 1 :]:
        return len(shorter) >= _SHORTEST
    swapped = longer[start : start + 2][::-1]
    return shorter[start : start + 2] == swapped and shorter[start + 2 :] == longer[start + 2 :]
