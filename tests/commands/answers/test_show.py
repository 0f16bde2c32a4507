"""Everything about one entry."""

import pytest

from paintrack.views.text_layout import width_of
from tests.program import Clock, Paintrack, unwrapped


def test_a_session_in_full(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7 --for 'lower back' --also neck=6 --with 'Dr Li' --points LI4,ST36 --technique ea --cost 85")
    clock.set("2026-07-06 15:10")
    paintrack("after 5 --for 'lower back' --covered 60 --note 'slept well'")
    clock.set("2026-07-07 07:10")
    paintrack("effect bruise")
    assert paintrack("show 1").out == (
        "Session 1     Mon 6 Jul 2026 14:02\n"
        "Scores        lower back 7 -> 5 (2 lower); after at Mon 6 Jul 2026 15:10\n"
        "Scores        neck 6 before\n"
        "Points        LI4 Hegu, Large Intestine 4\n"
        "              ST36 Zusanli, Stomach 36\n"
        "Technique     electroacupuncture\n"
        "With          Dr Li\n"
        "Side effect   bruise or bleeding, noticed Tue 7 Jul 2026 07:10\n"
        "Paid          85, covered 60, own share 25\n"
        "Note          slept well\n"
        "Typed         Mon 6 Jul 2026 14:02\n"
        "Last changed  Tue 7 Jul 2026 07:10\n"
    )


def test_a_screen_reader_hears_one_fact_a_line(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 5 --for neck --also knee=4: --points 'LI4, the sore spot' --side-effect bruise")
    paintrack(["edit", "1", "--note", "two\n\nlines"])
    assert paintrack("show 1 --plain").out == (
        "Session 1, Monday 6 July 2026 at 14:02.\n"
        "Scores: neck before 7, after 5, 2 lower.\n"
        "Scores: knee 4 before.\n"
        "Points: LI4 Hegu, Large Intestine 4.\n"
        "Points: the sore spot.\n"
        "Side effect: bruise or bleeding.\n"
        "Note: two.\n"
        "Note: lines.\n"
        "Typed: Monday 6 July 2026 at 14:02.\n"
        "Last changed: Monday 6 July 2026 at 14:02.\n"
    )


def test_a_reading_in_full(paintrack: Paintrack) -> None:
    paintrack("rate 0 --for neck --at 2026-07-01 --note 'two\n\nlines'")
    assert paintrack("show r1").out == (
        "Reading r1    Wed 1 Jul 2026 (time not given)\n"
        "Condition     neck\n"
        "Score         0\n"
        "Note          two\n"
        "\n"
        "              lines\n"
        "Typed         Mon 6 Jul 2026 14:02\n"
    )


def test_a_visit_without_scores(paintrack: Paintrack) -> None:
    paintrack("log --note 'only talked'")
    assert "Scores        none: a visit without scores\n" in paintrack("show 1").out


def test_times_are_those_of_the_place(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --at '2026-07-05 09:00-05:00'")
    assert paintrack("show 1").out.startswith("Session 1     Sun 5 Jul 2026 09:00\n")


@pytest.mark.parametrize("options", ["", " --plain"])
def test_times_of_one_entry_are_of_one_clock(options: str, paintrack: Paintrack, clock: Clock) -> None:
    # Berlin has summer time in July and winter time in December.
    paintrack("log 7 3 --at '2026-07-05 09:00'")
    clock.set("2026-12-01 13:27")
    paintrack("effect bruise")
    shown = paintrack(f"show 1{options}").out
    assert (shown.count("13:27"), shown.count("14:02"), shown.count("+0")) == (2, 1, 0)


def test_a_time_of_another_place_says_its_offset(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3 --at '2026-07-05 09:00-05:00'")
    paintrack("effect bruise")
    shown = unwrapped(paintrack("show 1").out)
    assert "noticed Mon 6 Jul 2026 14:02 (UTC+02:00)" in shown
    assert "Typed Mon 6 Jul 2026 07:02" in shown


def test_json_is_nested(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --side-effect drowsy")
    shown = paintrack("show 1 --json").json
    assert shown["id"] == "1"
    assert shown["ratings"][0]["before"] == 7
    assert shown["side_effects"][0]["kind"] == "drowsy"
    assert shown["note"] is None


def test_what_steers_a_terminal_is_shown_not_done(paintrack: Paintrack) -> None:
    paintrack(["log", "7", "3", "--for", "a\u202eb", "--with", "c\u202ed", "--note", "[red]x[/y] \u202e :smile:"])
    shown = paintrack("show 1").out
    assert "\u202e" not in shown
    assert shown.count("\\u202e") == 3
    assert "[red]x[/y]" in shown
    assert ":smile:" in shown


@pytest.mark.parametrize(
    "typed",
    [
        "log 7 3 --for 'a condition with quite a long name' --with 'Dr Wilhelmina Longname' --note 'slept well'",
        "log 7 3 --for 腰痛腰痛腰痛腰痛腰痛腰痛腰痛腰痛 --note 腰痛腰痛腰痛腰痛腰痛腰痛腰痛腰痛腰痛腰痛腰痛腰痛腰痛",
        f"log 7 3 --note {'x' * 200}",
        "log 7 3 --points 'LI4,ST36,SP6,BL40,BL23,BL25,GB30,GV4' --side-effect 'odd dreams for three nights in a row'",
    ],
)
def test_forty_columns(typed: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert paintrack(typed).code == 0
    assert max(map(width_of, paintrack("show 1").out.splitlines())) <= 40


@pytest.fixture
def mixed(paintrack: Paintrack) -> None:
    """Two sessions, the older one typed last, and one of every other kind of entry."""
    for typed in (
        "log 7 3", "log 8 4 --at 2026-07-01", "rate 5", "rate 6 --at 2026-07-02", "note new bed", "question why",
        "peg 6 7 5", "plan set --goal 3", "overall better",
    ):  # fmt: skip
        assert paintrack(typed).code == 0


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("last", "1"), ("last session", "1"), ("last-session", "1"), ("LAST", "1"), ("last reading", "r1"),
        ("last-reading", "r1"), ("last note", "n1"), ("last question", "q1"), ("last peg", "p1"), ("last plan", "c1"),
        ("last overall rating", "o1"), ("last-overall-rating", "o1"),
    ],
)  # fmt: skip
def test_the_last_one_is_an_id(typed: str, label: str, paintrack: Paintrack) -> None:
    assert paintrack(f"show {typed}") == paintrack(f"show {label}")
    assert paintrack(["show", typed]) == paintrack(["show", label])
    assert paintrack(f"delete {typed} --yes").code == 0
    assert paintrack(f"show {label}").code == 1


def test_the_last_one_is_corrected(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3")
    clock.forward(minutes=1)
    paintrack("log 8 4")
    paintrack("rate 2")
    assert paintrack("edit last --after 5").out.startswith("Changed session 2, ")
    assert paintrack("edit last session --after 6").out.startswith("Changed session 2, ")
    assert paintrack("edit last reading --score 6").out.startswith("Changed reading r1, ")
    assert paintrack("effect bruise --session last").code == 0


@pytest.mark.parametrize("typed", ["show last", "delete last --yes", "edit last --note x"])
def test_there_is_no_last_one_yet(typed: str, paintrack: Paintrack) -> None:
    paintrack("rate 3")
    result = paintrack(typed)
    assert (result.code, result.out) == (1, "")
    assert "There is no session yet." in result.err


@pytest.mark.parametrize("typed", ["last month", "last 3", "lasting", "the last", "last-"])
def test_what_is_no_last_one_is_no_id(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    assert paintrack(["show", typed]).code == (0 if typed == "last-" else 2)


def test_a_meridian_and_its_number_stay_together(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    paintrack("log 7 3 --points LI4,SI3,TE5,GV20,CV4")
    for columns in range(40, 60):
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = paintrack("show 1").out
        for point in ("Large Intestine 4", "Small Intestine 3", "Triple Energizer 5", "Governor Vessel 20"):
            assert point in shown


def test_a_serious_side_effect_has_its_mark(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --side-effect bruise --side-effect 'short of breath'")
    assert "\nSide effect   ! short of breath (chest pain or breathlessness)" in paintrack("show 1").out
    spoken = paintrack("show 1 --plain").out
    assert "\nSide effect: serious symptom, short of breath (chest pain or breathlessness).\n" in spoken
    assert "\nSide effect: bruise" in spoken
    assert "! " not in spoken
