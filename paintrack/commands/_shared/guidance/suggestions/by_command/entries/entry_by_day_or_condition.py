"""What is meant by a day or a condition behind `show`, `edit` and `delete`, which take ids."""

from collections.abc import Iterator, Sequence

from paintrack.commands._shared.guidance.meanings.described_entries import DescribedEntries
from paintrack.commands._shared.guidance.meanings.phrase_options import PhraseReader
from paintrack.commands._shared.guidance.meanings.word_classification import is_side_effect
from paintrack.commands._shared.guidance.suggestions.by_command.entries.edit_words_as_options import corrected_options
from paintrack.model.entries import Reading, Session
from paintrack.model.selection import Selection
from paintrack.storage.reader import Reader

# What a reading does not have.
_OF_SESSIONS = {
    "--before", "--after", "--points", "--technique", "--with", "--side-effect", "--cost", "--covered", "--receipt",
}  # fmt: skip


def meant_of_described(
    command: str, described: DescribedEntries, options: Sequence[str], phrases: PhraseReader, reader: Reader
) -> Iterator[list[str]]:
    """The command line for each of the entries; for many the one that shows their ids."""
    entries = [
        each
        for each in described.entries
        if not (isinstance(each, Reading) and _OF_SESSIONS & {*options})
        and not (isinstance(each, Session) and "--score" in options)
    ]
    if command == "delete" and described.condition and not described.rest and "--since" not in described.filters:
        yield ["delete", "--for", described.condition, *options]
        return
    is_correction = command == "edit" and bool(described.rest or options)
    if not described.are_few or (command == "edit" and not is_correction):
        yield described.list_line
        return
    for each in entries:
        if command != "edit":
            yield from [] if described.rest else [[command, each.label, *options]]
            continue
        named = _named(each, described.condition, options)
        if not described.rest:
            yield [command, each.label, *options, *named]
        for more in corrected_options(each.label, described.rest, options, phrases, reader) if described.rest else ():
            if not (isinstance(each, Reading) and _OF_SESSIONS & {*more}):
                yield [command, each.label, *options, *_without_name(more, named), *named]


def meant_list(words: Sequence[str], options: Sequence[str], reader: Reader) -> Iterator[list[str]]:
    """`list` for a practitioner, or for a side effect that is recorded."""
    text = " ".join(words)
    if (practitioner := reader.practitioner_spelling(text)) is not None:
        yield ["list", "--with", practitioner, *options]
    elif is_side_effect(text) and reader.count(Selection(text=text)):
        yield ["list", "--grep", text, *options]


def _named(entry: Session | Reading, condition: str | None, options: Sequence[str]) -> list[str]:
    """`--for`, where the session has several ratings and the words name one."""
    is_one_of_several = isinstance(entry, Session) and len(entry.ratings) > 1 and "--for" not in options
    return ["--for", condition] if is_one_of_several and condition else []


def _without_name(options: Sequence[str], named: Sequence[str]) -> list[str]:
    """The options without a `--for` of their own, where the words name another condition."""
    if not named or "--for" not in options:
        return [*options]
    place = options.index("--for")
    return [*options[:place], *options[place + 2 :]]
