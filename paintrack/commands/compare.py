"""Relief by condition, point, technique or practitioner."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from paintrack.analysis.relief_by_group import GroupBy, GroupedScore, arrivals_by_name, groups_of
from paintrack.commands._shared.common_options import JsonOption
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.filters import Filters
from paintrack.commands._shared.resolve import condition_of
from paintrack.errors import UsageError
from paintrack.model.typed_text import counted, folded, listed, visible_line
from paintrack.views.json_values import json_values
from paintrack.views.text_layout import pack
from paintrack.views.trend.comparison import comparison_in_words, comparison_table

By = Annotated[str, typer.Option("--by", metavar="WHAT", help="condition, point, technique or practitioner.")]


def run(context: Context, filters: Filters, by: By = "condition", as_json: JsonOption = False) -> None:
    """Show how much lower the score is after a session, by condition, point, technique or practitioner.

    paintrack compare --by point
    """
    if by not in [trait.value for trait in GroupBy]:
        raise UsageError(f"--by takes condition, point, technique or practitioner. You typed {by or 'nothing'}.")
    trait, selection = GroupBy(by), filters.selection()
    with context.open_reader() as reader:
        if trait is not GroupBy.CONDITION:
            selection = replace(selection, condition=condition_of(selection.condition, reader))
        scores = reader.grouped_scores(selection, trait)
        recorded = [] if scores else reader.conditions()
    groups = groups_of(scores)
    condition = None if trait is GroupBy.CONDITION else selection.condition
    if as_json:
        context.console.say_json({"by": by, "condition": condition, "groups": json_values(groups)})
    elif not groups:
        sentences = _no_groups(selection.condition, recorded, is_filtered=filters.condition is not None)
        context.console.say(pack(sentences, context.console.width))
    else:
        arrivals = arrivals_by_name(scores) if trait is GroupBy.CONDITION else None
        title = _title(scores, condition)
        width, ascii_only = context.console.width, context.console.ascii_only
        if context.console.plain:
            context.console.say(comparison_in_words(groups, by, title, arrivals=arrivals))
        else:
            context.console.say(
                comparison_table(groups, by, title, arrivals=arrivals, width=width, ascii_only=ascii_only)
            )


def _title(scores: Sequence[GroupedScore], condition: str | None) -> str:
    """The title, with the number of sessions that have both scores."""
    complete = {each.session for each in scores if None not in (each.before, each.after)}
    title = f"How much lower the score is after a session (before minus after), {counted(len(complete), 'session')}"
    return title if condition is None else f"{visible_line(condition)}: {title[0].lower()}{title[1:]}"


def _no_groups(condition: str | None, recorded: Sequence[str], *, is_filtered: bool) -> list[str]:
    """Sentences for a comparison without any session; names the conditions `recorded` when this one is not."""
    of = f" for {visible_line(condition)}" if condition and is_filtered else ""
    is_recorded = folded(condition or "") in map(folded, recorded)
    names = "" if is_recorded or not recorded else f"Recorded are: {listed(list(map(visible_line, recorded)), 'and')}."
    return [f"No session{of} that fits has both scores yet.", names, "See: paintrack list"]
