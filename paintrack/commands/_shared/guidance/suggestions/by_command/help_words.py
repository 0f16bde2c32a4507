"""What is meant by words behind `help` that are no topic."""

from collections.abc import Collection, Sequence

from paintrack.commands._shared.guidance.command_guesses import guessed_command_lines, guessed_topic
from paintrack.commands._shared.guidance.similar_words import most_similar
from paintrack.storage.reader import Reader
from paintrack.views.help.help_topics import TOPICS


def meant_of_help(words: Sequence[str], commands: Collection[str], reader: Reader) -> list[list[str]]:
    """The command lines: a topic, the help of a command, how a condition is doing; also for a slip in a word."""
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
