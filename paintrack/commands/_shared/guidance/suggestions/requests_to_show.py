"""Requests to show something: `show me the trend`, `make a page`, `print for my doctor`, `summary to pdf`."""

from collections.abc import Container, Sequence

from paintrack.commands._shared.guidance.command_guesses import guessed_command_lines
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

# Commands that show something or write it to a file.
_SHOWING = {
    "trend", "compare", "summary", "costs", "status", "list", "points", "file", "conditions", "practitioners", "export",
    "backup", "help", "plan", "config",
}  # fmt: skip
_VERBS = {
    "make", "create", "write", "give", "get", "see", "open", "view", "display", "print", "save", "do", "run", "want",
    "need", "read", "look", "watch", "generate", "produce", "draw",
}  # fmt: skip
_WRITING = {"add", "new", "enter", "record", "make", "write", "create", "save"}
# They take a text.
_ENTRIES = {"note", "question"}
_ARTICLES = {"me", "my", "the", "a", "an", "all", "at", "to", "up", "us", "new"}
_AROUND_PAGE = {"the", "my", "a", "out", "page", "summary", "report", "sheet", "one", "it"}
_OWN_DATA = {"my", "the", "all", "diary", "file", "data", "everything", "it", "now", "entries"}
# Whom or what a page is for: no condition is called so.
_READERS = {
    "doctor", "doc", "gp", "physician", "therapist", "acupuncturist", "physio", "practitioner", "nurse", "clinic",
    "appointment", "visit", "session", "me", "them", "him", "her", "printing", "reading", "tomorrow", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
}  # fmt: skip
_FORMATS = {"pdf", "html", "paper", "file", "md", "markdown"}


def shown_by_verb(words: Sequence[str], modules: Container[str]) -> list[str]:
    """The words behind a verb if the first is a command that shows something, or a word for one; else [].

    >>> shown_by_verb(["make", "a", "page"], {"summary"}), shown_by_verb(["open", "neck"], {"summary"})
    (['page'], [])
    """
    if folded(words[0]) not in _VERBS | _WRITING:
        return []
    rest = _without_leading([*words[1:]], _ARTICLES | _VERBS)
    if not rest:
        return []
    if folded(rest[0]) in _ENTRIES and len(rest) > 1 and folded(words[0]) in _WRITING:
        return rest
    guess = next(iter(guessed_command_lines(rest[0], modules)), [])
    shows = folded(rest[0]) in _SHOWING or (guess[:1] and guess[0] in _SHOWING and "--last" not in guess)
    return rest if shows and folded(words[0]) in _VERBS else []


def plain_showing(command: str, arguments: Sequence[str], reader: Reader) -> list[str]:
    """The arguments of `show`, `summary` and `backup` without filler words; a recorded name stays as it is.

    >>> plain_showing("summary", ["the", "page", "for", "my", "doctor"], Reader(None))
    []
    >>> plain_showing("summary", ["to", "pdf"], Reader(None)), plain_showing("show", ["me", "1"], Reader(None))
    (['pdf'], ['1'])
    """
    words = [*arguments]
    if command == "backup" and {*map(folded, words)} <= _OWN_DATA:
        return []
    if command not in ("show", "summary") or reader.spelling(" ".join(words)) is not None:
        return words
    if command == "show":
        return _without_leading(words, {"me", "my", "the", "us"}) or words
    words = _without_leading(words, _AROUND_PAGE)
    for place, word in enumerate(words):
        behind = _without_leading(words[place + 1 :], {"my", "the", "a", "next"})
        if folded(word) == "for" and behind and folded(behind[0]) in _READERS:
            return [*words[:place], *behind[1:]]
        if (
            folded(word) in ("to", "as", "in", "into")
            and behind
            and (folded(behind[0]) in _FORMATS or "." in behind[0])
        ):
            return [*words[:place], *behind]
    return words


def _without_leading(words: Sequence[str], dropped: Container[str]) -> list[str]:
    kept = [*words]
    while kept and folded(kept[0]) in dropped:
        kept.pop(0)
    return kept
