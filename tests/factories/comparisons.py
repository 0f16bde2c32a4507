"""A history whose relief is compared, and the comparison."""

from collections.abc import Sequence
from dataclasses import replace

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.relief_by_group import Group, GroupBy, groups_of
from paintrack.model.entries import Rating, Session
from paintrack.model.typed.typed_text import folded
from paintrack.views.trend.comparison import comparison_table
from tests.factories.courses import k1_sessions, rated, trend


def k1_with_a_neck() -> list[Session]:
    """K1 for the back with two practitioners and five sessions with three points; a neck in four of them."""
    sessions = []
    for week, session in enumerate(k1_sessions()):
        neck = (Rating(condition="neck", before=10 - week, after=week),) if week < 4 else ()
        points = ("BL23", "GB30", "ST36") if week < 6 else ("LI4",) if week < 9 else ()
        who = "Dr Li" if week < 7 else "Dr Wu" if week < 9 else None
        sessions.append(replace(session, ratings=(*session.ratings, *neck), points=points, practitioner=who))
    return sessions


def by_condition(sessions: Sequence[Session]) -> tuple[list[Group], list[ConditionFigures]]:
    """The groups by condition, each with its figures."""
    names = {folded(rating.condition): rating.condition for session in sessions for rating in session.ratings}
    figures = [each for name in sorted(names) if (each := trend(names[name], sessions)).relief]
    return [Group(each.condition, each.relief) for each in figures if each.relief], figures


def drawn_comparison(by: str, width: int, colours: int = 0) -> str:
    """The comparison of the history."""
    sessions = k1_with_a_neck()
    if by == "condition":
        groups, figures = by_condition(sessions)
        return comparison_table(groups, by, "Relief", figures=figures, width=width, colours=colours)
    return comparison_table(groups_of(rated(sessions, GroupBy(by))), by, "Relief", width=width)
