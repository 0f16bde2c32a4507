"""Confirmations and lists of notes, questions, PEG scores and plans."""

from collections.abc import Sequence

from paintrack.model.displayed_text import capitalize_first, isolated, visible_line
from paintrack.model.entries import kind_name
from paintrack.model.other_entries import Note, OtherEntry, Peg, Question
from paintrack.model.symptoms.serious_sign_search import speaks_of_self_harm
from paintrack.views.confirmations.confirmation_parts import OFF_THE_PAGE, UNDO, command_typed_again, paragraph
from paintrack.views.text_layout import fill, pack, with_full_stop
from paintrack.views.value_words import content_in_words, show_day, show_moment

# Shown after a PEG, because both are asked for at the same times.
OVERALL_HINT = "How is it overall? paintrack overall"


def other_entry_confirmation(
    entry: OtherEntry,
    *consequences: str,
    width: int,
    with_time: bool = False,
    remarks: Sequence[str] = (),
    repetition: str = "",
) -> str:
    """Id and day of the saved entry, its content unless it is a long text, and the `consequences`, perhaps empty texts.

    `with_time`: with the time of day as well, if one is stored. `remarks` end with a command; each has its own lines.
    `repetition`: that it was typed before, and how to take it back.
    """
    text = "" if isinstance(entry, Note | Question) else with_full_stop(content_in_words(entry))
    name = f"{kind_name(entry.kind)} {entry.label}"
    when = show_moment(entry.when) if with_time else show_day(entry.when.day)
    words = [f"Saved {name},", f"{when}{':' if text else '.'}", text, *consequences]
    if not remarks and not repetition:
        return pack([*words, UNDO], width)
    below = [*remarks, repetition or UNDO]
    return "\n".join([pack(words, width), *(paragraph(each, width) for each in below)])


def repeated_entry_remark(other: OtherEntry) -> str:
    """That another entry of the day says what the saved one says, and how to remove the saved one."""
    name = capitalize_first(f"{kind_name(other.kind)} {other.label}")
    return f"{name} says the same. Typed twice? paintrack undo"


def noted_outcome_remark(line: Sequence[str]) -> str:
    """How to save what a note says became of a side effect with that side effect, by the words of the command."""
    return f"To save it with the side effect, too: {command_typed_again(line)}"


def page_visibility(entry: Note | Question) -> str:
    """Says whether the entry will be on the page: not if it is private or mentions self-harm."""
    if isinstance(entry, Note) and entry.private:
        return "It stays off your page."
    if speaks_of_self_harm(entry.text):
        return OFF_THE_PAGE
    return "It will be on your page."


def answered_question_confirmation(question: Question, *, was_settled: bool, width: int) -> str:
    """Says that the question leaves the page; if it `was_settled` before, that nothing changed."""
    if was_settled:
        return pack([f"Nothing to change: question {question.label} was settled already."], width)
    return pack([f"Settled question {question.label}:", "it leaves your page.", UNDO], width)


def other_entry_list(entries: Sequence[OtherEntry], width: int, *, plain: bool = False) -> str:
    """A paragraph, or with `plain` a sentence, for each entry, with id and day; one sentence if there are none."""
    if not entries:
        return "None recorded yet."
    if plain:
        return "\n".join(map(_spoken, entries))
    return "\n".join(
        fill(f"{show_day(each.when.day)}: {_says(each)}", width, first=f"{each.label:>4}  ", rest=" " * 6)
        for each in entries
    )


def _spoken(entry: OtherEntry) -> str:
    name = capitalize_first(f"{kind_name(entry.kind)} {entry.label}")
    return with_full_stop(f"{name}, {show_day(entry.when.day, long=True)}: {visible_line(_says(entry))}")


def _says(entry: OtherEntry) -> str:
    if isinstance(entry, Note):
        return f"{isolated(entry.text)}{' (private)' if entry.private else ''}"
    if isinstance(entry, Question):
        return f"{isolated(entry.text)}{' (done)' if entry.done else ''}"
    return f"{content_in_words(entry)}; mean {entry.mean:.1f}" if isinstance(entry, Peg) else content_in_words(entry)
