"""What a command would have to ignore is refused, with what to type instead."""

from pathlib import Path

import pytest

from tests.program import Paintrack, is_one_sentence

pytestmark = pytest.mark.usefixtures("clock")

NOTES = "Nothing saved. --list shows the notes and takes nothing else. To record one: paintrack note TEXT\n"
QUESTIONS = "Nothing saved. --list shows the questions and takes nothing else. To record one: paintrack question TEXT\n"
PEGS = "Nothing saved. --list shows the PEG entries and takes nothing else. To record one: paintrack peg 6 7 5\n"
DONE = "Nothing saved. --done settles a question and takes nothing else. To ask a new one: paintrack question TEXT\n"
PAPER = "--paper is for HTML, PDF or JSON: paintrack summary"
AS_JSON = "--json writes JSON: leave it out, or paintrack summary -o page.json\n"
CONTRADICT = "contradict each other: give one of the two."
RENAME, NAMES = "--yes and --new only go with rename: paintrack", 'rename "OLD NAME" "NEW NAME"'
RECORDING = [
    ("note --list two new", NOTES),
    ("note --list -", NOTES),
    ("note --list --private", NOTES),
    ("note --list --at 2026-07-01", NOTES),
    ("note --list --json new", NOTES),
    ("question --list two new", QUESTIONS),
    ("question --list --at 2026-07-01", QUESTIONS),
    ("question --list --done q1", QUESTIONS),
    ("question --done q1 two new", DONE),
    ("question --done q1 --at 2026-07-01", DONE),
    ("peg --list 1 2 3", PEGS),
    ("peg --list --at 2026-07-01", PEGS),
    ("plan --goal 3", "Nothing saved. This shows the plan. To set it: paintrack plan set --goal 3\n"),
    ("plan --goal 0", "Nothing saved. This shows the plan. To set it: paintrack plan set --goal 0\n"),
    (
        'plan --for "lower back" --sessions 10 --at 2026-07-01',
        (
            "Nothing saved. This shows the plan. To set it: "
            'paintrack plan set --for "lower back" --sessions 10 --at 2026-07-01\n'
        ),
    ),
    ("plan end --goal 3", "Nothing saved. This ends the plan. To change it: paintrack plan set --goal 3\n"),
    (
        'plan end --at "2026-07-01 15:00"',
        'Nothing saved. This ends the plan. To change it: paintrack plan set --at "2026-07-01 15:00"\n',
    ),
    ("plan --at 2026-07-01", "Nothing saved. This shows the plan. To set it: paintrack plan set --at 2026-07-01\n"),
    (
        "plan --at 2026-07-01 --for neck",
        "Nothing saved. This shows the plan. To set it: paintrack plan set --for neck --at 2026-07-01 --sessions N\n",
    ),
    (
        "plan --new --for neck",
        "Nothing saved. This shows the plan. To set it: paintrack plan set --for neck --new --sessions N\n",
    ),
    ("plan end --new", "Nothing saved. This ends the plan. To change it: paintrack plan set --new\n"),
    (
        "rate 3 --rest-of june --for neck",
        "Nothing saved. --rest-of says that the other days were 0: paintrack rate 0 --rest-of june --for neck\n",
    ),
    ("conditions --new", f"Nothing was changed. {RENAME} conditions {NAMES}\n"),
    ("conditions --yes", f"Nothing was changed. {RENAME} conditions {NAMES}\n"),
    ("practitioners --new --yes", f"Nothing was changed. {RENAME} practitioners {NAMES}\n"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "sentence"), RECORDING)
def test_what_would_be_thrown_away_is_refused(typed: str, sentence: str, paintrack: Paintrack) -> None:
    for command in ("log 7 3", "question one", "plan set --goal 4"):
        assert paintrack(command).code == 0
    before = paintrack("export - --format json").out
    result = paintrack(typed)
    assert (result.code, result.out, result.err) == (2, "", sentence)
    assert is_one_sentence(result.err)
    assert paintrack("export - --format json").out == before


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("costs --csv --json", "--csv and --json are two forms: give one of the two.\n"),
        ("summary --json --format html", "--json and --format html are two forms: give one of the two.\n"),
        ("summary --json -o q.html", AS_JSON),
        ("summary --json -o q.PDF --paper a4", AS_JSON),
        (
            "summary --json --format json -o q.md",
            AS_JSON,
        ),
        (
            "costs --visits --csv -o q.html",
            "--csv writes CSV: leave it out, or paintrack costs --visits -o statement.csv\n",
        ),
        ("costs --visits --csv --format html", "--csv and --format html are two forms: give one of the two.\n"),
        ("summary --costs --hide costs", f"--costs and --hide costs {CONTRADICT}\n"),
        ("summary --session-notes --hide plan,notes", f"--session-notes and --hide notes {CONTRADICT}\n"),
        ("completion show bash --dry-run", "show writes nothing: leave --dry-run out. Nothing was changed.\n"),
        (
            "backup --list x.db",
            "--list shows the backups and takes nothing else. To write one: paintrack backup\n",
        ),
        ("summary --force", "--force replaces a file: paintrack summary -o FILE --force\n"),
        ("summary -o - --force", "--force replaces a file: paintrack summary -o FILE --force\n"),
        ("summary --paper a4", f"{PAPER} --paper a4 -o page.html\n"),
        ("summary --paper letter -o page.md", f"{PAPER} --paper letter -o page.html\n"),
        ("export - --force", "--force replaces a file; give one in the place of -.\n"),
        ("export - --format json --bom", "--bom is for CSV.\n"),
        (
            "import history.csv --force",
            "--force replaces the file that --skip-bad writes: give both. Nothing saved.\n",
        ),
        (
            "import history.json --force",
            "JSON is imported whole: of the options only --dry-run goes with it. Nothing saved.\n",
        ),
        ("trend --json --relief", "--relief draws: leave --json out. Its figures are in --json already.\n"),
        ("trend --json --by date", "--by draws: leave --json out. Its figures are in --json already.\n"),
        ("trend --explain --relief", "--explain says what each figure is and takes nothing else.\n"),
        ("trend --explain --for neck", "--explain says what each figure is and takes nothing else.\n"),
    ],
)
def test_what_would_change_nothing_is_refused(typed: str, sentence: str, paintrack: Paintrack, file: Path) -> None:
    result = paintrack(typed)
    assert (result.code, result.out, result.err) == (2, "", sentence)
    assert not file.exists()


def test_the_same_form_named_twice_is_no_contradiction(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    assert paintrack("summary --json --format json") == paintrack("summary --json")


def test_a_form_may_be_named_by_its_option_and_by_its_file(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 7 3 --cost 60")
    for name in ("a.json", "b", "c.dat"):
        assert paintrack(["summary", "--json", "-o", str(tmp_path / name)]).code == 0
        assert (tmp_path / name).read_text().startswith("{")
    assert paintrack(["costs", "--visits", "--csv", "-o", str(tmp_path / "d.csv")]).code == 0


def test_a_paper_that_is_set_is_no_hindrance_to_text(paintrack: Paintrack) -> None:
    for typed in ("log 7 3", "config set paper letter", "summary", "summary --format markdown"):
        assert paintrack(typed).code == 0
