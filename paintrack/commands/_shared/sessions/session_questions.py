"""What log, before, after, rate, effect and plan ask on a terminal when what they need is not typed behind them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.guidance.typographic_quotes import plain_name
from paintrack.commands._shared.id_resolution import session_of
from paintrack.commands._shared.names.name_resolution import condition_of, intended_names
from paintrack.commands._shared.options.common_options import NewSessionOptions, OneScoreOptions
from paintrack.commands._shared.parsing import moment_of, point_table, points_among, reject_numbers_among
from paintrack.commands._shared.sessions.after_score_name_matching import options_of_score
from paintrack.commands._shared.sessions.command_line_for_unsaved_answers import stop_after_scores
from paintrack.commands._shared.sessions.points_or_outcome_typed_as_side_effect import (
    reject_outcome_alone,
    reject_points,
)
from paintrack.commands._shared.terminal.console import BACK
from paintrack.commands._shared.terminal.dialogue import DialogueQuestion, ask_in_turn
from paintrack.commands._shared.urgent_advice import show_urgent_advice
from paintrack.errors import FutureTimeError, UsageError
from paintrack.model.acupuncture.points import parse_points, reject_signed_points, says_no_points, texts_of_points
from paintrack.model.completing.session_completion import (
    add_leaving_scores,
    no_current_session_error,
    reject_arrival_score,
)
from paintrack.model.displayed_text import isolated
from paintrack.model.entries import Session
from paintrack.model.name_kind import NameKind
from paintrack.model.open_session import current_session, current_sessions, may_be_right_after, open_ratings
from paintrack.model.symptoms.side_effect_recognition import is_denied, is_listed, is_none, parse_side_effects
from paintrack.model.typed.dates.suggested_times import earlier_form
from paintrack.model.typed.dates.typed_dates import parse_when
from paintrack.model.typed.typed_text import clean, folded, one_line
from paintrack.model.values.score import parse_score
from paintrack.storage.reader import Reader
from paintrack.views.value_words import counted, show_day

_CONDITION, _WHEN, _SCORE, _ARRIVAL, _LEAVING = "condition", "when", "score", "arrival", "leaving"
_POINTS, _SIDE_EFFECTS, _NOTE = "points", "side effects", "note"
_OPTIONS = {_CONDITION: "--for", _WHEN: "--at", _POINTS: "--points", _SIDE_EFFECTS: "--side-effect"}
# What people type where there is nothing to say; `--note -` would wait for standard input.
_NOTHING = "-"
# One score or two, such as `7.5` and `7/3`, where the time is asked for.
_SCORES_TYPED_EARLY = re.compile(r"\d\d?(?:[.,]\d)?(?:[\s,/-]+\d\d?(?:[.,]\d)?)?")
_NO_NOTE = (_NOTHING, "none", "no", "nothing", "no note", "n/a")

ScoreAndOptions = tuple[list[str], OneScoreOptions]
_Options = TypeVar("_Options", bound=NewSessionOptions)


def ask_log(
    context: Context, before: float | None, options: NewSessionOptions
) -> tuple[float | None, float | None, NewSessionOptions]:
    """The scores on arrival (asked unless typed) and on leaving, and the options with what was asked besides."""
    questions = [
        DialogueQuestion(_ARRIVAL, "Score on arrival, 0 to 10", _optional_score, "skip", is_hidden=True),
        DialogueQuestion(_LEAVING, "Score on leaving, 0 to 10", _optional_score, "later"),
    ]
    is_whole = before is None and options.is_empty
    if is_whole:
        # Often a visit that is over.
        questions.insert(
            0, DialogueQuestion(_WHEN, "When was it, such as yesterday 15:00", partial(_when, context), "now")
        )
        questions = [*_condition_questions(context), *questions, *_details(context)]
    error_on_stop = stop_after_scores(context, "log", [_ARRIVAL, _LEAVING], _OPTIONS) if is_whole else None
    answers = ask_in_turn(context.console, questions if before is None else questions[1:], error_on_stop=error_on_stop)
    arrival, leaving = (parse_score(typed) if (typed := answers.get(name)) else None for name in (_ARRIVAL, _LEAVING))
    if is_whole:
        options = _with_details(options, answers)
        if arrival is leaving is None:
            # A visit without scores is one for no condition.
            options = replace(options, condition=None)
    return arrival if before is None else before, leaving, options


def ask_before(
    context: Context, options: OneScoreOptions, conditions: Sequence[str | None] = (), *, opens_another: bool
) -> ScoreAndOptions:
    """The score on arrival as the word of the command, and the options with the answers to all other questions.

    `conditions` are those that the options name, None for the usual one. Unless it `opens_another` session, only
    conditions without a score on arrival in the current session are taken; any other is refused at once. Points and
    side effects are not asked for, because nothing has been needled yet.
    """
    questions = [DialogueQuestion(_SCORE, "Score on arrival, 0 to 10", _score)]
    is_whole = options.is_empty
    if not (is_whole or opens_another):
        with context.open_reader() as reader:
            session = current_session(reader.open_sessions(), moment_of(options.at, context))
            names = [condition_of(each, reader) for each in conditions]
        if session is not None:
            for name in names:
                reject_arrival_score(session, name, None)
    if is_whole:
        questions = [*_condition_questions(context, takes_arrival=not opens_another), *questions, *_NOTE_QUESTIONS]
    another = ["--another"] if opens_another else []
    error_on_stop = stop_after_scores(context, "before", [_SCORE], _OPTIONS, another) if is_whole else None
    answers = ask_in_turn(context.console, questions, error_on_stop=error_on_stop)
    return [answers[_SCORE]], _with_details(options, answers) if is_whole else options


def ask_after(context: Context, options: OneScoreOptions, session_id: str | None) -> ScoreAndOptions:
    """The score on leaving as the word of the command, and the options with what was asked besides.

    Which condition is asked where several wait for their score. Raises NotFoundError when none does.
    """
    sessions = _open_sessions(context, options.at, session_id)
    conditions = [*dict.fromkeys(rating.condition for session in sessions for rating in open_ratings(session))]
    is_whole = options.is_empty
    is_one = is_whole and len(conditions) == 1
    if not conditions:
        # No questions if the command is refused anyway.
        add_leaving_scores(sessions[0], None, None, (), when=None, typed="", is_session_typed=True)
    name = f" for {isolated(conditions[0])}" if is_one else ""
    # Of a session long over, how it is now is not a score on leaving.
    is_over = session_id is not None and not may_be_right_after(sessions[0], moment_of(options.at, context))
    which = f"right after session {sessions[0].label}, {show_day(sessions[0].when.day)}" if is_over else "on leaving"
    comma = "," if is_over and name else ""
    questions = [DialogueQuestion(_SCORE, f"Score {which}{comma}{name}, 0 to 10", _score)]
    if is_whole and len(conditions) > 1:
        questions.insert(0, _open_condition_question(conditions))
    # With the session, the score is from right after it, whenever it is typed.
    named = _OPTIONS if session_id is None else {name: each for name, each in _OPTIONS.items() if name != _WHEN}
    session_words = [] if session_id is None else ["--session", session_id]
    error_on_stop = stop_after_scores(context, "after", [_SCORE], named, session_words) if is_whole else None
    details = _details(context) if is_whole else ()
    answers = ask_in_turn(context.console, [*questions, *details], error_on_stop=error_on_stop)
    return [answers[_SCORE]], _with_details(options, answers) if is_whole else options


def ask_rate(context: Context, *, is_whole: bool) -> tuple[list[str], str | None]:
    """The score as the word of the command, and the condition; `is_whole`: nothing was typed, ask for both."""
    questions = [DialogueQuestion(_SCORE, "Score now, 0 to 10", _score)]
    answers = ask_in_turn(context.console, [*(_condition_questions(context) if is_whole else ()), *questions])
    return [answers[_SCORE]], answers.get(_CONDITION) or None


def ask_side_effect(context: Context, session: Session) -> str:
    """The side effect in the person's words."""
    day = show_day(session.when.day)
    prompt = f"Side effect after session {session.label}, {day}, such as bruise or dizzy"
    parse = partial(_side_effect, context, session=session)
    question = DialogueQuestion(_SIDE_EFFECTS, prompt, parse, advise=_advise_on_side_effect)
    return ask_in_turn(context.console, [question])[_SIDE_EFFECTS]


def ask_planned_condition(context: Context, planned: Sequence[str]) -> str:
    """The condition whose plan is meant, one of those that have a plan."""
    parse = partial(_planned_condition, planned=planned)
    return ask_in_turn(context.console, [DialogueQuestion(_CONDITION, _which_prompt(planned), parse)])[_CONDITION]


def _with_details(options: _Options, answers: dict[str, str]) -> _Options:
    return replace(
        options,
        condition=answers.get(_CONDITION) or None,
        at=answers.get(_WHEN) or None,
        points=answers.get(_POINTS) or None,
        side_effects=[typed] if (typed := answers.get(_SIDE_EFFECTS)) else [],
        note=answers[_NOTE] or None,
    )


def _condition_questions(context: Context, *, takes_arrival: bool = False) -> list[DialogueQuestion]:
    """The question for the condition; with `takes_arrival` for one that the current session has no score for yet."""
    with context.open_reader() as reader:
        session = current_session(reader.open_sessions(), moment_of(None, context)) if takes_arrival else None
        own, usual = _own_conditions(reader), condition_of(None, reader)
    if session is None:
        return [_condition_question(context, own, usual)]
    waiting = [name for name in own if not _has_arrival_score(session, name)]
    offered = usual if not _has_arrival_score(session, usual) else next(iter(waiting), "")

    def reject_rated(condition: str) -> None:
        reject_arrival_score(session, condition, None)

    return [_condition_question(context, waiting, offered, reject_rated)]


def _has_arrival_score(session: Session, condition: str) -> bool:
    rating = session.rating_of(condition)
    return rating is not None and rating.before is not None


def _own_conditions(reader: Reader) -> list[str]:
    """The recorded conditions, the newest first; of one day the usual one."""
    recorded = [each for each in reader.recorded_names(NameKind.CONDITION) if each.times]
    usual = folded(reader.usual_condition() or "")
    newest_first = sorted(recorded, key=lambda each: (each.last, folded(each.name) == usual), reverse=True)
    return [each.name for each in newest_first]


def _condition_question(
    context: Context, own: Sequence[str], offered: str, check: Callable[[str], None] | None = None
) -> DialogueQuestion:
    """The question for a condition: one of one's own by its number or name, or a new one.

    Enter alone means the one that is `offered`, or with none a new question. `check` raises UsageError for a condition
    that the command would refuse.
    """
    if own:
        prompt = f"What do you rate?\n{_numbered(own)}\nNumber, name or a new one"
    else:
        prompt = 'What do you rate, in your words, such as "lower back"'

    def parse(typed: str) -> str:
        condition = _condition(context, typed, own=own)
        if check is None:
            return condition
        if not (condition or offered):
            raise UsageError("Type the name of what you rate.")
        check(condition or offered)
        return condition or offered

    advise = partial(_advise_on_condition, own=own)
    return DialogueQuestion(_CONDITION, prompt, parse, isolated(offered), advise)


def _open_condition_question(waiting: Sequence[str]) -> DialogueQuestion:
    """The question for one of the conditions that wait for their score on leaving."""
    parse = partial(_open_condition, waiting=waiting)
    return DialogueQuestion(_CONDITION, _which_prompt(waiting), parse, isolated(waiting[0]))


def _which_prompt(names: Sequence[str]) -> str:
    return f"Which one?\n{_numbered(names)}\nNumber or name"


def _numbered(names: Sequence[str]) -> str:
    return "\n".join(f"  {number} {isolated(name)}" for number, name in enumerate(names, 1))


def _condition(context: Context, typed: str, *, own: Sequence[str]) -> str:
    """The condition that was typed, by its number or its name, which may be new; empty for Enter.

    A new name that is much like an old one is asked about at once. Raises SteppedBackError for `<` typed at that.
    """
    name = _name(typed, own)
    if not name:
        return ""
    if (listed := _listed(name, own)) is not None:
        return listed
    if not any(map(str.isalpha, name)):
        numbers = f"The list has {counted(len(own), 'condition')}" if own else "That is not a name"
        raise UsageError(f"{numbers}. You typed {isolated(name)}. The score comes next.")
    if any(map(_is_code, name.split())):
        question = f"{isolated(name)} names a point; points come later. Is it what you rate?"
        if not context.console.confirm(question, may_step_back=True):
            raise UsageError('Type what you rate, such as "lower back".')
        return name
    if re.search(r"[^,;\s]\s*[,;]\s*[^,;\s]", name):
        raise UsageError("Type one condition here, without a comma; record the others afterwards.")
    return intended_names(context, [("--for", name)], accepts_new=False, may_step_back=True)["--for", name]


def _open_condition(typed: str, *, waiting: Sequence[str]) -> str:
    name = _name(typed, waiting)
    if not name:
        return waiting[0]
    if (listed := _listed(name, waiting)) is None:
        raise UsageError(f"{isolated(name)} has no open score on arrival here. Type a number of the list.")
    return listed


def _planned_condition(typed: str, *, planned: Sequence[str]) -> str:
    name = _name(typed, planned)
    if (listed := _listed(name, planned)) is None:
        raise UsageError(f"{f'{isolated(name)} has no plan. ' if name else ''}Type a number of the list.")
    return listed


def _name(typed: str, recorded: Sequence[str]) -> str:
    # In quotation marks, as on the command line.
    name = typed.strip("\"'")
    if folded(name) not in map(folded, recorded):
        name = plain_name(name)
    return one_line(name, "The condition") if name else ""


def _listed(name: str, names: Sequence[str]) -> str | None:
    """The one of the names that is meant, by its spelling or else by its number; None for none of them."""
    for each in names:
        if folded(each) == folded(name):
            return each
    return names[int(name) - 1] if name.isdecimal() and 1 <= int(name) <= len(names) else None


def _advise_on_condition(typed: str, *, own: Sequence[str]) -> None:
    # What is rated for weeks is no news.
    if folded(typed) not in map(folded, own):
        show_urgent_advice([typed])


def _open_sessions(context: Context, at: str | None, session_id: str | None) -> list[Session]:
    """The sessions that may wait for their score on leaving, the newest first; with an id that one alone."""
    when = moment_of(at, context)
    with context.open_reader() as reader:
        open_sessions = reader.open_sessions()
        sessions = current_sessions(open_sessions, when) if session_id is None else [session_of(reader, session_id)]
    if not sessions:
        raise no_current_session_error(open_sessions, None, when, typed_at=at, options=options_of_score())
    return sessions


def _when(context: Context, typed: str) -> str:
    # In quotation marks, as on the command line.
    text = typed.strip("\"'")
    if text.isdecimal() and len(text) < 3:
        raise UsageError(f"{text} alone is not a time: an hour is 9:00. The score comes next.")
    if text:
        try:
            parse_when(text, context.now)
        except FutureTimeError:
            # Only a time is asked for here, no command.
            raise FutureTimeError(text, earlier=earlier_form(text, context.now)) from None
        except UsageError:
            if _SCORES_TYPED_EARLY.fullmatch(text):
                raise UsageError(f"{text} is not a time. The score comes next.") from None
            raise
    return text


def _score(typed: str) -> str:
    parse_score(typed)
    return typed


def _optional_score(typed: str) -> str:
    return "" if typed in ("", _NOTHING) else _score(typed)


def _points(context: Context, typed: str) -> str:
    """The points as typed; where a text with a code is kept as one point, only if that is confirmed. May step back."""
    if not typed or says_no_points(typed):
        return ""
    if re.fullmatch(r"[0-9.,/ ]+", typed):
        raise UsageError(f"{typed} is not a point. Points are typed such as LI4 ST36.")
    if is_listed(typed):
        raise UsageError(f"{isolated(typed)} is a side effect; they come next. Points are typed such as LI4 ST36.")
    reject_signed_points(typed)
    parse_points(typed, point_table)
    is_one_text = len(texts_of_points(typed, point_table)) == 1
    if is_one_text and any(map(_is_code, typed.split())) and not points_among([typed]):
        question = f"{isolated(typed)}: is that one point?"
        if not context.console.confirm(question, may_step_back=True):
            raise UsageError("Type commas between points, such as LI4, my own spot.")
    return typed


def _is_code(word: str) -> bool:
    """Whether it is the code of a point, with two letters or more: L5 is also a part of the back."""
    return re.fullmatch("[a-z]{2,}[0-9]+", folded(word)) is not None and bool(points_among([word]))


def _side_effect(context: Context, typed: str, *, session: Session) -> str:
    if not is_none(typed):
        reject_numbers_among([typed])
        parse_side_effects(typed)
        reject_points(typed, session)
        reject_outcome_alone(context, typed, session.label, None)
    return typed


def _optional_side_effects(typed: str) -> str:
    if typed in ("", _NOTHING) or is_none(typed) or is_denied(typed):
        return ""
    reject_numbers_among([typed])
    parse_side_effects(typed)
    for point in points_among([typed]):
        raise UsageError(f"{isolated(point)} is an acupuncture point; those come one question before. Back: {BACK}")
    return typed


def _advise_on_side_effect(typed: str) -> None:
    show_urgent_advice((), [typed])


def _note(typed: str) -> str:
    return "" if folded(typed).rstrip(".") in _NO_NOTE else clean(typed, "The note")


_NOTE_QUESTIONS = (DialogueQuestion(_NOTE, "Note", _note, "skip"),)


def _details(context: Context) -> list[DialogueQuestion]:
    return [
        DialogueQuestion(_POINTS, "Points, such as LI4 ST36", partial(_points, context), "skip"),
        DialogueQuestion(_SIDE_EFFECTS, "Side effects", _optional_side_effects, "skip", _advise_on_side_effect),
        *_NOTE_QUESTIONS,
    ]
