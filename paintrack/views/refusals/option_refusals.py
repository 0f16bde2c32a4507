"""Options that a command would ignore, or that lack what they need, and the command line that was probably meant.

`example` is always a command line without `paintrack`: `backup FILE --force`.
"""

from collections.abc import Mapping, Sequence

from paintrack.model.displayed_text import isolated, listed, shell_quoted, visible_line, visible_path
from paintrack.views.refusals.command_line_refusals import command_line


def blank_file_name(option: str) -> str:
    """Says that the name of a file is blank; `option` takes it, empty: it is an argument."""
    return f"The name of the file {f'behind {option} ' if option else ''}is blank: give it a name."


def no_standard_stream(command: str, example: str) -> str:
    """Says that `-`, which other commands take for standard input or output, is no file for this one."""
    return f"{command} needs the name of a file, not -: paintrack {example}"


def force_without_file(example: str) -> str:
    """Says that `--force` needs a file to write."""
    return f"--force replaces a file: paintrack {example}"


def list_with_others(entries: str, verb: str, example: str) -> str:
    """Says that `--list` takes nothing else; `entries` names what it lists (`notes`).

    `example` makes one, and `verb` says how: `record` a note, `write` a backup.
    """
    return f"--list shows the {entries} and takes nothing else. To {verb} one: paintrack {example}"


def done_with_others() -> str:
    """Says that `--done` takes nothing else."""
    return "--done settles a question and takes nothing else. To ask a new one: paintrack question TEXT"


def zero_month_with_score(options: Sequence[str]) -> str:
    """Says that `--rest-of` takes only the score 0; `options` are those that were typed, with their values."""
    return f"--rest-of says that the other days were 0: {command_line(['rate', '0', *options])}"


def only_to_set_plan(purpose: str, values: Mapping[str, object], *, has_plan: bool) -> str:
    """Says that only `plan set` takes the typed `values`, which are by option; None for one that was not typed.

    `purpose` begins the sentence: `This shows the plan. To set it`. Where there is no plan, a first day makes none.
    """
    typed = [
        option if value is True else f"{option} {shell_quoted(visible_line(str(value)))}"
        for option, value in values.items()
        if value is not None and value is not False
    ]
    if not has_plan and values["--sessions"] is None and values["--goal"] is None:
        typed.append("--sessions N")
    return f"{purpose}: paintrack plan set {' '.join(typed)}"


def only_to_rename(kind: str) -> str:
    """Says that the options `--yes` and `--new` of `conditions` and `practitioners` go with a new name."""
    return f'--yes and --new only go with rename: paintrack {kind}s rename "OLD NAME" "NEW NAME"'


def several_plans_running(conditions: Sequence[str]) -> str:
    """That `plan end` names none of the conditions whose plans are running."""
    names = [*map(isolated, conditions)]
    lines = [f"  paintrack plan end --for {shell_quoted(name)}" for name in names]
    return "\n".join([f"{len(names)} plans are running: {listed(names, 'and')}. Say which one ends:", *lines])


def encrypted_without_name(extension: str) -> str:
    """Says that an encrypted copy needs a name with the extension (`.age`)."""
    return f"An encrypted copy needs a name: paintrack backup --encrypt FILE{extension}"


def word_as_copy_name(word: str) -> str:
    """That a backup would get the name of a word that asks for something else."""
    name = isolated(word)
    return (
        f"{name} is not a good name for a backup. Without a name it is dated, and --list shows the dated ones. "
        f"To call it so all the same: paintrack backup {name}.db"
    )


def readings_without_calendar() -> str:
    """Says that `--readings` needs a calendar file to write."""
    return "--readings goes into the file: paintrack remind --readings -o next.ics"


def other_calendar_name(output: str) -> str:
    """Says that a calendar file needs its own extension."""
    return f"A calendar file ends in .ics: paintrack remind -o next.ics. You typed {output}."


def other_drawing_name(output: str, extension: str) -> str:
    """Says that the drawing of a trend needs its own extension (`.svg`)."""
    return f"The chart is written as SVG: paintrack trend -o chart{extension}. You typed {output}."


def open_without_page() -> str:
    """Says that `--open` needs an HTML file to write."""
    return "--open shows an HTML file: paintrack summary -o page.html --open"


def json_without_file() -> str:
    """Says that `--json`, which reports on a file, needs one: the history would go to standard output."""
    return "--json describes the file that is written. The history itself as JSON: paintrack export - --format json"


def binary_without_file(label: str, example: str) -> str:
    """Says that a format that no terminal can show (`PDF`) needs a file."""
    return f"A {label} goes to a file: paintrack {example}"


def html_in_place_of_pdf(example: str) -> str:
    """The beginning of a sentence on what a PDF needs: what can be had without it."""
    return f"The HTML form prints just as well: paintrack {example};"


def page_in_place_of_export(file: str) -> str:
    """Says that a name is that of a page, which `export` does not write."""
    command = f"paintrack summary -o {shell_quoted(visible_path(file))}"
    return f"An export is data for other programs. A page to read: {command}"


def no_office_file(extension: str, line: Sequence[str]) -> str:
    """Says that files of an office program, with this `extension`, are not written, and the line for what it opens."""
    return f"paintrack writes no {extension} file. What office programs open: {command_line(line)}"


def paper_without_sheets(formats: str, example: str) -> str:
    """Says that only some formats, `formats`, have a size of paper."""
    return f"--paper is for {formats}: paintrack {example}"


def file_of_other_form(option: str, form: str, example: str) -> str:
    """Says that `option` (`--json`) writes a form (`JSON`), while the name of the file says another one."""
    return f"{option} writes {form}: leave it out, or paintrack {example}"


def json_with_file(example: str) -> str:
    """Says that the statement goes to a file as CSV, not as JSON."""
    return f"--json goes to the screen; a file is CSV: paintrack {example}"


def change_without_text(formats: str, example: str) -> str:
    """Says that `--with-change` is only for the formats that people read, `formats`."""
    return f"--with-change is for {formats}: paintrack {example}"


def change_without_scores() -> str:
    """Says that `--with-change` needs a score in the diary."""
    return "--with-change needs scores, and none is recorded yet: paintrack before 7"


def statement_options_alone(example: str) -> str:
    """Says that the options of the statement need `--visits`."""
    return f"These options are for the statement of your visits: paintrack {example}"


def editor_without_terminal(kind: str) -> str:
    """Says that writing a note or a question in an editor needs a terminal."""
    return f"--edit needs a terminal: paintrack {kind} TEXT, or - to read it."


def editor_not_set(kind: str) -> str:
    """Says that no variable names an editor."""
    return f"No editor is set: EDITOR=nano paintrack {kind} --edit"


def amount_in_other_currency(currency: str, usual: str) -> str:
    """Says that an amount in a `currency`, a code, would count as one in that of the setting."""
    return (
        f"Costs are in {isolated(usual)} here, not in {currency}. Type the amount in {isolated(usual)}; "
        f"for {currency} from now on, first: paintrack config set currency {currency}"
    )
