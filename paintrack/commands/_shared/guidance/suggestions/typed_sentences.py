"""What is meant by a sentence in the place of a command: `my neck hurts`, `how do I delete a session`."""

from collections.abc import Collection, Sequence

from paintrack.commands._shared.guidance.accepted_words_and_examples import SCORE_IN_EXAMPLE
from paintrack.commands._shared.guidance.similar_words import most_similar
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader

_QUESTION_WORDS = {
    "how", "what", "why", "who", "which", "can", "could", "should", "shall", "is", "are", "am", "does", "do", "did",
    "will", "may",
}  # fmt: skip
# From this likeness on the first word is a command that was mistyped.
_LEAST = 0.7


def meant_of_sentence(words: Sequence[str], commands: Collection[str], reader: Reader) -> list[list[str]]:
    """The command lines for words alone, two or more: a question, a score of a condition, a note; else none."""
    if len(words) < 2 or any(word.startswith("-") or is_score(word) or not _is_word(word) for word in words):
        return []
    if folded(words[0]) in _QUESTION_WORDS:
        if command := next((word for word in map(folded, words) if word in commands), ""):
            return [[command, "--help"]]
        return [["--help"], ["question", *words]]
    if most_similar(words[0], commands, least=_LEAST):
        return []
    names = (" ".join(words[start:end]) for start in range(len(words)) for end in range(len(words), start, -1))
    condition = next((name for each in names if (name := reader.spelling(each)) is not None), None)
    rated = [["rate", SCORE_IN_EXAMPLE, "--for", condition]] if condition is not None else []
    return [*rated, ["note", *words]]


def _is_word(text: str) -> bool:
    return text.strip(".,;:!?").replace("'", "").replace("’", "").isalpha()
