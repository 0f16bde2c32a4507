"""Help on what is not about one command, such as the scale; the help of a command is its own `--help`."""

from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.terminal.db_option_in_shown_commands import with_named_file
from paintrack.errors import UsageError
from paintrack.model.displayed_text import listed
from paintrack.model.typed.typed_text import folded
from paintrack.views.help.help_topics import TOPICS, topic_list, topic_text

Words = Annotated[list[str] | None, typer.Argument(metavar="[TOPIC]", help=f"{listed([*TOPICS])}, or a command.")]


def run(context: Context, topic: Words = None) -> None:
    """Explain a topic: what the scale means, what the numbers say. With a command, its options.

    paintrack help scale
    """
    width = context.console.width
    if not topic:
        context.console.say(topic_list(width))
        return
    typed = " ".join(topic)
    if (row := TOPICS.get(folded(typed))) is None:
        from paintrack.views.refusals.word_refusals import unknown_topic

        raise UsageError(unknown_topic(typed, [*TOPICS]))
    context.console.say(topic_text(row, width, complete=with_named_file))
