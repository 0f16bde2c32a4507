"""The keys in the `--json` of trend, compare and plan with their meanings: the end of `trend --explain`."""

from collections.abc import Mapping

from paintrack.views.text_layout import fill

_ARRIVAL = "number of the session, day and score of that arrival"
_MIDDLE = {
    "middle.n": "sessions with both scores",
    "middle.median": "median of before minus after, points",
    "middle.interval.low": "95 % interval of that median, from",
    "middle.interval.high": "and to; null under 6 sessions",
    "middle.coverage": "exact probability of that interval, 0.95 to 1",
    "least": "least of before minus after, points",
    "most": "most, points",
    "without": "sessions that left the score no lower",
}
_GOAL = {
    "goal": "score on arrival to reach, 0 to 10",
    "n": "arriving scores since the plan began",
    "mostly_zero": "whether half or more of them are 0",
    "lowest": "lowest of them",
    "reached": f"{_ARRIVAL} at or under the goal, the first",
    "held": "the same of the first of two in a row",
}
TREND_NAMES = {
    "condition": "what was rated",
    "visits": "its sessions: number in the course, at (local time with offset), before, after (0 to 10), uid",
    "readings": "how many scores between sessions",
    "first_day": "of sessions and readings, YYYY-MM-DD",
    "last_day": "likewise",
    "course.n": "sessions with a score on arrival",
    "course.first": f"{_ARRIVAL}, the first",
    "course.last": "the same of the last",
    "course.verdict": (
        "numbers only (under 3), slope only (under 6), early (under 8), going down, going up, not enough to tell, "
        "mostly 0"
    ),
    "course.per_session.n": "points of the slope",
    "course.per_session.value": "Theil-Sen slope, points a session",
    "course.per_session.interval.low": "Sen's 95 % interval, from (under 5 points it covers less)",
    "course.per_session.interval.high": "and to",
    "course.per_week.n": "the same slope by date",
    "course.per_week.value": "points a week; null on one day",
    "course.per_week.interval.low": "from",
    "course.per_week.interval.high": "and to",
    "course.kendall.s": "Mann-Kendall: pairs that rise minus pairs that fall",
    "course.kendall.variance": "its variance with ties",
    "course.change.first": "median of the first three arriving scores",
    "course.change.last": "median of the last three",
    "course.change.lower": "first minus last, points",
    "course.change.percent": "the same as percent of first; null from 0",
    "course.grade": "none, minimal, moderate, substantial or worse; null where it is no pain. At any verdict",
    "course.blocks": "blocks of sessions that slopes rest on; null up to 400 sessions",
    **{f"relief.{name}": meaning for name, meaning in _MIDDLE.items()},
    "carry_over.n": "pairs: a session with both scores and the next one's score on arrival",
    "carry_over.lost": "before minus after, summed over the pairs, points",
    "carry_over.back": "next before minus after, summed, points",
    "carry_over.stayed": "lost minus back",
    "carry_over.first_session": "number of the first session of the pairs",
    "carry_over.last_session": "number of the last that lost is summed over",
    "carry_over.first_arrival": "first arriving score; null where a score is missing in between",
    "carry_over.last_arrival": "last arriving score; likewise",
    "carry_over.kept": "median of 1 - back/lost over the pairs with a drop, a ratio",
    "carry_over.kept_n": "how many those are",
    "carry_over.between": "visits without this score within the pairs",
    "half_back.n": "sessions with a drop and a reading before the next visit",
    "half_back.seen": "those in which half of the drop was seen back",
    "half_back.median_day": "Kaplan-Meier median, days after the session",
    "half_back.unseen_from": "earliest last reading of those that did not see it, days",
    "half_back.unseen_to": "latest, days",
    "episodes.days": "days with a score above 0 (when half or more arrivals are 0)",
    "episodes.span": "days from the first score to the last, both counted",
    "episodes.per_four_weeks": "28 x days / span; null under 28 days",
    "episodes.median": "middle of the highest scores of those days",
    **{f"goal.{name}": meaning for name, meaning in _GOAL.items()},
    "marks": "notes within the time: day and text",
}
COMPARE_NAMES = {
    "by": "condition, point, technique or practitioner",
    "condition": "the one that is compared; null by condition",
    "groups": "by name: name (null: not recorded) and relief, as above; one of under 6 sessions is too few to compare",
}
PLAN_NAMES = {
    "progress.done": "sessions since the plan began, also those without a score",
    **{f"progress.goal.{name}": meaning for name, meaning in _GOAL.items()},
    "progress.expected": "numbers of the first and the last coming session at which the line may meet the goal",
}
_NAME = 34
_WIDE = 70


def json_names(width: int) -> str:
    """All keys with their meanings, each line at most `width` columns (40 or more)."""
    parts = (
        ("trend --json", TREND_NAMES),
        ("compare --json", COMPARE_NAMES),
        ("plan --json: each plan's own fields, and", PLAN_NAMES),
    )
    return "\n".join(_part(title, names, width) for title, names in parts)


def _part(title: str, names: Mapping[str, str], width: int) -> str:
    lines = [fill(title, width, first="  ", rest="  ")]
    for name, meaning in names.items():
        if width >= _WIDE:
            lines.append(fill(meaning, width, first=f"    {name:<{_NAME}}", rest=" " * (_NAME + 4)))
        else:
            lines += [f"    {name}", fill(meaning, width, first=" " * 6, rest=" " * 6)]
    return "\n".join(lines)
