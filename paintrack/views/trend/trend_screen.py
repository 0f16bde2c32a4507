"""The trend of one condition around its chart, with the answer above and questions and answers below."""

from collections.abc import Sequence
from datetime import date

from paintrack.analysis.condition.chart_data import EffectMark
from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.model.displayed_text import capitalize_first, isolated, shell_quoted, visible_line
from paintrack.views.text_layout import fill, pack, width_of, wrap
from paintrack.views.text_style import BOLD, dimmed, painted, painted_lines
from paintrack.views.trend.course_sentences import first_score_sentence, headline, whole_in_words
from paintrack.views.trend.trend_questions_and_answers import (
    EXPLANATION_HINT,
    TrendQuestion,
    answers,
    goal_sentence,
    last_score_sentence,
    marks_sentence,
    serious_sentences,
    spoken_answer,
    trend_period,
)
from paintrack.views.value_words import counted

NOTHING_TO_SHOW = "No session or reading to show. See: paintrack list"
_LABEL = 26
_WIDE = 60
_WIDEST = 100
_LONGEST_CHANGE = 80  # columns of a change in the sentence below a chart


def trend_screen(
    figures: ConditionFigures,
    chart: str,
    *,
    width: int,
    today: date,
    typed: str = "",
    serious: Sequence[EffectMark] = (),
    colours: int = 0,
) -> str:
    """Headline, serious side effects, chart, answers and what else to know; without a chart, plain sentences in lines.

    `today` is the local day on which it is shown. `typed` are the options that chose the condition, as they were typed
    (` --for neck`), for commands to repeat. With `colours` the answer and the questions are bold, hints are dim.
    """
    pairs = answers(figures)
    judgement = figures.course.judgement if figures.course else None
    has_year, longest = figures.chart_data.touches_two_years, _LONGEST_CHANGE if chart else None
    last = [
        goal_sentence(figures),
        marks_sentence(
            figures.chart_data.marks,
            are_beside_sessions=bool(figures.chart_data.bars),
            has_year=has_year,
            longest=longest,
        ),
        first_score_sentence(judgement),
        last_score_sentence(figures, today),
        _left_out(figures, typed),
        _see_other_course(figures, typed),
    ]
    if not chart:
        from paintrack.views.trend.spoken_trend import spoken_trend

        lines = [spoken_answer(*pair) for pair in pairs]
        return "\n".join(filter(None, [*spoken_trend(figures, serious), *lines, *last]))
    sentences = [fill(each, min(width, _WIDEST)) for each in last if each]
    sentences.append(dimmed(fill(EXPLANATION_HINT, width), colours=colours))
    answered = "\n".join(_labelled(*pair, width, colours) for pair in pairs)
    drawn = [trend_title(figures, width=width, colours=colours)]
    drawn += serious_lines(serious, width=width, colours=colours)
    return "\n\n".join(filter(None, ["\n".join([*drawn, chart]), answered, "\n".join(sentences)]))


def serious_lines(effects: Sequence[EffectMark], *, width: int, colours: int) -> list[str]:
    """The newest serious side effects and what to do, in bold; empty without any."""
    shown = [fill(each, min(width, _WIDEST), rest="  ") for each in serious_sentences(effects)]
    return [painted_lines(each, BOLD, colours=colours) for each in shown]


def trend_title(figures: ConditionFigures, *, width: int, colours: int = 0) -> str:
    """The headline, with the number of sessions and their days at its right, or below if there is no room.

    Of a part of a course, a line below has the verdict on the whole.
    """
    answer, period = headline(figures), trend_period(figures)
    gap = min(width, _WIDEST) - width_of(answer) - width_of(period)
    has_room = gap >= 2
    shown, days = (answer, period) if has_room else ("\n".join(wrap(each, width)) for each in (answer, period))
    between = " " * min(gap, 12) if has_room else "\n"
    lines = [f"{painted_lines(shown, BOLD, colours=colours)}{between}{dimmed(days, colours=colours)}"]
    whole = whole_in_words(figures)
    return "\n".join([*lines, *(wrap(f"{capitalize_first(whole)}.", width) if whole else [])])


def _labelled(question: TrendQuestion, text: str, width: int, colours: int) -> str:
    label = question.on_screen
    if width < _WIDE:
        shown = fill(spoken_answer(question, text), width, rest="  ")
    else:
        shown = fill(text, min(width, _WIDEST), first=f"{label:<{_LABEL}}", rest=" " * _LABEL)
    return painted(label, BOLD, colours=colours) + shown.removeprefix(label)


def _left_out(figures: ConditionFigures, typed: str) -> str:
    """How many sessions of the course the filters leave out, and how to see all; empty if they leave out none."""
    if not figures.left_out:
        return ""
    sessions = counted(figures.left_out, "session")
    return f"{sessions} of this course left out by your options. All of it: paintrack trend{typed}{_course(figures)}"


def _course(figures: ConditionFigures) -> str:
    """The option for the course of the figures; empty for the newest."""
    is_newest = all(other.number < (figures.course_number or 0) for other in figures.other_courses)
    return "" if is_newest else f" --course {figures.course_number}"


def _see_other_course(figures: ConditionFigures, typed: str) -> str:
    if not figures.other_courses:
        return ""
    newest = figures.other_courses[-1].number
    numbers = f"This is course {figures.course_number} of {len(figures.other_courses) + 1}"
    return f"{numbers}. A pause of more than 12 weeks begins a new one. See: paintrack trend{typed} --course {newest}"


def no_session_notice(figures: ConditionFigures, other_conditions: Sequence[str], *, in_all: int, width: int) -> str:
    """Why there is nothing to draw for a condition, and what to type; `in_all` is its number of sessions unfiltered."""
    name = isolated(figures.condition)
    if in_all:
        sessions = "the 1 session" if in_all == 1 else f"any of the {in_all} sessions"
        see = f"See: paintrack list --for {shell_quoted(name)}"
        return pack([f"The filters do not fit {sessions} for {name}.", see], width, indent="")
    if other_conditions:
        return pack([f"No session for {name}.", *_how_to_see(other_conditions)], width, indent="")
    return fill(f"No session for {name} yet. Start with: paintrack before 7", width)


def other_conditions_hint(other_conditions: Sequence[str], width: int) -> str:
    """The other conditions, and how to see one of them."""
    return pack(_how_to_see(other_conditions), width, indent="")


def _how_to_see(conditions: Sequence[str]) -> list[str]:
    names = ", ".join(map(isolated, conditions))
    return [f"Also: {names}.", f"See one: paintrack trend --for {shell_quoted(visible_line(conditions[0]))}"]
