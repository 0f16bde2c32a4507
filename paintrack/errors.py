"""Everything that can go wrong for the patient: each error holds the sentence to show and knows its exit code."""


class PaintrackError(Exception):
    """A failure that its sentence explains to the patient. `exit_code` 1: the data or a file is in trouble."""

    exit_code = 1


class UsageError(PaintrackError):
    """The command line is wrong."""

    exit_code = 2


class NotFoundError(PaintrackError):
    """There is no such entry, or nothing to work on."""


class FileTroubleError(PaintrackError):
    """A file cannot be used: another program's, a newer paintrack's, damaged, locked, read-only, not readable."""


class OutputLostError(PaintrackError):
    """The work is done, but its result could not be written to standard output.

    `is_reported` is False when the reader closed the pipe on purpose (`| head`): nothing is shown then.
    """

    def __init__(self, sentence: str, *, is_reported: bool = True) -> None:
        super().__init__(sentence)
        self.is_reported = is_reported


class DeclinedError(PaintrackError):
    """The person answered no."""


class StoppedError(PaintrackError):
    """The person pressed Ctrl-C or ended the input."""

    exit_code = 130
