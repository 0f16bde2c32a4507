"""Options that a command would ignore, or that lack what they need, and the command line that was meant.

`example` is always a command line without `paintrack`: `backup FILE --force`.
"""

from collections.abc import Mapping

from paintrack.model.typed.typed_text import shell_quoted, visible_line


def force_without_file(example: str) -> str:
    """That `--force` stands where no file is written."""
    return f"--force replaces a file: paintrack {example}"


def list_with_others(entries: str, example: str) -> str:
    """That something is typed beside `--list`; `entries` names what it lists (`notes`), `example` records one."""
    return f"--list shows the {entries} and takes nothing else. To record one: paintrack {example}."


def done_with_others() -> str:
    """That something is typed beside `--done`."""
    return "--done settles a question and takes nothing else. To ask a new one: paintrack question TEXT."


def zero_month_with_score() -> str:
    """That the score beside `--rest-of` is not 0."""
    return "--rest-of says that the other days were 0: paintrack rate 0 --rest-of october."


def only_to_set_plan(purpose: str, values: Mapping[str, object]) -> str:
    """That values are typed which only `plan set` takes; `purpose` says what is done: `This shows the plan. To set it`.

    `values` are those of the options, by option; None where one was not typed.
    """
    typed = [
        f"{option} {shell_quoted(visible_line(str(value)))}" for option, value in values.items() if value is not None
    ]
    return f"{purpose}: paintrack plan set {' '.join(typed)}."


def encrypted_without_name(extension: str) -> str:
    """That an encrypted copy has no name, or one without the extension (`.age`)."""
    return f"An encrypted copy needs a name: paintrack backup --encrypt FILE{extension}"


def readings_without_calendar() -> str:
    """That `--readings` stands where no calendar file is written."""
    return "--readings goes into the file: paintrack remind --readings -o next.ics"


def other_calendar_name(output: str) -> str:
    """That the calendar file is to have another extension."""
    return f"A calendar file ends in .ics: paintrack remind -o next.ics. You typed {output}."


def other_drawing_name(output: str, extension: str) -> str:
    """That the drawing of a trend is to have another extension than its own (`.svg`)."""
    return f"The chart is written as SVG: paintrack trend -o chart{extension}. You typed {output}."


def open_without_page() -> str:
    """That `--open` stands where no HTML file is written."""
    return "--open shows an HTML file: paintrack summary -o page.html --open"


def json_without_file() -> str:
    """That `--json`, which tells of a file, stands where the history goes to standard output."""
    return "--json tells of a file; for the history itself as JSON: paintrack export - --format json"


def binary_without_file(label: str, example: str) -> str:
    """That a document of a format that no terminal shows (`PDF`) has no file to go to."""
    return f"A {label} goes to a file: paintrack {example}"


def paper_without_sheets(formats: str, example: str) -> str:
    """That `--paper` stands with a format that has none; `formats` names those that have."""
    return f"--paper is for {formats}: paintrack {example}"


def json_with_file(example: str) -> str:
    """That the statement is to go to a file as JSON."""
    return f"--json goes to the screen; a file is CSV: paintrack {example}"


def change_without_text(formats: str, example: str) -> str:
    """That `--with-change` stands with a format for programs; `formats` names those for people."""
    return f"--with-change is for {formats}: paintrack {example}"


def change_without_scores() -> str:
    """That `--with-change` stands in a diary without a score."""
    return "--with-change needs scores, and none is recorded yet: paintrack before 7"


def statement_options_alone(example: str) -> str:
    """That options of the statement are typed without `--visits`."""
    return f"These options are for the statement of your visits: paintrack {example}"


def editor_without_terminal(kind: str) -> str:
    """That a note or a question is to be written in an editor and there is no terminal."""
    return f"--edit needs a terminal: paintrack {kind} TEXT, or - to read it."


def editor_not_set(kind: str) -> str:
    """That no variable names an editor."""
    return f"No editor is set: EDITOR=nano paintrack {kind} --edit"
