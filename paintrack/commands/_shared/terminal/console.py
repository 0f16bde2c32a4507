"""What a command shows and asks: results to standard output; warnings, hints and questions to standard error."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from paintrack.commands._shared.terminal.db_option_in_shown_commands import typed_arguments, with_named_file
from paintrack.commands._shared.terminal.stream_output import screen_width, terminal_width, write_error, write_result
from paintrack.commands._shared.urgent_advice import show_urgent_advice
from paintrack.errors import DeclinedError, PaintrackError, StoppedError, UnconfirmedError, UsageError
from paintrack.model.displayed_text import visible
from paintrack.views.text_layout import fill, fill_lines, width_of

# What follows a yes-or-no question; only its width is used.
_YES_NO_TAIL = " [y/N]: "
# What follows any other question, with room for a score; only its width is used.
_ANSWER_TAIL = ": 10"

# Typed in place of an answer: ask the question before this one again.
BACK = "<"
_YES, _NO = ("y", "yes"), ("n", "no")
_OFF = ("0", "false")


class SteppedBackError(Exception):
    """`<` was typed in answer to a yes-or-no question: the question before it is to be asked again."""


class Console:
    """The terminal or pipe that a command writes to, and the person at it, if there is one.

    `saved` is True once the command has saved something; the error about a result that cannot be written then says so.
    Where `plain` or `ascii_marks` is None, `find_switch` is asked for the setting of the name `plain` or `ascii` when
    it matters for the first time, unless it is set before.
    """

    # Written by hand, because the __init__ that a dataclass generates is compiled at each start.
    def __init__(
        self,
        *,
        quiet: bool = False,
        plain: bool | None = False,
        find_switch: Callable[[str], bool] = lambda _: False,
        ascii_marks: bool | None = False,
        no_color: bool = False,
        no_input: bool = False,
    ) -> None:
        self.quiet, self._plain, self._ascii_marks, self._find_switch = quiet, plain, ascii_marks, find_switch
        self.no_color, self.no_input = no_color, no_input
        self.saved = False

    @property
    def plain(self) -> bool:
        """Whether everything is said for a screen reader: plain sentences, a fact a line."""
        if self._plain is None:
            self._plain = self._find_switch("plain")
        return self._plain

    @plain.setter
    def plain(self, is_plain: bool) -> None:
        self._plain = is_plain

    @property
    def ascii_marks(self) -> bool:
        """Whether only ASCII is wanted in drawings, whatever the terminal could show."""
        if self._ascii_marks is None:
            self._ascii_marks = self._find_switch("ascii")
        return self._ascii_marks

    @ascii_marks.setter
    def ascii_marks(self, is_ascii: bool) -> None:
        self._ascii_marks = is_ascii

    @property
    def width(self) -> int:
        """How many columns to use: as `screen_width` says, or `sys.maxsize` with --plain."""
        return sys.maxsize if self.plain else screen_width()

    def width_for(self, name: str) -> int:
        """How many columns to use for a text that contains `name`: a path is wrapped only on a terminal."""
        return terminal_width(sys.stdout) if {"/", "\\"} & set(name) else self.width

    @property
    def error_width(self) -> int:
        """How many columns to use on standard error: those of a terminal; without one, or with --plain, all."""
        return sys.maxsize if self.plain else terminal_width(sys.stderr)

    @property
    def ascii_only(self) -> bool:
        """Whether to draw with ASCII only, because of --ascii, the locale, or the encoding of standard output."""
        locale = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "")
        encoding = (sys.stdout.encoding or "") if sys.stdout else ""
        return locale in ("C", "POSIX") or "utf" not in encoding.lower() or self.ascii_marks

    @property
    def has_colour(self) -> bool:
        """Whether to use colours, which depends on --no-color, the environment, and whether output is a terminal."""
        return not self.no_color and _wants_colour(os.environ, on_terminal=bool(sys.stdout and sys.stdout.isatty()))

    @property
    def colours(self) -> int:
        """How many colours to use: 0 without `has_colour`, 16.7 million if COLORTERM says so, else 256."""
        has_true_colour = os.environ.get("COLORTERM") in ("truecolor", "24bit")
        return (1 << 24 if has_true_colour else 256) if self.has_colour else 0

    @property
    def may_ask(self) -> bool:
        """Whether there is a person to ask."""
        return not self.no_input and bool(sys.stdin and sys.stdin.isatty())

    def say(self, text: str, *, paths: Sequence[str] = ()) -> None:
        """Show the command's result, on standard output. Raises OutputLostError if it cannot be written.

        With --plain the text is put into words for a screen reader, without columns; `paths` in it stay as they are.
        """
        self.say_data(self._shown(text, paths, width=self._result_width))

    @property
    def _result_width(self) -> int:
        """How many columns a line of the result may have: those of a terminal; without one, or with --plain, all."""
        return sys.maxsize if self.plain else terminal_width(sys.stdout)

    def say_texts(self, text: str) -> None:
        """Like `say`, for text that the patient wrote: it is left unchanged. With --plain the caller makes it plain."""
        self.say_data(text)

    def _shown(self, text: str, paths: Sequence[str] = (), *, width: int = sys.maxsize) -> str:
        text = with_named_file(text, width, paths=paths)
        if not self.plain:
            return text
        from paintrack.commands._shared.terminal.screen_reader_mode import folders_of_diary
        from paintrack.views.spoken_words import spoken

        typed = typed_arguments()
        return spoken(text, [*paths, *folders_of_diary(typed)], typed=typed)

    def say_long(
        self, text_in: Callable[[int], str], *, may_page: bool, from_end: bool = False, is_typed: bool = False
    ) -> None:
        """Show a result that may be longer than the terminal: with `may_page` and without --plain through a pager.

        `text_in` gives the text in so many colours. `from_end`: the pager begins at its end. Where it `is_typed`, it is
        left unchanged as by `say_texts`, else it is shown as by `say`. Raises OutputLostError.
        """

        def shown(colours: int) -> str:
            return text_in(colours) if is_typed else self._shown(text_in(colours), width=self._result_width)

        text = shown(self.colours)
        if may_page and not self.plain and sys.stdout and sys.stdout.isatty():
            from paintrack.commands._shared.terminal.pager import is_shown_by_pager

            # Colours for whatever takes the answer, such as another pager, are those that the person forces.
            forced = self.colours if _wants_colour(os.environ, on_terminal=False) else 0
            if is_shown_by_pager(text, lambda: shown(forced), from_end=from_end):
                return
        self.say_data(text)

    def say_data(self, text: str) -> None:
        """Write a result in a format of its own, such as CSV, to standard output unchanged. Raises OutputLostError."""
        write_result(text, is_saved=self.saved)

    def say_json(self, value: Any) -> None:
        """Show a value as JSON on standard output: indented on a terminal, else on one line. Raises OutputLostError."""
        import json

        on_terminal = bool(sys.stdout and sys.stdout.isatty())
        self.say_data(json.dumps(value, ensure_ascii=False, indent=2 if on_terminal else None))

    def acknowledge(self, text: str, *, paths: Sequence[str] = ()) -> None:
        """Show what was done, on standard output, unless --quiet. Raises OutputLostError."""
        if not self.quiet:
            self.say(text, paths=paths)

    def hint(self, text: str, *, paths: Sequence[str] = ()) -> None:
        """Show what may help, on standard error, unless --quiet."""
        if not self.quiet:
            self.warn(text, paths=paths)

    def warn(self, text: str, *, paths: Sequence[str] = ()) -> None:
        """Show what the person must see, on standard error, also with --quiet; with --plain in words as `say` does."""
        write_error(self._shown(text, paths, width=self.error_width))

    def warn_texts(self, text: str) -> None:
        """Like `warn`, for text that the patient wrote: it is left unchanged, as by `say_texts`."""
        write_error(text)

    def refuse(self, error: PaintrackError) -> None:
        """Say why an answer cannot be used, on standard error, also with --quiet; the caller asks again."""
        from paintrack.views.refusals.refusal_of_error import refusal

        # The sentence may quote control characters that were typed.
        self.warn(fill_lines(visible(refusal(error)), self.error_width))

    def ask(self, question: str, *, enter: str = "", advise: Callable[[str], None] | None = None) -> str:
        """The person's answer; empty for Enter alone. The question says that Enter alone means `enter`.

        Urgent advice is shown on each answer, by `advise` where a question has its own way. Raises StoppedError on
        Ctrl-C, at the end of input and when the terminal is closed.
        """
        return _typed_line(f"{self._prompt(question, enter)}: ", advise=advise)

    def _prompt(self, question: str, enter: str) -> str:
        """The question as it is shown, wrapped so that a score fits after it."""
        columns = self.error_width - len(_ANSWER_TAIL)
        text = self._shown(question)
        if not enter:
            return fill_lines(text, columns)
        meaning = self._shown(f"(Enter: {enter})")
        # Where it does not fit on the last line, the meaning of Enter starts a new one, so that it is not split.
        last_line = text.rpartition("\n")[2]
        gap = " " if width_of(f"{last_line} {meaning}") <= columns else "\n"
        return fill_lines(f"{text}{gap}{meaning}", columns)

    def hide_answer(self, question: str, typed: str, *, enter: str = "") -> None:
        """Erase a question's answer from the terminal, if the terminal can do that, and say why."""
        if not _can_erase():
            return
        prompt = self._prompt(question, enter)
        # Some terminals report 0 columns.
        columns = os.get_terminal_size(sys.stderr.fileno()).columns or screen_width()
        rows = sum(-(-width_of(line) // columns) for line in f"{prompt}: {typed}".split("\n"))
        # Move up to the first row of the question, then clear to the end of the screen.
        why = fill(self._shown("Hidden, so that it does not sway your next score."), self.width)
        write_error(f"\x1b[{rows}F\x1b[J{prompt}: (hidden)\n{why}")

    def confirm(
        self, question: str, *, default: bool = False, may_step_back: bool = False, paths: Sequence[str] = ()
    ) -> bool:
        """The person's yes or no; Enter alone is `default`. `paths` are those in the question, which stay whole.

        Raises StoppedError on Ctrl-C, at the end of input and when the terminal is closed; with `may_step_back`
        SteppedBackError on `<`.
        """
        # A terminal would break the lines in the middle of a word. A path is not broken here.
        wrapped = fill(self._shown(question, paths), self.width - len(_YES_NO_TAIL), whole_words=True, paths=paths)
        # After a path that is wider than the terminal, the answers would be broken over a line end.
        gap = " " if width_of(wrapped.rpartition("\n")[2]) <= self.width - len(_YES_NO_TAIL) else "\n"
        brackets = f"[{'Y/n' if default else 'y/N'}]"
        prompt = f"{wrapped}{gap}{f'Yes or no (Enter: {_word_for(default)})' if self.plain else brackets}: "
        while (typed := _typed_line(prompt).casefold()) not in (*_YES, *_NO):
            if not typed:
                return default
            if typed == BACK and may_step_back:
                raise SteppedBackError
            back = f" One question back: {BACK}." if may_step_back else ""
            self.warn(fill_lines(f"Type y for yes or n for no.{back}", self.width))
        return typed in _YES

    def require_confirmation(
        self,
        question: str,
        *,
        refusal: str,
        yes: bool,
        option: str = "--yes",
        declined: str = "",
        paths: Sequence[str] = (),
    ) -> None:
        """Ask before a step that may be a mistake; with `yes` it is confirmed already.

        Raises DeclinedError, with the sentence `declined`, on no, StoppedError on Ctrl-C, and if there is nobody to ask
        UsageError with the `refusal` ('Session 1 was not deleted') and the `option` that confirms.
        """
        if yes:
            return
        if not self.may_ask:
            # With --yes the refusal says what was not done; another option is for something else to be saved.
            error = UnconfirmedError if option == "--yes" else UsageError
            raise error(f"{refusal}: confirm with {option}.")
        if not self.confirm(question, paths=paths):
            raise DeclinedError(declined)


def _word_for(answer: bool) -> str:
    return "yes" if answer else "no"


def _typed_line(prompt: str, *, advise: Callable[[str], None] | None = None) -> str:
    """The line that the person types after the prompt. Raises StoppedError for none.

    All answers come through here, but for passphrases, so that urgent advice is shown on each, whatever was asked.
    """
    from paintrack.commands._shared.terminal.termination_signals import raised_as_stopped

    try:
        with raised_as_stopped():
            write_error(prompt, end="")
            line = sys.stdin.readline()
    except (KeyboardInterrupt, OSError, StoppedError):
        line = ""
    # Ctrl-D after some words gives them without a line end: an unfinished answer, which does not count.
    if not line.endswith("\n"):
        # End the line of the prompt before anything else is printed.
        write_error("")
        show_urgent_advice([line])
        raise StoppedError("Stopped.")
    (advise or _advise)(line.strip())
    return line.strip()


def _advise(answer: str) -> None:
    show_urgent_advice([answer])


def _can_erase() -> bool:
    """Whether standard error is a terminal on which the cursor can move up and erase."""
    return bool(sys.stderr and sys.stderr.isatty()) and os.environ.get("TERM", "dumb") != "dumb"


def _wants_colour(variables: Mapping[str, str], *, on_terminal: bool) -> bool:
    """Whether the variables ask for colour, as https://no-color.org, https://force-color.org and
    https://bixense.com/clicolors define them; the one that forbids it wins over those that force it.
    """
    if variables.get("NO_COLOR"):
        return False
    forced = [variables[name] for name in ("FORCE_COLOR", "CLICOLOR_FORCE") if variables.get(name)]
    if forced:
        return any(value not in _OFF for value in forced)
    return on_terminal and variables.get("CLICOLOR") != "0" and variables.get("TERM") != "dumb"
