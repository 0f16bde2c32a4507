"""Acupuncture points as people type them, turned into the codes of WHO 2008 where only one can be meant.

The 361 points of the 14 meridians and their numbers: WHO Standard Acupuncture Point Locations in the Western
Pacific Region (2008). The point table is passed as a callable, because only names need it: codes parse without it.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from itertools import groupby
from typing import NamedTuple, Protocol

from paintrack.errors import NoPointError, UsageError
from paintrack.model.displayed_text import isolated, listed
from paintrack.model.typed.typed_text import folded, one_line


class PointLike(Protocol):
    """A row of the point table; a name that is not known is an empty string."""

    @property
    def code(self) -> str:
        """The WHO 2008 code."""

    @property
    def pinyin(self) -> str:
        """The name without tone marks."""

    @property
    def pinyin_toned(self) -> str:
        """The name with tone marks."""

    @property
    def characters(self) -> str:
        """The name in Chinese, sometimes in two spellings."""

    @property
    def also_called(self) -> tuple[str, ...]:
        """Other names in use."""


PointTable = Callable[[], Iterable[PointLike]]


class TypedPoints(NamedTuple):
    """The points as they are stored, each once, and a sentence on each that the patient should check."""

    points: tuple[str, ...]
    remarks: tuple[str, ...]


class Meridian(NamedTuple):
    """A meridian or a group of extra points: how many points it has, its name, other abbreviations of it."""

    size: int
    name: str
    letters: str = ""


# An abbreviation of two meridians is ambiguous; its meanings are named in this order, the likelier first.
MERIDIANS = {
    "PC": Meridian(9, "pericardium", "p hc cs mc pe eh"),
    "LU": Meridian(11, "lung", "l p"),
    "LI": Meridian(20, "large intestine", "co gi ig di"),
    "ST": Meridian(45, "stomach", "s e m ma"),
    "SP": Meridian(21, "spleen", "s m rp bp mp"),
    "HT": Meridian(9, "heart", "h he c hz"),
    "SI": Meridian(19, "small intestine", "s ig id dü"),
    "BL": Meridian(67, "bladder", "b ub v urinarybladder"),
    "KI": Meridian(27, "kidney", "k kd kid r rn n ni"),
    "TE": Meridian(23, "triple energizer", "e tb th tw sj tr ta 3e 3h sanjiao tripleburner tripleheater triplewarmer"),
    "GB": Meridian(44, "gallbladder", "g vb"),
    "LR": Meridian(14, "liver", "l h lv liv le f"),
    "GV": Meridian(28, "governor vessel", "du dm vg lg tm dumai governingvessel"),
    "CV": Meridian(24, "conception vessel", "c r rn ren rm vc kg jm cg renmai"),
    "EX-HN": Meridian(15, "extra point, head and neck"),
    "EX-CA": Meridian(1, "extra point, chest and abdomen"),
    "EX-B": Meridian(9, "extra point, back"),
    "EX-UE": Meridian(11, "extra point, arm and hand"),
    "EX-LE": Meridian(12, "extra point, leg and foot"),
}
_DIGITS = "0123456789"
# What may separate points, besides commas and semicolons.
_BETWEEN = re.compile(r"[/+&]|\band\b", re.IGNORECASE)
_NO_POINTS = ("none", "no", "nothing", "no points", "n/a", "-")
# 'Did you mean' needs at least so many letters of a name, and at most so many points that have them.
_SHORTEST_PART = 4
_MOST_SIMILAR = 3
# With one of these a text describes a place: `2 cm below ST36`, `left of GV14`. The code in it is another point.
_OF_PLACE = {
    "left", "right", "both", "bilateral", "near", "by", "beside", "next", "to", "below", "above", "under", "over",
    "between", "around", "behind", "outside", "inside", "from", "of", "off", "the", "my", "a", "at", "on", "in", "not",
    "cm", "mm", "cun", "inch", "inches", "ear", "scalp", "hand", "links", "rechts", "neben", "unter", "über", "bei",
    "ohr",
}  # fmt: skip
_CODE_IN_TWO_WORDS = re.compile(r"\b([a-z]{1,3}) ([0-9]{1,2})\b", re.ASCII | re.IGNORECASE)


def parse_points(text: str, table: PointTable) -> TypedPoints:
    """The points typed as `text`, each once, separated by commas, semicolons, blanks, `/`, `+`, `&` or `and`.

    A code, a name in the table or another abbreviation becomes the WHO code; an unknown point stays as typed, with a
    remark, which names the codes that are a part of it and so are no points of their own. `table` is called only for a
    text that is not a code. Raises NoPointError for `none` and the like, UsageError when no point is named or when one
    has two meanings.
    """
    if says_no_points(text):
        raise NoPointError(text)
    points: dict[str, str] = {}
    remarks: dict[str, None] = {}
    for point_text in texts_of_points(text, table):
        point, remark = _point_and_remark(point_text, table)
        if folded(point) not in points:
            points[folded(point)] = point
            remarks |= {remark: None} if remark else {}
    if not points:
        raise UsageError("No point is named. Type points as LI4,ST36.")
    return TypedPoints(tuple(points.values()), tuple(remarks))


def reject_signed_points(text: str) -> None:
    """Raise UsageError for a point with a sign: `+LI4` and `-LI4` look as if they added or removed one."""
    for part in re.split("[,;]", text):
        if re.match(r"\s*[+\u2212-]\s*\w", part):
            raise UsageError(
                f"{isolated(part.strip())}: + and - neither add a point nor remove one. "
                "Type all points of the session, such as LI4,ST36."
            )


def says_no_points(text: str) -> bool:
    """Whether the text says that there was no point: `none`, `no points`, `-`."""
    return folded(text) in _NO_POINTS


def texts_of_points(text: str, table: PointTable) -> list[str]:
    """The text of each point in a list of points.

    Commas and semicolons always separate; blanks, `/`, `+`, `&` and `and` only where every piece is a known point
    or like the code of one (`ST99`), and between a code and unknown words that do not describe where it is.
    Raises UsageError for a control character.

    >>> texts_of_points("LI4 st 36, my spot", tuple), texts_of_points("LI 4/ST36, left and right", tuple)
    (['LI4', 'st36', 'my spot'], ['LI 4', 'ST36', 'left and right'])
    >>> texts_of_points("LI4 back shu st 36, below GB20", tuple)
    ['LI4', 'back shu', 'st36', 'below GB20']
    """
    parts = [one_line(part, "A point") for part in re.split(r"[,;]", text) if part.strip()]
    return [each for part in parts for each in _split_at_blanks(part, table)]


def normal_point(text: str, table: PointTable = tuple) -> str:
    """The form in which points are compared: the WHO code when only one can be meant, else the folded text.

    Never raises. Without a `table`, names stay names.

    >>> normal_point("Li 4"), normal_point("Hegu")
    ('LI4', 'hegu')
    """
    codes = _meanings(text, table)
    return codes[0] if len(codes) == 1 else folded(text)


def _split_at_blanks(text: str, table: PointTable) -> list[str]:
    """The points of a text without commas: `LI4 ST36` and `hegu & ST 36` are two; a single point stays whole."""
    parts = [part for each in _BETWEEN.split(text) if (part := each.strip())]
    if not parts:
        return []
    if len(parts) == 1:
        # A sign before or behind a point separates nothing.
        (text,) = parts
    if (len(parts) == 1 and " " not in text) or _meanings(text, table):
        return [text]
    words = [word for part in parts for word in _names_in(part, table)]
    are_points = len(words) > 1 and all(_meanings(word, table) or _is_like_code(word) for word in words)
    if are_points:
        return words
    is_of_place = not _OF_PLACE.isdisjoint(folded(text).split())
    return [text] if is_of_place or not any(map(_is_code, words)) else _codes_and_words_between(words)


def _codes_and_words_between(words: list[str]) -> list[str]:
    """Each code as a point of its own, and the words between two codes as one."""
    runs = ([*run] if is_code else [" ".join(run)] for is_code, run in groupby(words, _is_code))
    return [point for run in runs for point in run]


def _is_code(word: str) -> bool:
    """Whether it is a code that can mean one point only; not a name, as an ear has points of the same names."""
    return _is_like_code(word) and len(_meanings(word, tuple)) == 1


def _is_like_code(word: str) -> bool:
    """Whether it is letters of a meridian and a number, also of no point: `ST99`."""
    letters, number = _letters_and_number(word)
    return number is not None and bool(_meridians(letters))


def _names_in(text: str, table: PointTable) -> list[str]:
    """The points that a text names, each as typed: its words, or the whole text if they name one point."""
    if " " not in text or _meanings(text, table):
        return [text]
    return _CODE_IN_TWO_WORDS.sub(r"\1\2", text).split()


def _point_and_remark(text: str, table: PointTable) -> tuple[str, str]:
    codes = _meanings(text, table)
    name = isolated(text)
    if len(codes) > 1:
        meanings = listed([_with_name(code) for code in codes])
        raise UsageError(f"{name} can mean {meanings}. Type the one that is meant.")
    if not codes:
        return text, f"{name} {_why_unknown(text)}{_codes_in(text)}{_similar(text, table)}"
    is_guess = len(_meridians(_letters_and_number(text)[0])) > 1
    return codes[0], f"{name} can only mean {_with_name(codes[0])}; kept as {codes[0]}." if is_guess else ""


def _meanings(text: str, table: PointTable) -> list[str]:
    """The codes that the text can mean."""
    letters, number = _letters_and_number(text)
    if number is not None:
        codes = [f"{each}{number}" for each in _meridians(letters) if 1 <= number <= MERIDIANS[each].size]
        # The first digit may be the letter I: L14 is how LI4 is often typed.
        after_one = re.fullmatch("l1([1-9]|1[0-9]|20)", _compact(text))
        return [*codes, f"LI{after_one[1]}"] if after_one else codes
    for form in (_compact, _toneless):  # with tones first: two names can differ in their tones alone
        if named := _codes_by_name(form, table).get(form(text)):
            return [*named]
    return []


@cache
def _codes_by_name(form: Callable[[str], str], table: PointTable) -> dict[str, list[str]]:
    """The codes of the points in the table by each of their names in that form, in the order of the table."""
    codes = defaultdict[str, list[str]](list)
    for point in table():
        for name in {form(each) for each in _names_of(point)}:
            codes[name].append(point.code)
    return dict(codes)


def _letters_and_number(text: str) -> tuple[str, int | None]:
    compact = _compact(text)
    letters = compact.rstrip(_DIGITS)
    if letters == compact:
        return letters, None
    # Four digits are enough to see that there is no such point.
    return letters, int(compact.removeprefix(letters).lstrip("0")[:4] or "0")


def _meridians(letters: str) -> list[str]:
    """The meridians that the letters of a code can mean."""
    return [
        code
        for code, meridian in MERIDIANS.items()
        if letters in (_compact(code), _compact(meridian.name), *meridian.letters.split())
    ]


def _names_of(point: PointLike) -> list[str]:
    names = (point.pinyin, point.pinyin_toned, *point.also_called, *re.split(r"\W+", point.characters))
    return [name for name in names if name]


def _why_unknown(text: str) -> str:
    letters, number = _letters_and_number(text)
    meridians = [] if number is None else _meridians(letters)
    if len(meridians) != 1:
        return "is not in the table of points; kept as typed."
    size = MERIDIANS[meridians[0]].size
    points = "1 point" if size == 1 else f"{size} points"
    return f"is not in the table of points ({meridians[0]} has {points}); kept as typed."


def _codes_in(text: str) -> str:
    """That the codes of points in a text of several words are no points of their own; empty without one."""
    words = _CODE_IN_TWO_WORDS.sub(r"\1\2", text).split()
    codes = list(dict.fromkeys(code for word in words if _is_code(word) for code in _meanings(word, tuple)))
    if len(words) == 1 or not codes:
        return ""
    return f" {listed(codes, 'and')} alone {'is' if len(codes) == 1 else 'are'} not among the points."


def _similar(text: str, table: PointTable) -> str:
    """'Did you mean' the few points that have the text in a name; empty if they are many or the text is like a code."""
    part = _toneless(text)
    if _letters_and_number(text)[1] is not None or (part.isascii() and len(part) < _SHORTEST_PART):
        return ""
    codes = codes_of_similar(text, table)
    if not codes or len(codes) > _MOST_SIMILAR:
        return ""
    names = {point.code: point.pinyin for point in table()}
    return f" Did you mean {listed([f'{code} ({names[code]})' for code in codes])}?"


def _with_name(code: str) -> str:
    return f"{code} ({MERIDIANS[code.rstrip(_DIGITS)].name})"


def _compact(text: str) -> str:
    text = unicodedata.normalize("NFC", text).casefold()
    return "".join(each for each in text if not each.isspace() and each not in "._-")


def _toneless(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def point_codes(text: str, table: PointTable) -> list[str]:
    """The WHO codes that the text can mean: none, one, or several, as two points can share a pinyin name.

    >>> point_codes("st 36", tuple), point_codes("p7", tuple)
    (['ST36'], ['PC7', 'LU7'])
    """
    return _meanings(text, table)


def codes_of_similar(text: str, table: PointTable) -> list[str]:
    """The WHO codes of the points that have the text in one of their names, without tones, spaces and punctuation.

    None for a single Latin letter, which stands in most names; one Chinese character is enough.
    """
    part = _toneless(text)
    if len(part) < 2 and part.isascii():
        return []
    return [point.code for point in table() if any(part in _toneless(name) for name in _names_of(point))]
