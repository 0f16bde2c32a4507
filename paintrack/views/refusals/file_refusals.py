"""What is wrong with the patient's own file, or one to read or write, or with its path, and what to type."""

from pathlib import Path

from paintrack.errors import (
    DamagedFileError,
    ExportOverOwnFileError,
    FileExistsAlreadyError,
    FileGoneError,
    ForeignFileError,
    HistoryIsNoCopyError,
    ImportOfCopyError,
    ImportOfOwnFileError,
    InvalidContentError,
    MissingExtraError,
    NewerFileError,
    NoCopyError,
    NoDiaryError,
    NoHomeFolderError,
    NoPathError,
    NoSuchFileError,
    NotAFolderError,
    NotARegularFileError,
    PaintrackError,
    UnknownFormatError,
)
from paintrack.model.displayed_text import isolated, listed, shell_quoted, visible_path
from paintrack.views.refusals.command_line_refusals import command_line
from paintrack.views.value_words import show_day

_MOST_COPIES = 3
_SUCH_AS = "Give a path such as ~/paintrack.db."


def file_refusal(error: PaintrackError) -> str:
    """The sentence for the error; empty for one about something else."""
    match error:
        case NoPathError():
            return f"{'--db' if error.by_option else 'PAINTRACK_DB'} names no file. {_SUCH_AS}"
        case NoHomeFolderError(path=None):
            return "Your home folder is not known. Give a path: --db PATH, or set PAINTRACK_DB."
        case NoHomeFolderError():
            return f"There is no home folder for {error.path}. {_SUCH_AS}"
        case NoDiaryError():
            return f"There is no diary here yet. Start with: paintrack before 7 ({error.path})"
        case DamagedFileError():
            return f"The file is damaged. What helps: paintrack file. The file: {error.path}"
        case ForeignFileError():
            return f"This file belongs to another program; it was left as it is: {error.path}"
        case NewerFileError():
            return f"A newer paintrack wrote this file; update paintrack to use it: {error.path}"
        case InvalidContentError():
            return f"Something in the file is not as paintrack writes it: {error.path}"
        case FileGoneError():
            return f"The file was moved or removed just now: {error.path}"
        case ImportOfOwnFileError():
            return f"{error.file} is your paintrack file itself; there is nothing to import."
        case ImportOfCopyError():
            file, what = shell_quoted(error.file), "an encrypted copy" if error.is_encrypted else "a paintrack file"
            return (
                f"{visible_path(error.file)} is {what}, which is not imported.\n"
                f"  To join it to yours:             paintrack merge {file}\n"
                f"  To put it in the place of yours: paintrack restore {file}"
            )
        case HistoryIsNoCopyError():
            no_copy = f"{visible_path(error.file)} is not a copy of a paintrack file."
            return f"{no_copy} If it is a history that was exported: paintrack import {shell_quoted(error.file)}"
        case NoSuchFileError():
            return _no_file(error.path)
        case NoCopyError():
            return _no_copy(error)
        case ExportOverOwnFileError(by_name=True):
            return f"{error.path} is a name that your paintrack file needs; give another."
        case ExportOverOwnFileError():
            return f"{error.path} is your paintrack file itself; give another name."
        case FileExistsAlreadyError(replacing=()):
            return f"{error.path} is there already; --force replaces it."
        case FileExistsAlreadyError():
            return f"{error.path} is there already. To replace it: {command_line(error.replacing)}"
        case UnknownFormatError():
            return f"--format takes {listed([*error.names])}. You typed {isolated(error.name)}."
        case MissingExtraError():
            return _missing_extra(error)
        case NotAFolderError(typed=typed, is_file=True):
            return f"{visible_path(typed)} is a file, not a folder: leave out the slash at its end."
        case NotAFolderError(typed=typed):
            return f"There is no folder {visible_path(typed)}. Give the name of a file, in a folder that is there."
        case NotARegularFileError():
            return _not_a_regular_file(error)
    return ""


def _missing_extra(error: MissingExtraError) -> str:
    requirement, pip = shell_quoted(error.requirement), f"{shell_quoted(error.python)} -m pip install"
    sentence = f"{error.purpose} needs one more library. To install it: {pip} {requirement}"
    if error.cause is not None:
        cause = isolated(error.cause)
        sentence = (
            f"{error.purpose} needs a library that is installed but does not load ({cause}). "
            f"To install it anew: {pip} --force-reinstall {requirement}"
        )
    return f"{error.instead} {sentence}" if error.instead else sentence


def _no_file(path: str | Path) -> str:
    return f"There is no file {visible_path(path)}."


def _no_copy(error: NoCopyError) -> str:
    no_file = "" if error.file is None else _no_file(error.file)
    if not error.copies:
        return no_file or "Say which copy to restore, by its path; paintrack itself has made none yet."
    copies = error.copies[:_MOST_COPIES]
    # Two of one minute are told apart.
    time = "%H:%M" if len({f"{made:%Y%m%d%H%M}" for made, _ in copies}) == len(copies) else "%H:%M:%S"
    newest = [
        f"  {show_day(made.date())} {made:{time}}:  paintrack restore {shell_quoted(path)}" for made, path in copies
    ]
    return "\n".join([f"{no_file or 'Say which copy to restore.'} The newest that paintrack made:", *newest])


def _not_a_regular_file(error: NotARegularFileError) -> str:
    if error.is_folder:
        return f"{error.path} is a folder; give the name of a file."
    if error.link_target is not None:
        return f"{error.path} is a link to {error.link_target}; give the name of a file."
    return f"{error.path} is not a regular file; - writes to standard output."
