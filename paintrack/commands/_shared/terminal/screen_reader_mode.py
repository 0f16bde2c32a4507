"""Whether what is said before the file is open is for a screen reader: by an option, the environment, the setting."""

import sys
from collections.abc import Sequence
from itertools import takewhile

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.terminal.db_option_in_shown_commands import typed_arguments, typed_database
from paintrack.commands._shared.terminal.stream_output import screen_width
from paintrack.errors import PaintrackError


def is_plain(typed: Sequence[str]) -> bool:
    """Whether the answer to these words, which may be no right command line, is plain.

    A file that cannot be read is no reason to fail: it decides nothing.
    """
    words = [*takewhile(lambda each: each != "--", typed)]
    switches = [each == "--plain" for each in words if each in ("--plain", "--no-plain")]
    return Context(plain=switches[-1] if switches else None, db=typed_database(typed)).console.plain


def folders_of_diary(typed: Sequence[str]) -> list[str]:
    """The folder that the patient's file, its backups and temporary files lie in; empty if the words name no file."""
    try:
        return [str(Context(db=typed_database(typed)).path.parent)]
    except PaintrackError:
        return []


def sentence_width() -> int:
    """How many columns a sentence may take that does not wait for the file: `sys.maxsize` where all is plain."""
    return sys.maxsize if is_plain(typed_arguments()) else screen_width()
