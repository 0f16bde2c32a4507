"""What is meant by words behind `help` that are no topic."""

from collections.abc import Collection, Sequence

from paintrack.commands._shared.guidance.command_guesses import guessed_command_lines, guessed_topic
from paintrack.commands._shared.guidance.similar_words import most_similar
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader
from paintrack.views.help.help_topics import TOPICS

# Around the word on which help is wanted.
_AROUND = {
    "me", "please", "with", "how", "to", "do", "i", "can", "could", "you", "a", "an", "the", "my", "on", "about", "for",
    "what", "is", "does", "all", "everything", "command", "commands", "topic", "topics", "now",
}  # fmt: skip


def meant_of_help(words: Sequence[str], commands: Collection[str], reader: Reader) -> list[list[str]]:
    """The command lines: a topic, the help of a command, how a condition is doing; also for a slip in a word."""
    words_of_topic = [word for word in words if folded(word.strip("?!.,")) not in _AROUND]
    if not words_of_topic:
        # It may be more than a question about paintrack.
        return [["--help"], *([["help", "safety"]] if "me" in map(folded, words) else [])]
    if words_of_topic != [*words] and reader.spelling(" ".join(words)) is None:
        known = next((word for word in map(folded, words_of_topic) if word in (*commands, *TOPICS)), "")
        return _help_on(known, commands) if known else meant_of_help(words_of_topic, commands, reader)
    if topic := next((each for word in words if (each := guessed_topic(word, TOPICS))), ""):
        return [["help", topic]]
    guesses = guessed_command_lines(words[0], commands) if words else []
    if lines := [[word, "--help"] for word, *_ in guesses if word in commands]:
        return lines
    text = " ".join(words)
    if (condition := reader.spelling(text)) is not None:
        return [["trend", "--for", condition]]
    topics = [["help", each] for each in most_similar(text, TOPICS, least=0.7)]
    return topics or [[each, "--help"] for each in most_similar(text, commands, least=0.7)]


def _help_on(word: str, commands: Collection[str]) -> list[list[str]]:
    return [[word, "--help"]] if word in commands else [["help", word]]
