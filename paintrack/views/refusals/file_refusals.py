"""What is wrong with the path of the patient's own file or of one that comes in or goes out, and what to type."""

from paintrack.errors import (
    DamagedFileError,
    ExportOverOwnFileError,
    FileExistsAlreadyError,
    FileGoneError,
    ForeignFileError,
    ImportOfOwnFileError,
    InvalidContentError,
    NewerFileError,
    NoDiaryError,
    NoHomeFolderError,
    NoPathError,
    NotARegularFileError,
    PaintrackError,
    UnknownFormatError,
)
from paintrack.model.typed.typed_text import listed

_SUCH_AS = "Give a path such as ~/paintrack.db."


def file_refusal(error: PaintrackError) -> str:
    """The sentence; empty for an error about something else."""
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
        case ExportOverOwnFileError(by_name=True):
            return f"{error.path} is a name that your paintrack file needs; give another."
        case ExportOverOwnFileError():
            return f"{error.path} is your paintrack file itself; give another name."
        case FileExistsAlreadyError():
            return f"{error.path} is there already; --force replaces it."
        case UnknownFormatError():
            return f"--format takes {listed([*error.names])}. You typed {error.name}."
        case NotARegularFileError():
            return _not_a_regular_file(error)
    return ""


def _not_a_regular_file(error: NotARegularFileError) -> str:
    if error.is_folder:
        return f"{error.path} is a folder; give the name of a file."
    if error.link_target is not None:
        return f"{error.path} is a link to {error.link_target}; give the name of a file."
    return f"{error.path} is no regular file; - writes to standard output."
