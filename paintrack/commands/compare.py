"""Relief by condition, point, technique or practitioner."""

from dataclasses import replace
from typing import Annotated

import typer

from paintrack.analysis.compare import Trait, arrivals_by_name, groups_of
from paintrack.commands._shared.context import Here
from paintrack.commands._shared.filters import Filters
from paintrack.commands._shared.options import JsonOption
from paintrack.commands._shared.parsing import condition_of
from paintrack.errors import UsageError
from paintrack.model.text import counted, folded, listed, visible_line
from paintrack.views.json_values import json_values
from paintrack.views.text_layout import pack
from paintrack.views.trend.comparison import comparison_in_words, comparison_table

By = Annotated[str, typer.Option("--by", metavar="WHAT", help="condition, point, technique or practitioner.")]


def run(here: Here, filters: Filters, by: By = "condition", as_json: JsonOption = False) -> None:
    """Show how much lower the score is after the sessions of each group, with how many sessions it rests on.

    paintrack compare --by point
    """
    if by not in [trait.value for trait in Trait]:
        raise UsageError(f"--by takes condition, point, technique or practitioner. You typed {by or 'nothing'}.")
    trait, selection = Trait(by), filters.selection()
    with here.reading() as reader:
        if trait is not Trait.CONDITION:
            selection = replace(selection, condition=condition_of(selection.condition, reader))
        rated = reader.rated(selection, trait)
        others = [] if rated else reader.conditions()
    groups = groups_of(rated)
    within = None if trait is Trait.CONDITION else selection.condition
    if as_json:
        here.say_json({"by": by, "condition": within, "groups": json_values(groups)})
    elif not groups:
        of = f" for {visible_line(selection.condition)}" if selection.condition and filters.condition else ""
        known = folded(selection.condition or "") in map(folded, others)
        named = "" if known or not others else f"Recorded are: {listed(list(map(visible_line, others)), 'and')}."
        here.say(pack([f"No session{of} that fits has both scores yet.", named, "See: paintrack list"], here.width))
    else:
        both = {each.session for each in rated if None not in (each.before, each.after)}
        sessions = counted(len(both), "session")
        arrivals = arrivals_by_name(rated) if trait is Trait.CONDITION else None
        title = f"How much lower the score is after a session (before minus after), {sessions}"
        if within is not None:
            title = f"{visible_line(within)}: {title[0].lower()}{title[1:]}"
        if here.plain:
            here.say(comparison_in_words(groups, by, title, arrivals=arrivals))
        else:
            here.say(
                comparison_table(groups, by, title, arrivals=arrivals, width=here.width, ascii_only=here.ascii_only)
            )
