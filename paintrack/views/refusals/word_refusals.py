"""Words that are missing after a command, too many or not understood, and the command line that was probably meant.

`example` is always a command line without `paintrack`: `rate 4`.
"""

from collections.abc import Sequence

from paintrack.model.recorded_name import NameKind
from paintrack.model.typed.typed_text import listed, shell_quoted, visible_line
from paintrack.views.value_words import counted


def not_understood(message: str, word: str) -> str:
    """The message of the command line's parser about a command, as a sentence."""
    return f"{message.rstrip('.')}. Help: paintrack {word} --help"


def no_whole_number(option: str, typed: str) -> str:
    """That what is typed is no whole number, and what the option takes."""
    example = {"--last": 10, "--sessions": 12, "--scale": 100, "--passphrase-fd": 3}.get(option, 2)
    days = ' For days: --since "30 days".' if option == "--last" else ""
    return (
        f"{option} takes a whole number, as in {option} {example}.{days} You typed {visible_line(typed) or 'nothing'}."
    )


def missing_score(example: str) -> str:
    """Says that a command needs a score."""
    return f"The score is missing: paintrack {example}."


def too_many_scores(number: int, example: str) -> str:
    """Says that a command has more scores than it takes."""
    return f"{counted(number, 'score')} are too many here: paintrack {example}."


def surplus_words(words: str, example: str) -> str:
    """Says that nothing may follow the scores."""
    return f'"{words}" has no place here: paintrack {example}, and options for the rest.'


def missing_text(kind: str) -> str:
    """Says that a note or a question has no text."""
    return f"The {kind} is empty: paintrack {kind} TEXT, or - to read it."


def missing_scores(condition: str | None) -> str:
    """Says that a whole session has no score, or none for the condition."""
    if condition is not None:
        return f"{condition} has no score here: paintrack log 7 3 --for {shell_quoted(condition)}."
    return "There are no scores. Type them: paintrack log 7 3. A visit without scores: paintrack log --note TEXT."


def missing_side_effect() -> str:
    """Says that the side effect is missing."""
    return "The side effect is missing: paintrack effect bruise."


def missing_condition_of_zero() -> str:
    """Says that the condition is missing that was 0 on the days of a month."""
    return "Say what was 0: paintrack rate 0 --rest-of october --for migraine."


def missing_file_to_import() -> str:
    """Says that the file is missing that `import` takes."""
    return "Say which file, a CSV file or a JSON of paintrack export: paintrack import FILE"


def missing_file_to_merge() -> str:
    """Says that the file is missing that `merge` takes."""
    return "Say which file, that of the other computer, a copy of it, or its .json: paintrack merge FILE"


def missing_entry_to_delete() -> str:
    """Says that the entry or condition to delete is missing."""
    return (
        "Say what to delete, by its id or all of a condition: paintrack delete last, or --for CONDITION. "
        "The ids: paintrack list"
    )


def id_with_condition_to_delete(label: str, condition: str) -> str:
    """Says that `delete` takes ids or a condition, and how to remove the condition from the session that was named."""
    return (
        f"delete takes ids or --for. To take {condition} out of one session: "
        f"paintrack edit {shell_quoted(label)} --for {shell_quoted(condition)} --clear before --clear after"
    )


def form_of_renaming(kind: NameKind) -> str:
    """Says what `conditions` and `practitioners` take."""
    return f'It takes nothing, or rename with two names: paintrack {kind.value}s rename "OLD NAME" "NEW NAME"'


def form_of_completion(shells: Sequence[str]) -> str:
    """Says what `completion` takes; `shells` are the names that can be typed."""
    return f"paintrack completion install, show or uninstall; then {listed([*shells])}."


def form_of_config(names: Sequence[str]) -> str:
    """Says what `config` takes; `names` are those of the settings."""
    return f"paintrack config set NAME VALUE, or clear NAME; NAME is {listed([*names])}."


def unknown_topic(topic: str, topics: Sequence[str]) -> str:
    """Says that there is no help on a topic; `topics` are all that there are."""
    return f"There is no help on {topic}. Topics: {listed([*topics], 'and')}; commands: paintrack --help"
