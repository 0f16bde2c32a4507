"""What a phrase on a command line means, judged by what it says and by what is recorded: the options for it."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from typer.core import TyperOption

from paintrack.analysis.relief_by_group import GroupBy
from paintrack.commands._shared.guidance.meanings.circumstance_phrases import (
    is_circumstance,
    named_with_circumstance,
    noted_circumstance,
    time_in_words,
    without_remarks,
)
from paintrack.commands._shared.guidance.meanings.recorded_or_new_name_in_suggestions import for_person
from paintrack.commands._shared.guidance.meanings.word_classification import (
    WORDS_BEFORE_DAYS,
    date_in,
    days_in,
    is_date,
    is_side_effect,
    is_state,
    is_state_now,
    is_technique,
    is_written_file,
    points_in,
    reject_future,
    reject_future_beside_name,
    with_day_of_part,
    without_word_for_days,
)
from paintrack.errors import NoSingleDayError
from paintrack.model.name_kind import NameKind
from paintrack.model.typed.dates.day_spans import DaySpan
from paintrack.model.typed.names.name_slips import slip_of
from paintrack.model.typed.names.short_names import short_form_of
from paintrack.model.typed.typed_text import folded, near_name
from paintrack.storage.reader import Reader

_TITLES = ("dr", "dr.", "doctor", "mr", "mrs", "ms", "prof", "prof.")
# What people write in front of a phrase for the option of another name.
_OPTION_WORDS = {"on": "--at", "when": "--at", "by": "--with", "in": "--for", "from": "--since", "to": "--until"}
_DIVIDING = ("for", "with", "points", "took")  # may stand behind something else: `yesterday for neck`
_NAMES = ("--with", "--for", "--points", "--technique", "--side-effect")
_STATEMENT = ("statement", "visits statement", "insurer", "insurance", "invoice", "bill")
_OF_A_PLACE = re.compile(r"on [a-z]+ing|at (?:work|home|night|rest)|(?:on|at) (?:the|my|a) .+")
_LAST = re.compile(r"([1-9][0-9]{0,2})(?: sessions?| visits?| treatments?)?(?:,? (?:of |for )?(.+))?", re.ASCII)
_GROUPS = {form: each.value for each in GroupBy for form in (each.value, f"{each.value}s")}


class PhraseReader:
    """Reads the phrases of one command line: what options the command has, what was typed, what is recorded."""

    def __init__(self, options: Sequence[TyperOption], typed: Sequence[str], reader: Reader, now: datetime) -> None:
        self._options = {name: option for option in options for name in (*option.opts, *option.secondary_opts)}
        self._typed, self._reader, self.now = {*typed}, reader, now

    def recording_options(self, words: Sequence[str]) -> Iterator[list[str]]:
        """The options that a phrase beside scores stands for, the likeliest first: a date, a name, points, ..."""
        if self._is_recorded_text(words):
            yield from self._options_for_text(words)
            return
        words = self._without_what_leads_to_a_day(without_remarks(words))
        if self.may_add("--at") and (len(words) < 2 or self._is_recorded_text(words[:-1])):
            words = with_day_of_part(words, self.now)
        if not words:
            yield []
            return
        if self.may_add("--note") and (timed := self._with_time_in_words(words)):
            yield timed
            return
        if (named := self.named_options(words)) and (circumstance := self._circumstance(words, named)):
            yield from circumstance
            return
        if named:
            if "--at" in named:
                reject_future(named[named.index("--at") + 1], self.now)
            if named[0] == "--for" and len(named) == 2:
                self._reject_period(words, named[1])
            yield named
            return
        if divided := self._divided(words, may_be_new=True):
            yield divided
            return
        reject_future_beside_name(words, self.now, is_name=self._is_recorded_text)
        date_words, rest = date_in(words, self.now)
        date = ["--at", " ".join(date_words)] if date_words else []
        while len(rest) > 1 and words == [*rest, *date_words] and folded(rest[-1]) in ("at", "on", "since"):
            # What leads to the day is no part of a name: `back at 12 nov`.
            words, rest = [*rest[:-1], *date_words], rest[:-1]
        if not rest:
            yield date
            return
        if (plain := without_remarks(rest)) != rest:
            yield from self.recording_options([*plain, *date_words])
            return
        self._reject_period(rest, " ".join(rest))
        if is_circumstance(rest) and self.may_add("--note") and self._reader.spelling(" ".join(rest)) is None:
            yield [*noted_circumstance(rest, self._reader, may_name=self.may_add("--for")), *date]
            return
        if [*map(folded, rest)] in (["since"], ["until"]) and self.may_add("--note"):
            yield ["--note", " ".join(words)]  # how long it has been so
            return
        if state := self._state(words, rest, date_words):
            yield from [["--note", state, *(date if state == " ".join(rest) else [])]] if self.may_add("--note") else []
            return
        for more in self._options_for_text(rest):
            if self.may_add(more[0]):
                yield [*more, *date]

    def _is_recorded_text(self, words: Sequence[str]) -> bool:
        return self.may_add("--for") and self._reader.spelling(" ".join(words)) is not None

    def _without_what_leads_to_a_day(self, words: Sequence[str]) -> list[str]:
        """The words without `at` in front of a time that more words follow: `at noon neck`."""
        date_words, rest = date_in(words[1:], self.now)
        is_leading = bool(words) and folded(words[0]) in ("at", "on", "when")
        return [*words[1:]] if is_leading and date_words and rest and [*words[1:]] == [*date_words, *rest] else [*words]

    def _with_time_in_words(self, words: Sequence[str]) -> list[str]:
        """`--note` for `after 2 hours`, with the options for the words around it; empty where there is no such time."""
        start, end = time_in_words(words)
        around = [*words[:start], *words[end:]]
        more = next(self.recording_options(around), []) if end and around else []
        return [*more, "--note", " ".join(words[start:end])] if end and "--note" not in more else []

    def _circumstance(self, words: Sequence[str], named: Sequence[str]) -> list[list[str]]:
        """The options for `in bed`, a note or a new name, and for `on waking`, which is no day; none for others."""
        option, value, *more = named
        is_typed_so = is_circumstance(words) and more[:1] in ([], ["--at"]) and self.may_add("--note")
        if not is_typed_so or self.is_recorded("--for", value) or self._days_in(value) is not None:
            return []
        text = f"{words[0]} {value}"
        noted = noted_circumstance(words, self._reader, may_name=option == "--at" and not is_date(value, self.now))
        if "--for" in noted and self.may_add("--for"):
            return [[*noted]]
        if option == "--for" and folded(words[0]) == "in":
            is_part_of_day = folded(value).startswith(("the ", "a "))
            plain = [option, " ".join(without_remarks(value.split())) or value, *more]
            return [["--note", text, *more], *([] if is_part_of_day else [plain])]
        return [["--note", text]] if option == "--at" and _OF_A_PLACE.fullmatch(folded(text)) else []

    def _state(self, words: Sequence[str], rest: Sequence[str], date_words: Sequence[str]) -> str:
        """The words without a date, where they say how somebody is, with a `now`; empty where they are a name."""
        text = " ".join(rest)
        if self._reader.spelling(text) is not None:
            return ""
        return " ".join(words) if is_state_now(rest, date_words) else text if is_state(text) else ""

    def _reject_period(self, words: Sequence[str], text: str) -> None:
        """Raise NoSingleDayError where the words are days, such as `october`, and no condition is called so.

        So it does for days behind something else: `migraine october`.
        """
        parts = text.split()
        if self._reader.spelling(text) is not None or not self.may_add("--at") or date_in(parts, self.now).words:
            return
        for place in range(len(parts)):
            period = " ".join(parts[place:])
            span = self._days_in(period)
            if span is not None and span.first != span.last and span.first <= self.now.date():
                day = min(span.last, self.now.date())
                raise NoSingleDayError(period if place else " ".join(words), period=period, day=f"{day}")

    def reject_period_behind(self, value: str, words: Sequence[str]) -> None:
        """Raise NoSingleDayError where days stand behind a name, and no condition is called like all of it."""
        if self._reader.spelling(" ".join([value, *words])) is None:
            self._reject_period(words, " ".join(words))

    def noted_options(self, words: Sequence[str]) -> list[str]:
        """`--note` for the words and `--at` for a date at their end, typed already or not."""
        date_words, rest = date_in(words, self.now)
        if date_words and (not rest or words[: len(rest)] != rest):
            date_words, rest = [], [*words]
        self._reject_period(rest, " ".join(rest))
        return ["--note", " ".join(rest), *(["--at", " ".join(date_words)] if date_words else [])]

    def _options_for_text(self, words: Sequence[str]) -> Iterator[list[str]]:
        text = " ".join(words)
        if (condition := self._reader.spelling(text)) is not None and self.may_add("--for"):
            yield ["--for", condition]
        elif (points := points_in(words)) is not None:
            yield ["--points", points]
        elif self._reader.practitioner_spelling(text) is not None or folded(words[0]) in _TITLES:
            yield ["--with", text]
        elif is_technique(text):
            yield ["--technique", text]
        elif not self.may_add("--for"):
            yield ["--note", text]
        elif (named := named_with_circumstance(words, self._reader)) and self.may_add("--note"):
            yield ["--for", named[0], "--note", " ".join(named[1])]
        else:
            yield ["--for", text]
            if is_side_effect(text):
                yield ["--side-effect", text]

    def is_recorded(self, option: str, text: str) -> bool:
        """Whether the text is a recorded name for `--for` or `--with`."""
        names = self._reader.spelling if option == "--for" else self._reader.practitioner_spelling
        return names(text) is not None

    def is_whole_value(self, option: str, text: str) -> bool:
        """Whether the text is a name, points, a side effect or a technique that the option can have."""
        if option == "--points":
            return points_in(text.split()) is not None
        if option == "--side-effect":
            return is_side_effect(text)
        return is_technique(text) if option == "--technique" else self.is_recorded(option, text)

    def surely_meant(self, words: Sequence[str]) -> list[str]:
        """The options that words stand for which say by themselves what they are; empty where they may be a name.

        A month is the value of `--at` as well, which takes none: rather nothing is suggested than a name with it.
        """
        if folded(words[0]) in (*_DIVIDING, "by", "at") and (named := self.named_options(words)):
            return named
        if divided := self._divided(words):
            return divided
        if self.may_add("--since") and self._days_in(" ".join(words)) is not None:
            return next(self.selecting_options(words))
        date_words, rest = date_in(words, self.now)
        if not date_words and any(map(str.isdecimal, words)) and self._days_in(" ".join(words)) is not None:
            date_words, rest = [*words], []
        date = ["--at", " ".join(date_words)] if date_words else []
        more = list[str]()
        if rest and (points := points_in(rest)) is not None:
            more = ["--points", points]
        elif rest and (self.is_recorded("--with", " ".join(rest)) or folded(rest[0]) in _TITLES):
            more = ["--with", " ".join(rest)]
        elif rest and self.is_recorded("--for", " ".join(rest)):
            more = ["--for", " ".join(rest)]
        elif rest:
            return []
        return [*more, *date] if all(map(self.may_add, [*more[:1], *date[:1]])) else []

    def _divided(self, words: Sequence[str], *, may_be_new: bool = False) -> list[str]:
        """The options of `yesterday for neck`: what stands before the name of an option, and that one; else empty.

        With `may_be_new` a name that is not recorded may stand before that of a person.
        """
        for place in range(1, len(words)):
            named = self.named_options(words[place:]) if folded(words[place]) in _DIVIDING else []
            if not named:
                continue
            before = self.surely_meant(words[:place])
            if not before and may_be_new and (named[0] == "--took" or self._names_person(named)):
                # Only a name can be left: `left hip with Dr Li`.
                before = next(self.recording_options(words[:place]), [])
            if before and not {*before[::2]} & {*named[::2]}:
                return [*before, *named]
        return []

    def _names_person(self, named: Sequence[str]) -> bool:
        """Whether a recorded practitioner, or one with a title, is the first of the options: no `pain with sitting`."""
        option, value, *_ = named
        return option == "--with" and (self.is_recorded("--with", value) or folded(value.split()[0]) in _TITLES)

    def selecting_options(self, words: Sequence[str]) -> Iterator[list[str]]:
        """The options that a phrase behind a command that shows something stands for."""
        text = " ".join(words := without_word_for_days(words, self.now))
        if named := self.named_options(words):
            yield self._with_days_out(self._with_number_apart(for_person(named, self._reader)))
        elif len(words) == 1 and is_written_file(text) and self.may_add("--output"):
            # Only a statement is written to a file.
            yield [*(["--visits"] if "--visits" in self._flags() else []), "-o", text]
        elif folded(text) in _STATEMENT and "--visits" in self._flags() and self.may_add("--output"):
            yield ["--visits", "-o", "statement.html"]
        elif len(words) == 1 and f"--{folded(words[0])}" in self._flags():
            yield [f"--{folded(words[0])}"]
        elif folded(text) in _GROUPS and "--by" in self._options:
            yield ["--by", _GROUPS[folded(text)]]
        elif (condition := self.recorded_condition(text)) is not None:
            yield ["--for", condition]
        elif re.fullmatch("[1-9][0-9]{0,2}", text) and self.may_add("--last"):
            yield ["--last", text]
        elif (span := self._days_in(text)) is not None and self.may_add("--since"):
            ends_before_today = span.last < self.now.date() and span.first != span.last and self.may_add("--until")
            yield ["--since", text, *(["--until", text] if ends_before_today else [])]
        elif (practitioner := self._recorded_practitioner(text)) is not None:
            yield ["--with", practitioner]
        elif (points := points_in(words)) is not None and "," not in points and self.may_add("--point"):
            yield ["--point", points]
        elif around := self._around_days(words):
            days, rest = around
            for more in self.selecting_options(rest):
                if more[0] not in ("--since", "--until"):
                    yield [*more, *next(self.selecting_options(days))]
        elif self.may_add("--grep"):
            yield ["--grep", text]
        elif self.may_add("--for") and not any(map(str.isdecimal, text)):
            yield ["--for", text]

    def correcting_options(self, words: Sequence[str]) -> Iterator[list[str]]:
        """The options that a phrase behind the id of an entry to correct stands for."""
        named = self.named_options(words)
        yield from [named] if named else self.recording_options(words)

    def recorded_condition(self, text: str) -> str | None:
        """The recorded condition that the text is or is much like; None for another, or where `--for` is typed."""
        if not self.may_add("--for"):
            return None
        recorded = self._reader.conditions()
        if (name := self._reader.spelling(text) or near_name(text, recorded) or slip_of(text, recorded)) is not None:
            return name
        return short_form_of(text, recorded, NameKind.CONDITION) if self._days_in(text) is None else None

    def _recorded_practitioner(self, text: str) -> str | None:
        if not self.may_add("--with"):
            return None
        recorded = [each.name for each in self._reader.recorded_names(NameKind.PRACTITIONER)]
        return self._reader.practitioner_spelling(text) or short_form_of(text, recorded, NameKind.PRACTITIONER)

    def _around_days(self, words: Sequence[str]) -> tuple[list[str], list[str]] | None:
        """The days at the end or the beginning of the words, as many words as possible, and the words around them."""
        for length in range(len(words) - 1, 0, -1):
            for days, rest in ((words[-length:], words[:-length]), (words[:length], words[length:])):
                if self.may_add("--since") and self._days_in(" ".join(days)) is not None:
                    has_word_for_days = len(rest) > 1 and folded(rest[-1]) in WORDS_BEFORE_DAYS
                    return [*days], [*rest[: len(rest) - has_word_for_days]]
        return None

    def _days_in(self, text: str) -> DaySpan | None:
        return days_in(text, self.now)

    def _flags(self) -> set[str]:
        return {name for name, option in self._options.items() if option.is_flag} - self._typed

    def may_add(self, option: str) -> bool:
        """Whether the command has the option and it is not typed yet, or may be typed again."""
        option_row = self._options.get(option)
        return option_row is not None and (option_row.multiple or option not in self._typed)

    def named_options(self, words: Sequence[str]) -> list[str]:
        """`with Dr Li at 9am` as options, where the phrase begins with the name of one; else nothing."""
        values: dict[str, list[str]] = {}
        for word in words:
            # Behind the name of an option stands its value: `by point`.
            is_value = bool(values) and not values[[*values][-1]]
            option = None if is_value else self._option_called(word)
            if option == "--last" and (not any(map(str.isdecimal, words)) or self._days_in(" ".join(words))):
                option = None  # `last month` is a time, `last 3 months` too.
            if option is not None and option not in values:
                values[option] = []
            elif not values:
                return []
            else:
                values[[*values][-1]].append(word)
        if not all(values.values()):
            return []
        self._take_date_out(values)
        plain = without_remarks(values.get("--for", []))
        if plain and (folded(words[0]) == "for" or self._is_recorded_text(plain)):
            values["--for"] = plain
        return [each for option, parts in values.items() for each in (option, _joined(option, parts))]

    def _with_number_apart(self, named: list[str]) -> list[str]:
        """The options with what stands behind the number of `--last` as options of their own: `last 5 of neck`."""
        if named[0] != "--last" or (counted := _LAST.fullmatch(named[1])) is None:
            return named
        more = next(self.selecting_options(counted[2].split()), []) if counted[2] else []
        return ["--last", counted[1], *more, *named[2:]] if "--last" not in more else named

    def _with_days_out(self, named: Sequence[str]) -> list[str]:
        """The options of a command that shows something, with days at the end of a name as the value of --since."""
        option, value, *following_options = named
        if option not in ("--for", "--with") or "--since" in named or self.is_recorded(option, value):
            return [*named]
        if (whole := self._whole_name(option, value)) is not None:
            return [option, whole, *following_options]
        words = value.split()
        for length in range(len(words) - 1, 0, -1):
            if self.may_add("--since") and self._days_in(" ".join(words[-length:])) is not None:
                days = next(self.selecting_options(words[-length:]))
                name = " ".join(words[:-length])
                whole = self._whole_name(option, name) or name
                return [option, whole, *days, *following_options] if days[0] == "--since" else [*named]
        return [*named]

    def _whole_name(self, option: str, name: str) -> str | None:
        return self.recorded_condition(name) if option == "--for" else self._recorded_practitioner(name)

    def _take_date_out(self, values: dict[str, list[str]]) -> None:
        """Make a date at the end of a value the value of --at: `with Dr Li yesterday for neck`."""
        for option in [*values]:
            date_words, rest = date_in(values[option], self.now)
            is_at_end = bool(rest) and values[option] == [*rest, *date_words]
            if date_words and is_at_end and option in _NAMES and "--at" not in values and self.may_add("--at"):
                values[option], values["--at"] = rest, date_words

    def _option_called(self, word: str) -> str | None:
        own = f"--{folded(word).rstrip(':')}"
        name = own if own in self._options else _OPTION_WORDS.get(folded(word), own)
        return name if self.may_add(name) and not self._options[name].is_flag else None


def _joined(option: str, words: Sequence[str]) -> str:
    text = (points_in(words) if option == "--points" else None) or " ".join(words)
    return _GROUPS.get(folded(text), text) if option == "--by" else text
