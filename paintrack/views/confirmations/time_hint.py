"""How a typed time was understood, and the command that gives the saved entry another one."""

from collections.abc import Sequence

from paintrack.model.displayed_text import isolated, shell_quoted
from paintrack.model.values.moment import Moment
from paintrack.views.text_layout import fill_lines
from paintrack.views.value_words import show_day


def came_twice_hint(when: Moment, labels: Sequence[str], second: str, width: int) -> str:
    """Says that the clock showed the time of the entries with these `labels` twice.

    `second` is the form for the second time; empty if that one is meant or is still to come.
    """
    which = "first" if second else "second"
    sentence = f"{when.at:%H:%M} came twice on {show_day(when.day)}, as the clock went back; the {which} is meant."
    return _with_corrections(sentence, "For the second", labels, second, width)


def without_time_hint(typed: str, when: Moment, labels: Sequence[str], form: str, width: int) -> str:
    """Says that a part of a day, as `typed`, is stored without a time; `form` is one with an hour of that part."""
    sentence = f"No time was given: {isolated(typed)} is kept as {show_day(when.day)}."
    return _with_corrections(sentence, "With a time", labels, form, width)


def _with_corrections(sentence: str, purpose: str, labels: Sequence[str], form: str, width: int) -> str:
    corrections = [f"{purpose}: paintrack edit {label} --at {shell_quoted(form)}" for label in labels if form]
    return fill_lines("\n".join([sentence, *corrections]), width)
