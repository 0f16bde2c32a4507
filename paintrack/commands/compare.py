"""Relief by condition, point, technique or practitioner."""

from dataclasses import replace
from typing import Annotated

import typer

from paintrack.commands.filters import Filters
from paintrack.commands.here import Here
from paintrack.commands.options import JsonOption
from paintrack.commands.recording import condition_of
from paintrack.domain.compare import Trait, arrivals_by_condition, by_condition, by_trait
from paintrack.domain.entry import sessions_of
from paintrack.domain.text import counted, visible_line
from paintrack.domain.timeline import narrowed
from paintrack.errors import UsageError
from paintrack.views.comparison import comparison
from paintrack.views.plain_values import plain_values
from paintrack.views.wrapping import filled

By = Annotated[str, typer.Option("--by", metavar="WHAT", help="condition, point, technique or practitioner.")]


def run(here: Here, filters: Filters, by: By = "condition", as_json: JsonOption = False) -> None:
    """Show how much lower the score is after the sessions of each group, with how many sessions it rests on.

    paintrack compare --by point
    """
    if by != "condition" and by not in [trait.value for trait in Trait]:
        raise UsageError(f"--by takes condition, point, technique or practitioner. You typed {by or 'nothing'}.")
    selection = filters.selection()
    with here.reading() as reader:
        condition = condition_of(selection.condition, reader)
        asked = selection.condition if by == "condition" else condition
        sessions = sessions_of(narrowed(reader.entries(replace(selection, condition=asked)), asked))
    if by == "condition":
        groups, title = by_condition(sessions), "How much lower the score is after a session (before minus after)"
    else:
        groups = by_trait(sessions, condition, Trait(by))
        title = f"{visible_line(condition)}: how much lower the score is after a session (before minus after)"
    if as_json:
        here.say_json({"by": by, "condition": None if by == "condition" else condition, "groups": plain_values(groups)})
    elif not groups:
        here.say(filled(["No session that fits has both scores yet.", "See: paintrack list"], here.width))
    else:
        arrivals = arrivals_by_condition(sessions) if by == "condition" else None
        title = f"{title}, {counted(len(sessions), 'session')}"
        here.say(
            comparison(groups, by, title, arrivals=arrivals, width=here.width, ascii_only=here.ascii_only or here.plain)
        )
