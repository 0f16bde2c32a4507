"""The answers to the main questions, each with a few of its words to print large.

The sentences are those of the trend. The large words say no more than their sentence does.
"""

import re
from typing import NamedTuple

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.condition.days_above_zero import DaysAboveZero
from paintrack.model.displayed_text import capitalize_first, isolated
from paintrack.views.trend.course_sentences import MEDIAN, headline, part_in_words
from paintrack.views.trend.trend_questions_and_answers import NOT_FROM_VISITS, TrendQuestion, answers
from paintrack.views.value_words import counted, lower_in_words, show_score

_MAIN_QUESTIONS = (TrendQuestion.COURSE, TrendQuestion.DAYS_ABOVE_ZERO, TrendQuestion.RELIEF, TrendQuestion.HOLDS)


class Answer(NamedTuple):
    """An answer to a main question: its `sentence`, or the same in parts if there is room for a large answer.

    `large` is a number or a few words (`7 -> 4`, `2 lower`), `beside` the small words beside it (may be empty), `rest`
    the words below: the sentence without the beginning that `large` and `beside` say, or all of it.
    """

    question: str
    sentence: str
    large: str
    beside: str
    rest: str


def main_answers(figures: ConditionFigures, *, brief: bool) -> tuple[list[Answer], list[tuple[str, str]]]:
    """The answers to the main questions, and (label, sentence) for everything else; `brief` as in `answers`."""
    pairs = answers(figures, middle=MEDIAN, brief=brief)
    main = [_answer(figures, question, text) for question, text in pairs if question in _MAIN_QUESTIONS]
    return main, [(question.on_page, text) for question, text in pairs if question not in _MAIN_QUESTIONS]


def _answer(figures: ConditionFigures, question: TrendQuestion, sentence: str) -> Answer:
    if question is TrendQuestion.COURSE:
        large, beside, beginnings = _course(figures)
    elif question is TrendQuestion.DAYS_ABOVE_ZERO and figures.days_above_zero is not None:
        large, beside, beginnings = _days_above_zero(figures.days_above_zero)
    elif question is TrendQuestion.RELIEF and figures.relief is not None:
        large = capitalize_first(lower_in_words(figures.relief.middle.median))
        beside, beginnings = "", (large,)
    elif question is TrendQuestion.HOLDS and figures.next_visits is None:
        # What readings at home say of a few days is no answer on the next visit.
        large, beside, beginnings = "Too early to say", "", ("too early to say",)
    else:
        beginning = sentence.removesuffix(".").partition(": ")[0]
        # `Usually back` is the answer, `by the next visit` the rest of its clause.
        large, *after = re.split(r" (?=(?:by|at) the next )", beginning, maxsplit=1)
        beside, beginnings = " ".join(after), (beginning,)
    rest = _rest(sentence, beginnings)
    # `3 higher: going up, worse; ...`: the words beside the large answer are not repeated.
    rest = rest.replace(f": {beside};", ";", 1)
    if question is TrendQuestion.COURSE:
        # Large words are read alone: two scores are not those of one session, and of a part of the course they say so.
        scores_of = "on arrival," if "->" in large and figures.course else ""
        beside = " ".join(filter(None, [scores_of, beside, part_in_words(figures)]))
    return Answer(question.on_page, sentence, large, beside, rest)


def _course(figures: ConditionFigures) -> tuple[str, str, tuple[str, ...]]:
    """The large answer on the course, the words beside it, and the beginnings of the sentence that they stand for.

    The large answer is from which score to which, with the verdict beside it, or else the verdict alone.
    """
    judgement = figures.course.judgement if figures.course else figures.home.verdict if figures.home else None
    at_home = "" if figures.course else "at home"
    if figures.course is not None and figures.is_mostly_zero:
        if figures.days_above_zero is not None and figures.days_above_zero.total.above:
            return capitalize_first(NOT_FROM_VISITS), "", (NOT_FROM_VISITS,)
        return "All 0", "on arrival", ("All 0 on arrival",)
    # The headline names the condition before the verdict: `going down, 7 to 4`, `not clear yet: 7, then 3, then 7`.
    verdict = headline(figures)[len(isolated(figures.condition)) :].partition(": ")[2]
    in_words, *levels = re.split(r"[,:] (?=[0-9])", verdict, maxsplit=1)
    beginnings = (verdict, f"{at_home}: {verdict}", *levels)
    if levels and judgement is not None and judgement.medians is not None:
        medians = judgement.medians
        scores = [score for score in (medians.first, medians.middle, medians.last) if score is not None]
        return " -> ".join(map(show_score, scores)), " ".join(filter(None, [in_words, at_home])), beginnings
    large, _, beside = verdict.partition(", ")
    return capitalize_first(large), ", ".join(filter(None, [beside, at_home])), beginnings


def _days_above_zero(days: DaysAboveZero) -> tuple[str, str, tuple[str, ...]]:
    total = days.total
    if not total.above:
        # `0 in 50 days` would say of the days without a score, too, that they were free.
        return "0", f"in {counted(total.scored, 'day')} with a score", ()
    if not total.is_complete:
        # Beside all days, most of them unknown, a reader divides the one by the other.
        return f"{total.above}", f"of {counted(total.scored, 'day')} with a score", ()
    above = f"{counted(total.above, 'day')} above 0"
    span = f"in {counted(total.days, 'day')}"
    return f"{total.above}", span, (f"{above} {span}", above)


def _rest(sentence: str, beginnings: tuple[str, ...]) -> str:
    """The sentence without one of the beginnings; all of it if what follows cannot stand alone."""
    for beginning in beginnings:
        if not sentence.casefold().startswith(beginning.casefold()):
            continue
        following = sentence[len(beginning) :]
        if following[:2] in (": ", ", ", "; "):
            return capitalize_first(following[2:])
        if in_brackets := re.fullmatch(r" \(([^()]*)\)([.,:;].*)", following):
            bracketed, after = in_brackets.groups()
            # `The newest: 8; medians of ...`: a sentence has one colon.
            after = after.replace(":", ";", 1) if ":" in bracketed and after.startswith(":") else after
            return capitalize_first(bracketed + after)
    return sentence
