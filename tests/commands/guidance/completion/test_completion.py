"""What the Tab key offers: a typed line up to the cursor, and the values that may stand there."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.commands._shared.completion.shell_line import QUOTING
from paintrack.views.text_layout import width_of
from tests.example_counts import examples
from tests.program import Clock, Paintrack, Result, fresh, process

Offers = Callable[..., list[str]]
SAMPLE_1 = Path(__file__).parents[3] / "samples" / "version_1.db"


@pytest.fixture
def tab(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The answer to the script of a shell, for the line up to the cursor."""

    def ask(line: str, shell: str = "fish", **more: str) -> Result:
        with monkeypatch.context() as patch:
            for name, value in {"COMPLETE": shell, "LINE": line, **more}.items():
                patch.setenv(f"_PAINTRACK_{name}", value)
            return paintrack("")

    return ask


@pytest.fixture
def offers(tab: Callable[..., Result]) -> Offers:
    """The offers without their descriptions."""

    def values(line: str, shell: str = "fish", **more: str) -> list[str]:
        return [offer.partition("\t")[0] for offer in tab(line, shell, **more).out.splitlines()[1:]]

    return values


@pytest.fixture
def diary(paintrack: Paintrack, file: Path, template: Path, clock: Clock) -> Path:
    """Two sessions with one reading, note, question and PEG entry."""
    if not template.exists():
        for typed in (
            'log 7 3 --for "lower back" --with "Dr Li" --points ST36,LI4 --took "ibuprofen 400"',
            'log 6 5 --for "lower back" --also "Lower leg=4:4" --with "Dr O\'Neill" --points LI4',
            "rate 5 --for migraine",
            "note 'new chair'",
            "question 'how often?'",
            "peg 6 7 5",
        ):
            assert paintrack(typed).code == 0
            clock.forward(minutes=5)
        copyfile(file, template)
    file.parent.mkdir(parents=True, exist_ok=True)
    clock.set("2026-07-06 14:32")
    return Path(copyfile(template, file))


TYPED = [
    ("paintrack summ", ["summary"]),
    ("paintrack re", ["redo", "restore", "remind"]),
    ("paintrack unknown ", []),
    ("paintrack --d", ["--db", "--dry-run"]),
    ("paintrack --plain tre", ["trend"]),
    ("paintrack trend --ex", ["--explain"]),
    ("paintrack trend --explain --ex", []),
    ("paintrack log --side-effect dizzy --side", ["--side-effect"]),
    ("paintrack edit 1 --pu", ["--public"]),
    ("paintrack undo -- ", []),
    ("paintrack log 7 3 --for ", ["lower back", "Lower leg", "migraine"]),
    ("paintrack log 7 3 --for LOWER", ["lower back", "Lower leg"]),
    ("paintrack log 7 3 --for=mi", ["--for=migraine"]),
    ("paintrack log --also l", ["lower back=", "Lower leg="]),
    ("paintrack log 7 3 --with ", ["Dr Li", "Dr O'Neill"]),
    ("paintrack list --with 'dr o", ["Dr O'Neill"]),
    ("paintrack rate 5 --took ", ["ibuprofen 400"]),
    ("paintrack log --technique c", ["cupping"]),
    ("paintrack log --side-effect brui", ["bruise"]),
    ("paintrack effect brui", ["bruise"]),
    ("paintrack effect bruise ", []),
    ("paintrack log --points ", ["LI4", "ST36"]),
    ("paintrack log --points li4", ["LI4"]),
    ("paintrack log --points ST36,", ["ST36,LI4"]),
    ("paintrack log --points st36,bl6", ["st36,BL6", *(f"st36,BL{number}" for number in range(60, 68))]),
    ("paintrack log --points 'ST36, li2", ["ST36,LI2", "ST36,LI20"]),
    ("paintrack log --points \"LI4 st3", [f"LI4 ST{number}" for number in (3, *range(30, 40))]),
    ("paintrack log --points LI4\\ ST36,ll4\\ heg", ["LI4 ST36,ll4 Hegu"]),
    ("paintrack log --points 'LI4 li", [f"LI4 LI{number}" for number in (1, 2, 3, *range(5, 21))]),
    # A place in one's own words is one point.
    ("paintrack log --points 'my st3", []),
    ("paintrack log --points heg", ["Hegu"]),
    ("paintrack list --point ex-hn3", ["EX-HN3"]),
    ("paintrack show ", ["last", "p1", "q1", "n1", "r1", "2", "1"]),
    ("paintrack show r", ["r1"]),
    ("paintrack show li4", ["LI4"]),
    ("paintrack costs --format h", ["html"]),
    ("paintrack delete l", ["last"]),
    ("paintrack delete 1 r1 ", ["last", "p1", "q1", "n1", "2"]),
    ("paintrack purge r", ["r1"]),
    ("paintrack purge l", []),
    ("paintrack config set plain y", ["yes"]),
    ("paintrack points st3", [f"ST{number}" for number in (3, *range(30, 40))]),
    ("paintrack conditions ", ["rename"]),
    ("paintrack conditions rename l", ["lower back", "Lower leg"]),
    ("paintrack conditions rename 'lower back' l", ["Lower leg"]),
    ("paintrack conditions rename migraine headache ", []),
    ("paintrack practitioners rename 'dr l", ["Dr Li"]),
    ("paintrack edit 1 ", []),
    ("paintrack effect dizzy --session ", ["2", "1"]),
    ("paintrack question --done ", ["q1"]),
    ("paintrack export x --format ", ["csv", "json", "fhir"]),
    ("paintrack summary --format h", ["html"]),
    ("paintrack summary --hide notes,po", ["notes,points"]),
    ("paintrack summary --paper ", ["a4", "letter"]),
    ("paintrack trend --by ", ["session", "date"]),
    ("paintrack compare --by p", ["point", "practitioner"]),
    ("paintrack edit 1 --clear no", ["note"]),
    ("paintrack overall much", ["much better", "much worse"]),
    ("paintrack plan ", ["set", "end"]),
    ("paintrack plan set --goal ", []),
    ("paintrack help sc", ["scale", "scripts"]),
    ("paintrack help tren", ["trend"]),
    ("paintrack config ", ["set", "clear"]),
    ("paintrack config set ", ["name", "before-needling", "currency", "paper", "plain", "ascii"]),
    ("paintrack config set paper l", ["letter"]),
    ("paintrack config set name ", []),
    ("paintrack completion uninstall z", ["zsh"]),
    ("paintrack log -q --for mi", ["migraine"]),
    ("X=1 Y='2 3' paintrack log --for mi", ["migraine"]),
    ("/some/where/paintrack log --for mi", ["migraine"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), TYPED, ids=[line for line, _ in TYPED])
def test_what_is_offered(line: str, expected: Sequence[str], offers: Offers, diary: Path) -> None:
    assert offers(line) == expected


@pytest.mark.parametrize(
    "line",
    ["paintrack import ", "paintrack export hist", "paintrack trend -o ", "paintrack trend -qo ", "paintrack --db ",
     "paintrack list --db x", "paintrack --db=x", "paintrack trend --output=x"],
)  # fmt: skip
def test_a_name_of_a_file_is_left_to_the_shell(line: str, tab: Callable[..., Result]) -> None:
    assert tab(line) == Result(0, "files\n", "")


def test_where_no_word_is_offered_options_are(offers: Offers) -> None:
    options = offers("paintrack undo ")
    assert (options[0], options[-1]) == ("--steps", "--help")
    assert "--quiet" in options


def test_ids_have_their_date_and_scores(tab: Callable[..., Result], diary: Path) -> None:
    lines = tab("paintrack show ").out.splitlines()
    assert lines[1] == "last\tthe newest session, 2"
    assert lines[3] == "q1\tMon 6 Jul 2026, how often?"
    assert lines[5] == "r1\tMon 6 Jul 2026, migraine 5"
    assert lines[7] == "1\tMon 6 Jul 2026, lower back 7 -> 3 (4 lower)"


def test_points_have_their_names(tab: Callable[..., Result]) -> None:
    assert "LI4\tHegu\n" in tab("paintrack log --points li").out


def test_a_long_description_is_cut(tab: Callable[..., Result], paintrack: Paintrack) -> None:
    paintrack(["note", "word " * 40])
    assert max(map(len, tab("paintrack show n").out.splitlines())) < 70


def test_a_description_is_cut_by_columns_between_characters(tab: Callable[..., Result], paintrack: Paintrack) -> None:
    paintrack(["note", "膝" * 60])
    line = next(each for each in tab("paintrack show n").out.splitlines() if "膝" in each)
    assert line.endswith("膝...")
    assert width_of(line.partition("\t")[2]) <= 60


def test_of_many_ids_the_newest_are_offered(offers: Offers, paintrack: Paintrack) -> None:
    for number in range(1, 41):
        paintrack(f"rate 5 --at '2026-05-01 12:{number:02}'")
    assert offers("paintrack show r") == [f"r{number}" for number in range(40, 10, -1)]
    assert offers("paintrack show r4") == ["r40", "r4"]


def test_the_diary_that_the_line_names_is_asked(
    offers: Offers, paintrack: Paintrack, diary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "my other.db"
    paintrack(["log", "7", "3", "--for", "knee", "--db", str(other)])
    for line in (
        f"paintrack --db '{other}' log --for ",
        f"paintrack log --db '{other}' --for ",
        f"paintrack log '--db={other}' --for ",
        f"PAINTRACK_DB='{other}' paintrack log --for ",
        f"PAINTRACK_DB=/nowhere paintrack log --db '{other}' --for ",
    ):
        assert offers(line) == ["knee"], line
    monkeypatch.setenv("FOLDER", str(tmp_path))
    assert offers('paintrack log --db "$FOLDER/my other.db" --for ') == ["knee"]
    monkeypatch.setenv("PAINTRACK_DB", str(other))
    assert offers("paintrack log --for ") == ["knee"]
    assert offers("PAINTRACK_DB=/nowhere paintrack log --for ") == []


@pytest.fixture(params=["missing", "empty", "other", "cut", "newer", "locked", "folder", "no path"])
def trouble(request: pytest.FixtureRequest, diary: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A diary that cannot be read."""
    whole, other = diary.read_bytes(), None
    if request.param == "missing":
        diary.unlink()
    elif request.param == "empty":
        diary.write_bytes(b"")
    elif request.param == "other":
        diary.write_bytes(b"not a diary" * 100)
    elif request.param == "cut":
        diary.write_bytes(whole[: len(whole) // 3])
    elif request.param == "newer":
        diary.write_bytes(whole[:60] + (99).to_bytes(4, "big") + whole[64:])
    elif request.param == "locked":
        other = sqlite3.connect(diary, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
    elif request.param == "folder":
        monkeypatch.setenv("PAINTRACK_DB", str(diary.parent))
    else:
        monkeypatch.setenv("PAINTRACK_DB", "")
    before = diary.read_bytes() if diary.is_file() else b""
    yield request.param
    assert (diary.read_bytes() if diary.is_file() else b"") == before
    if other is not None:
        other.close()


@pytest.mark.parametrize("line", ["log --for ", "log --with ", "show ", "effect x --session ", "rate 5 --took "])
def test_a_diary_in_trouble_offers_nothing(trouble: str, line: str, tab: Callable[..., Result]) -> None:
    assert tab(f"paintrack {line}") == Result(0, "", "")


def test_a_diary_in_trouble_still_has_points(trouble: str, offers: Offers) -> None:
    assert offers("paintrack log --points li4") == ["LI4"]


def test_an_older_diary_is_asked_and_stays_as_it_is(offers: Offers, file: Path) -> None:
    file.parent.mkdir(parents=True)
    copyfile(SAMPLE_1, file)
    assert offers("paintrack log --for ")
    assert file.read_bytes() == SAMPLE_1.read_bytes()


@pytest.mark.parametrize("variables", [{}, {"_PAINTRACK_LINE": "x"}, {"_PAINTRACK_COMPLETE": "tcsh"}])
def test_a_script_that_asks_wrongly_gets_nothing(
    variables: dict[str, str], paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"_PAINTRACK_COMPLETE": "fish", **variables}.items():
        monkeypatch.setenv(name, value)
    assert paintrack("log 7 3").err == ""
    assert paintrack("log 7 3").code == 0


def test_nothing_is_recorded_while_a_shell_asks(tab: Callable[..., Result], file: Path) -> None:
    tab("paintrack log 7 3 ")
    assert not file.exists()


def test_a_fresh_process_loads_no_typer(diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_PAINTRACK_COMPLETE", "zsh")
    monkeypatch.setenv("_PAINTRACK_LINE", "paintrack summary --for ")
    code = "import sys\nfrom paintrack.cli import main\nmain([])\nprint(*sys.modules, file=sys.stderr)"
    result = fresh(code)
    assert result.out.splitlines()[1:] == ["lower back\t", "Lower leg\t", "migraine\t"]
    loaded = set(result.err.split())
    heavy_modules = {"typer", "rich", "sqlite_utils", "paintrack.commands.summary", "paintrack.analysis.page_figures"}
    assert not heavy_modules & loaded
    done = process()
    assert (done.returncode, done.stdout, done.stderr) == (0, result.out, "")


EVIL = "e'v\"i$(l)`x` \\!;&|"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("", "e\\'v\\\"i\\$\\(l\\)\\`x\\`\\ \\\\\\!\\;\\&\\|"),
        ("e\\'", "e\\'v\\\"i\\$\\(l\\)\\`x\\`\\ \\\\\\!\\;\\&\\|"),
        ("'", "e'\\''v\"i$(l)`x` \\!;&|"),
        ('"e', 'e\'v\\"i\\$(l)\\`x\\` \\\\"\\!";&|'),
    ],
)
def test_bash_gets_values_quoted(typed: str, offered: str, offers: Offers, paintrack: Paintrack) -> None:
    paintrack(["log", "7", "3", "--with", EVIL])
    assert offers(f"paintrack list --with {typed}", "bash", BREAKS=" \t\n\"'@><=;|&(:") == [offered]


def test_bash_gets_no_backslash_before_an_emoji(offers: Offers, paintrack: Paintrack) -> None:
    paintrack(["log", "7", "3", "--with", "🤕 王"])
    assert "🤕\\ 王" in offers("paintrack list --with ", "bash")


def test_bash_gets_what_stands_behind_its_word_break(offers: Offers, paintrack: Paintrack, diary: Path) -> None:
    breaks = " \t\n\"'@><=;|&(:"
    paintrack("log 7 3 --for 'left: knee'")
    assert offers("paintrack log --for=mi", "bash", BREAKS=breaks) == ["migraine"]
    assert offers("paintrack log --for=mi", "bash", BREAKS=" ") == ["--for=migraine"]
    assert offers('paintrack log --for="mi', "bash", BREAKS=breaks) == ["migraine"]
    assert offers("paintrack log --for left:", "bash", BREAKS=breaks) == ["\\ knee"]
    assert offers('paintrack log --for "lower"', "bash", BREAKS=breaks) == []


def test_zsh_is_told_what_is_no_value(tab: Callable[..., Result], diary: Path) -> None:
    line = "echo x; PAINTRACK_DB=/nowhere paintrack list; paintrack log --for=mi"
    assert tab(line, "zsh", WORDS="3").out == "offers 6\nmigraine\t\n"
    assert tab("echo; PAINTRACK_DB=/nowhere paintrack log --for mi", "zsh", WORDS="4").out == ""
    assert tab(f"echo; PAINTRACK_DB='{diary}' paintrack log --for mi", "zsh", WORDS="4").out == "offers 0\nmigraine\t\n"


def test_powershell_gets_values_quoted(tab: Callable[..., Result], paintrack: Paintrack) -> None:
    paintrack(["log", "7", "3", "--for", "it\u2019s $(x) 'y'"])
    quoted = "'it\u2019\u2019s $(x) ''y'''"
    plain = "it\u2019s $(x) 'y'"
    assert tab("paintrack log --for it", "powershell").out == f"offers 0\n{quoted}\t{plain}\t{plain}\n"
    assert tab("paintrack log --points LI4,st44", "powershell").out == "offers 0\n'LI4,ST44'\tLI4,ST44\tNeiting\n"


def test_what_steers_a_terminal_is_offered_nowhere(tab: Callable[..., Result], paintrack: Paintrack) -> None:
    assert paintrack(["before", "7", "--for", "a\u202eb", "--with", "c\u200bd", "--note", "e\u202ef"]).code == 0
    assert paintrack(["note", "one\u202etwo\nthree\tfour"]).code == 0
    for shell in QUOTING:
        assert tab("paintrack log --for ", shell).out == ""
        assert tab("paintrack log --with ", shell).out == ""
        out = tab("paintrack show ", shell).out
        assert "\u202e" not in out
        assert len(out.splitlines()) == 4


def test_control_characters_of_another_program_are_not_offered(tab: Callable[..., Result], diary: Path) -> None:
    with sqlite3.connect(diary) as connection:
        connection.execute("UPDATE entry SET practitioner = 'Dr' || char(10) || 'x' || char(27) || '[31m'")
        connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.close()
    for shell in QUOTING:
        assert tab("paintrack log --with ", shell) == Result(0, "", "")


def test_a_letter_that_the_locale_lacks_is_not_offered(diary: Path, paintrack: Paintrack) -> None:
    paintrack(["rate", "5", "--for", "Übelkeit"])
    code = (
        "import os, sys\nsys.stdout.reconfigure(encoding='ascii')\nfrom paintrack.cli import main\n"
        "os.environ.update(_PAINTRACK_COMPLETE='fish', _PAINTRACK_LINE='paintrack log --for ')\nmain([])"
    )
    assert fresh(code).out == "offers 0\nlower back\t\nLower leg\t\nmigraine\t\n"


@examples(150)
@given(
    line=st.text(st.sampled_from("paintrclog-=, '\"\\`$()\n\t;&#é\x00"), max_size=40), shell=st.sampled_from([*QUOTING])
)
def test_whatever_is_typed_nothing_is_said(line: str, shell: str, tab: Callable[..., Result]) -> None:
    result = tab(f"paintrack {line}".replace("\x00", "\x01"), shell)
    assert (result.code, result.err) == (0, "")
    assert result.out.split("\n")[0].split(" ")[0] in ("", "files", "offers")
