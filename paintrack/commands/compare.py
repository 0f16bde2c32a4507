"""Relief by condition, point, technique or practitioner."""

from collections.abc import Sequence
from typing import Annotated

import typer

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.relief_by_group import Group, GroupBy, GroupedScore, groups_of
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.name_resolution import condition_of
from paintrack.commands._shared.names.unrecorded_names_in_filters import show_meant, warn_of_unrecorded
from paintrack.commands._shared.options.common_options import JsonOption, NoPagerOption
from paintrack.commands._shared.options.filters import Filters
from paintrack.commands._shared.terminal.console import Console
from paintrack.commands._shared.trend_query import CourseNumber, conditions_in, trend_in
from paintrack.data.point_table import full_names
from paintrack.errors import UsageError
from paintrack.model.displayed_text import isolated
from paintrack.model.selection import Selection
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader
from paintrack.views.text_layout import fill
from paintrack.views.trend.comparison import (
    began_at_zero_notice,
    comparison_in_words,
    comparison_json,
    comparison_table,
    comparison_title,
    empty_comparison,
    other_courses_notice,
)

GroupByOption = Annotated[
    str, typer.Option("--by", metavar="WHAT", help="condition, point, technique or practitioner.")
]


def run(
    context: Context,
    filters: Filters,
    by: GroupByOption = "condition",
    course: CourseNumber = None,
    no_pager: NoPagerOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show how much lower the score is after a session, by condition, point, technique or practitioner.

    paintrack compare --by point
    """
    group_by, selection = _group_by(by), filters.selection(context.now.date())
    is_by_condition = group_by is GroupBy.CONDITION
    if is_by_condition and course is not None and selection.condition is None:
        raise UsageError("--course is one of a condition's courses: say which condition with --for.")
    with context.open_reader() as reader:
        meant = warn_of_unrecorded(context, reader, selection.condition, selection.practitioner)
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
            groups = groups_of(_scores(reader, selection, figures, group_by))
    condition = None if is_by_condition or not conditions else conditions[0]
    if as_json:
        above_zero_alone = None if is_by_condition else any(each.above_zero_alone for each in figures)
        visits_left_out = (
            None if is_by_condition else sum(other.visits for each in figures for other in each.other_courses)
        )
        counts = {"left_out": visits_left_out, "above_zero_alone": above_zero_alone}
        records = comparison_json(groups, figures if is_by_condition else [])
        context.console.say_json({"by": by, "condition": condition, **counts, "groups": records})
    elif meant:
        show_meant(context, "compare", meant)
    elif not groups:
        named = recorded if selection.condition else []
        context.console.say(empty_comparison(selection.condition, named, width=context.console.width))
    else:
        _show(context.console, groups, group_by, figures, condition, may_page=not no_pager)


def _group_by(by: str) -> GroupBy:
    if by not in [each.value for each in GroupBy]:
        raise UsageError(
            f"--by takes condition, point, technique or practitioner. You typed {isolated(by) or 'nothing'}."
        )
    return GroupBy(by)


def _show(
    console: Console,
    groups: Sequence[Group],
    group_by: GroupBy,
    figures: Sequence[ConditionFigures],
    condition: str | None,
    *,
    may_page: bool,
) -> None:
    """Show the groups, at least one, and sentences on visits that are left out.

    All groups are of `condition`; None: each is a condition.
    """
    complete = {
        visit.uid
        for each in figures
        for visit in each.visits
        if visit.relief is not None and (visit.before or not each.above_zero_alone)
    }
    title = comparison_title(len(complete), condition)
    by, by_condition = group_by.value, figures if group_by is GroupBy.CONDITION else []
    width = console.width
    notices = [fill(began_at_zero_notice(figures), width), other_courses_notice(figures, by, width=width)]

    def screen(colours: int) -> str:
        if console.plain:
            names = full_names(each.name or "" for each in groups) if group_by is GroupBy.POINT else {}
            text = comparison_in_words(groups, by, title, figures=by_condition, point_names=names)
        else:
            text = comparison_table(groups, by, title, figures=by_condition, width=width, colours=colours)
        return "\n".join(filter(None, [text, *notices]))

    console.say_long(screen, may_page=may_page)


def _scores(
    reader: Reader, selection: Selection, figures: Sequence[ConditionFigures], group_by: GroupBy
) -> list[GroupedScore]:
    """The scores of the only condition in `figures`, from the visits that count there; none if that is empty."""
    if not figures:
        return []
    (only,) = figures
    uids = {visit.uid for visit in only.visits if visit.before or not only.above_zero_alone}
    scores = reader.grouped_scores(selection._replace(condition=only.condition), group_by)
    return [score for score in scores if score.session in uids]
