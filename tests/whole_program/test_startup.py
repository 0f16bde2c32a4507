"""What a fresh process loads: recording never pays for a table, a chart or the making of a file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from paintrack.cli import COMMANDS
from tests.files_made_once import make_once
from tests.forking_program import ForkingProgram, forking_program
from tests.program import Result, fresh, quoted

HEAVY = {"rich", "plotext", "sqlite_utils", "pydantic", "click", "jinja2", "markupsafe", "icalendar"}
CLOCK = """
import json, shlex, sys
from datetime import UTC, datetime
from paintrack.cli import main
from paintrack.commands._shared import context

# At midnight the session that was opened just before would be one of yesterday.
context.clock = lambda: datetime(2026, 7, 6, 12, 2, tzinfo=UTC).astimezone()
"""
# What every command needs is there before the fork: no test asks whether it is loaded.
LOADED_ONCE = f"""{CLOCK}
import sqlite3
import typer

def run():
    code = main(sys.argv[1:])
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
    sys.exit(code)
"""
RUN_ALL = f"""{CLOCK}
codes = [main(shlex.split(line)) for line in sys.argv[1:]]
print(json.dumps([codes, sorted(sys.modules)]), file=sys.stderr)
"""
# Each works after those before it, in a file with two sessions of today, one of them open.
EVERY_COMMAND = [
    "status", "after 3", "before 6 --another --for neck", "log 7 3 --at yesterday --points hegu --cost 60", "rate 5",
    "effect bruise", "note 'slept well'", "question 'how long?'", "peg 5 4 3", "overall better",
    "plan set --sessions 8 --goal 3", "edit 1 --note changed", "list", "show 1", "trend", "trend -o FOLDER/trend.svg",
    "summary", "summary -o FOLDER/page.html", "summary -o FOLDER/page.pdf", "summary -o FOLDER/page.md", "costs",
    "costs --visits -o FOLDER/costs.html", "costs --visits -o FOLDER/costs.pdf", "compare", "points st36",
    "export FOLDER/all.csv", "export FOLDER/all.json", "export - --format fhir", "import FOLDER/all.csv",
    "import FOLDER/all.json", "backup FOLDER/copy.db", "merge FOLDER/copy.db", "restore FOLDER/copy.db --yes",
    "delete 1 --yes", "undo", "redo", "purge --yes", "file", "remind --next '14 jul 14:00' -o FOLDER/next.ics",
    "conditions rename neck shoulder", "practitioners", "config set currency EUR", "help scale", "demo",
    "completion show bash",
]  # fmt: skip


class Run(Protocol):
    """Runs a command in a process in which no other has run: `run("log", "7", "3")`."""

    def __call__(self, *typed: str) -> tuple[Result, set[str]]:
        """The result, and the modules that are loaded then."""


@pytest.fixture(scope="module")
def program() -> Iterator[ForkingProgram]:
    """The front door, typer and sqlite3, and no command."""
    with forking_program(LOADED_ONCE, []) as program:
        yield program


@pytest.fixture
def run(program: ForkingProgram) -> Run:
    """Each command has a process of its own."""

    def run_and_list(*typed: str) -> tuple[Result, set[str]]:
        result = program.run(*typed)
        return result, set(json.loads(result.err.splitlines()[-1]))

    return run_and_list


@pytest.fixture
def started(file: Path, run: Run) -> Path:
    """A file with two sessions, one of them open."""

    def make() -> None:
        for typed in (("log", "7", "3"), ("before", "6", "--another")):
            assert run(*typed)[0].code == 0

    make_once(file, "started", make)
    return file


@pytest.mark.parametrize(
    "typed",
    [
        ("log", "7", "3"),
        ("log", "7", "3", "--for", "lower back"),
        ("log", "7", "3", "--for", "neck", "--points", "LI4,ST36", "--side-effect", "bruise", "--note", "slept well"),
        ("before", "7", "--another"),
        ("after", "3"),
        ("rate", "5"),
        ("undo",),
        ("status",),
        ("list",),
        ("list", "--plain"),
        ("list", "--json"),
    ],
    ids=" ".join,
)
def test_what_people_type_every_day_loads_no_heavy_library(run: Run, started: Path, typed: tuple[str, ...]) -> None:
    result, modules = run(*typed)
    assert result.code == 0
    assert not HEAVY & modules


def test_a_letter_beyond_ascii_loads_only_cells_of_rich(run: Run, started: Path) -> None:
    result, modules = run("log", "7", "3", "--for", "Rücken")
    assert result.code == 0
    assert "rich.cells" in modules
    assert not {"rich.text", "rich.console", "rich.table"} & modules


def test_log_loads_neither_csv_nor_the_point_table(run: Run, started: Path) -> None:
    result, modules = run("log", "7", "3", "--points", "ub-40, LI4")
    assert result.code == 0
    assert not {"csv", "paintrack.data.point_table"} & modules


@pytest.mark.parametrize("effect", ["bruise", "felt dizzy on the bus, sore", "chest pain"])
def test_a_listed_side_effect_loads_no_point_table(run: Run, started: Path, effect: str) -> None:
    for typed in (("effect", effect), ("log", "7", "3", "--for", "neck", "--side-effect", effect)):
        result, modules = run(*typed)
        assert result.code == 0
        assert not {"point_table", "point_lookup"} & {name.rpartition(".")[2] for name in modules}


def test_log_loads_no_points_techniques_or_side_effects(run: Run, started: Path) -> None:
    run("log", "7", "3", "--for", "neck")
    result, modules = run("log", "7", "3", "--for", "neck", "--cost", "85")
    assert result.code == 0
    late = ("points", "techniques", "symptoms.side_effects", "symptoms.side_effect_kinds")
    assert not {f"paintrack.model.{name}" for name in late} & modules


@pytest.mark.parametrize("typed", [("log", "7", "3"), ("before", "6", "--another"), ("after", "3"), ("rate", "4")])
def test_recording_loads_no_other_entries_or_statistics(run: Run, started: Path, typed: tuple[str, ...]) -> None:
    result, modules = run(*typed)
    assert result.code == 0
    assert "paintrack.model.other_entries" not in modules
    assert not [name for name in modules if name.startswith("paintrack.analysis")]


@pytest.mark.parametrize("typed", [("log", "7", "3"), ("list",), ("--help",), ("--version",)], ids=" ".join)
def test_recording_and_the_front_door_load_no_formats(run: Run, started: Path, typed: tuple[str, ...]) -> None:
    result, modules = run(*typed)
    assert result.code == 0
    assert not [name for name in modules if name.startswith("paintrack.exchange")]


def test_an_export_loads_the_one_format_that_was_chosen(run: Run, started: Path) -> None:
    result, modules = run("export", "-", "--format", "fhir")
    assert result.code == 0
    assert "paintrack.exchange.exporting.fhir" in modules
    assert not {"paintrack.exchange.csv_file", "paintrack.exchange.json_file"} & modules


@pytest.mark.parametrize(
    "typed", [("log", "7", "3"), ("before", "6", "--another"), ("list",), ("--help",), ("log", "--help")], ids=" ".join
)
def test_guidance_is_loaded_only_when_a_command_line_failed(run: Run, started: Path, typed: tuple[str, ...]) -> None:
    result, modules = run(*typed)
    assert result.code == 0
    assert not [name for name in modules if "guidance" in name or "refusals" in name]


@pytest.mark.parametrize(
    "typed",
    [("log", "7", "3", "--note", "better"), ("before", "6", "--another"), ("after", "3"), ("rate", "4"), ("note", "x")],
    ids=" ".join,
)
def test_what_was_typed_loads_no_questions(run: Run, started: Path, typed: tuple[str, ...]) -> None:
    result, modules = run(*typed)
    assert result.code == 0
    assert not {"session_questions", "dialogue", "editor", "termination_signals"} & {
        name.rpartition(".")[2] for name in modules
    }


@pytest.mark.parametrize("form", ["html", "text", "markdown", "json"])
def test_only_the_html_page_loads_jinja2(run: Run, started: Path, form: str) -> None:
    result, modules = run("summary", "--format", form)
    assert result.code == 0
    assert ("jinja2" in modules) is (form == "html")
    assert not {"paintrack.model.fields", "paintrack.views.trend.spoken_trend"} & modules
    assert ("paintrack.views.json_values" in modules) is (form == "json")


@pytest.mark.parametrize("typed", [("trend",), ("export", "-"), ("costs",), ("summary",), ("demo",)], ids=" ".join)
def test_no_other_command_loads_jinja2(run: Run, started: Path, typed: tuple[str, ...]) -> None:
    result, modules = run(*typed)
    assert result.code == 0
    assert not {"jinja2", "markupsafe"} & modules


@pytest.mark.parametrize(
    "typed", [("trend",), ("trend", "--by", "date"), ("summary",), ("list",), ("status",)], ids=" ".join
)
def test_a_plain_view_loads_no_rich_no_dates_no_refusals(run: Run, started: Path, typed: tuple[str, ...]) -> None:
    result, modules = run(*typed)
    assert result.code == 0
    assert not {"rich", "paintrack.model.typed.dates.typed_dates"} & modules
    assert not [name for name in modules if "refusals" in name]


@pytest.mark.parametrize("typed", ["trend", "summary", "list", "show 1", "status", "costs"])
def test_what_only_reads_loads_no_writer(run: Run, started: Path, typed: str) -> None:
    result, modules = run(*typed.split())
    assert result.code == 0
    assert "paintrack.storage.writer" not in modules


def test_a_trend_loads_only_the_chart_that_it_draws(run: Run, started: Path) -> None:
    result, modules = run("trend")
    assert result.code == 0
    charts = {name.rpartition(".")[2] for name in modules if ".trend.charts." in name}
    assert charts == {"chart_canvas", "chart_dumbbell", "number_rows_below_chart"}
    assert not {"paintrack.model.acupuncture.points", "paintrack.model.typed.dates.typed_dates"} & modules
    unused = ("model.fields", "model.symptoms.side_effect_recognition", "views.json_values", "views.trend.spoken_trend")
    assert not {f"paintrack.{name}" for name in unused} & modules


def test_costs_load_neither_a_template_nor_a_typesetter(run: Run, started: Path) -> None:
    for typed in (("costs",), ("costs", "--visits")):
        result, modules = run(*typed)
        assert result.code == 0
        assert not {"jinja2", "typst", "csv"} & modules
    assert not [name for name in run("costs")[1] if "statement_output" in name or ".views.statement" in name]


def test_no_command_reaches_for_the_network(started: Path, tmp_path: Path) -> None:
    """One process runs every command of the table in turn, and each format of a file that is written or read."""
    lines = [line.replace("FOLDER", quoted(tmp_path)) for line in EVERY_COMMAND]
    assert {line.split()[0] for line in lines} == set(COMMANDS)
    result = fresh(RUN_ALL, *lines)
    codes, modules = json.loads(result.err.splitlines()[-1])
    assert [line for line, code in zip(lines, codes, strict=True) if code] == []
    assert {"paintrack.views.page.html.page_html", "typst", "icalendar", "sqlite_utils", "plotext"} <= set(modules)
    assert not {"socket", "http.client", "urllib.request", "ssl", "asyncio"} & set(modules)


def test_only_the_typed_word_is_imported(run: Run, started: Path) -> None:
    _, modules = run("log", "7", "3")
    commands = {name.rpartition(".")[2] for name in modules if name.startswith("paintrack.commands.")}
    assert "log" in commands
    assert not commands & {"before", "after", "rate", "list", "trend", "status", "export", "import_", "demo", "undo"}


@pytest.mark.parametrize("word", COMMANDS)
def test_help_of_a_command_loads_no_other_command_or_import(run: Run, file: Path, word: str) -> None:
    result, modules = run(word, "--help")
    assert result.code == 0
    own = f"paintrack.commands.{COMMANDS[word].module}"
    commands = {each for each in modules if each.startswith("paintrack.commands.") and "_shared" not in each}
    assert commands == {own}
    assert not (HEAVY - {"rich"} | {"rich.console", "csv"}) & modules
    pipeline = ("paintrack.exchange.importing", "paintrack.commands._shared.importing.import_pipeline")
    assert not [each for each in modules if each.startswith(pipeline)]


@pytest.mark.parametrize(
    ("typed", "loaded"),
    [
        (("log", "7", "3", "--points", "hegu"), "paintrack.data.point_table"),
        (("trend",), "plotext"),
        (("export", "-"), "csv"),
    ],
    ids=["the point table for a name", "plotext for the chart", "csv for the export"],
)
def test_what_is_put_off_does_come_when_it_is_needed(
    run: Run, started: Path, typed: tuple[str, ...], loaded: str
) -> None:
    result, modules = run(*typed)
    assert result.code == 0
    assert loaded in modules


def test_the_first_log_makes_the_file_with_sqlite_utils(run: Run, file: Path) -> None:
    result, modules = run("log", "7", "3")
    assert result.code == 0
    assert "sqlite_utils" in modules
