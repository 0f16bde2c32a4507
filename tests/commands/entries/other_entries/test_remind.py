"""The next visit: saved, shown, taken back; its calendar file."""

from pathlib import Path

import icalendar
import pytest

from tests.program import Clock, Paintrack, unwrapped


@pytest.fixture(autouse=True)
def friday(clock: Clock) -> None:
    clock.set("2026-11-27 10:00")


def test_the_next_visit_is_saved_shown_and_taken_back(paintrack: Paintrack) -> None:
    saved = paintrack(["remind", "--next", "tue 14:00"])
    assert saved.out == "Saved next visit v1: Tue 1 Dec 2026 14:00, in 4 days. Wrong? paintrack undo\n"
    assert saved.err == "For the calendar of your phone: paintrack remind -o next.ics\n"
    shown = paintrack("remind")
    assert shown.out == "Next visit: Tue 1 Dec 2026 14:00, in 4 days. Not any more? paintrack delete v1\n"
    assert paintrack("remind --json").json["next_visit"]["visit"] == "2026-12-01T14:00:00+01:00"
    assert paintrack("undo").out.startswith("Taken back: next visit v1")
    assert paintrack("remind").out == 'No next visit is saved. To save one: paintrack remind --next "tue 14:00"\n'
    assert paintrack("remind --json").json == {"next_visit": None}


def test_one_that_is_to_come_is_moved_and_one_that_is_over_stays(paintrack: Paintrack, clock: Clock) -> None:
    paintrack(["remind", "--next", "tue 14:00"])
    assert paintrack(["remind", "--next", "wed 9am"]).out == (
        "Saved next visit v1: Wed 2 Dec 2026 09:00, in 5 days\n"
        "  in place of Tue 1 Dec 2026 14:00. Wrong? paintrack undo\n"
    )
    assert "in place of" not in paintrack(["remind", "--next", "wed 9am"]).out
    clock.set("2026-12-02 10:00")
    assert "v2: Wed 9 Dec 2026 09:00, in 7 days. Wrong?" in paintrack(["remind", "--next", "wed 9am"]).out
    assert "v2" in paintrack("list").out
    assert paintrack("delete v2 --yes").code == 0
    assert "has begun or is over" in paintrack("remind").out


def test_the_file_has_no_condition_and_no_score(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack(["log", "7", "3", "--for", "lower back", "--with", "Dr Li"])
    file = tmp_path / "next.ics"
    written = paintrack(["remind", "--next", "tue 14:00", "--readings", "-o", str(file)])
    assert written.code == 0
    assert "to stop all reminders, delete that calendar" in written.err
    text = file.read_bytes().decode()
    assert not any(word in text for word in ("lower", "back", "Dr Li", "pain diary", "7 ->"))
    titles = [str(event["summary"]) for event in icalendar.Calendar.from_ical(text).walk("VEVENT")]
    assert titles == ["Acupuncture", "Diary, 1 minute", "Diary, 1 minute"]
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_over_one_with_the_morning_cancels_that(paintrack: Paintrack, tmp_path: Path) -> None:
    file = tmp_path / "next.ics"
    write = ["remind", "-o", str(file), "--force"]
    paintrack(["remind", "--next", "tue 14:00"])

    def events() -> dict[str, tuple[str, bool]]:
        """The state of each event, and whether it rings, by its id."""
        events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        return {str(each["uid"]): (str(each.get("status", "")), bool(each.walk("VALARM"))) for each in events}

    assert "cancels" not in paintrack([*write, "--readings"]).err
    with_reading = events()
    assert [*with_reading.values()] == [("", True)] * 3
    cancels = "This file also cancels the diary entry of the morning after, which the file it replaces had."
    # Again and again: the file may be opened later, or on another phone. Only the first replaces one that had it.
    for is_first in (True, False, False):
        written = unwrapped(paintrack(write).err)
        assert (cancels in written) == is_first
        assert ("If your calendar still shows it, delete it there." in written) == is_first
        assert events() == dict(zip(with_reading, [("", True), ("", True), ("CANCELLED", False)], strict=True))
    paintrack([*write, "--readings"])
    assert events() == with_reading


def test_no_morning_is_cancelled_that_no_file_had(paintrack: Paintrack, tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "next.ics"
    paintrack(["remind", "--next", "tue 14:00", "-o", str(file)])
    for _ in range(2):
        assert "cancels" not in paintrack(["remind", "-o", str(file), "--force"]).err
        assert len(icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == 2
    # That of another visit, which is over, stays.
    paintrack(["remind", "-o", str(file), "--force", "--readings"])
    clock.forward(days=7)
    assert "cancels" not in paintrack(["remind", "--next", "tue 14:00", "-o", str(file), "--force"]).err
    assert b"CANCELLED" not in file.read_bytes()


def test_what_cannot_be_read_at_the_path_is_refused_as_ever(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack(["remind", "--next", "tue 14:00"])
    (tmp_path / "folder.ics").mkdir()
    refused = paintrack(["remind", "-o", str(tmp_path / "folder.ics"), "--force"])
    assert (refused.code, refused.out) == (1, "")


def test_a_visit_that_is_deleted_stays_in_the_calendar(paintrack: Paintrack) -> None:
    paintrack(["remind", "--next", "tue 14:00"])
    assert "If the visit is in your calendar, delete it there too." in unwrapped(paintrack("delete v1 --yes").out)
    paintrack("log 7 3")
    assert "calendar" not in paintrack("delete 1 --yes").out


def test_the_stored_date_goes_into_a_file_and_a_pipe(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack(["remind", "--next", "tue 14:00"])
    assert paintrack(["remind", "-o", str(tmp_path / "next.ics")]).code == 0
    piped = paintrack("remind -o -")
    assert piped.out.startswith("BEGIN:VCALENDAR")
    assert piped.err == ""


def test_a_visit_that_is_over_is_not_written(paintrack: Paintrack, tmp_path: Path, clock: Clock) -> None:
    paintrack(["remind", "--next", "tue 14:00"])
    clock.forward(days=10)
    assert "has begun or is over" in paintrack("remind").out
    refused = paintrack(["remind", "-o", str(tmp_path / "next.ics")])
    assert (refused.code, refused.out) == (1, "")
    assert not list(tmp_path.glob("*.ics"))


def test_without_its_file_no_date_is_saved(paintrack: Paintrack, tmp_path: Path) -> None:
    refused = paintrack(["remind", "--next", "tue 14:00", "-o", str(tmp_path / "none" / "next.ics")])
    assert refused.code == 1
    assert refused.err.endswith("Nothing saved.\n")
    assert paintrack("remind --json").json == {"next_visit": None}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["remind", "--readings"], "--readings goes into the file"),
        (["remind", "--force"], "--force replaces a file"),
        (["remind", "-o", "next.txt"], "ends in .ics"),
        (["remind", "--next", "tue"], "has no time of day"),
        (["remind", "--json", "-o", "next.ics"], "--json answers on standard output"),
    ],
)
def test_what_cannot_be_meant_is_refused(typed: list[str], sentence: str, paintrack: Paintrack) -> None:
    refused = paintrack(typed)
    assert (refused.code, refused.out) == (2, "")
    assert sentence in refused.err


def test_it_goes_out_as_json_and_comes_back(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack(["remind", "--next", "tue 14:00"])
    paintrack(["export", str(tmp_path / "all.json")])
    other = ["--db", str(tmp_path / "other.db")]
    assert paintrack(["import", str(tmp_path / "all.json"), *other]).code == 0
    assert paintrack(["remind", "--json", *other]).json["next_visit"]["visit"] == "2026-12-01T14:00:00+01:00"


@pytest.mark.parametrize(("columns", "line"), [
    ("80", "Next visit: Tue 1 Dec 2026 14:00 (in 4 days)."), ("40", "Next: Tue 1 Dec 2026 14:00."),
])  # fmt: skip
def test_it_stands_in_the_status_while_it_is_to_come(
    columns: str, line: str, paintrack: Paintrack, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    paintrack("log 7 3")
    paintrack(["remind", "--next", "tue 14:00"])
    assert line in paintrack("status").out.splitlines()
    assert "Next visit: Tuesday 1 December 2026 at 14:00." in paintrack("status --plain").out
    assert paintrack("status --json").json["days_until"] == 4
    clock.forward(days=5)
    assert "Next" not in paintrack("status").out
    assert paintrack("status --json").json["next_visit"] is None


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_it_stands_on_the_page_with_the_plan(form: str, paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3")
    paintrack("plan set --sessions 6")
    paintrack(["remind", "--next", "tue 14:00"])
    assert "1 of 6 sessions; next visit Tue 1 Dec 2026 14:00" in paintrack(f"summary --format {form}").out
    assert "next visit Tue" not in paintrack(f"summary --format {form} --hide plan").out
    clock.forward(days=5)
    assert "next visit Tue" not in paintrack(f"summary --format {form}").out


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("--next tue 14:00", '--next "tue 14:00" -o next.ics'),
        ("tue 14:00", '--next "tue 14:00" -o next.ics'),
        ("tomorrow 9am --readings", '--next "tomorrow 9am" -o next.ics'),
        ("--next 3 dec 14:00 -o visit.ics", '--next "3 dec 14:00" -o visit.ics'),
        ("-o visit.ics in 2 weeks 10:00", '--next "in 2 weeks 10:00" -o visit.ics'),
        ("tue --next 14:00", '--next "14:00 tue" -o next.ics'),
        ("18:00", '--next "18:00" -o next.ics'),
    ],
)
def test_a_visit_without_quotation_marks_is_led(
    typed: str, suggested: str, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = paintrack(f"remind {typed}")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == f"Nothing saved. Did you mean: paintrack remind {suggested}\n"
    assert paintrack(f"remind {suggested}").code == 0


@pytest.mark.parametrize(
    ("typed", "day", "form"),
    [
        ("remind me tuesday", "tuesday", "tuesday 14:00"),
        ("remind me on thursday", "on thursday", "on thursday 14:00"),
        ("remind tomorrow", "tomorrow", "tomorrow 14:00"),
        ("remind --next tomorrow", "tomorrow", "tomorrow 14:00"),
        ("remind --next='in 2 weeks' -o next.ics", "in 2 weeks", "in 2 weeks 14:00"),
        ("remind in 2 weeks", "in 2 weeks", "in 2 weeks 14:00"),
        ("remind --next 'tomorrow afternoon'", "tomorrow afternoon", ""),
    ],
)
def test_a_day_alone_leads_to_one_with_a_time(
    typed: str, day: str, form: str, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = paintrack(typed)
    sentence, _, command = refused.err.partition(" With one, as in: paintrack ")
    assert (refused.code, sentence) == (2, f"Nothing saved. {day} has no time of day.")
    assert form in command
    assert paintrack(command).code == 0


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (
            "--next 'next sunday 14:00'",
            'paintrack remind --next "2026-11-29 14:00" paintrack remind --next "2026-12-06 14:00"',
        ),
        ("--next tue", "tue has no time of day."),
        ("tue", "tue has no time of day."),
        ("dentist", "The date dentist is not understood."),
        ("--next tue 25:00", "There is no such date or time: tue 25:00."),
    ],
)
def test_words_that_are_no_visit_are_refused(typed: str, reason: str, paintrack: Paintrack) -> None:
    refused = paintrack(f"remind {typed}")
    assert (refused.code, refused.out) == (2, "")
    assert reason in unwrapped(refused.err)
