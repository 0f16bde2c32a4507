"""The charts of the command `trend`."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from paintrack.model.entries import sessions_of
from paintrack.views.text_layout import width_of
from tests.commands.typed_courses import type_k1
from tests.factories.chart_data import long_chart_data
from tests.factories.courses import save, weekly
from tests.factories.entries import HOSTILE, a_reading
from tests.gold import FORMS_OF_SCREEN, check_gold
from tests.program import Clock, Paintrack, is_one_sentence, unwrapped


@pytest.fixture
def course(paintrack: Paintrack, clock: Clock) -> None:
    """Three sessions, the last after a pause, and a reading in it."""
    for day, typed in (("06", "log 8 5"), ("13", "log 6 7"), ("20", "rate 4"), ("30", "log 7 5")):
        clock.set(f"2026-07-{day} 15:00")
        assert paintrack(f'{typed} --for "lower back"').code == 0


@pytest.mark.usefixtures("course")
def test_by_date_the_reading_stands_at_its_day(paintrack: Paintrack) -> None:
    result = paintrack("trend --by date")
    assert (result.code, result.err) == (0, "")
    dates = next(line for line in result.out.splitlines() if line.startswith(" ") and "6 Jul" in line)
    assert dates.split("  ")[-1].strip() == "30 Jul"
    assert [line.index("+") for line in result.out.splitlines() if "+" in line[12:]][-1] == dates.index("20 Jul") + 3


@pytest.mark.usefixtures("course")
def test_relief_is_drawn_as_bars(paintrack: Paintrack) -> None:
    result = paintrack("trend --relief --ascii")
    assert (result.code, result.err) == (0, "")
    assert "# lower       3                 2\n" in result.out
    assert "x higher               1\n" in result.out


@pytest.mark.usefixtures("course")
def test_by_session_is_what_is_drawn_when_nothing_is_asked(paintrack: Paintrack) -> None:
    assert paintrack("trend --by session") == paintrack("trend")
    assert paintrack("trend --by session --relief") == paintrack("trend --relief")
    assert len({paintrack(f"trend {options}").out for options in ("", "--by date", "--relief")}) == 3


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("options", ["--by date", "--relief"])
def test_a_screen_reader_gets_no_chart(paintrack: Paintrack, options: str) -> None:
    assert paintrack(f"trend --plain {options}") == paintrack("trend --plain")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("trend --by week", "--by takes session or date. You typed week."),
        ("trend --by=", "--by takes session or date. You typed nothing."),
        (
            "trend --by date --relief",
            "--relief draws one bar a session, not by date: leave one of the two out.",
        ),
        ("trend --plain --by week", "--by takes session or date. You typed week."),
    ],
)
def test_another_chart_is_refused(paintrack: Paintrack, typed: str, sentence: str) -> None:
    result = paintrack(typed)
    assert (result.code, result.out, result.err) == (2, "", f"{sentence}\n")
    assert is_one_sentence(result.err)


GOLD = Path(__file__).parents[3] / "views" / "gold"
# The outer keys of `trend --json`; all of them are in tests/views/help/test_json_glossary.py.
KEYS = {
    "condition", "course_number", "visits", "left_out", "readings", "first_day", "last_day", "last_scored", "course",
    "home", "baseline", "above_zero_alone", "relief", "next_visits", "drop_held", "carry_over", "days_above_zero",
    "goal", "pauses", "medicine_days", "other_courses", "marks", "whole_course", "whole_home",
}  # fmt: skip
_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def typed_k1(paintrack: Paintrack, clock: Clock) -> None:
    """K1 with its plan, its reading and its note."""
    type_k1(paintrack, clock)


@pytest.mark.usefixtures("typed_k1")
@pytest.mark.parametrize(("name", "options", "columns"), [*FORMS_OF_SCREEN, ("explain-80", "--explain", 80)])
def test_k1_as_people_see_it(
    name: str, options: str, columns: int, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    result = paintrack(f"trend {options}")
    assert (result.code, result.err) == (0, "")
    check_gold(GOLD / f"trend-k1-{name}.txt", result.out)
    assert options in ("--plain", "--explain") or max(map(width_of, result.out.splitlines())) <= columns
    assert result.out.isascii() or options != "--ascii"


@pytest.mark.usefixtures("typed_k1")
def test_json_has_the_documented_keys_and_the_figures_of_k1(paintrack: Paintrack) -> None:
    figures = paintrack("trend --json").json
    assert set(figures) == KEYS
    assert (figures["course"]["verdict"], figures["course"]["judged"]) == ("going down", 9)
    assert figures["course"]["probability_of_a_fall"] > 0.976
    assert figures["course"]["per_session"]["interval"]["high"] < 0
    change = {"first": 7, "last": 4, "lower": 3, "percent": pytest.approx(300 / 7), "middle": None}
    assert figures["course"]["change"] == change
    assert (figures["relief"]["middle"]["n"], figures["relief"]["middle"]["median"]) == (10, 2)
    totals = [figures["carry_over"][name] for name in ("n", "lost", "back", "stayed")]
    assert totals == [9, 19, 15, 4]
    assert (figures["goal"]["goal"], figures["goal"]["reached"], figures["readings"]) == (3, None, 1)
    assert figures["marks"] == [{"day": "2026-08-19", "text": "started amitriptyline 10 mg"}]


def test_json_of_nothing_has_the_same_keys(paintrack: Paintrack, file: Path) -> None:
    figures = paintrack("trend --json").json
    assert set(figures) == KEYS
    assert (figures["visits"], figures["course"]) == ([], None)
    assert not file.exists()


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ((), "No session for pain yet."),
        ((8,), "Too early to say: needs 7 visits with a score, you have 1 (score 8)."),
        ((8, 7), "you have 2 (8 first, 7 last)."),
        ((8, 7, 7, 6, 6), "you have 5 (8 first, 6 last)."),
        ((8, 8, 7, 6, 6, 5, 4, 4), "Probably going down, 7 to 4, 3 lower (43 %): of 10 diaries "),
        ((8, 8, 8, 7, 7, 6, 6, 5, 5, 4), "Going down, 8 to 5: 3 lower (38 %); middle of sessions 2 to 4 and "),
        ((3, 4, 4, 5, 6, 6, 7, 8, 8, 9), "4 to 8, 4 higher: going up, worse; middle of sessions 2 to 4 and "),
        ((7, 7, 6, 7, 7, 6, 7, 7), "Not clear yet: it could be "),
        (
            (0, 0, 7, 0, 0, 5, 0, 0),
            "Cannot be told from the visits: on arrival the score was 0 at 6 of 8 visits. See the days above 0.",
        ),
    ],
    ids=lambda value: str(len(value)) if isinstance(value, tuple) else None,
)
def test_each_number_of_sessions_draws_and_says_what_it_can(
    before: tuple[int, ...], words: str, paintrack: Paintrack, file: Path
) -> None:
    if before:
        save(file, weekly(before))
    for options in ("", "--by date", "--relief", "--ascii"):
        assert paintrack(f"trend {options}").code == 0
    assert words in paintrack("trend --plain").out
    assert paintrack("trend --json").json["course"] is None or before


def test_a_flat_course_with_relief_says_both(paintrack: Paintrack, file: Path) -> None:
    save(file, weekly((7,) * 9, (4,) * 9))
    out = paintrack("trend --plain").out
    assert "About the same: a change of 2 or more over these visits is unlikely to have happened (7 to 7: " in out
    assert "Right after a session? 3 lower (each of 9 sessions)." in out
    assert "Does it hold? Usually back by the next visit: 3 lower after, 3 higher again (middle of 8 gaps; " in out


def test_missing_afters_are_drawn_and_left_out_of_relief(paintrack: Paintrack, file: Path) -> None:
    save(file, weekly((8, 7, 7, 6), (5, None, None, None)))
    assert "(1 session)" in paintrack("trend --plain").out
    assert paintrack("trend").code == 0
    save(file, weekly((None,), (4,), condition="neck", first_day=1))
    result = paintrack("trend --for neck --plain")
    assert result.out.splitlines()[:4] == [
        "Scores: 0 none, 10 worst imaginable.",
        "Neck: 1 session without a score on arrival.",
        "1 session, 7 July 2026.",
        "Session 5, 7 July 2026: no score before, after 4.",
    ]


@pytest.mark.parametrize(
    ("options", "numbers"),
    [("--last 3", [8, 9, 10]), ("--since 2026-08-24", [8, 9, 10]), ("--until 2026-07-13", [1, 2])],
)
@pytest.mark.usefixtures("typed_k1")
def test_what_is_filtered_keeps_the_numbers_of_the_course(
    options: str, numbers: list[int], paintrack: Paintrack
) -> None:
    figures = paintrack(f"trend {options} --json").json
    assert [visit["number"] for visit in figures["visits"]] == numbers
    assert figures["carry_over"]["n"] == len(numbers) - 1
    assert figures["course"]["n"] == len(numbers)
    assert figures["left_out"] == 10 - len(numbers)
    assert f"{10 - len(numbers)} sessions of this course left out" in unwrapped(paintrack(f"trend {options}").out)
    chart = paintrack(f"trend {options} --ascii").out
    row = next(line for line in chart.splitlines() if line.startswith("id "))
    assert row.split()[1:] == [str(number) for number in numbers]


def test_sessions_that_are_no_neighbours_never_pair(paintrack: Paintrack, file: Path) -> None:
    two = ["Dr Li", "Dr Wu"]
    entries = weekly((8, 7, 7, 6, 6), (5, 5, 4, 4, 3))
    save(file, [replace(each, practitioner=two[place % 2]) for place, each in enumerate(sessions_of(entries))])
    figures = paintrack('trend --with "Dr Li" --json').json
    assert [visit["number"] for visit in figures["visits"]] == [1, 3, 5]
    assert figures["carry_over"] is None
    assert paintrack('trend --with "Dr Nobody"').out == (
        'The filters do not fit any of the 5 sessions for lower back.\nSee: paintrack list --for "lower back"\n'
    )


def test_readings_go_with_the_sessions_of_the_practitioner(paintrack: Paintrack, file: Path, clock: Clock) -> None:
    clock.set("2026-08-01 12:00")
    two = ["Dr Li", "Dr Wu"]
    sessions = sessions_of(weekly((8, 7, 7, 6), (5, 5, 4, 4)))
    save(file, [replace(each, practitioner=two[place % 2]) for place, each in enumerate(sessions)])
    # 6, 13, 20 and 27 July; the first reading is before all of them.
    for day in ("01", "08", "15", "22", "29"):
        assert paintrack(f'rate 4 --for "lower back" --at 2026-07-{day}').code == 0
    assert paintrack('trend --with "Dr Li" --json').json["readings"] == 2
    assert paintrack('trend --with "Dr Wu" --json').json["readings"] == 2
    assert paintrack('trend --with "Dr Wu" --until 2026-07-28 --json').json["readings"] == 1
    assert paintrack('trend --with "Dr Nobody" --json').json["readings"] == 0
    # A visit for the neck on the 7th: the reading of the 8th is that visit's.
    assert paintrack('log 5 4 --for neck --with "Dr Wu" --at 2026-07-07').code == 0
    assert paintrack('trend --with "Dr Li" --for "lower back" --json').json["readings"] == 1
    assert paintrack("undo").code == 0
    assert paintrack("trend --json").json["readings"] == 5


def test_the_explanation_for_a_program_is_the_names_of_json(paintrack: Paintrack) -> None:
    names = paintrack("trend --explain --json").json
    assert names["trend"]["course.judged"] == "scores on arrival that count"
    assert {*names} == {"trend", "compare", "plan"}
    text = paintrack("trend --explain").out
    assert text.endswith("the names in --json: paintrack trend --explain --json\n")
    assert "course.judged" not in text


def test_readings_alone_have_a_trend_by_date(paintrack: Paintrack, file: Path) -> None:
    save(file, [a_reading(8 - week // 2, at=7 * week + day) for week in range(10) for day in (1, 2, 4)])
    result = paintrack("trend")
    assert (result.code, result.err) == (0, "")
    assert re.match(r"Lower back at home: going down, 8 to 4 +30 readings, 7 Jul to 11 Sep 2026\n", result.out)
    assert "Tue        8 8 7 7 6 6 5 5 4 4" in result.out
    assert "+ reading" in paintrack("trend --by date").out
    assert "At home: going down, 8 to 4: 4 lower (50 %)" in result.out
    assert paintrack("trend --relief") == result
    assert paintrack("trend --json").json["home"]["verdict"] == "going down"


def test_the_newest_course_is_shown_and_the_earlier_on_demand(paintrack: Paintrack, file: Path) -> None:
    save(file, [*weekly((8, 7, 7)), *weekly((6, 5), first_day=200)])
    assert "2 sessions, 22 Jan to 29 Jan 2027" in paintrack("trend").out
    assert "See: paintrack trend --course 1" in paintrack("trend --plain").out
    first = paintrack('trend --course 1 --for "lower back"').out
    assert "3 sessions, 6 Jul to 20 Jul 2026" in first
    assert 'paintrack trend --for "lower back" --course 2' in first


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("trend --course 3", "lower back has courses 1 to 2. You typed --course 3."),
        ("summary --course 0", "lower back has courses 1 to 2. You typed --course 0."),
        ("trend --for neck --course 1", "neck has no session yet, so there is no course to choose."),
        ("summary --course 1 --last 3", "--course and --last both choose the period: give one of the two."),
        ("compare --course 1", "--course is one of a condition's courses: say which condition with --for."),
    ],
)
def test_a_course_that_is_not_there_is_refused(typed: str, sentence: str, paintrack: Paintrack, file: Path) -> None:
    save(file, [*weekly((8, 7, 7)), *weekly((6, 5), first_day=200)])
    result = paintrack(typed)
    assert (result.code, result.out, result.err) == (2, "", f"{sentence}\n")
    assert is_one_sentence(result.err)


def test_the_condition_of_most_sessions_is_the_default(paintrack: Paintrack, file: Path) -> None:
    neck = weekly((5,) * 9, condition="neck", first_day=-700)
    save(file, [*neck, *weekly((8, 7, 7)), *weekly((6, 5), condition="migraine", first_day=40)])
    result = paintrack("trend")
    assert result.out.startswith("Lower back score")
    assert result.err == "Also: migraine, neck. See one: paintrack trend --for migraine\n"
    assert paintrack("summary").out.startswith("ACUPUNCTURE DIARY: LOWER BACK")
    assert paintrack("plan set --sessions 9").code == 0
    assert "lower back" in paintrack("plan").out
    assert "lower back: " in paintrack("compare --by point").out


def test_over_400_sessions_the_answer_says_that_it_took_blocks(paintrack: Paintrack, file: Path) -> None:
    save(file, weekly([round(9 - place / 80, 1) for place in range(500)]))
    result = paintrack("trend")
    assert (result.code, result.err) == (0, "")
    assert "rests on medians of 250 blocks" in unwrapped(result.out)
    assert max(map(width_of, result.out.splitlines())) <= 80
    assert paintrack("trend --json").json["course"]["blocks"] == 250


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_a_long_course_stands_small_above_the_newest(
    columns: int, paintrack: Paintrack, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    pairs = [(bar.before, bar.after) for bar in long_chart_data().bars]
    save(file, weekly([before for before, _ in pairs], [after for _, after in pairs]))
    result = paintrack("trend")
    assert (result.code, result.err) == (0, "")
    assert max(map(width_of, result.out.splitlines())) <= columns
    check_gold(GOLD / f"trend-long-{columns}.txt", result.out)


@pytest.mark.parametrize("options", ["", "--plain", "--by date", "--relief", "--ascii"])
def test_what_steers_a_terminal_is_drawn_visibly(options: str, paintrack: Paintrack) -> None:
    assert paintrack(["plan", "set", "--for", HOSTILE, "--goal", "3"]).code == 0
    assert paintrack(["log", "8", "5", "--for", HOSTILE]).code == 0
    assert paintrack(["note", HOSTILE]).code == 0
    result = paintrack(f"trend {options}")
    assert result.code == 0
    assert not _UNSAFE.search(result.out + result.err)
    assert "[bold]" in result.out


def test_medicine_days_are_the_same_on_trend_and_page(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for back --at 2026-05-04 --took ibuprofen")
    paintrack("log 6 3 --for back --at 2026-05-11")
    assert "Medicine days: Rescue medicine noted on 1 day in May." in paintrack("trend --plain").out
    for day in range(10, 20):
        paintrack(["rate", "5", "--for", "migraine", "--at", f"2026-06-{day}", "--took", "sumatriptan 100 mg"])
    days = "Rescue medicine noted on 1 day in May, 10 in Jun. From 10 days a month on: ask your doctor or pharmacist."
    # Of all entries: medicine is not taken for one condition alone.
    for typed in ("trend --for back --plain", "summary", "summary --for back"):
        shown = unwrapped(paintrack(typed).out)
        assert days in shown.replace("June", "Jun")
        assert "100 mg" not in shown
    months = [{"start": "2026-05-01", "days": 1}, {"start": "2026-06-01", "days": 10}]
    assert paintrack("trend --for back --json").json["medicine_days"] == months
    assert paintrack("summary --json").json["trends"][0]["medicine_days"] == months
    assert paintrack("trend --for back --until 2026-05-31 --json").json["medicine_days"] == months[:1]
    assert paintrack("trend --for migraine --json").json["medicine_days"] == months[1:]


def test_a_part_of_a_course_says_of_what_it_speaks(paintrack: Paintrack, wide_terminal: None) -> None:
    for day in range(1, 13):
        paintrack(f"log {6 if day < 7 else 5} 3 --at 2026-06-{day:02}")
    for options in ("--last 9", "--since 2026-06-04"):
        assert "of the last 3 of the 9 shown" in unwrapped(paintrack(f"trend {options}").out)
    assert "of the last 3 of 12" in unwrapped(paintrack("trend").out)
