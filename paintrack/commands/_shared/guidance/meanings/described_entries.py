"""Entries by their day, their condition or both in the place of an id: `yesterday`, `neck`, `migraine last week`."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from paintrack.commands._shared.guidance.meanings.word_classification import days_in
from paintrack.model.entries import Reading, Session
from paintrack.model.selection import Selection
from paintrack.model.typed.dates.day_spans import DaySpan
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

# Of more entries than these the list shows the ids.
_MOST_NAMED = 3
_NOUNS = {
    **dict.fromkeys(("session", "sessions", "visit", "visits", "appointment"), Session.kind),
    **dict.fromkeys(("reading", "readings"), Reading.kind),
}
_AROUND = {
    "the", "my", "a", "that", "one", "ones", "entry", "entries", "score", "scores", "of", "from", "on", "for", "in",
    "at", "all",
}  # fmt: skip


class DescribedEntries(NamedTuple):
    """What the first words describe: the entries, newest first; the options of `list` for them; the other words."""

    entries: list[Session | Reading]
    condition: str | None
    filters: list[str]
    rest: list[str]

    @property
    def are_few(self) -> bool:
        """Whether each can be named by its id; the list says of which there are none."""
        return 0 < len(self.entries) <= _MOST_NAMED

    @property
    def list_line(self) -> list[str]:
        """The command line that shows their ids."""
        return ["list", *self.filters]


def described_entries(words: Sequence[str], reader: Reader, now: datetime) -> DescribedEntries | None:
    """The sessions and readings that the words begin with a description of, as long as possible.

    None where they begin with no description.
    """
    words = [part for word in words for part in word.split()] if len(words) == 1 else words
    for length in range(len(words), 0, -1):
        description = [folded(word.removesuffix("'s").removesuffix("’s")) for word in words[:length]]
        kinds = {_NOUNS[word] for word in description if word in _NOUNS}
        describing_words = [word for word in description if word not in _AROUND and word not in _NOUNS]
        if not describing_words or (length < len(words) and description[-1] in _AROUND):
            continue
        parts = _condition_and_days(describing_words, reader, now)
        if parts is not None:
            condition, days = parts
            selection = Selection(
                condition=condition, since=days.first if days else None, until=days.last if days else None
            )
            entries = [each for each in reader.entries(selection) if isinstance(each, Session | Reading)]
            entries = [each for each in entries if not kinds or each.kind in kinds]
            filters = ["--for", condition] if condition else []
            filters += ["--since", f"{days.first}", "--until", f"{days.last}"] if days else []
            return DescribedEntries(entries[::-1], condition, filters, [*words[length:]])
    return None


def is_day_for_id(command: str, words: Sequence[str], now: datetime) -> bool:
    """Whether a day such as `27 nov` stands where the command takes an id."""
    takes_id = command in ("show", "edit", "delete")
    return takes_id and any(days_in(" ".join(words[:length]), now) is not None for length in (2, 3))


def _condition_and_days(
    words: Sequence[str], reader: Reader, now: datetime
) -> tuple[str | None, DaySpan | None] | None:
    """The recorded condition and the days that the words are, in either order; None where they are something else."""
    for place in range(len(words) + 1):
        for name, day in ((words[:place], words[place:]), (words[place:], words[:place])):
            condition = reader.spelling(" ".join(name)) if name else None
            days = days_in(" ".join(day), now) if day else None
            if (condition or not name) and (days or not day):
                return condition, days
    return None
