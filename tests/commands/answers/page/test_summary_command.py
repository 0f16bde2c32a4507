"""`paintrack summary`: the page for the appointment."""

import re
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from paintrack.model.entries import AnyEntry, Session
from paintrack.model.page_parts import HIDEABLE
from paintrack.views.text_layout import width_of
from tests.factories.courses import k1_with_everything, sample_with_remarks, save
from tests.factories.entries import HOSTILE, a_note, a_session
from tests.factories.hard_course import hard_course
from tests.factories.pages import page_as_text, summarize
from tests.gold import check_gold
from tests.program import Clock, Paintrack, is_one_sentence, quoted, unwrapped

GOLD = Path(__file__).parents[3] / "views" / "gold"
# Every key of `summary --json`: a name may be added, none may leave or change its meaning.
KEYS = {
    "printed", "name", "paper", "trends", "why", "first_day", "last_day", "session_days", "sessions", "readings",
    "practitioners", "last_sessions", "peg", "overall", "notes", "session_notes", "points", "effects", "plan", "costs",
    "questions", "quality", "hidden", "serious", "has_private_symptoms", "kept_off",
    "with_practitioner", "older_notes", "before_needling", "next_visit", "main_sessions", "main_readings",
}  # fmt: skip


@pytest.fixture
def saved_k1(file: Path, clock: Clock) -> None:
    """K1 as in sketch 4, on Mon 14 Sep 2026."""
    save(file, k1_with_everything())
    clock.set("2026-09-14 10:00")


@pytest.fixture
def sample(file: Path, clock: Clock) -> None:
    """The sample course with a note in each session and a private note, on Mon 14 Sep 2026."""
    entries = [
        replace(each, note="slept on the floor") if isinstance(each, Session) else each
        for each in sample_with_remarks()
    ]
    save(file, [*entries, a_note("my secret", at="2026-08-01 10:00", private=True)])
    clock.set("2026-09-14 10:00")


@pytest.mark.usefixtures("saved_k1")
def test_the_page_of_k1(paintrack: Paintrack) -> None:
    result = paintrack("summary")
    assert (result.code, result.err) == (0, "")
    check_gold(GOLD / "page-k1.txt", result.out)


@pytest.mark.usefixtures("saved_k1")
def test_ascii_when_asked_for_or_when_the_locale_needs_it(
    paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = paintrack("summary --ascii")
    check_gold(GOLD / "page-k1-ascii.txt", page.out)
    monkeypatch.setenv("LC_ALL", "C")
    assert paintrack("summary") == page
    assert page.out.isascii()


@pytest.mark.usefixtures("saved_k1")
def test_for_a_screen_reader_nothing_is_drawn(paintrack: Paintrack) -> None:
    out = paintrack("summary --plain").out
    assert "●" not in out
    assert "\nGetting better? Going down, 7 to 4" in out
    assert "\nSession 1, 6 July 2026: before 8, after 5, 3 lower.\n" in out


@pytest.mark.usefixtures("saved_k1")
@pytest.mark.parametrize("columns", ["40", "200"])
def test_the_page_is_80_columns_on_any_screen(
    columns: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = paintrack("summary").out
    monkeypatch.setenv("COLUMNS", columns)
    assert paintrack("summary").out == page


def test_nothing_saved_yet(paintrack: Paintrack, file: Path) -> None:
    result = paintrack("summary")
    assert (result.code, result.err) == (0, "")
    assert result.out == "There is nothing for a page yet. Start with: paintrack before 7\n"
    assert set(paintrack("summary --json").json) == KEYS
    assert not file.exists()


@pytest.mark.usefixtures("saved_k1")
@pytest.mark.parametrize(
    ("typed", "what"), [("--for neck", " of neck"), ("--since 2026-10-01", ""), (f'--for "{HOSTILE}"', r" of a\u202eb")]
)
def test_nothing_in_the_period(typed: str, what: str, paintrack: Paintrack, home: Path) -> None:
    for options in (typed, f"{typed} -o {quoted(home / 'page.txt')}"):
        result = paintrack(f"summary {options}")
        assert result.out.startswith(f"No session or reading{what}")
        assert "\u202e" not in result.out
    assert not (home / "page.txt").exists()


@pytest.mark.usefixtures("saved_k1")
@pytest.mark.parametrize(
    ("options", "header"),
    [
        ("", "10 sessions with Dr Li, 6 Jul to 7 Sep 2026; 1 reading The"),
        (
            "--since 2026-08-31",
            "2 sessions with Dr Li, 31 Aug to 7 Sep 2026 (since the day asked for; 8 left out, all: paintrack",
        ),
        (
            "--last 3",
            "3 sessions with Dr Li, 24 Aug to 7 Sep 2026 (the newest 3 of 10 sessions; 7 left out, all:",
        ),
        (
            "--until 2026-07",
            "4 sessions with Dr Li, 6 Jul to 27 Jul 2026 (up to the day asked for; 6 left out, all: paintrack",
        ),
        ("--with 'dr li'", "10 sessions with Dr Li, 6 Jul to 7 Sep 2026; 1 reading The"),
        ("--with 'Dr Wu'", "No session or reading with Dr Wu is recorded."),
    ],
)
def test_the_header_says_which_period(options: str, header: str, paintrack: Paintrack) -> None:
    out = unwrapped(paintrack(f"summary {options}").out)
    assert header in out


def test_a_practitioner_without_a_session_has_no_page(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 7 3 --with 'Dr Chen' --side-effect fainted")
    result = paintrack(f"summary --with chen -o {quoted(tmp_path / 'x.html')}")
    assert result.out.startswith("No session or reading with chen is recorded.")
    assert not (tmp_path / "x.html").exists()


def test_a_condition_without_a_score_has_no_page(paintrack: Paintrack, tmp_path: Path) -> None:
    """A page of it would say that no side effect was noted."""
    paintrack("log 7 3 --for migraine --side-effect bruise --side-effect fainted")
    result = paintrack(f"summary --for migrain -o {quoted(tmp_path / 'x.html')}")
    assert result.out == "See one: paintrack summary --for migraine\n"
    assert not (tmp_path / "x.html").exists()


def test_the_newest_course_whenever_the_page_is_printed(paintrack: Paintrack, clock: Clock) -> None:
    clock.set("2026-07-06 14:00")
    paintrack("log 7 3")
    clock.set("2027-07-06 14:00")
    assert "1 session, 6 Jul 2026. Last score 6 Jul 2026, 365 days ago.\n" in paintrack("summary").out
    paintrack("log 6 3")
    out = paintrack("summary").out
    assert "1 session, 6 Jul 2027 (the newest of 2 courses)" in out
    assert "OTHER COURSES    An earlier course: 1 session, 6 Jul 2026: too early to say;" in out
    assert "1 session, 6 Jul 2026 (course 1 of 2)\n" in paintrack("summary --course 1").out


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("notes", ["CHANGES          ", "what helped", "SESSION NOTES"]),
        ("points", ["POINTS"]),
        ("plan", ["PLAN  ", "goal"]),
        ("function", ["EVERYDAY LIFE"]),
        ("questions", ["TO DISCUSS"]),
        ("side-effects", ["SIDE EFFECTS"]),
        ("costs", ["COSTS"]),
    ],
)
def test_each_part_can_be_hidden(part: str, words: list[str], paintrack: Paintrack) -> None:
    # Points leave a full sheet first.
    options = "--hide function" if part == "points" else "--session-notes --costs"
    shown = paintrack(f"summary {options}").out
    hidden = paintrack(f"summary {options} --hide {part}").out
    for word in words:
        assert word in shown
        assert word not in hidden


@pytest.mark.usefixtures("sample")
def test_several_parts_are_hidden_at_once(paintrack: Paintrack) -> None:
    out = paintrack(["summary", "--hide", " plan, questions,,points"]).out
    assert not re.search("PLAN|TO DISCUSS|POINTS", out)
    assert paintrack(f"summary --hide {','.join(HIDEABLE)}").code == 0


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("form", ["", "--format text", "--format json", "--json"])
def test_what_is_private_or_was_not_asked_for_is_in_no_form(form: str, paintrack: Paintrack) -> None:
    bare = paintrack(f"summary {form}").out
    full = paintrack(f"summary {form} --session-notes --costs").out
    assert "secret" not in bare + full
    assert ("slept on the floor" in bare, "slept on the floor" in full) == (False, True)
    paid = '"paid": 102000' if "json" in form else "1020 paid, 600 covered"
    assert (paid in bare, paid in full) == (False, True)


@pytest.mark.usefixtures("saved_k1")
def test_json_has_the_documented_keys(paintrack: Paintrack) -> None:
    figures = paintrack("summary --json").json
    assert set(figures) == KEYS
    assert (figures["printed"], figures["sessions"], figures["hidden"]) == ("2026-09-14", 10, ["costs"])
    assert figures["trends"][0]["course"]["verdict"] == "going down"
    assert figures["last_sessions"][-1]["day"] == "2026-09-07"


def test_the_main_condition_has_most_sessions_or_is_given(paintrack: Paintrack, file: Path, clock: Clock) -> None:
    save(file, [*k1_with_everything(), a_session(6, 4, condition="Neck", at="2026-07-08 10:00")])
    clock.set("2026-09-14 10:00")
    out = paintrack("summary").out
    assert out.startswith("ACUPUNCTURE DIARY: LOWER BACK ")
    assert "OTHER CONDITIONS Neck  ▅ 6  too early to say (1 session)" in out
    alone = paintrack("summary --for NECK").out
    assert alone.startswith("ACUPUNCTURE DIARY: NECK ")
    assert "LOWER BACK" not in alone


def test_the_hard_course_is_the_page_of_its_figures(paintrack: Paintrack, file: Path, clock: Clock) -> None:
    entries = [storable(each) for each in hard_course()]
    save(file, entries)
    clock.set("2026-09-28 18:00")
    result = paintrack("summary")
    assert (result.code, result.err) == (0, "")
    assert result.out == page_as_text(summarize(entries, printed=date(2026, 9, 28))) + "\n"
    assert max(map(width_of, result.out.splitlines())) <= 80


def storable(entry: AnyEntry) -> AnyEntry:
    """The entry with scores of at most 10, as the file takes them."""
    if not isinstance(entry, Session):
        return entry
    ratings = (each._replace(before=None if each.before is None else min(each.before, 10)) for each in entry.ratings)
    return replace(entry, ratings=tuple(ratings))


@pytest.mark.usefixtures("saved_k1")
def test_a_file_holds_the_page_for_its_owner_alone(paintrack: Paintrack, home: Path) -> None:
    path = home / "page.txt"
    result = paintrack(f"summary -o {quoted(path)}")
    assert (result.code, result.out, result.err) == (0, "", f"The page is in {path}.\n")
    assert path.read_text(encoding="utf-8") == paintrack("summary").out
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in home.iterdir() if each.name.startswith(".")] == []


@pytest.mark.usefixtures("saved_k1")
def test_a_file_that_is_there_stays_unless_forced(paintrack: Paintrack, home: Path) -> None:
    path = home / "page.txt"
    path.write_text("mine")
    refused = paintrack(f"summary -o {quoted(path)}")
    assert (refused.code, path.read_text()) == (2, "mine")
    assert is_one_sentence(refused.err)
    assert paintrack(f"summary -o {quoted(path)} --force").code == 0
    assert path.read_text(encoding="utf-8").startswith("ACUPUNCTURE DIARY")


@pytest.mark.usefixtures("saved_k1")
def test_never_onto_the_data(paintrack: Paintrack, file: Path) -> None:
    before = file.read_bytes()
    for path in (file, Path(f"{file}-journal")):
        refused = paintrack(f"summary -o {quoted(path)} --force --format text")
        assert refused.code == 2
        assert is_one_sentence(refused.err)
    assert file.read_bytes() == before


@pytest.mark.usefixtures("saved_k1")
def test_json_goes_to_a_file_by_its_ending(paintrack: Paintrack, home: Path) -> None:
    assert paintrack(f"summary -o {quoted(home / 'page.json')}").code == 0
    assert (home / "page.json").read_text(encoding="utf-8") == paintrack("summary --json").out


@pytest.mark.usefixtures("saved_k1")
def test_since_the_last_page_that_was_written_on_an_earlier_day(paintrack: Paintrack, home: Path, clock: Clock) -> None:
    refused = paintrack("summary --since last-summary")
    assert (refused.code, refused.out) == (2, "")
    assert is_one_sentence(refused.err)
    clock.set("2026-08-20 10:00")
    paintrack("summary")
    clock.set("2026-08-24 10:00")
    assert paintrack(f"summary -o {quoted(home / 'page.txt')}").code == 0
    assert paintrack("summary --since last-summary").code == 2
    clock.set("2026-09-14 10:00")
    assert paintrack(f"summary -o {quoted(home / 'later.txt')}").code == 0
    assert "3 sessions with Dr Li, 24 Aug to 7 Sep 2026 " in paintrack("summary --since last-summary").out


@pytest.mark.usefixtures("saved_k1")
def test_a_page_is_no_change_that_undo_takes_back(paintrack: Paintrack, home: Path) -> None:
    paintrack("log 3 2")
    paintrack(f"summary -o {quoted(home / 'page.txt')}")
    assert "session" in paintrack("undo").out
    assert "10 sessions" in paintrack("summary").out


@pytest.mark.usefixtures("saved_k1")
@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ("--format docx", "--format takes text, markdown, html, pdf or json. You typed docx."),
        ("--format pdf", "A PDF goes to a file: paintrack summary -o page.pdf"),
        ("--paper a5", "--paper takes a4 or letter. You typed a5."),
        ("--open", "--open shows an HTML file: paintrack summary -o page.html --open"),
        ("--last 0", "--last takes a number of sessions, 1 or more."),
        ("--last 3 --since 2026-08-01", "--since and --last both choose the period: give one of the two."),
        ("--course 1 --until 2026-08", "--course and --until both choose the period: give one of the two."),
        ("--since 2026-08 --until 2026-07", "--since 2026-08 is after --until 2026-07: nothing lies between them."),
        (
            "--since yesterdai",
            (
                'The date yesterdai is not understood. Type a day as 2026-11-03, yesterday, tue or "3 nov", a time '
                'span as 2026-11, october, "last month" or "30 days".'
            ),
        ),
        (
            "--hide weather",
            "--hide takes notes, costs, points, plan, function, questions or side-effects. You typed weather.",
        ),
        (
            "--since last-summary",
            "No page was written to a file on an earlier day: give a date, --since 2026-11-03.",
        ),
    ],
)
def test_what_is_refused(options: str, sentence: str, paintrack: Paintrack) -> None:
    result = paintrack(f"summary {options}")
    assert (result.code, result.out, result.err) == (2, "", f"{sentence}\n")


def test_the_name_that_is_set_takes_the_place_of_its_blank(paintrack: Paintrack, file: Path, clock: Clock) -> None:
    save(file, k1_with_everything())
    clock.set("2026-09-14 10:00")
    assert "Born ___" in paintrack("summary").out
    assert paintrack("config set name Maria Kovač").code == 0
    assert paintrack("summary").out.splitlines()[1] == f"Name Maria Kovač   Born {'_' * 14}"


def test_what_steers_a_terminal_is_shown_visibly(paintrack: Paintrack) -> None:
    for typed in (
        ["plan", "set", "--for", HOSTILE, "--goal", "3"],
        ["log", "8", "5", "--for", HOSTILE, "--with", f"Dr {HOSTILE}", "--points", HOSTILE, "--side-effect", HOSTILE],
        ["log", "8", "5", "--for", HOSTILE, "--note", HOSTILE, "--cost", "80"],
        ["note", HOSTILE],
        ["question", HOSTILE],
        ["config", "set", "name", HOSTILE],
        ["config", "set", "currency", "\u202e[b]"],
    ):
        assert paintrack(typed).code == 0
    out = paintrack("summary --session-notes --costs").out
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)
    assert out.count("[bold]c[/bold]") >= 5


@pytest.mark.usefixtures("saved_k1")
def test_json_has_the_figures_of_trend(paintrack: Paintrack) -> None:
    (figures,) = paintrack("summary --json").json["trends"]
    trend = paintrack("trend --json").json
    assert figures == trend
    assert figures["course"]["verdict"] == "going down"
