"""Whether the help is for a screen reader: by an option, the environment or the setting, as everything else is."""

import contextlib
from collections.abc import Sequence
from itertools import pairwise

from paintrack.commands._shared.context import Context
from paintrack.errors import PaintrackError
from paintrack.model.settings import YES
from paintrack.storage.file.transactions import open_reader


def is_help_plain(typed: Sequence[str]) -> bool:
    """Whether help that is asked for with these words is plain. The help never fails because of a file."""
    switches = [each == "--plain" for each in typed if each in ("--plain", "--no-plain")]
    paths = [after for each, after in pairwise(typed) if each == "--db"]
    paths += [each.removeprefix("--db=") for each in typed if each.startswith("--db=")]
    context = Context(plain=switches[-1] if switches else None, db=paths[-1] if paths else None)
    if context.plain is None:
        # Not by `context.open_reader`, whose warnings about the file are no part of a help.
        with contextlib.suppress(PaintrackError, OSError), open_reader(context.path) as reader:
            return reader.settings().get("plain") == YES
    return bool(context.plain)
