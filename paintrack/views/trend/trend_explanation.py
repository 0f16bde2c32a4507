"""What `trend --explain` says: each figure in plain words, how it is computed, and from which paper."""

from paintrack.views.json_glossary import json_names
from paintrack.views.text_layout import fill

_WIDEST = 80
_PARTS = (
    (
        "COURSE: is the problem itself getting better?",
        (
            "It looks at the scores you arrive with, session by session. The change is the middle (median) of the "
            "first three against the middle of the last three. The direction is the Theil-Sen slope: the median "
            "of the slopes between every two sessions (Theil 1950), with Sen's 95 % interval (Sen 1968, J Am Stat "
            "Assoc 63:1379). The slope is in --json, also per week by date, with the count of rises minus falls "
            "(Mann-Kendall; Kendall 1970, Rank Correlation Methods). Below 8 sessions there is no verdict; from 8 on "
            "it says 'going down' or 'going up' when the interval leaves out 0 and the two middles differ by 1 or "
            "more, else 'not enough to tell', which is not 'no effect'. For the verdict decimals are rounded to whole "
            "numbers, since finer ones made it falsely sure; the price is that more real changes are missed. At 8 "
            "sessions most real improvements cannot be told from chance yet; at 12 more of them can."
        ),
        (
            "For pain the change has a grade: minimal from 10 % and 1 point, moderate from 30 % and 2 points, "
            "substantial from 50 % and 2 points (after Farrar 2001, Pain 94:149; Salaffi 2004, Eur J Pain 8:283; "
            "Dworkin 2008, J Pain 9:105; asking for percent and points together is paintrack's own rule). It is "
            "about weeks, never about one session."
        ),
        (
            "When half or more of the scores are 0 (migraine, cycle), no course is stated. Days on which a reading or "
            "an arriving score above 0 was recorded are counted instead, per four weeks of the time between the first "
            "score and the last; a day without a score is not counted. paintrack's own rule."
        ),
    ),
    (
        "IN A SESSION: what is different right after?",
        (
            "Relief is the score before minus the score after. The middle of all sessions, the least and the "
            "most; the 95 % range of the middle comes from the order of the values and needs 6 sessions (David and "
            "Nagaraja 2003, Order Statistics, 7.1). Expectation and rest move it too, so it gets no grade."
        ),
    ),
    (
        "BETWEEN SESSIONS: how long does it hold?",
        (
            "Of the points lost within the sessions, how many were back at the next one with a score? The rest stayed "
            "away: plain sums, which add up with the first and the last score on arrival. "
            "With readings in five sessions or more: by which day half of the drop was seen back, for the middle "
            "session (Kaplan and Meier 1958, J Am Stat Assoc 53:457; a session is followed up to its last "
            "reading before the next visit of any kind)."
        ),
    ),
    (
        "THE GOAL: how many sessions? (paintrack plan)",
        (
            "Only for a course that is going down: the line through the middle session and the middle score, with "
            "the two ends of Sen's interval, meets the goal within a range of sessions. It is drawn no further than as "
            "many sessions again as there were (paintrack's own rule). A goal holds when two arrivals in a row meet it."
        ),
    ),
    (
        "CAUTION",
        (
            "People seek care when it is bad, so first scores tend to fall by themselves (regression to the mean; "
            "Barnett 2005, Int J Epidemiol 34:215). One score moves 1 to 2 by chance: the smallest change that can be "
            "told in back pain is 1.77 points (in-patients, n = 1232, doi 10.1055/a-1304-3677). Above 400 sessions the "
            "slopes rest on medians of equal blocks. None of this says what caused a change."
        ),
    ),
)


def trend_explanation(width: int) -> str:
    """Course, relief, carry-over, the goal, what to be careful with and the names in `--json`.

    Wrapped to `width` columns, 80 at most.
    """
    width = min(width, _WIDEST)
    parts = [
        "\n".join([fill(heading, width), *(fill(each, width, first="  ", rest="  ") for each in paragraphs)])
        for heading, *paragraphs in _PARTS
    ]
    return "\n\n".join([*parts, f"NAMES IN --json (null: there is none)\n{json_names(width)}"])
