"""The front door: the table of commands, the options before the word, one sentence for each refusal."""

import inspect
import pkgutil
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import paintrack as package
from paintrack import commands
from paintrack.cli import COMMANDS, EVERY_DAY
from paintrack.commands._shared.typer_invocation import expand_option_groups
from tests.commands.named_commands import widest_line
from tests.program import Paintrack, Result, fresh, is_one_sentence, process, unwrapped

WORDS = sorted(COMMANDS)


def command_modules() -> dict[str, ModuleType]:
    modules = (import_module(f"{commands.__name__}.{each.name}") for each in pkgutil.iter_modules(commands.__path__))
    return {module.__name__.rpartition(".")[2]: module for module in modules if hasattr(module, "run")}


def module_of(word: str) -> ModuleType:
    return import_module(f"paintrack.commands.{COMMANDS[word].module}")


def test_the_table_and_the_modules_agree() -> None:
    assert {command.module for command in COMMANDS.values()} == set(command_modules())
    assert [command.word for command in COMMANDS.values()] == list(COMMANDS)


@pytest.mark.parametrize("word", WORDS)
def test_a_docstring_has_one_sentence_and_an_example(word: str) -> None:
    text = inspect.getdoc(module_of(word).run) or ""
    sentence, _, rest = text.partition("\n\n")
    assert re.fullmatch(r"[A-Z][^\n]*(\n[^\n]+)?\.", sentence)
    assert re.search(rf"^paintrack {word}( |$)", rest, re.MULTILINE)


@pytest.mark.parametrize("word", WORDS)
def test_the_help_of_a_command_names_its_options(word: str, paintrack: Paintrack) -> None:
    result = paintrack([word, "--help"])
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"Usage: paintrack {word} ")
    options = [
        name
        for parameter in inspect.signature(expand_option_groups(module_of(word).run)).parameters.values()
        for info in parameter.annotation.__metadata__
        for names in (info.default, *(info.param_decls or ()))
        if isinstance(names, str) and names.startswith("-")
        for name in names.split("/")
    ]
    assert {"--db", "--quiet", "--plain"} <= set(options)
    for name in "/".join(options).split("/"):
        assert re.search(rf"(^|[\s,]){name}\b", result.out), name
    assert max(map(len, result.out.splitlines())) <= 80


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("word", WORDS)
def test_help_fits_the_terminal(word: str, columns: int, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text = paintrack([word, "-h"]).out
    assert widest_line(text) <= min(columns, 80)
    assert len(text.splitlines()) <= 24 or word not in EVERY_DAY or columns < 80


@pytest.mark.parametrize("columns", [40, 80])
def test_the_root_help_fits_the_terminal(columns: int, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert max(map(len, paintrack("-h").out.splitlines())) <= columns


@pytest.mark.parametrize("word", WORDS)
def test_help_and_the_word_is_the_same_as_the_word_and_help(word: str, paintrack: Paintrack) -> None:
    assert paintrack(["help", word]) == paintrack([word, "--help"])


@pytest.mark.parametrize("word", WORDS)
def test_a_short_h_is_help(word: str, paintrack: Paintrack) -> None:
    assert paintrack([word, "-h"]) == paintrack([word, "--help"])
    assert paintrack(["-q", word, "-h"]).code == 0
    assert paintrack(["-h", word]) == paintrack(["--help", word]) == paintrack([word, "--help"])


@pytest.mark.parametrize("typed", ["--help", "-h", "help"])
def test_the_root_help_shows_every_word_with_its_line(typed: str, paintrack: Paintrack, file: Path) -> None:
    result = paintrack(typed)
    assert (result.code, result.err) == (0, "")
    lines = unwrapped(result.out)
    for word, command in COMMANDS.items():
        assert f" {word} {command.help} " in lines
    assert max(map(len, result.out.splitlines())) <= 80
    assert not file.parent.exists()


@pytest.mark.parametrize("columns", [40, 80])
def test_all_help_of_a_group_begins_in_one_column(
    columns: int, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for group in paintrack("--help").out.split("\n\n")[2:4]:
        starts = [re.match(r"  (\S+ +)?", line) for line in group.splitlines()[1:]]
        assert len({match.end() for match in starts if match and match[1]}) == 1


def test_everyday_words_come_first_in_the_root_help(paintrack: Paintrack) -> None:
    everyday, _, more = paintrack("--help").out.partition("More:")
    assert all(re.search(rf"^  {word} ", everyday, re.MULTILINE) for word in EVERY_DAY)
    assert all(re.search(rf"^  {word} ", more, re.MULTILINE) for word in set(COMMANDS) - set(EVERY_DAY))


@pytest.mark.parametrize("typed", ["--version", "-V"])
def test_the_version(typed: str, paintrack: Paintrack) -> None:
    assert paintrack(typed) == Result(0, f"paintrack {package.__version__}\n", "")


def test_python_m_paintrack_is_the_same() -> None:
    done = process("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"paintrack {package.__version__}\n", "")
    done = process("lgo")
    assert (done.returncode, done.stdout) == (2, "")


def test_a_word_like_no_other_gets_the_way_to_all(paintrack: Paintrack) -> None:
    assert paintrack("qqqqq") == Result(2, "", "There is no command qqqqq. All commands: paintrack --help\n")
    assert paintrack("help qqqqq") == Result(
        2,
        "",
        (
            "There is no help on qqqqq. Topics: scale, dates, numbers, privacy, safety, files, computers and scripts; "
            "commands: paintrack --help\n"
        ),
    )


@pytest.mark.parametrize("typed", [["--db", "{}", "log", "7", "3"], ["--db={}", "log", "7", "3"],
                                   ["log", "--db", "{}", "7", "3"], ["-q", "--db", "{}", "log", "7", "3"]])  # fmt: skip
def test_common_options_may_stand_before_the_command(
    typed: Sequence[str], paintrack: Paintrack, tmp_path: Path, file: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    result = paintrack([each.format(elsewhere) for each in typed])
    assert (result.code, result.err) == (0, "")
    assert (result.out == "") == ("-q" in typed)
    assert elsewhere.exists()
    assert not file.exists()


@pytest.mark.parametrize(
    ("typed", "after_the_word"),
    [
        ("--json list", "list --json"),
        ("--json", "status --json"),
        ("--json --quiet show 1", "show 1 --json --quiet"),
        ("--plain --no-color list", "list --plain --no-color"),
        ("--yes delete 9", "delete 9 --yes"),
        ("-y delete 9", "delete 9 -y"),
        ("-n import x.csv", "import x.csv -n"),
        ("--output - summary", "summary --output -"),
        ("-o - --force summary", "summary -o - --force"),
    ],
)
def test_what_means_the_same_everywhere_may_stand_first(typed: str, after_the_word: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    assert paintrack(typed) == paintrack(after_the_word)


def test_an_option_without_its_value_is_a_sentence(paintrack: Paintrack) -> None:
    for typed in ("--db", "log 7 3 --for", "log 7 3 --at"):
        result = paintrack(typed)
        assert (result.code, result.out) == (2, "")
        assert is_one_sentence(result.err)


REFUSED = [
    ("log 7,5 3", "Did you mean: paintrack log 7.5 3"),
    ("before 7,5", "Did you mean: paintrack before 7.5"),
    ("before 7/10", "The scale is always 0 to 10: type 7, not 7/10."),
    ("before -1", "A score is 0 (none) to 10 (worst imaginable). You typed -1."),
    ("log 7 -1", "A score is 0 (none) to 10 (worst imaginable). You typed -1."),
    ("rate -0.5", "A score is 0 (none) to 10 (worst imaginable). You typed -0.5."),
    ("before 11", "A score is 0 (none) to 10 (worst imaginable). You typed 11."),
    ("before ٥", "A score is typed with the digits 0 to 9. You typed ٥."),
    ("before 7 lower back", 'Did you mean: paintrack before 7 --for "lower back"'),
    ("after 3 lower back", 'Did you mean: paintrack after 3 --for "lower back"'),
    ("rate 3 lower back", 'Did you mean: paintrack rate 3 --for "lower back"'),
    ("log 7 3 lower back", 'Did you mean: paintrack log 7 3 --for "lower back"'),
    ("log 7 3 --at '2026-07-07 14:03'", "2026-07-07 14:03 is in the future; only what has happened can be recorded."),
    ("rate 3 --at 2026-07-07", "2026-07-07 is in the future; only what has happened can be recorded."),
    ("log 7 3 --at 3/11/2026", "3/11/2026 can be read in two ways (day or month first): type"),
    ("log 7 3 --at soon", "The date soon is not understood."),
    ("log 7 3 --technique moxabustion", "moxabustion is not in the list of techniques. Near it: moxibustion."),
    ("log 7 3 --cost -5", "The cost cannot be below 0. You typed -5."),
    ("log 7 3 --cost=-5", "The cost cannot be below 0. You typed -5."),
    ("log 7 3 --covered -0.5", "What is covered cannot be below 0. You typed -0.5."),
    ("log 7 3 --cost 85,50", "The decimals of an amount stand behind a point, not a comma. Did you mean: "),
    ("log 7 3 --points p7", "p7 can mean "),
    ("log 7 3 --also neck", "--also takes a condition and its scores: neck=6:3. You typed neck."),
    ("log 7 3 --also neck=6:3:1", "--also takes a condition and its scores: neck=6:3. You typed neck=6:3:1."),
    ("before 7 --also neck=6:3", "--also takes a condition and its scores: neck=6. You typed neck=6:3."),
    ("log 7 3 --also neck=11", "A score is 0 (none) to 10 (worst imaginable). You typed 11."),
    ("log 7 3 --also pain=1:2", "Without --for, the condition is pain, and --also rates it, too."),
    ("log 7 3 --for ''", "The condition is empty."),
    ("log 7 3 --with ' '", "The name is empty."),
    ("log 7 3 --side-effect ''", "The side effect is empty."),
    ("log", "There are no scores."),
    ("log 7 3 --bogus", "--bogus is not an option of log"),
    ("before", "The score is missing: paintrack before 7."),
]


@pytest.mark.parametrize(("typed", "beginning"), REFUSED)
def test_a_bad_command_line_is_one_sentence_and_writes_nothing(
    typed: str, beginning: str, paintrack: Paintrack, file: Path
) -> None:
    result = paintrack(typed)
    assert (result.code, result.out) == (2, "")
    assert result.err.removeprefix("Nothing saved. ").startswith(beginning)
    assert is_one_sentence(result.err)
    assert result.err.count("Nothing saved.") == 1
    assert not file.exists()


@pytest.mark.parametrize(
    "typed",
    [
        "show 2", "show r1", "edit 2 --after 3", "edit r1 --score 3", "delete 2 --yes", "delete r9 --yes",
        "after 3 --session 2", "effect bruise --session 2", "show 999999999999999", "show 0",
    ],
)  # fmt: skip
def test_an_id_that_does_not_exist_is_trouble_with_the_data(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    result = paintrack(typed)
    assert (result.code, result.out) == (1, "")
    closing = f"{COMMANDS[typed.split()[0]].failure} ".lstrip()
    sentence = r"There is no (session|reading) \w+\. See the ids with: paintrack list\n"
    assert re.fullmatch(re.escape(closing) + sentence, result.err)


@pytest.mark.parametrize("label", ["x", "", "-", "1.5", "٣", "r", "rr1", "rx1", "1r", "12 ", "#1", "9" * 40])
def test_what_is_no_id_is_refused(label: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    paintrack("rate 3")
    result = paintrack(["show", "--", label])
    assert (result.code, result.out) == (2, "")
    assert is_one_sentence(result.err)


@pytest.mark.parametrize("label", ["r1", "R1", "01"])
def test_an_id_may_be_typed_in_capitals_or_with_a_nought(label: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    paintrack("rate 3")
    assert paintrack(["show", label]).code == 0


def test_an_interruption_is_a_sentence_and_130(monkeypatch: pytest.MonkeyPatch, paintrack: Paintrack) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("paintrack.commands._shared.parsing.details_of", interrupt)
    monkeypatch.setattr("paintrack.commands.log.details_of", interrupt)
    result = paintrack("log 7 3")
    assert result == Result(130, "", "Stopped. Nothing saved.\n")


def test_an_internal_error_holds_nothing_that_was_typed(monkeypatch: pytest.MonkeyPatch, paintrack: Paintrack) -> None:
    def mistake(*_: object, **__: object) -> None:
        raise ValueError("secret words")

    monkeypatch.setattr("paintrack.commands.log.details_of", mistake)
    result = paintrack("log 7 3 --note 'secret words'")
    assert (result.code, result.out) == (1, "")
    where = rf"on \w+, Python {sys.version_info.major}\.{sys.version_info.minor}"
    assert re.match(
        rf"Internal error in paintrack {re.escape(package.__version__)} \(ValueError\) {where}\. "
        r"Unconfirmed changes were not saved\. Details: PAINTRACK_DEBUG=1 ",
        result.err,
    )
    assert result.err.endswith(f" {package.ISSUES_URL}\n")
    assert "secret" not in result.err
    monkeypatch.setenv("PAINTRACK_DEBUG", "1")
    with pytest.raises(ValueError, match="secret words"):
        paintrack("log 7 3")


def test_a_fresh_process_says_the_same() -> None:
    code = "import sys; from paintrack.cli import main; sys.exit(main(['before', '11']))"
    assert fresh(code) == Result(2, "", "A score is 0 (none) to 10 (worst imaginable). You typed 11. Nothing saved.\n")


@pytest.mark.parametrize(
    "typed",
    [
        "--bogus log 7 3", "lgo 7 3", "log 7 3 --bogus", "log 11 3", "log 7 3 --at soon", "log 7 3 --quiet",
        "log 7 3 --for a --for b",
        "log 7 3 --json", "log 7 3 --plain", "--quiet log 7 3", "log", "before 7 8", "log 7 3 --db /dev/null",
    ],
)  # fmt: skip
def test_urgent_advice_comes_first_whatever_is_wrong(typed: str, paintrack: Paintrack) -> None:
    result = paintrack(f"{typed} --side-effect 'chest pain'")
    assert result.err.startswith("THIS CAN BE AN EMERGENCY. Call the emergency number now")


@pytest.mark.parametrize(
    "typed", ["effect short of breath --bogus", "effct short of breath", "effect chest --at soon pain"]
)
def test_urgent_advice_comes_first_also_for_words_without_quotes(typed: str, paintrack: Paintrack) -> None:
    assert paintrack(typed).err.startswith("THIS CAN BE AN EMERGENCY. Call the emergency number now")


EVERY_JSON = [
    "log 7 3 --for neck", "before 6", "after 2", "rate 4", "effect bruise", "note new bed", "question how long",
    "peg 6 7 5", "plan set --goal 3", "plan", "plan end", "question --done q1", "note --list", "question --list",
    "peg --list",
    "edit 1 --note well", "show 1", "list", "trend", "compare", "costs", "summary", "status", "file", "config",
    "conditions", "practitioners", "conditions rename neck back", "points", "points LI4", "show LI4", "remind",
    "config set currency EUR", "config clear currency",
]  # fmt: skip


def test_json_is_answered_with_json(paintrack: Paintrack) -> None:
    for typed in EVERY_JSON:
        result = paintrack(f"{typed} --json")
        assert (result.code, result.err) == (0, ""), typed
        assert isinstance(result.json, dict | list), typed
        assert result.out.count("\n") == 1 or typed == "summary"


@pytest.mark.parametrize("blank", ["", " ", "\u00a0"])
@pytest.mark.parametrize("word", [each for each in COMMANDS if each != "demo"])
def test_an_empty_word_is_one_sentence_and_no_error_of_ours(
    word: str, blank: str, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paintrack("log 7 3 --for neck")
    for typed in ([blank], ["7", blank], ["1", blank], [blank, "7", blank]):
        result = paintrack([word, *typed])
        assert "Internal error" not in result.err, typed
        assert "You typed ." not in result.err, typed
        assert (result.code, result.out == "") in {(0, False), (1, True), (2, True)}, typed
