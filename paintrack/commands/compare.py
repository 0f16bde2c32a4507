"""Relief by condition, point, technique or practitioner."""

from collections.abc import Sequence
from typing import Annotated

import typer

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.relief_by_group import Group, GroupBy, GroupedScore, groups_of
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import JsonOption
from paintrack.commands._shared.options.filters import Filters
from paintrack.commands._shared.sessions.resolve import condition_of
from paintrack.commands._shared.trend_query import CourseNumber, conditions_in, trend_in
from paintrack.commands._shared.unrecorded_names import warn_of_unrecorded
from paintrack.data.point_table import full_names
from paintrack.errors import UsageError
from paintrack.model.selection import Selection
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader
from paintrack.views.text_layout import pack
from paintrack.views.trend.comparison import (
    began_at_zero_notice,
    comparison_in_words,
    comparison_json,
    comparison_table,
    comparison_title,
    empty_comparison,
    other_courses_notice,
)

By = Annotated[str, typer.Option("--by", metavar="WHAT", help="condition, point, technique or practitioner.")]


def run(
    context: Context, filters: Filters, by: By = "condition", course: CourseNumber = None, as_json: JsonOption = False
) -> None:
    """Show how much lower the score is after a session, by condition, point, technique or practitioner.

    paintrack compare --by point
    """
    if by not in [trait.value for trait in GroupBy]:
        raise UsageError(f"--by takes condition, point, technique or practitioner. You typed {by or 'nothing'}.")
    trait, selection = GroupBy(by), filters.selection(context.now.date())
    is_by_condition = trait is GroupBy.CONDITION
    if is_by_condition and course is not None and selection.condition is None:
        raise UsageError("--course is one of a condition's courses: say which condition with --for.")
    with context.open_reader() as reader:
        warn_of_unrecorded(context, reader, selection.condition, selection.practitioner)
        recorded = conditions_in(reader)
        if selection.condition is not None:
            conditions = [condition_of(selection.condition, reader)]
        else:
            conditions = recorded if is_by_condition else recorded[:1]
        figures = [trend_in(reader, selection._replace(condition=name), course) for name in conditions]
        figures = sorted((each for each in figures if each.relief), key=lambda each: folded(each.condition))
        if is_by_condition:
            groups = tuple(Group(each.condition, each.relief) for each in figures if each.relief)
        else:
            groups = groups_of(_scores(reader, selection, figures, trait))
    condition = None if is_by_condition or not conditions else conditions[0]
    by_condition = figures if is_by_condition else []
    above_zero_alone = None if is_by_condition else any(each.above_zero_alone for each in figures)
    other_visits = None if is_by_condition else sum(other.visits for each in figures for other in each.other_courses)
    if as_json:
        records = comparison_json(groups, by_condition)
        counts = {"left_out": other_visits, "above_zero_alone": above_zero_alone}
        context.console.say_json({"by": by, "condition": condition, **counts, "groups": records})
        return
    width = context.console.width
    if not groups:
        named = recorded if selection.condition else []
        context.console.say(empty_comparison(selection.condition, named, width=width))
        return
    complete = {
        visit.uid
        for each in figures
        for visit in each.visits
        if visit.relief is not None and (visit.before or not each.above_zero_alone)
    }
    title = comparison_title(len(complete), condition)
    if context.console.plain:
        names = full_names(each.name or "" for each in groups) if trait is GroupBy.POINT else {}
        context.console.say(comparison_in_words(groups, by, title, figures=by_condition, point_names=names))
    else:
        colours = context.console.colours
        context.console.say(comparison_table(groups, by, title, figures=by_condition, width=width, colours=colours))
    for sentence in filter(None, [began_at_zero_notice(figures), other_courses_notice(figures, by)]):
        context.console.say(pack([sentence], width, indent=""))


def _scores(
    reader: Reader, selection: Selection, figures: Sequence[ConditionFigures], trait: GroupBy
) -> list[GroupedScore]:
    """The scores of the one condition in the sessions that its figures are of."""
    if not figures:
        return []
    (only,) = figures
    uids = {visit.uid for visit in only.visits if visit.before or not only.above_zero_alone}
    scores = reader.grouped_scores(selection._replace(condition=only.condition), trait)
    return [score for score in scores if score.session in uids]
