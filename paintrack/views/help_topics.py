"""The texts of `paintrack help TOPIC`: what a person may want to know that is not about one command."""

from typing import NamedTuple

from paintrack.views.text_layout import fill

_WIDEST = 80
_BULLET = "- "


class Topic(NamedTuple):
    """A topic: the word that is typed, one line on it, and its text as paragraphs."""

    word: str
    line: str
    paragraphs: tuple[str, ...]


_TOPIC_ROWS = (
    Topic(
        "scale",
        "what a score is, and how often to rate",
        (
            (
                "A score is how bad it is right now: 0 is none, 10 is the worst you can imagine (the numerical rating "
                "scale with 11 steps, NRS-11). Whole numbers are fine, one decimal is allowed: 6.5."
            ),
            (
                "Always rate the trouble, so that lower is better. For sleep, energy or mood that means the trouble "
                "with it: 0 no trouble, 10 the worst. Compare with your own days, not with other people."
            ),
            "0 is a score. A score that was not taken stays empty: it is not 0.",
            (
                "Rate on arrival, before you lie down, and again when you leave. Two scores a visit are enough. Look "
                "about once a month: looking after every visit finds changes that are not there."
            ),
            (
                "Most scores move by 1 or 2 from day to day without a reason. Readings at home (paintrack rate) are "
                "welcome but never needed: watching it all day does not help."
            ),
        ),
    ),
    Topic(
        "numbers",
        "what course, relief and carry-over mean, and the words for them",
        (
            (
                "Course: the scores you arrive with, visit by visit. Is the problem itself getting better? Relief: "
                "before minus after in one session. What is different right after? Carry-over: is it still lower on "
                "the next arrival? The three are never mixed. Each figure says how many sessions it is from (n)."
            ),
            (
                "The first score of a course is shown but not counted: people often start on a bad day, and bad days "
                "ease by themselves. The words for a course, and how often they are false where nothing changes (in "
                "simulated diaries):"
            ),
            "- going down, going up (from 9 visits): said of at most 5 in 100; 6 where people book on bad days",
            (
                "- probably going down, probably going up (from 7 visits): this or 'going' of at most 11 in 100; 12 "
                "where people book on bad days"
            ),
            "- about the same (from 9 visits): a change of 2 or more over these visits is unlikely (5 % on each side)",
            "- not clear yet: the usual answer for scores that move a lot; it does not mean that nothing changed",
            "- too early: under 7 visits with a score. Mostly 0: days above 0 are counted instead",
            "No word says what caused a change. All of it: paintrack trend --explain",
        ),
    ),
)
TOPICS = {topic.word: topic for topic in _TOPIC_ROWS}


def topic_text(topic: Topic, width: int) -> str:
    """The paragraphs, wrapped to `width` columns, 80 at most."""
    width = min(width, _WIDEST)
    lines: list[str] = []
    for text in topic.paragraphs:
        if text.startswith(_BULLET):
            lines.append(fill(text.removeprefix(_BULLET), width, first=_BULLET, rest="  "))
        else:
            # A blank line between paragraphs; none after a list.
            lines += ["", fill(text, width)] if lines and not lines[-1].startswith(_BULLET) else [fill(text, width)]
    return "\n".join(lines)


def topic_list(width: int) -> str:
    """The topics with a line each."""
    return "\n".join(fill(f"{topic.word}: {topic.line}", width, rest="  ") for topic in TOPICS.values())
