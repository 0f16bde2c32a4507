"""The documented names of `--json` are those that there are."""

from collections.abc import Mapping
from typing import Any

from paintrack.analysis.plan_progress import plan_state_in
from paintrack.analysis.relief_by_group import GroupBy, groups_of
from paintrack.model.entries import Rating, sessions_of
from paintrack.views.help.json_glossary import COMPARE_NAMES, PLAN_NAMES, TREND_NAMES
from paintrack.views.json_values import json_values
from paintrack.views.trend.trend_json import trend_json
from tests.factories.courses import k1_sessions, rated, trend, weekly
from tests.factories.entries import a_note, a_plan, a_reading, a_session

K1 = k1_sessions(points=("LI4",))


def names_in(value: Any, documented: Mapping[str, str], path: str = "") -> set[str]:
    """The names of a JSON value down to those that are documented or have no names below."""
    if path in documented or not isinstance(value, Mapping):
        return {path}
    return {
        name for key, each in value.items() for name in names_in(each, documented, f"{path}.{key}" if path else key)
    }


def test_the_documented_names_are_those_of_trend() -> None:
    watched = [a_reading(7, at=7 * week + day) for week in range(-1, 9) for day in (1, 3, 5)]
    full = trend_json(trend("lower back", [*K1, *watched], goal=4, notes=[a_note(at=3)]))
    migraine = [
        a_session(ratings=[Rating("migraine", score, 0)], at=30 * place) for place, score in enumerate((0, 7, 0, 0))
    ]
    zeros = trend_json(trend("migraine", migraine))
    assert names_in(full | {"days_above_zero": zeros["days_above_zero"]}, TREND_NAMES) == set(TREND_NAMES)
    assert {*full["visits"][0]} == {"number", "at", "before", "after", "uid"}
    assert {*full["marks"][0]} == {"day", "text"}
    assert {*full["course"]["first"]} == {*full["goal"]["reached"]} == {"number", "day", "score", "id"}
    assert {*full["drop_held"][0]} == {"first_day", "last_day", "held", "sessions"}
    assert {*zeros["days_above_zero"]["total"]} == {"start", "days", "scored", "above"}


def test_the_names_of_pauses_and_other_courses() -> None:
    later = [a_session(7, 5, at=day) for day in (200, 260)]
    figures = trend_json(trend("lower back", [*K1, *later]))
    assert {*figures["pauses"][0]} == {"start", "end", "days"}
    (other,) = figures["other_courses"]
    assert {*other} == {"number", "first_day", "last_day", "visits", "course", "pause_before", "pause_after"}
    assert (other["pause_before"], other["pause_after"]) == (None, 137)
    fallen = trend_json(trend("lower back", weekly((8, 7, 7, 7, 3, 3, 3, 3, 3))))
    assert {*fallen["course"]["level_since"]} == {"level", "number", "day", "n"}
    assert {*other["course"]} == {*figures["course"]}


def test_the_names_of_compare_and_of_plan() -> None:
    (group,) = json_values(groups_of(rated(sessions_of(K1), GroupBy.POINT)))
    assert {*group} == {"name", "relief"}
    under = {f"relief.{name}" for name in names_in(group["relief"], {})}
    assert under == {name for name in TREND_NAMES if name.startswith("relief.")}
    progress = json_values(plan_state_in(a_plan(sessions=12, goal=3), K1).progress)
    assert names_in({"progress": progress}, PLAN_NAMES) == set(PLAN_NAMES)
    assert set(COMPARE_NAMES) == {"by", "condition", "left_out", "above_zero_alone", "groups"}
