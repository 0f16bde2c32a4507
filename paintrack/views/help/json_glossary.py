"""The keys in the `--json` of trend, compare and plan with their meanings: what `trend --explain --json` says.

A key that may be null says when; those of a plan's own fields are in the JSON schema.
"""

_ARRIVAL = "number of the session in the course, its id, day and score of that arrival"
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
    "mostly_zero": "whether at least half of them are 0, in their first half too",
    "lowest": "lowest of them",
    "reached": f"{_ARRIVAL} at or under the goal, the first",
    "held": "the same of the first of two in a row",
}


def _judgement_names(prefix: str, slope: str, step: str, unit: str) -> dict[str, str]:
    """The keys of a verdict on a course; `slope` is the key of its slope, `step` its unit of time, `unit` what is
    judged.
    """
    return {
        f"{prefix}.verdict": (
            "too early, probably going down, probably going up, going down, going up, about the same, not clear yet, "
            "mostly 0"
        ),
        f"{prefix}.judged": f"{unit} that count",
        f"{prefix}.not_counted": f"{_ARRIVAL} that does not: the first of the course",
        f"{prefix}.probability_of_a_fall": "0 to 1; null under 3 that count",
        f"{prefix}.{slope}.value": f"slope, points a {step}; below 0 it falls",
        f"{prefix}.{slope}.interval.low": "its 2.4 % point",
        f"{prefix}.{slope}.interval.high": "its 97.6 % point",
        f"{prefix}.change_over_time": (
            "the same as points a month of 30.44 days: value, interval, over_whole_time (true under 28 days)"
        ),
        f"{prefix}.change.first": f"median of the first three {unit} that count; null under 6",
        f"{prefix}.change.last": "median of the last three",
        f"{prefix}.change.lower": "first minus last, points",
        f"{prefix}.change.percent": "the same as percent of first; null from 0",
        f"{prefix}.change.middle": "median of the middle third, 2 or more below both or above both; else null",
        f"{prefix}.grade": "minimal, moderate or substantial: pain going down over 12 or more that count; else null",
        f"{prefix}.blocks": "blocks of scores that the slope rests on; null up to 400",
    }


TREND_NAMES = {
    "condition": "what was rated",
    "course_number": "number of the course, 1 is the oldest; null without a session",
    "visits": "its sessions: number in the course, at (local time with offset), before, after (0 to 10), uid",
    "left_out": "sessions of the course that the options leave out",
    "readings": "how many scores between sessions, and before the first",
    "first_day": "of sessions and readings, YYYY-MM-DD",
    "last_day": "likewise",
    "last_scored": "day of the newest score of the condition, whatever the options",
    "course.n": "sessions with a score on arrival",
    "course.zeros": "those of them that are 0",
    "course.first": f"{_ARRIVAL}, the first",
    "course.last": "the same of the last",
    **_judgement_names("course", "per_session", "session", "scores on arrival"),
    "course.level_since": (
        "where the newest 5 or more scores that count have stayed, all within 1 of the median of the last three: level "
        "(that median), number and day of the session they begin with, n; null where all did, and where it was no "
        "different before"
    ),
    "course.theil_sen": "Theil-Sen slope over the scores that count: n, value (points a session), Sen's 95 % interval",
    "course.theil_sen_per_week": "the same by date, points a week; null on one day",
    "course.kendall.s": "Mann-Kendall: pairs that rise minus pairs that fall",
    "course.kendall.variance": "its variance with ties",
    "home.weeks": "weeks with 3 or more readings at home; null under 6",
    "home.readings": "readings in them",
    **_judgement_names("home", "per_week", "week", "weeks"),
    "whole_course": "what course would be with all sessions of the course; null where the options leave none out",
    "whole_home": "what home would be with all readings of the course; likewise",
    "baseline.n": "readings before the first session",
    "baseline.median": "their median",
    "baseline.arrivals": "scores on arrival after the first one",
    "baseline.lower": "those of them below the median",
    "baseline.non_overlap": "share of pairs in which the arrival is lower (NAP), 0 to 1",
    "above_zero_alone": (
        "whether half or more of the sessions began at 0 (3 or more with a score): then relief, next_visits and "
        "carry_over are over those that began above 0"
    ),
    **{f"relief.{name}": meaning for name, meaning in _MIDDLE.items()},
    "next_visits.n": "gaps from a session with both scores to the next arrival, up to 8 weeks",
    "next_visits.lower_after": "median of before minus after, points",
    "next_visits.higher_again": "median of the next arrival minus after, points",
    "next_visits.least": "least of the latter",
    "next_visits.most": "most",
    "drop_held": "by days after it (first_day, last_day): of sessions with a reading, held half the drop or more",
    "carry_over.n": "pairs: a session with both scores and the next one's score on arrival",
    "carry_over.lost": "before minus after, summed over the pairs, points",
    "carry_over.back": "next before minus after, summed, points",
    "carry_over.stayed": "lost minus back",
    "carry_over.first_session": "number of the first session of the pairs",
    "carry_over.last_session": "number of the last that lost is summed over",
    "carry_over.first_arrival": "first arriving score; null where a score is missing in between",
    "carry_over.last_arrival": "last arriving score; likewise",
    "carry_over.kept": "part of a drop still there at the next arrival: 1 minus what came back / the drop, median",
    "carry_over.kept_n": "how many those are",
    "carry_over.between": "visits without this score within the pairs",
    "days_above_zero.total": "when mostly 0: start, days, scored (with a score) and above (0), first to last score",
    "days_above_zero.months": "the same by calendar month",
    "days_above_zero.halves": "the same of the first and the second half of the time",
    "days_above_zero.typical": "median of the highest scores of the days above 0",
    "days_above_zero.worst": "the highest of them",
    "medicine_days": (
        "months in which rescue medicine was noted, for whatever condition: start (first day) and days (at least)"
    ),
    **{f"goal.{name}": meaning for name, meaning in _GOAL.items()},
    "pauses": "of 57 to 84 days within the course: start, end, days",
    "other_courses": (
        "number, first_day, last_day, visits and course, as above; pause_before and pause_after: days to the courses "
        "beside it; a pause of over 84 days divides"
    ),
    "marks": "notes within the time: day and text",
}
COMPARE_NAMES = {
    "by": "condition, point, technique or practitioner",
    "condition": "the one that is compared; null by condition",
    "groups": (
        "by name: name (null: not recorded) and relief, as above; one of under 6 sessions is too few to compare. By "
        "condition also above_zero_alone, course and next_visits, as above"
    ),
    "above_zero_alone": "as above; null by condition",
    "left_out": "sessions of other courses; null by condition",
}
PLAN_NAMES = {
    "progress.done": "sessions since the plan began, also those without a score",
    **{f"progress.goal.{name}": meaning for name, meaning in _GOAL.items()},
    "progress.expected": "numbers of the first and the last coming session at which the line may meet the goal",
}
JSON_NAMES = {"trend": TREND_NAMES, "compare": COMPARE_NAMES, "plan": PLAN_NAMES}
