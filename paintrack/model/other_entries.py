"""The entries besides sessions and readings: notes, questions, function in everyday life (PEG), plans and so on.

Apart from `entries`, so that recording a score does not pay for creating these classes.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import ClassVar, TypeAlias

from paintrack.errors import PegTakesThreeScoresError, UsageError
from paintrack.model.displayed_text import listed, typed_words
from paintrack.model.entries import Entry, entry_dataclass
from paintrack.model.typed.typed_text import clean, folded
from paintrack.model.values.moment import Moment
from paintrack.model.values.score import parse_score

_MOST_SESSIONS = 999


@entry_dataclass
class Note(Entry):
    """A change worth knowing ('started amitriptyline'); `private` keeps it off the page."""

    kind: ClassVar[str] = "note"
    letter: ClassVar[str] = "n"

    text: str
    private: bool = False

    @property
    def first_line(self) -> str:
        """The first line of the text."""
        return self.text.partition("\n")[0]

    @property
    def state(self) -> str:
        """`private`, or empty."""
        return "private" if self.private else ""


@entry_dataclass
class Question(Entry):
    """Something to ask at the next appointment; `done` is the instant (UTC) at which it was settled."""

    kind: ClassVar[str] = "question"
    letter: ClassVar[str] = "q"

    text: str
    done: str | None = None

    @property
    def first_line(self) -> str:
        """The first line of the text."""
        return self.text.partition("\n")[0]

    @property
    def state(self) -> str:
        """`done`, or empty."""
        return "done" if self.done else ""


@entry_dataclass
class Peg(Entry):
    """Function in everyday life over the past week: three scores, 0 to 10 (after PEG, Krebs 2009).

    How bad the pain was on average, how much it got in the way of enjoying life, and of general activity.
    """

    kind: ClassVar[str] = "peg"
    letter: ClassVar[str] = "p"

    state: ClassVar[str] = ""

    pain: float
    enjoyment: float
    activity: float

    @property
    def mean(self) -> float:
        """The PEG score: the mean of the three, 0 to 10 (Krebs 2009, J Gen Intern Med 24:733-738)."""
        return (self.pain + self.enjoyment + self.activity) / 3


PEG_FIELDS = ("pain", "enjoyment", "activity")


@entry_dataclass
class Plan(Entry):
    """A plan for one condition: how many sessions (1 or more), and the goal, a score on arrival (0 to 10).

    It begins on the local day of `when`; `ended` is the instant (UTC) at which the patient ended it.
    """

    kind: ClassVar[str] = "plan"
    letter: ClassVar[str] = "c"

    condition: str
    sessions: int | None = None
    goal: float | None = None
    ended: str | None = None

    @property
    def state(self) -> str:
        """`ended`, or empty."""
        return "ended" if self.ended else ""


@entry_dataclass
class Overall(Entry):
    """The change as a whole since the course began, one of `CHANGES` (patient's global impression of change)."""

    kind: ClassVar[str] = "overall"
    letter: ClassVar[str] = "o"
    state: ClassVar[str] = ""

    change: str


@entry_dataclass
class ZeroMonth(Entry):
    """The score of a condition was 0 on all days of a `month` (`2026-10`) that have no score.

    This covers the days up to `when`: nobody knows the days to come.
    """

    kind: ClassVar[str] = "zero_month"
    letter: ClassVar[str] = "m"
    state: ClassVar[str] = ""

    condition: str
    month: str

    @property
    def days(self) -> tuple[date, ...]:
        """The days that it covers, in order, including those with a score."""
        year, number = map(int, self.month.split("-"))
        in_month = (date(year, number, day) for day in range(1, monthrange(year, number)[1] + 1))
        return tuple(day for day in in_month if day <= self.when.day)

    @property
    def is_whole(self) -> bool:
        """Whether it covers all days of the month."""
        return len(self.days) == monthrange(*map(int, self.month.split("-")))[1]


@entry_dataclass
class NextVisit(Entry):
    """The next session: `visit` is its local time with offset (ISO 8601), `when` the time when it was noted."""

    kind: ClassVar[str] = "next_visit"
    letter: ClassVar[str] = "v"
    state: ClassVar[str] = ""

    visit: str

    @property
    def visit_moment(self) -> Moment:
        """The time of the next session."""
        return Moment.from_iso(self.visit)


OtherEntry: TypeAlias = Note | Question | Peg | Plan | Overall | ZeroMonth | NextVisit
OTHER_CLASSES: dict[str, type[OtherEntry]] = {
    each.kind: each for each in (Note, Question, Peg, Plan, Overall, ZeroMonth, NextVisit)
}


# From worst to best: the seven steps of the Patient Global Impression of Change
# (https://www.commondataelements.ninds.nih.gov/report-viewer/25166/Patient%20Global%20Impression%20of%20Change%20Scale).
CHANGES = ("much worse", "worse", "a little worse", "no change", "a little better", "better", "much better")
_DEGREES = {
    "much": ("a lot", "far", "lots", "very much"),
    "a little": ("a bit", "bit", "little", "slightly", "somewhat"),
}
_ALSO_CALLED = {
    f"{synonym} {direction}": f"{degree} {direction}"
    for degree, synonyms in _DEGREES.items()
    for synonym in synonyms
    for direction in ("better", "worse")
} | dict.fromkeys(("same", "the same", "about the same", "unchanged"), "no change")


def parse_change(text: str) -> str:
    """The one of `CHANGES` that is typed, in any case or by a synonym. Raises UsageError that lists them.

    >>> parse_change("Much  better"), parse_change("little worse")
    ('much better', 'a little worse')
    """
    words = folded(text)
    change = _ALSO_CALLED.get(words, words)
    if change not in CHANGES:
        raise UsageError(f"The change is {listed([*CHANGES])}. You typed {typed_words(text) or 'nothing'}.")
    return change


def parse_text(text: str, name: str) -> str:
    """The text of a note or a question as it is stored; `name` is the noun. Raises UsageError for an empty one."""
    cleaned = clean(text, f"The {name}")
    if not cleaned:
        raise UsageError(f"The {name} is empty.")
    return cleaned


def parse_peg(words: Sequence[str]) -> tuple[float, float, float]:
    """Pain, enjoyment and activity from three words, 0 to 10 each.

    Raises PegTakesThreeScoresError for more or fewer words, UsageError for a word that is not a score.

    >>> parse_peg(["6", "7", "5"])
    (6.0, 7.0, 5.0)
    """
    if len(words) != 3:
        raise PegTakesThreeScoresError
    return parse_score(words[0]), parse_score(words[1]), parse_score(words[2])


def validate_session_count(number: int) -> int:
    """A planned number of sessions, 1 to 999. Raises UsageError."""
    if not 1 <= number <= _MOST_SESSIONS:
        raise UsageError(f"A plan has 1 to {_MOST_SESSIONS} sessions. You typed {number}.")
    return number


def says_the_same(first: OtherEntry, second: OtherEntry) -> bool:
    """Whether both are of one local day and say the same; two plans or next visits never do."""
    content = _content(first)
    return content is not None and first.when.day == second.when.day and content == _content(second)


def _content(entry: OtherEntry) -> tuple[object, ...] | None:
    match entry:
        case Note() | Question():
            return entry.kind, folded(entry.text)
        case Peg():
            return entry.kind, entry.pain, entry.enjoyment, entry.activity
        case Overall():
            return entry.kind, entry.change
    return None
