"""What completes each option and argument: one table, by command and name, by name, or by what help calls the value."""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple

from paintrack.commands._shared.completion.shell_line import QUOTING
from paintrack.model.page_parts import HIDEABLE
from paintrack.model.settings import PAPERS, SETTINGS, SWITCH
from paintrack.model.typed.typed_text import folded
from paintrack.storage.completion_reader import CompletionReader, open_completion_reader
from paintrack.views.help.help_topics import TOPICS
from paintrack.views.value_words import in_words, show_day

# Nobody reads more ids than this; typing more of an id narrows them down.
_MOST_IDS = 30
_COMMAS = re.compile(".*,")
# Behind a code, a space joins points as well: "LI4 ST36". Elsewhere it belongs to a place in one's own words.
_COMMAS_OR_CODES = re.compile(r"(.*,)?(\s*[A-Za-z]+(-[A-Za-z]+)?\d+\s+)*")


class Offer(NamedTuple):
    """A value that the word at the cursor may become, without quotes; `description` is shown beside it."""

    value: str
    description: str = ""


class CompletionRequest(NamedTuple):
    """What to complete: `piece` is the beginning of a value, `words` are those before it that are not options.

    `commands` are all commands by word; `path` gives the path of the patient's file.
    """

    piece: str
    command: str
    words: list[str]
    commands: Mapping[str, Any]
    path: Callable[[], Path]

    def diary(self) -> AbstractContextManager[CompletionReader]:
        """The patient's file, open for reading. Raises FileTroubleError, UsageError."""
        return open_completion_reader(self.path())


class Source(NamedTuple):
    """What gives the possible values, which need not begin with what was typed.

    Of a list only the last value is completed: what `list_head` matches stands before it.
    """

    offers: Callable[[CompletionRequest], Iterable[Offer]]
    list_head: re.Pattern[str] | None = None


def _fixed(*values: str) -> Source:
    return Source(lambda _: map(Offer, values))


def _conditions(request: CompletionRequest) -> list[Offer]:
    with request.diary() as reader:
        return [Offer(name) for name in reader.conditions()]


def _conditions_with_scores(request: CompletionRequest) -> list[Offer]:
    return [Offer(f"{offer.value}=") for offer in _conditions(request)]


def _practitioners(request: CompletionRequest) -> list[Offer]:
    with request.diary() as reader:
        return [Offer(name) for name in reader.practitioners()]


def _renaming(names: Callable[[CompletionRequest], list[Offer]]) -> Source:
    """The words `rename OLD NEW`. NEW may be a recorded name too, which merges the two."""

    def offers(request: CompletionRequest) -> list[Offer]:
        match request.words:
            case []:
                return [Offer("rename", "give one another name, or make two one")]
            case ["rename", *typed] if len(typed) < 2:
                return [offer for offer in names(request) if offer.value not in typed]
        return []

    return Source(offers)


def _medicines(request: CompletionRequest) -> list[Offer]:
    with request.diary() as reader:
        return [Offer(words) for words in reader.medicines()]


def _points(request: CompletionRequest) -> list[Offer]:
    """The points by code or, if no code begins like the piece, by name; for an empty piece those in use, if any."""
    from paintrack.data.point_table import load_points

    table = {point.code: Offer(point.code, point.pinyin) for point in load_points()}
    if not request.piece:
        return [table.get(code, Offer(code)) for code in _points_used(request)] or [*table.values()]
    beginning = request.piece.casefold()
    by_code = [offer for offer in table.values() if offer.value.casefold().startswith(beginning)]
    return by_code or [Offer(offer.description, offer.value) for offer in table.values()]


def _points_used(request: CompletionRequest) -> list[str]:
    with request.diary() as reader:
        return reader.points()


def _techniques(_: CompletionRequest) -> list[Offer]:
    from paintrack.model.acupuncture.techniques import TECHNIQUES

    return [Offer(each.key.replace("_", "-"), each.label) for each in TECHNIQUES.values()]


def _side_effects(request: CompletionRequest) -> list[Offer]:
    from paintrack.model.symptoms.side_effect_kinds import OTHER, SIDE_EFFECT_KINDS

    if request.words:
        # `effect` takes all its words as one text, so that only the first can be completed.
        return []
    return [Offer(each.short, each.label) for each in SIDE_EFFECT_KINDS.values() if each is not OTHER]


def _side_effects_of_session(request: CompletionRequest) -> list[Offer]:
    return _side_effects(request._replace(words=[]))


def _ids(request: CompletionRequest) -> list[Offer]:
    if request.words:
        return []
    with request.diary() as reader:
        newest = reader.newest_session()
        last = [] if newest is None else [Offer("last", f"the newest session, {newest.label}")]
        return [*last, *_id_offers(reader, request)]


def _purged_ids(request: CompletionRequest) -> list[Offer]:
    with request.diary() as reader:
        return [] if request.words else _id_offers(reader, request)


def _several_ids(request: CompletionRequest) -> list[Offer]:
    ids_before = {folded(word) for word in request.words}
    return [offer for offer in _ids(request._replace(words=[])) if offer.value not in ids_before]


def _ids_or_points(request: CompletionRequest) -> list[Offer]:
    beginning = request.piece.casefold()
    ids = [offer for offer in _ids(request) if offer.value.casefold().startswith(beginning)]
    return ids if ids or not beginning else _points(request)


def _session_ids(request: CompletionRequest) -> list[Offer]:
    with request.diary() as reader:
        return _id_offers(reader, request, "session")


def _question_ids(request: CompletionRequest) -> list[Offer]:
    with request.diary() as reader:
        return _id_offers(reader, request, "question")


def _id_offers(reader: CompletionReader, request: CompletionRequest, *kinds: str) -> list[Offer]:
    return [
        Offer(entry.label, f"{show_day(entry.when.day)}, {in_words(entry).partition(f' {entry.label}, ')[2]}")
        for entry in reader.newest_with_label(request.piece, _MOST_IDS, kinds)
    ]


def _topics(request: CompletionRequest) -> list[Offer]:
    commands = (Offer(word, row.help) for word, row in request.commands.items())
    return [] if request.words else [*map(Offer, TOPICS), *commands]


def _config(request: CompletionRequest) -> list[Offer]:
    match request.words:
        case []:
            return [Offer("set", "change a setting"), Offer("clear", "take its value away")]
        case ["set" | "clear"]:
            return [Offer(name) for name in SETTINGS]
        case ["set", "paper"]:
            return [Offer(size) for size in PAPERS]
        case ["set", "plain" | "ascii"]:
            return [Offer(value) for value in SWITCH]
    return []


def _set_up(request: CompletionRequest) -> list[Offer]:
    match request.words:
        case []:
            return [Offer("install"), Offer("show"), Offer("uninstall")]
        case [_]:
            return [Offer(shell) for shell in QUOTING]
    return []


def _changes(_: CompletionRequest) -> list[Offer]:
    from paintrack.model.other_entries import CHANGES

    return [Offer(change) for change in reversed(CHANGES)]


def _change_in_words(request: CompletionRequest) -> list[Offer]:
    return [] if request.words else _changes(request)


def _clearable(_: CompletionRequest) -> list[Offer]:
    from paintrack.model.fields import clear_words

    return [Offer(word) for word in clear_words()]


# The shell completes names of files itself.
FILES = Source(lambda _: ())
_CONDITIONS = Source(_conditions)
OFFERED_VALUES = {
    "--also": Source(_conditions_with_scores),
    "--clear": Source(_clearable),
    "--done": Source(_question_ids),
    "--hide": _fixed(*HIDEABLE)._replace(list_head=_COMMAS),
    "--overall": Source(_changes),
    "--paper": _fixed(*PAPERS),
    "--points": Source(_points, list_head=_COMMAS_OR_CODES),
    "--rename-for": _CONDITIONS,
    "--session": Source(_session_ids),
    "--side-effect": Source(_side_effects_of_session),
    "--technique": Source(_techniques),
    "--took": Source(_medicines),
    "--with": Source(_practitioners),
    "costs --format": _fixed("text", "csv", "html", "pdf"),
    "compare --by": _fixed("condition", "point", "technique", "practitioner"),
    "summary --format": _fixed("text", "markdown", "html", "pdf", "json"),
    "summary --since": _fixed("last-summary"),
    "trend --by": _fixed("session", "date"),
    "completion": Source(_set_up),
    "conditions": _renaming(_conditions),
    "config": Source(_config),
    "delete": Source(_several_ids),
    "effect": Source(_side_effects),
    "help": Source(_topics),
    "overall": Source(_change_in_words),
    "plan": _fixed("set", "end"),
    "points": Source(_points),
    "practitioners": _renaming(_practitioners),
    "purge": Source(_purged_ids),
    "show": Source(_ids_or_points),
    # By metavar: each has the same meaning in every command.
    "CONDITION": _CONDITIONS,
    "FILE": FILES,
    "ID": Source(_ids),
    "PATH": FILES,
    "POINT": Source(_points),
}


def values_for(command: str, option: str, metavar: str | None) -> Source | None:
    """What completes an option of a command or, if `option` is empty, its words; None if any value may be typed.

    `metavar` is what help calls the value. One such as `<csv|json>` lists the choices itself.
    """
    metavar = metavar or ""
    if "|" in metavar and metavar.startswith("<"):
        return _fixed(*metavar.strip("<>").split("|"))
    names = (f"{command} {option}".strip(), option, metavar)
    return next((OFFERED_VALUES[name] for name in names if name in OFFERED_VALUES), None)
