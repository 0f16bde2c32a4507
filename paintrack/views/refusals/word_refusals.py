"""Words that are missing after a command, too many or not understood, and the command line that was probably meant.

`example` is always a command line without `paintrack`: `rate 4`.
"""

import re
from collections.abc import Sequence

from paintrack.model.displayed_text import isolated, listed, shell_quoted
from paintrack.model.name_kind import NameKind
from paintrack.views.refusals.command_line_refusals import command_line
from paintrack.views.value_words import counted

# What typer says of a command line, in our words; `{word}` is the command. What typer calls possible is often
# far from what was typed, as --plain is from --public; `{near}` names the options that are near.
_SENTENCES = (
    (r"Got unexpected extra arguments? ?(?:\(s\) )?\((.*)\)", '"{0}" has no place here'),
    (r"No such option: (\S+)(?: \(Possible options: .+\))?", "{0} is not an option of {word}{near}"),
    (r"Option '(\S+)' requires an argument", "{0} needs a value behind it{value}"),
    (r"Option '(\S+)' requires \d+ arguments", "{0} needs more values behind it"),
    (r"Option '(\S+)' does not take a value", "{0} takes no value: type it alone"),
    (r"Missing argument '(.+)'", "{0} is missing behind {word}"),
)


# What stands behind an option, as somebody types it.
_VALUES = {
    "--for": '"lower back"', "--with": '"Dr Li"', "--at": '"yesterday 15:00"', "--note": '"slept well"',
    "--points": "LI4,ST36", "--point": "LI4", "--technique": "cupping", "--side-effect": "bruise",
    "--also": "migraine=5", "--cost": "60", "--covered": "40", "--took": "ibuprofen", "--since": '"30 days"',
    "--until": "yesterday", "--last": "10", "--grep": "sleep", "--before": "7", "--after": "3", "--score": "5",
    "--goal": "3", "--sessions": "12", "--steps": "2", "--session": "12", "--by": "point",
    "--outcome": '"gone after 5 days"', "--rest-of": "october", "--next": '"tue 14:00"', "--clear": "note",
}  # fmt: skip


def not_understood(message: str, word: str, near: Sequence[str] = ()) -> str:
    """The message of the command line's parser about a command, as a sentence.

    `near` are the options of the command that are spelled like one that it does not have. `word` is empty where no
    command was typed.

    >>> not_understood("No such option: --bogus", "list")
    '--bogus is not an option of list. Help: paintrack list --help'
    """
    offered = f"; there is {listed([*near], 'and')}" if near else ""
    for pattern, sentence in _SENTENCES:
        if match := re.fullmatch(pattern, message.rstrip("."), re.DOTALL):
            option = match[1]
            value = f", as in {option} {_VALUES[option]}" if option in _VALUES else ""
            named = word or "paintrack alone"
            message = sentence.format(*map(isolated, match.groups()), word=named, near=offered, value=value)
            break
    return f"{message.rstrip('.')}. Help: {command_line([*([word] if word else []), '--help'])}"


def missing_value(option: str, word: str) -> str:
    """Says that no value stands behind an option of the command `word`, but another option or nothing."""
    return not_understood(f"Option '{option}' requires an argument", word)


def no_whole_number(option: str, typed: str) -> str:
    """That what is typed is no whole number, and what the option takes."""
    example = {"--last": 10, "--sessions": 12, "--scale": 100, "--passphrase-fd": 3}.get(option, 2)
    days = ' For days: --since "30 days".' if option == "--last" else ""
    return f"{option} takes a whole number, as in {option} {example}.{days} You typed {isolated(typed) or 'nothing'}."


_PLACEHOLDERS = {
    **dict.fromkeys(("NAME", "NEW", "NEW NAME", "CONDITION"), "a name of yours"),
    **dict.fromkeys(("OLD", "OLD NAME"), "a name in your diary"),
    **dict.fromkeys(("SCORE", "BEFORE", "AFTER"), "a score, 0 to 10"),
    "TEXT": "words of yours",
    "VALUE": "a value",
}


def typed_placeholder(words: Sequence[str]) -> str:
    """Says that one of the words of a command line stands for something, as in an example; empty for none of them.

    In small letters each may be a name.
    """
    word = next((each for each in words if each in _PLACEHOLDERS), None)
    return f"{word} stands for {_PLACEHOLDERS[word]}: type that in its place." if word else ""


def missing_score(example: str) -> str:
    """Says that a command needs a score."""
    return f"The score is missing: paintrack {example}."


def too_many_scores(scores: Sequence[str], most: int, example: str) -> str:
    """Says that a command has more scores than the `most` it takes, one or two."""
    if most == 2 and len(scores) == 3:
        visit, later = command_line(["log", *scores[:2]]), command_line(["rate", scores[2]])
        return f"A session has two scores, before and after. As in: {visit}. And how it is later: {later}."
    return f"{counted(len(scores), 'score')} are too many here: paintrack {example}."


def surplus_words(words: str, example: str) -> str:
    """Says that nothing may follow the scores."""
    return f'"{isolated(words)}" has no place here: paintrack {example}, and options for the rest.'


def missing_text(kind: str) -> str:
    """Says that a note or a question has no text."""
    return f"The {kind} is empty: paintrack {kind} TEXT, or - to read it."


def score_taken_by_shell(typed: str, line: Sequence[str]) -> str:
    """Says what a shell leaves of `7->3`, and the line with a blank between the scores."""
    return (
        f"{isolated(typed)} is what a shell leaves of {isolated(typed)}>3: it takes what follows > for the name of a "
        f"file, and has made that file. With a blank between the scores: {command_line(line)}"
    )


def missing_scores(condition: str | None) -> str:
    """Says that a whole session has no score, or none for the condition."""
    if condition is not None:
        return f"{isolated(condition)} has no score here: paintrack log 7 3 --for {shell_quoted(condition)}."
    return "There are no scores. Type them: paintrack log 7 3. A visit without scores: paintrack log --note TEXT."


def missing_side_effect() -> str:
    """Says that the side effect is missing."""
    return "The side effect is missing: paintrack effect bruise."


def missing_condition_of_zero() -> str:
    """Says that the condition is missing that was 0 on the days of a month."""
    return "Say what was 0: paintrack rate 0 --rest-of october --for migraine."


def not_a_question(label: str, open_ids: Sequence[str]) -> str:
    """Says that `--done` got the id of another entry; `open_ids` are those of the questions that are not settled."""
    if not open_ids:
        return f"{label} is not a question, and none is open. To see them all: paintrack question --list"
    meant = f"q{label}" if f"q{label}" in open_ids else open_ids[0]
    return f"{label} is not a question. For question {meant}: paintrack question --done {meant}"


def missing_file_to_import() -> str:
    """Says that the file is missing that `import` takes."""
    return "Say which file, a CSV file or a JSON export: paintrack import FILE"


def missing_file_to_merge() -> str:
    """Says that the file is missing that `merge` takes."""
    return "Say which file, that of the other computer, a copy of it, or its .json: paintrack merge FILE"


def no_repeated_reminder() -> str:
    """Says that nothing reminds every day, and what does."""
    return (
        "paintrack reminds of one visit, the next: for every day, set an alarm on your phone. "
        'The next visit: paintrack remind --next "tue 14:00"'
    )


def id_with_condition_to_delete(label: str, condition: str, *, has_condition: bool) -> str:
    """Says that `delete` takes ids or a condition, and what each alone deletes.

    `has_condition`: the id is that of a session that rates the condition and another one, and it can be taken out.
    """
    id_, name = shell_quoted(label), shell_quoted(condition)
    if has_condition:
        return (
            f"delete takes ids or --for. To take {isolated(condition)} out of one session: "
            f"paintrack edit {id_} --for {name} --clear before --clear after"
        )
    return f"delete takes ids or --for. The entry: paintrack delete {id_}; the condition: paintrack delete --for {name}"


def form_of_renaming(kind: NameKind) -> str:
    """Says what `conditions` and `practitioners` take."""
    return f'It takes nothing, or rename with two names: paintrack {kind.value}s rename "OLD NAME" "NEW NAME"'


def form_of_completion(shells: Sequence[str]) -> str:
    """Says what `completion` takes; `shells` are the names that can be typed."""
    return f"completion takes install, show or uninstall, and a shell if it is not yours: {listed([*shells])}."


def form_of_config(names: Sequence[str]) -> str:
    """Says what `config` takes; `names` are those of the settings."""
    return f"config takes set NAME VALUE or clear NAME. NAME is one of {listed([*names])}."


def unknown_topic(topic: str, topics: Sequence[str]) -> str:
    """Says that there is no help on a topic; `topics` are all that there are."""
    return f"There is no help on {topic}. Topics: {listed([*topics], 'and')}; commands: paintrack --help"
