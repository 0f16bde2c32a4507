"""The two streams: what helps goes to standard error, whatever state it is in; the answer to standard output."""

import errno
import os
import re
import shutil
import sys
from collections.abc import Sequence
from typing import TextIO

from paintrack.errors import AnswerLostError
from paintrack.views.text_layout import fill

# Options whose values are names, dates and numbers, and those whose values are texts.
_NAMING = {
    "--for", "--also", "--with", "--points", "--technique", "--at", "--cost", "--covered", "--db", "--session",
    "--rename-for", "--clear", "--before", "--after", "--score", "--peg", "--sessions", "--goal", "--done",
}  # fmt: skip
_TELLING = {"--note", "--side-effect", "--text"}


def talk(text: str) -> None:
    """Print a line to standard error; a closed one is no reason to fail."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        pass


def answer(text: str, *, saved: bool = False) -> None:
    """Print the result to standard output. Raises AnswerLostError, which says whether it is `saved` all the same."""
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
    except OSError as error:
        raise answer_lost(error, saved=saved) from None


def answer_lost(error: OSError, *, saved: bool = False) -> AnswerLostError:
    """What is told when standard output failed: nothing when its reader left on purpose and nothing was saved."""
    began = "It is saved, but the answer" if saved else "The answer"
    told = saved or error.errno != errno.EPIPE
    return AnswerLostError(f"{began} could not be written ({error.strerror}).", told=told)


def screen_width() -> int:
    """The columns to use: the terminal's, COLUMNS, or 80 off a terminal; 40 at least."""
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def terminal_width(stream: TextIO | None) -> int:
    """The columns of the terminal behind the stream; where there is none nothing needs to be wrapped."""
    return screen_width() if stream is not None and stream.isatty() else sys.maxsize


def advise(texts: Sequence[str]) -> None:
    """Give the advice on every serious symptom that the texts name, before anything else can happen."""
    if not any(map(str.strip, texts)):
        return
    from paintrack.model.symptoms.side_effects import urgent_advice

    for advice in urgent_advice(texts):
        talk(fill(advice, screen_width()))


def typed_texts(arguments: Sequence[str]) -> list[str]:
    """The texts on a command line in which a symptom may be named: words without an option in one, and the values
    of options, but for those that name things (`--for`, `--with`, `--points`, ...). Empty when there is no letter.
    """
    words: list[str] = []
    texts: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        option, is_joined, value = argument.partition("=")
        if not argument.startswith("--"):
            words.append(argument)
        elif option in _NAMING:
            if not is_joined:
                next(rest, None)
        else:
            texts.append(value if is_joined else next(rest, "") if option in _TELLING else "")
    texts.append(" ".join(words))
    return [text for text in texts if re.search(r"[^\W\d_]{2}", text)]
