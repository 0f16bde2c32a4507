"""The trend of one condition as JSON-ready values."""

from typing import Any

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.condition.condition_sessions import RatedSession
from paintrack.analysis.condition.course import Course
from paintrack.analysis.condition.home_course import HomeCourse
from paintrack.analysis.condition.verdict import CourseVerdict
from paintrack.model.serialization.json_entries import json_value
from paintrack.views.json_values import json_values


def trend_json(figures: ConditionFigures) -> dict[str, Any]:
    """Every figure at full precision by the name of its field; None for a figure that there is not."""
    elsewhere = ("chart_data", "visits", "course", "home", "whole_course", "whole_home", "other_courses")
    record: dict[str, Any] = {
        name: json_values(value) for name, value in figures._asdict().items() if name not in elsewhere
    }
    return record | {
        "course": course_json(figures.course),
        "home": _home_json(figures.home),
        "whole_course": course_json(figures.whole_course),
        "whole_home": _home_json(figures.whole_home),
        "other_courses": [
            {
                "number": other.number,
                "first_day": other.first_day.isoformat(),
                "last_day": other.last_day.isoformat(),
                "visits": other.visits,
                "course": course_json(other.course),
                "pause_before": other.pause_before,
                "pause_after": other.pause_after,
            }
            for other in figures.other_courses
        ],
        "marks": json_values(figures.chart_data.marks),
        "visits": [_visit(each) for each in figures.visits],
    }


def course_json(course: Course | None) -> dict[str, Any] | None:
    """The course with the keys of `trend --json`; None without one."""
    if course is None:
        return None
    own = {name: json_values(value) for name, value in course._asdict().items() if name != "judgement"}
    return own | _judgement_json(course.judgement, "per_session")


def _home_json(home: HomeCourse | None) -> dict[str, Any] | None:
    if home is None:
        return None
    return {"weeks": len(home.weeks), "readings": home.readings, **_judgement_json(home.verdict, "per_week")}


def _judgement_json(judgement: CourseVerdict, slope: str) -> dict[str, Any]:
    """The judgement; `slope` is the key for its slope, `per_session` or `per_week`."""
    names = {"slope": slope, "medians": "change"}
    return {names.get(name, name): json_values(value) for name, value in judgement._asdict().items()}


def _visit(session: RatedSession) -> dict[str, Any]:
    # Field by field, which is faster: a long history has a hundred thousand visits.
    return {
        "number": session.number,
        "at": session.at.isoformat(),
        "before": json_value(session.before),
        "after": json_value(session.after),
        "uid": session.uid,
    }
