"""The advice on serious symptoms: given on every text that a person types, before anything else can happen.

What stands on a command line is looked at before a command that saves runs, and all the rest of it where the
command line is refused, in `urgent_advice_on_refused_lines`; each answer at a terminal in `terminal.console`.
"""

from collections.abc import Sequence
from operator import and_
from typing import TypeAlias

from paintrack.commands._shared.terminal.stream_output import write_error
from paintrack.views.text_layout import fill

# Options whose values are names, dates and numbers, and options whose values are texts in the patient's words.
NAME_OPTIONS = {
    "--for", "--also", "--with", "--points", "--technique", "--at", "--cost", "--covered", "--receipt", "--db",
    "--session", "--rename-for", "--clear", "--before", "--after", "--score", "--overall", "--peg", "--sessions",
    "--steps", "--goal", "--done", "--rest-of", "--format", "--map", "--date-format", "--scale", "--delimiter",
    "--encoding", "-o", "--output",
}  # fmt: skip
TEXT_OPTIONS = {"--note", "--outcome", "--side-effect", "--text", "--took"}
# Commands whose words are settings, or names that are no news.
_WITHOUT_TEXTS = {"config", "conditions", "practitioners"}
# What stands around the id of a session.
_SESSION_WORDS = {"session", "visit", "last", "in", "after", "from", "of", "on", "since", "with", "the", "my"}
# The advice that this command has shown.
_shown: list[str] = []


# The texts on a command line that may name a symptom, and those that were typed as side effects.
TypedTexts: TypeAlias = tuple[list[str], list[str]]


def show_urgent_advice(texts: Sequence[str], side_effects: Sequence[str] = ()) -> None:
    """Show, on standard error, the advice on each serious symptom that the texts name."""
    if not any(map(has_word, (*texts, *side_effects))):
        return
    from paintrack.model.symptoms.side_effect_recognition import urgent_advice

    if advice := urgent_advice(texts, side_effects):
        _shown.extend(advice)
        from paintrack.commands._shared.terminal.screen_reader_mode import sentence_width

        width = sentence_width()
        for each in advice:
            write_error(fill(each, width))


def is_shown(advice: str) -> bool:
    """Whether this command has shown the advice already."""
    return advice in _shown


def forget_shown_advice() -> None:
    """Begin anew, for the next command in the same process."""
    _shown.clear()


def texts_in(word: str, arguments: Sequence[str]) -> TypedTexts:
    """The texts after a command's word: the words outside options, joined, and the values of options.

    Settings and names to be changed are not looked at. Values that are names, dates or numbers (`--for`, `--with`,
    `--at`, ...) and texts without two letters in a row are left out.
    """
    if word in _WITHOUT_TEXTS:
        return [], []
    words: list[str] = []
    texts: list[str] = []
    side_effects: list[str] = []
    remaining = iter(arguments)
    for argument in remaining:
        option, has_value, value = argument.partition("=")
        if argument == "--":
            words += remaining
        elif option in NAME_OPTIONS:
            if not has_value:
                next(remaining, None)
        elif option.startswith("--"):
            value = value if has_value else next(remaining, "") if option in TEXT_OPTIONS else ""
            (side_effects if option == "--side-effect" else texts).append(value)
        elif not _is_short_flag(argument):
            words.append(argument)
    (side_effects if word == "effect" else texts).append(" ".join(words))
    if word == "effect" and (effect := _without_session(words)) != side_effects[-1]:
        side_effects.append(effect)
    return [*filter(has_word, texts)], [*filter(has_word, side_effects)]


def _without_session(words: Sequence[str]) -> str:
    """The words for a side effect without the session that may stand among them: `2 weak`, `weak session 2`."""
    parts = " ".join(words).split()
    return " ".join(
        part
        for part in parts
        if not part.rstrip(":,")[-1:].isdecimal() and part.strip(":,").casefold() not in _SESSION_WORDS
    )


def _is_short_flag(argument: str) -> bool:
    return len(argument) == 2 and argument[0] == "-" and "a" <= argument[1] <= "z"


def has_word(text: str) -> bool:
    """Whether the text has two letters in a row."""
    # A regular expression for this would take longer to compile than `log` takes to save.
    letters = [each.isalnum() and not each.isdecimal() for each in text]
    return any(map(and_, letters, letters[1:]))
