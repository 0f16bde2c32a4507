"""Questions asked in turn: each answer is checked at once, and `<` goes one question back."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from paintrack.commands._shared.terminal.console import BACK, Console, SteppedBackError
from paintrack.errors import StoppedError, UsageError
from paintrack.views.text_layout import fill_lines

_HOW_TO = f"One question back: {BACK}. Stop without saving: Ctrl-C."
_KEEP = "keep"


class DialogueQuestion(NamedTuple):
    """A question of a dialogue; `enter` says what Enter alone means.

    `parse` turns what was typed (empty for Enter alone) into the answer. It raises UsageError if that is no answer, and
    SteppedBackError if it asks a question of its own and `<` is typed there. `advise` shows urgent advice on what was
    typed where the question has its own way. With `is_hidden` the answer is erased from the screen.
    """

    name: str
    prompt: str
    parse: Callable[[str], str]
    enter: str = ""
    advise: Callable[[str], None] | None = None
    is_hidden: bool = False


def answer_to(console: Console, prompt: str, parse: Callable[[str], str] = str) -> str:
    """The answer to one question, asked until `parse` takes it; `<` is no answer. Raises StoppedError."""
    return ask_in_turn(console, [DialogueQuestion("", prompt, parse)])[""]


def ask_in_turn(
    console: Console,
    questions: Sequence[DialogueQuestion],
    *,
    error_on_stop: Callable[[Mapping[str, str]], StoppedError] | None = None,
) -> dict[str, str]:
    """The answers, by the names of their questions. When `<` leads back to a question, Enter alone keeps its answer.

    Raises StoppedError on Ctrl-C or the end of input: the one that `error_on_stop` makes of the answers until then.
    """
    if len(questions) > 1:
        console.hint(fill_lines(_HOW_TO, console.width))
    answers = dict[str, str]()
    place = 0
    while place < len(questions):
        question = questions[place]
        earlier = answers.get(question.name, "")
        enter = _KEEP if earlier else question.enter
        try:
            typed = console.ask(question.prompt, enter=enter, advise=question.advise)
        except StoppedError as error:
            raise (error if error_on_stop is None else error_on_stop(answers)) from None
        if typed == BACK:
            if place == 0:
                console.warn("This is the first question.")
            place = max(place - 1, 0)
            continue
        if typed or not earlier:
            try:
                answer = question.parse(typed)
            except UsageError as error:
                console.refuse(error)
                continue
            except SteppedBackError:
                continue
            if question.is_hidden and answer:
                # Before anything else is printed, because the last rows of the screen are erased.
                console.hide_answer(question.prompt, typed, enter=enter)
            answers[question.name] = answer
        place += 1
    return answers
