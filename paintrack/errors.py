"""What can go wrong: errors with an exit code and a sentence, or the values for one, which is in `views/refusals`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path


class PaintrackError(Exception):
    """A failure that one sentence explains to the patient. `exit_code` 1: the data or a file is in trouble."""

    exit_code = 1
    # Whether the sentence says itself what was saved or written.
    says_what_is_saved = False

    @property
    def reason(self) -> "str | PaintrackError":
        """The sentence that it was raised with; the error itself if it carries values instead."""
        return str(self) or self


class UsageError(PaintrackError):
    """The command line is wrong."""

    exit_code = 2


class UnconfirmedError(UsageError):
    """Nobody could be asked to confirm a step; the sentence says that it was not taken."""

    says_what_is_saved = True


class NotFoundError(PaintrackError):
    """There is no such entry, or nothing to work on."""


class InternalError(PaintrackError):
    """A defect of paintrack; the sentence says what is saved."""

    says_what_is_saved = True


class NothingToDoError(NotFoundError):
    """There is no change to take back or to put back."""

    says_what_is_saved = True


class UnreadableStateError(PaintrackError):
    """What entries were before or after a change cannot be read, so the change cannot be taken back or put back.

    `what` describes the change: 'session 5, lower back 7 -> 5'. `is_undo`: it was to be taken back, else put back.
    """

    def __init__(self, what: str, *, is_undo: bool) -> None:
        super().__init__()
        self.what = what
        self.is_undo = is_undo


class PartlySavedError(PaintrackError):
    """Some of what was to be written is saved and some is not; the sentence says which."""

    says_what_is_saved = True


class FileTroubleError(PaintrackError):
    """A file cannot be used: another program's, a newer paintrack's, damaged, locked, read-only, not readable.

    `named_path` is the path as it stands in the sentence, which is shown whole; None where the sentence names none.
    """

    def __init__(self, sentence: str = "", named_path: "Path | str | None" = None) -> None:
        super().__init__(sentence)
        self.named_path = named_path


class OneFileError(FileTroubleError):
    """Trouble with the file at `path`."""

    def __init__(self, path: "Path") -> None:
        super().__init__()
        self.path = path


class DamagedFileError(OneFileError):
    """The patient's file is damaged."""


class ForeignFileError(OneFileError):
    """The database is another program's."""


class NewerFileError(OneFileError):
    """A newer paintrack wrote the database."""


class InvalidContentError(OneFileError):
    """A file to restore or merge holds something that paintrack does not write."""


class FileGoneError(OneFileError):
    """The patient's file was moved or removed while it was in use."""


class OutputLostError(PaintrackError):
    """The work is done, but its result could not be written to standard output.

    `is_reported` is False if the reader closed the pipe on purpose (`| head`): then nothing is shown.
    """

    says_what_is_saved = True

    def __init__(self, sentence: str, *, is_reported: bool = True) -> None:
        super().__init__(sentence)
        self.is_reported = is_reported


class DeclinedError(PaintrackError):
    """The person answered no."""


class StoppedError(PaintrackError):
    """The person pressed Ctrl-C or ended the input."""

    exit_code = 130


class StoppedAfterScoresError(StoppedError):
    """The person stopped when all scores were answered; `command_line`, without `paintrack`, would save them."""

    def __init__(self, command_line: "Sequence[str]") -> None:
        super().__init__()
        self.command_line = tuple(command_line)


class StoppedHalfwayError(StoppedError):
    """The person stopped a question about one more step; the sentence says what is done and what is not."""

    says_what_is_saved = True


# Errors in the words of a command line. `suggestions` are command lines that were probably meant, each as its words
# without `paintrack`.


class UnknownCommandError(UsageError):
    """There is no command with this `word`; `is_leaving`: it ends other programs, `quit`.

    `step` is the change that a suggested `undo` or `redo` is about; empty where there is none.
    """

    def __init__(
        self, word: str, suggestions: "Sequence[Sequence[str]]", *, is_leaving: bool = False, step: str = ""
    ) -> None:
        super().__init__()
        self.word, self.is_leaving, self.step = word, is_leaving, step
        self.suggestions = tuple(map(tuple, suggestions))


class MisplacedWordsError(UsageError):
    """There are words where the command takes none, or a value in another form; `why` is a sentence, or empty.

    `step` is as in UnknownCommandError.
    """

    def __init__(self, suggestions: "Sequence[Sequence[str]]", *, why: str = "", step: str = "") -> None:
        super().__init__()
        self.suggestions = tuple(map(tuple, suggestions))
        self.why, self.step = why, step


class PlaceholderError(UsageError):
    """A word that stands for something in an example was typed as it is: NAME."""


class MissingEntryError(UsageError):
    """A command needs the id of an entry; `example` is that command, with one of the diary."""

    def __init__(self, example: "Sequence[str]") -> None:
        super().__init__()
        self.example = tuple(example)


class FutureTimeError(UsageError):
    """The time `typed` for something that has happened is still to come.

    `next_visit` is the time in the form for a next visit, or an example; None if no next visit can be meant. `earlier`
    is the time in the form for yesterday, empty if that cannot be meant; `suggestions` are command lines with it.
    """

    def __init__(
        self,
        typed: str,
        *,
        next_visit: str | None = None,
        earlier: str = "",
        suggestions: "Sequence[Sequence[str]]" = (),
    ) -> None:
        super().__init__()
        self.typed, self.next_visit, self.earlier = typed, next_visit, earlier
        self.suggestions = tuple(map(tuple, suggestions))


class NoSingleDayError(UsageError):
    """The text `typed` beside scores names a `period`, such as october, and no single day.

    `day` (ISO) is an example of a day in it that is past; `suggestions` are command lines with that day.
    """

    def __init__(self, typed: str, *, period: str, day: str, suggestions: "Sequence[Sequence[str]]" = ()) -> None:
        super().__init__()
        self.typed, self.period, self.day = typed, period, day
        self.suggestions = tuple(map(tuple, suggestions))


class TwoWeekdaysError(UsageError):
    """The `words` (`next tuesday`) in the text `typed` for a next visit may mean two days, one for each of `forms`."""

    def __init__(self, typed: str, *, words: str, forms: "Sequence[str]") -> None:
        super().__init__()
        self.typed = typed
        self.words = words
        self.forms = tuple(forms)


class NoTimeOfDayError(UsageError):
    """The text `typed` for a next visit names a day alone; `suggestions` are command lines with a time of day.

    The sentence says what forms there are, for where there is none.
    """

    def __init__(self, typed: str, sentence: str = "", suggestions: "Sequence[Sequence[str]]" = ()) -> None:
        super().__init__(sentence)
        self.typed = typed
        self.suggestions = tuple(suggestions)


class NoPointError(UsageError):
    """The text `typed` for points says that there were none."""

    def __init__(self, typed: str) -> None:
        super().__init__()
        self.typed = typed


class UnknownFormatError(UsageError):
    """There is no format `name`; `names` are those that the command takes."""

    def __init__(self, name: str, names: "Sequence[str]") -> None:
        super().__init__()
        self.name = name
        self.names = tuple(names)


# Errors in a path: of the patient's own file, or of a file to read or write.


class NoPathError(UsageError):
    """The value of --db (`by_option`), or else of PAINTRACK_DB, is blank or cannot be a path."""

    def __init__(self, *, by_option: bool) -> None:
        super().__init__()
        self.by_option = by_option


class MissingExtraError(UsageError):
    """A library that is not installed with every paintrack is missing, or broken: `requirement`, as pip takes it.

    `purpose` says what needs it, `instead` is a sentence on what works without it. `python` is the running interpreter:
    however paintrack was installed, the pip of that interpreter installs the library where paintrack looks for it.
    `error` is what came of importing it.
    """

    def __init__(
        self,
        requirement: str,
        *,
        purpose: str,
        python: str,
        instead: str = "",
        error: ImportError | AttributeError | None = None,
    ) -> None:
        super().__init__()
        self.requirement = requirement
        self.purpose = purpose
        self.python = python
        self.instead = instead
        self.error = error

    @property
    def cause(self) -> str | None:
        """What Python says of a library that is installed but does not load; None for one that is not installed."""
        library = self.requirement.partition(">")[0]
        is_absent = isinstance(self.error, ModuleNotFoundError) and self.error.name == library
        return None if self.error is None or is_absent else str(self.error)


class NoHomeFolderError(UsageError):
    """The home folder that `path` (`~ada/paintrack.db`) begins with is unknown; the person's own if `path` is None."""

    def __init__(self, path: str | None = None) -> None:
        super().__init__()
        self.path = path


class NoDiaryError(NotFoundError):
    """The patient's file does not exist yet, and the command does not create it."""

    def __init__(self, path: "Path") -> None:
        super().__init__()
        self.path = path


class ImportOfOwnFileError(UsageError):
    """The file to import is the patient's own; `file` as typed."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file


class ImportOfCopyError(FileTroubleError):
    """The file to import is a paintrack file or a copy of one; `file` as typed. `is_encrypted`: in the age format."""

    def __init__(self, file: str, *, is_encrypted: bool) -> None:
        super().__init__()
        self.file = file
        self.is_encrypted = is_encrypted


class HistoryIsNoCopyError(FileTroubleError):
    """The file to restore or merge is an exported history, which is imported; `file` as typed."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file


class NoSuchFileError(FileTroubleError):
    """There is no file at the path that was typed."""

    def __init__(self, path: "str | Path") -> None:
        super().__init__()
        self.path = path


class NoCopyError(FileTroubleError):
    """No copy to restore was named (`file` None), or there is none at `file`, as typed.

    `copies` are those that paintrack made itself, the newest first, each with its local time without an offset.
    """

    def __init__(self, file: str | None, copies: "Sequence[tuple[datetime, str]]") -> None:
        super().__init__()
        self.file = file
        self.copies = tuple(copies)
        if file is None:
            self.exit_code = UsageError.exit_code


class ExportOverOwnFileError(UsageError):
    """The path to write is the patient's own file or, with `by_name`, has a name that paintrack or SQLite needs."""

    def __init__(self, path: "Path", *, by_name: bool = False) -> None:
        super().__init__()
        self.path = path
        self.by_name = by_name


class FileExistsAlreadyError(UsageError):
    """There is a file already at the path to write; `replacing` is the command line that replaces it, or empty."""

    def __init__(self, path: "Path", replacing: "Sequence[str]" = ()) -> None:
        super().__init__()
        self.path = path
        self.replacing = tuple(replacing)


class NotARegularFileError(FileTroubleError):
    """There is a folder, a link (to `link_target`) or a device at the path to write."""

    def __init__(self, path: "Path", *, is_folder: bool = False, link_target: "Path | None" = None) -> None:
        super().__init__()
        self.path, self.is_folder, self.link_target = path, is_folder, link_target


class NotAFolderError(FileTroubleError):
    """The path `typed` ends as that of a folder, and there is none; `is_file`: there is a file."""

    def __init__(self, typed: str, *, is_file: bool) -> None:
        super().__init__()
        self.typed, self.is_file = typed, is_file


class PegTakesThreeScoresError(UsageError):
    """There are more or fewer scores than the three of a PEG."""
