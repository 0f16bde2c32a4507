"""What can go wrong, each with the sentence that the patient reads and the exit code."""


class PaintrackError(Exception):
    """Something the patient can be told in one sentence; `exit_code` 1: the data or a file is in trouble."""

    exit_code = 1


class UsageError(PaintrackError):
    """The command line is wrong; nothing was read or written."""

    exit_code = 2


class NotFoundError(PaintrackError):
    """An id or an entry that does not exist."""


class FileTroubleError(PaintrackError):
    """A file cannot be used: foreign, newer, damaged, locked, read-only or not writable."""


class AnswerLostError(PaintrackError):
    """The work is done but its answer could not be written to standard output.

    `told` is False when the reader closed the pipe on purpose (`| head`): then silence is right.
    """

    def __init__(self, sentence: str, *, told: bool = True) -> None:
        super().__init__(sentence)
        self.told = told


class DeclinedError(PaintrackError):
    """The person said no."""


class StoppedError(PaintrackError):
    """The person pressed Ctrl-C or ended the input."""

    exit_code = 130
