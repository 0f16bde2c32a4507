"""Command lines that rate several conditions, as a person types them."""

from collections.abc import Iterable, Sequence

from paintrack.model.displayed_text import isolated, listed, shell_quoted, visible_line, without_isolates
from paintrack.model.entries import Session
from paintrack.model.open_session import open_conditions

_OF_READINGS = ("--for", "--also", "--at", "--took", "--note", "--new")


def after_all_scores(open_conditions: Sequence[str], score: str = "SCORE") -> str:
    """The command with a score for each condition that waits for one; `score` is the first one's.

    >>> print(after_all_scores(["lower back", "migraine"]))
    paintrack after SCORE --also migraine=SCORE
    """
    also = [f" --also {condition_with_score(visible_line(name), 'SCORE')}" for name in open_conditions[1:]]
    return f"paintrack after {score}{''.join(also)}"


def scores_after_command(session: Session) -> str:
    """The command that adds the scores on leaving to a session, also to an earlier one."""
    return f"{after_all_scores(open_conditions(session))} --session {session.label}"


def scores_after_hint(session: Session, *, is_only_one: bool) -> str:
    """What to type for the scores on leaving; `is_only_one`: `after` without an id can be for no other session."""
    if is_only_one:
        return f"When it is over: {after_all_scores(open_conditions(session))}"
    return f"For the score after it: {scores_after_command(session)}"


def other_scores_after_hint(session: Session, *, is_only_one: bool) -> str:
    """What to type for the scores on leaving that are missing beside one that was saved; as `scores_after_hint`."""
    conditions = open_conditions(session)
    command = after_all_scores(conditions) if is_only_one else scores_after_command(session)
    return f"For {listed([isolated(each) for each in conditions], 'and')}: {command}"


def condition_with_score(name: str, scores: str) -> str:
    """A value of `--also` as one word of a shell: `migraine=SCORE`."""
    # `=` needs no quotes, but a name with a blank does.
    name = without_isolates(name)
    return f"{name}={scores}" if shell_quoted(name) == name else shell_quoted(f"{name}={scores}")


def options_in_shell(options: Iterable[tuple[str, str | None]]) -> str:
    """Options with their values as typed in a shell, each after a blank: ` --for "lower back" --new`."""
    words = [word for option in options for word in option if word is not None]
    return "".join(f" {word if word.startswith('-') else shell_quoted(visible_line(word))}" for word in words)


def leaving_as_session(score: str, options: Iterable[tuple[str, str | None]]) -> str:
    """The command that saves a score on leaving with these options of `after` as a whole session.

    >>> print(leaving_as_session("3", [("--also", "neck=2")]))
    paintrack log BEFORE 3 --also neck=BEFORE:2
    """
    own = [(name, f"{value}".replace("=", "=BEFORE:") if name == "--also" else value) for name, value in options]
    return f"paintrack log BEFORE {score}{options_in_shell(own)}"


def leaving_as_reading(score: str, options: Iterable[tuple[str, str | None]]) -> str:
    """The command that saves a score on leaving as a reading, with those options of `after` that a reading has."""
    return f"paintrack rate {score}{options_in_shell(each for each in options if each[0] in _OF_READINGS)}"
