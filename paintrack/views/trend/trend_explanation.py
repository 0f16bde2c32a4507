"""What `trend --explain` says: each figure in plain words, how it is computed, and from which paper."""

import re

from paintrack.model.displayed_text import capitalize_first
from paintrack.views.text_layout import fill, reading_width, with_full_stop

_PARTS = (
    (
        "IS IT GETTING BETTER? The course",
        (
            "It looks at the scores you arrive with, session by session. The first one is shown but not counted: "
            "people often start on a bad day, and bad days ease by themselves. The change is the middle (median) of "
            "the next three against the middle of the last three. If the middle of the middle third lies 2 or "
            "more below both, or above both, it is shown between them. A newest score that is 2 or more from the last "
            "middle is named. 'About 4 since session 6': the newest 5 or more scores all lie within "
            "1 of the last middle, and it was different before. This only describes the scores."
        ),
        (
            "The verdict comes from a straight line through the scores whose errors resemble their neighbours (Zellner "
            "and Tiao 1964, J Am Stat Assoc 59:763; Prais and Winsten 1954). It is 'going down' or 'going up' from 9 "
            "visits on, when a fall or a rise has a probability of 97.6 % or more and the two middles differ by 1 or "
            "more; 'probably' from 7 visits and 95.4 % on; 'about the same' when a change of 2 or more over these "
            "visits is unlikely (5 % on each side); else 'not clear yet', with how many points a month it could be. "
            "That is the usual answer for scores that move a lot, and it does not mean that nothing changed. The "
            "constants are paintrack's own."
        ),
        (
            "How often it is wrong was simulated. When nothing changes, 'going' is said in at most 5 of 100 diaries (6 "
            "when people book on bad days), 'probably' or 'going' in at most 11 (12). Looking after every visit finds "
            "changes that are not there: up to the 24th visit 'going' is said falsely at least once in up to 26 of "
            "100. One score before and one after each visit are enough. Look about once a month. 'About the same' "
            "needs steady scores: when nothing changes, it is said in 20 to 45 of 100 diaries with a standard "
            "deviation of 0.5, in 0 to 8 with 1.2."
        ),
        (
            "For pain that is going down over 12 or more scores that count, the change has a grade: minimal from 10 % "
            "and 1 point, moderate from 30 % and 2 points, substantial from 50 % and 2 points (after Farrar 2001, Pain "
            "94:149; Salaffi 2004, Eur J Pain 8:283; Dworkin 2008, J Pain 9:105; asking for percent and points "
            "together is paintrack's own rule). It is about weeks, never about one session. With fewer scores a course "
            "that is called going down shows about twice its true drop."
        ),
        (
            "With --last, --since, --until or --with the verdict is on a part of the course, and the one on the whole "
            "stands beside it: a part shows a change by chance more often than the whole does, and how often was not "
            "simulated. A pause of more than 12 weeks begins a new course (--course 1 shows the first). When at least "
            "half of the scores are 0, in their first half too (migraine, cycle), no course is stated. Days above 0 "
            "are counted instead, by each day's highest score: at least so many, since a day without a score is "
            "unknown, not free."
        ),
        (
            "In --json there are also the Theil-Sen slope with Sen's 95 % interval (Theil 1950; Sen 1968, J Am Stat "
            "Assoc 63:1379) and the count of rises minus falls (Mann-Kendall; Kendall 1970, Rank Correlation Methods). "
            "No verdict rests on them."
        ),
    ),
    (
        "RIGHT AFTER A SESSION? The relief",
        (
            "Relief is the score before minus the score after: the middle of all sessions, the least and the most. "
            "Expectation and rest move it too, so it gets no grade. Where half or more of the sessions began at 0, "
            "relief and carry-over are over the sessions that began above 0, and say so: at 0 nothing can be lower. "
            "The 95 % interval of the middle is in --json (David and Nagaraja 2003, Order Statistics, 7.1)."
        ),
    ),
    (
        "DOES IT HOLD? The carry-over",
        (
            "How much lower a session left the score, and how much higher it was again on the next arrival: the "
            "middles of all gaps of up to 8 weeks; under 6 gaps it is too early to say what is usual. With readings "
            "at home: in how many sessions half of the drop or more was still there, by day, until the next session, "
            "also one for another condition. A reading before 5 in the morning belongs to the night before. Sums over "
            "all sessions only repeat what the course says, so they are in --json alone."
        ),
    ),
    (
        "AT HOME, and before the first session",
        (
            "With 3 or more readings in each of 6 or more weeks, the middles of these weeks (Monday to Sunday) have "
            "a verdict by the same rule, in a line of their own. Readings before the first session are a baseline: how "
            "many of the counted arrivals are lower than its middle (in --json also the nonoverlap of all pairs, "
            "Parker and Vannest 2009, Behav Ther 40:357). It is left out where the arrivals are mostly 0: "
            "there most sessions fall between two attacks."
        ),
    ),
    (
        "MEDICINE DAYS",
        (
            "On how many days a month you noted a painkiller or attack medicine (--took), for whatever complaint. A "
            "day without an entry is unknown. From 10 days a month on such medicine can bring headaches on by itself "
            "(International Classification of Headache Disorders, 3rd edition, 8.2: 10 or 15 days a month, depending "
            "on the medicine). That is a question for a doctor or pharmacist, never for paintrack."
        ),
    ),
    (
        "THE GOAL: how many sessions? (paintrack plan)",
        (
            "Only for a course that is going down: the line through the middle session and the middle score, with "
            "the two ends of the interval of its slope, meets the goal within a range of sessions. It is drawn no "
            "further than as many sessions again as there were (paintrack's own rule). A goal holds when two arrivals "
            "in a row meet it."
        ),
    ),
    (
        "CAUTION",
        (
            "People seek care when it is bad, so first scores tend to fall by themselves (regression to the mean; "
            "Barnett 2005, Int J Epidemiol 34:215). One score moves 1 to 2 by chance: the smallest change that can be "
            "told in back pain is 1.77 points (in-patients, n = 1232, doi 10.1055/a-1304-3677). Above 400 scores the "
            "line rests on medians of equal blocks. None of this says what caused a change."
        ),
    ),
)


def trend_explanation(width: int, *, plain: bool = False) -> str:
    """Explains course, relief, carry-over, the goal and what to be careful with.

    Wrapped to `width` columns, at most 80; each paragraph is one line if the width is unlimited. With `plain` the
    headings are sentences in small letters: of capitals a voice spells some, such as IT.
    """
    width = reading_width(width)
    parts = [
        "\n".join(
            [
                fill(_spoken_heading(heading) if plain else heading, width),
                *(fill(each, width, first="  ", rest="  ") for each in paragraphs),
            ]
        )
        for heading, *paragraphs in _PARTS
    ]
    return "\n\n".join([*parts, fill("For a program, the names in --json: paintrack trend --explain --json", width)])


def _spoken_heading(heading: str) -> str:
    in_small_letters = re.sub(r"\b[A-Z]+\b", lambda word: word[0].lower(), heading)
    return with_full_stop(capitalize_first(in_small_letters))
