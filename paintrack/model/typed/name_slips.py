"""Whether a new name is a slip of the finger for an old one: one letter, two letters swapped, a mark or a space away.

`log` loads this only when a name is new.
"""

import re
import unicodedata
from collections.abc import Iterable

from paintrack.model.typed.typed_text import folded

# In a name this short another letter is another thing: IBS and IBD, hip and lip.
_SHORTEST = 4
# How alike two names with more than one slip are (`difflib`, 0 to 1): 'lowr bck' and 'lower back' are 0.89, 'back pain'
# and 'neck pain' 0.78, 'left shoulder pain' and 'right shoulder pain' 0.81.
_ALIKE = 0.85
# Names that are compared each with each; a file with more is no diary, and would take minutes.
_MOST_COMPARED = 300


def word_set(text: str) -> frozenset[str]:
    """The words of a list in a line or more."""
    return frozenset(text.split())


# In the name of a condition these say nothing about which one it is.
GENERAL_WORDS = word_set(
    "pain pains ache aches aching hurt hurts soreness stiffness discomfort trouble troubles problem problems issue "
    "issues my the a an in of on at and area region schmerz schmerzen weh douleur douleurs mal dolor dolores dolore "
    "dolori pijn dor dores ont värk smärta smerte smerter боль боли"
)
# In front of, or behind, the name of a person these say nothing about who it is.
TITLES = word_set("dr doctor prof professor mr mrs ms miss mx md lac frau herr madame mme monsieur señor señora my")


def slip_of(name: str, existing: Iterable[str]) -> str | None:
    """The one of the existing names that was meant if `name` is a slip; None for no slip, or a name that exists.

    One that differs in marks and spaces alone comes first, then the one that stands first in `existing`.

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
    """The names that may be slips, each with the name that was meant: an existing one, or one that stands earlier.

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

    Never by what is no slip: digits (L4, L5), words of one letter (knee L, knee R), ideographs.

    >>> is_slip("migriane", "migraine"), is_slip("back pain", "neck pain"), is_slip("L knee", "R knee")
    (True, False, False)
    """
    left, right = _letters(first), _letters(second)
    if not left or not right or _numbers(first) != _numbers(second):
        return False
    if left == right:
        return True
    return _meaningful_alone(first) == _meaningful_alone(second) and _is_one_step(left, right)


def is_alike(first: str, second: str) -> bool:
    """Whether two names that are no slip of each other may still be one name, typed with several.

    >>> is_alike("lowr bck", "lower back"), is_alike("back pain", "neck pain")
    (True, False)
    """
    if _numbers(first) != _numbers(second) or _meaningful_alone(first) != _meaningful_alone(second):
        return False
    import difflib

    return difflib.SequenceMatcher(None, _letters(first), _letters(second)).ratio() >= _ALIKE


def is_part(first: str, second: str) -> bool:
    """Whether all that one name says is among the words of the other; words such as 'pain' say nothing.

    >>> is_part("back", "lower back"), is_part("back", "back pain"), is_part("back pain", "neck pain")
    (True, True, False)
    """
    left, right = (words_of(name) - GENERAL_WORDS for name in (first, second))
    return bool(left and right) and (left <= right or right <= left)


def is_part_of_person(first: str, second: str) -> bool:
    """Whether two names of persons may be one, without titles: one says only what the other says, by initials too.

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
    """The words of a name, folded and without marks."""
    return {*re.findall(r"[^\W_]+", folded(name))}


def _letters(name: str) -> str:
    """The letters, their marks and the digits alone."""
    return "".join(each for each in folded(name) if unicodedata.category(each)[0] in "LMN")


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", folded(name))


def _meaningful_alone(name: str) -> list[str]:
    """The single letters and the ideographs, in their order: each is a word."""
    return re.findall(r"[\u3400-\u9fff\uf900-\ufaff]|\b[^\W\d_]\b", folded(name))


def _is_one_step(first: str, second: str) -> bool:
    """Whether one letter more, one less, another one or two swapped makes the one of the other."""
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
