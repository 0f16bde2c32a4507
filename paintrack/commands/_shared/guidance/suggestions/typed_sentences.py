"""What is meant by a sentence in the place of a command: `my neck hurts`, `how do I delete a session`."""

from collections.abc import Collection, Sequence

from paintrack.commands._shared.guidance.command_arguments_and_examples import SCORE_IN_EXAMPLE
from paintrack.commands._shared.guidance.similar_words import most_similar
from paintrack.model.name_kind import NameKind
from paintrack.model.typed.names.short_names import short_form_of
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader

_QUESTION_WORDS = {
    "how", "what", "what's", "why", "who", "which", "can", "could", "should", "shall", "is", "are", "am", "does", "do",
    "did", "will", "may", "when", "when's", "has", "have",
}  # fmt: skip
# What a question is about, and the command that answers it; the first row that has one of its words counts.
_ANSWERS = (
    ({"pay", "paid", "cost", "costs", "spent", "spend", "money", "owe"}, ["costs"]),
    ({"next", "appointment"}, ["remind"]),
    ({"last", "latest", "previous"}, ["show", "last"]),
    ({"helping", "help", "helps", "better", "worse", "working", "works", "improving", "improved", "doing"}, ["trend"]),
    ({"sessions", "visits", "treatments", "entries"}, ["list"]),
)
# From this likeness on the first word is a command that was mistyped.
_LEAST = 0.7


def meant_of_sentence(words: Sequence[str], commands: Collection[str], reader: Reader) -> list[list[str]]:
    """The command lines for words alone, two or more: a question, a score of a condition, a note; else none."""
    if len(words) < 2 or any(word.startswith("-") or is_score(word) or not _is_word(word) for word in words):
        return []
    names = (" ".join(words[start:end]) for start in range(len(words)) for end in range(len(words), start, -1))
    condition = next((name for each in names if (name := _recorded(each, reader)) is not None), None)
    if folded(words[0]) in _QUESTION_WORDS:
        return _of_question([folded(word).strip("?!.,") for word in words], commands, condition, text=words)
    if most_similar(words[0], commands, least=_LEAST) and condition is None:
        return []
    rated = [["rate", SCORE_IN_EXAMPLE, "--for", condition]] if condition is not None else []
    return [*rated, ["note", *words]]


def _of_question(
    words: Sequence[str], commands: Collection[str], condition: str | None, *, text: Sequence[str]
) -> list[list[str]]:
    if words[:2] not in (["is", "it"], ["did", "it"]) and (
        command := next((word for word in words if word in commands), "")
    ):
        return [[command, "--help"]]
    answer = next((line for about, line in _ANSWERS if about & {*words}), [])
    if words[0] == "how" and answer == ["show", "last"]:
        answer = ["trend"]  # `how long does it last`
    if answer == ["trend"] or (not answer and condition is not None and words[0] == "how"):
        answer = ["trend", *(["--for", condition] if condition is not None else [])]
    if answer:
        return [answer, ["question", *text]]
    return [["--help"], ["question", *text]]


def _recorded(text: str, reader: Reader) -> str | None:
    """The recorded condition that the text is or is short for: `back`, for lower back."""
    return reader.spelling(text) or short_form_of(text, reader.conditions(), NameKind.CONDITION)


def _is_word(text: str) -> bool:
    return text.strip(".,;:!?").replace("'", "").replace("’", "").isalpha()
