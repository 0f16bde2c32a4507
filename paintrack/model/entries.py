"""The entries: what stands by itself in the file.

These dataclasses are the one list of fields; the store, the journal, JSON and CSV follow from them. Ratings and side
effects are named tuples, because creating a dataclass costs every start more than creating a named tuple.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import count
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeAlias, TypeVar, dataclass_transform

from paintrack.model.typed.typed_text import digest, folded
from paintrack.model.values.moment import Moment

Class = TypeVar("Class")

# The condition of a score for which none was ever named.
DEFAULT_CONDITION = "pain"


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def entry_dataclass(cls: type[Class]) -> type[Class]:
    """The class as a dataclass that is frozen for the type checker alone.

    Freezing at run time takes a third of the time in which `log` creates its classes, and makes reading an entry three
    times as slow.
    """
    decorated: type[Class] = dataclass(kw_only=True, slots=True, repr=False)(cls)
    return decorated


class Rating(NamedTuple):
    """The two scores (0 to 10) of one condition in one session; either may still be missing.

    `before_at` and `after_at` are the instants (UTC) at which the scores were given, where they differ from the
    session's time; `before_entered` and `after_entered` those at which they were typed, where that was not when the
    entry was. `key` is the digest of the first name of a rating that was renamed: by it a merge recognises the rating,
    though the name itself is not kept. A rating that was removed and typed anew has another key than the first one.
    """

    condition: str
    before: float | None = None
    after: float | None = None
    before_at: str | None = None
    after_at: str | None = None
    before_entered: str | None = None
    after_entered: str | None = None
    key: str | None = None

    @property
    def identity(self) -> str:
        """16 hex digits that tell the rating from the others of its session and stay when it is renamed."""
        return self.key or digest(folded(self.condition))

    def renamed(self, condition: str) -> "Rating":
        """The rating under another name; `key` remembers the first one."""
        key = None if digest(folded(condition)) == self.identity else self.identity
        return self._replace(condition=condition, key=key)

    @property
    def is_open(self) -> bool:
        """Whether there is a score on arrival and none on leaving yet."""
        return self.before is not None and self.after is None


class SideEffect(NamedTuple):
    """A side effect: the key of its kind, `other` where none fits, and the patient's own `words` as typed.

    `noticed` is the local time with offset (ISO 8601) at which it was noticed, where that was not in the session.
    `outcome` is what became of it, in the patient's words.
    """

    kind: str
    words: str | None = None
    noticed: str | None = None
    outcome: str | None = None


# The name of a rating, or a score with its times by field.
SetAside: TypeAlias = str | Mapping[str, str | float | None]


# Without generated methods: each class below has its own, and generated code is compiled at each start.
@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def _base_of_entries(cls: type[Class]) -> type[Class]:
    decorated: type[Class] = dataclass(kw_only=True, slots=True, repr=False, eq=False, init=False)(cls)
    return decorated


@_base_of_entries
class Entry:
    """What every entry has: its identity (`uid`, 32 hex digits), when it happened, was typed, edited and deleted.

    `entered`, `edited` and `deleted` are instants in UTC with microseconds; a deleted entry stays as a tombstone.
    `changed` says when which of its values was changed, see `change_stamps`. `number` is the id that people type:
    local to one file, never exported, 0 until the entry is saved.
    """

    kind: ClassVar[str] = "entry"
    letter: ClassVar[str] = ""

    uid: str
    when: Moment
    entered: str
    edited: str
    deleted: str | None = None
    changed: Mapping[str, str] | None = None
    number: int = field(default=0, compare=False)

    @property
    def label(self) -> str:
        """The id that people type: `12`, `r5`."""
        return f"{self.letter}{self.number}"

    @property
    def at(self) -> datetime:
        """The local time, with the offset that held."""
        return self.when.at


def with_own_key(rating: Rating, taken: Collection[str]) -> Rating:
    """The rating, with a new key if its identity is one of those that are `taken`."""
    if rating.identity not in taken:
        return rating
    keys = (digest(f"{rating.identity}#{number}") for number in count(2))
    return rating._replace(key=next(key for key in keys if key not in taken))


@entry_dataclass
class Session(Entry):
    """One acupuncture visit. `cost` and `covered` are in hundredths of the currency unit.

    `took` is the painkiller or attack medicine that was taken with a score, in the patient's words; `receipt` is what
    the bill says ('R-203; 97810, 97811'). `set_aside` holds values of ratings that a merge keeps but nothing shows, by
    the names of their stamps (`change_stamps`): a rating whose name a later one has taken, or one that was removed on
    one side.
    """

    kind: ClassVar[str] = "session"

    ratings: tuple[Rating, ...] = ()
    points: tuple[str, ...] = ()
    technique: str | None = None
    practitioner: str | None = None
    side_effects: tuple[SideEffect, ...] = ()
    cost: int | None = None
    covered: int | None = None
    currency: str | None = None
    took: str | None = None
    receipt: str | None = None
    note: str | None = None
    set_aside: Mapping[str, "SetAside"] | None = None

    @property
    def lacks_currency(self) -> bool:
        """Whether it has an amount and nothing says in which currency."""
        return self.currency is None and (self.cost is not None or self.covered is not None)

    def day_noticed(self, effect: SideEffect) -> date:
        """The local day on which one of its side effects was noticed."""
        return Moment.from_iso(effect.noticed).day if effect.noticed else self.when.day

    def rating_of(self, condition: str) -> Rating | None:
        """The rating of that condition in this session, if there is one."""
        name = folded(condition)
        return next((rating for rating in self.ratings if folded(rating.condition) == name), None)

    def with_rating(self, rating: Rating) -> "Session":
        """The session with this rating in place of the one of the same condition, or added where there is none."""
        old = self.rating_of(rating.condition)
        if old is None:
            return self.with_ratings((*self.ratings, rating))
        return replace(self, ratings=tuple(rating if each is old else each for each in self.ratings))

    def with_ratings(self, ratings: Iterable[Rating]) -> "Session":
        """The session with these ratings in place of its own, each with a distinct identity."""
        distinct: list[Rating] = []
        for rating in ratings:
            # The names differ, so identities can clash only if a rating was renamed.
            may_clash = any(each.key for each in (rating, *distinct))
            distinct.append(with_own_key(rating, {each.identity for each in distinct}) if may_clash else rating)
        return replace(self, ratings=tuple(distinct))


@entry_dataclass
class Reading(Entry):
    """A score (0 to 10) at any other time than in a session, also before the first one; `took` as in a session."""

    kind: ClassVar[str] = "reading"
    letter: ClassVar[str] = "r"

    condition: str
    score: float
    took: str | None = None
    note: str | None = None


if TYPE_CHECKING:
    from paintrack.model.other_entries import OtherEntry

    AnyEntry: TypeAlias = Session | Reading | OtherEntry
else:
    # The other classes are created when first needed, so that recording a score does not pay for them.
    AnyEntry = Entry


class KindRow(NamedTuple):
    """How entries of a kind are called: the letter of their ids, and the noun for one and for several."""

    letter: str
    noun: str
    plural: str = ""


# The kinds in the order in which they are counted. The class of a kind is in `other_entries.OTHER_CLASSES`.
KIND_ROWS = {
    "session": KindRow("", "session"),
    "reading": KindRow("r", "reading"),
    "note": KindRow("n", "note"),
    "question": KindRow("q", "question"),
    "peg": KindRow("p", "PEG"),
    "plan": KindRow("c", "plan"),
    "overall": KindRow("o", "overall rating"),
    "zero_month": KindRow("m", "month of 0", "months of 0"),
    "next_visit": KindRow("v", "next visit"),
}
KINDS = tuple(KIND_ROWS)
LETTERS = {row.letter: kind for kind, row in KIND_ROWS.items()}


def kind_name(kind: str) -> str:
    """What a kind is called in a sentence.

    >>> kind_name("session"), kind_name("peg")
    ('session', 'PEG')
    """
    return KIND_ROWS[kind].noun


def entry_class_of(kind: str) -> "type[AnyEntry]":
    """The class of a kind by its name. Raises KeyError for an unknown kind, such as one of a newer paintrack."""
    if kind in (Session.kind, Reading.kind):
        return Session if kind == Session.kind else Reading
    from paintrack.model.other_entries import OTHER_CLASSES

    return OTHER_CLASSES[kind]


def sessions_of(entries: Iterable[AnyEntry]) -> list[Session]:
    """The sessions among the entries, in their order."""
    return [entry for entry in entries if isinstance(entry, Session)]


def readings_of(entries: Iterable[AnyEntry]) -> list[Reading]:
    """The readings among the entries, in their order."""
    return [entry for entry in entries if isinstance(entry, Reading)]
