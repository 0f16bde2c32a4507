"""`--plain` of every command that shows data: no columns, rules, arrows or blanks to fill in, and no figure lost."""

import re
from datetime import date
from pathlib import Path

import pytest

from paintrack.model.entries import AnyEntry
from paintrack.views.spoken_words import spoken
from paintrack.views.value_words import show_day, show_score
from tests.commands.named_commands import named_command_lines
from tests.factories.courses import k1_with_everything, save
from tests.factories.entries import an_overall
from tests.factories.year_long_course import full_course
from tests.program import Clock, Paintrack

WORDS = ("list", "status", "costs", "costs --visits", "plan", "config", "compare", "summary", "summary --costs",
         "compare --by point", "compare --by technique", "compare --by practitioner",
         "peg --list", "note --list", "question --list", "overall --list",
         "list --last 2", "list --for neck --since 2026-07-01 --until 2026-08-15", "list --newest-first",
         "show 1", "show 3", "show n1", "show q1", "show p1", "show c1", "show o1", "show r1",
         "trend --last 3", "trend --since 2026-07-20",
         "trend --course 1", "show last", "show last note", "list --with nobody", "summary --last 3")  # fmt: skip
MORE_WORDS = ("file", "conditions", "practitioners", "points LI4", "trend --explain", "help scale", "demo")
TRENDS = ("trend", "trend --by date", "trend --relief", "trend --all", "trend --for neck")
COURSES = {"k1": k1_with_everything, "full": full_course}
TICKS = {*map(float, range(11))}  # the numbers of an axis; scores are looked for one by one


@pytest.fixture(params=sorted(COURSES))
def course(request: pytest.FixtureRequest, file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> list[AnyEntry]:
    entries = [*COURSES[request.param](), an_overall(number=1)]
    clock.set("2026-12-01 09:00")
    # Wide enough that nothing is cut or wrapped where tables are drawn.
    monkeypatch.setenv("COLUMNS", "250")
    save(file, entries)
    return entries


def numbers(text: str) -> set[float]:
    in_words = re.sub(r"\d{4}-\d\d-\d\d", lambda match: show_day(date.fromisoformat(match[0])), text)
    return {float(number) for number in re.findall(r"\d+(?:\.\d+)?", in_words)}


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("typed", [*WORDS, *TRENDS])
def test_nothing_is_left_that_a_voice_stumbles_over(typed: str, paintrack: Paintrack) -> None:
    result = paintrack(f"{typed} --plain")
    assert result.code == 0
    for line in result.out.splitlines():
        assert line
        assert line == line.strip()
        assert not re.search(r"  |\||->|--(?![a-z])|__|[\u2190-\u21ff\u2500-\u259f\u25a0-\u25ff]", line), line
        assert not re.search(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2} (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b", line)


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("typed", [*WORDS, *TRENDS, *MORE_WORDS])
def test_each_line_ends_so_that_a_voice_pauses(typed: str, paintrack: Paintrack, file: Path) -> None:
    out = paintrack(f"{typed} --plain").out
    # A command and a path are copied from here, without a full stop behind them.
    copied = (str(file), *(f"paintrack {line}" for line in named_command_lines(out)))
    assert [line for line in out.splitlines() if not line.endswith((".", "?", "!", ":", *copied))] == []


@pytest.mark.usefixtures("course")
def test_each_fact_on_the_file_has_its_name_before_it(paintrack: Paintrack) -> None:
    facts = paintrack("file --plain").out.partition("\nWorth knowing")[0].splitlines()
    assert [fact.partition(": ")[0] for fact in facts] == [
        "File",
        "Size",
        "Holds",
        "Version",
        "Mode",
        "Sound",
        "Backups",
    ]


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("typed", WORDS)
def test_every_figure_is_in_the_plain_text_too(typed: str, paintrack: Paintrack) -> None:
    ordinary = paintrack(typed).out
    # Behind the chart of a trend stand its words.
    words = ordinary[ordinary.index("Is it getting better?") :] if typed.startswith("trend") else ordinary
    assert numbers(words) - TICKS <= numbers(paintrack(f"{typed} --plain").out)


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("typed", ["trend", "trend --by date", "trend --relief", "trend --all", "summary"])
def test_every_score_of_the_chart_is_a_line(typed: str, paintrack: Paintrack) -> None:
    plain = paintrack(f"{typed} --plain").out
    trends = paintrack("trend --all --json").json if typed == "trend --all" else [paintrack("trend --json").json]
    for figures in trends:
        for visit in figures["visits"]:
            day = show_day(date.fromisoformat(visit["at"][:10]), weekday=False, long=True)
            before, after = (
                f"no score {key}" if visit[key] is None else f"{key} {show_score(visit[key])}"
                for key in ("before", "after")
            )
            assert re.search(rf"^Session \d+, {day}: {before}, {after}[,.]", plain, re.MULTILINE)
    if typed != "summary":
        assert all(f'"{mark["text"]}"' in plain for mark in trends[0]["marks"] if typed != "trend --all")
    assert "0 none, 10 worst imaginable" in plain


@pytest.mark.parametrize("typed", ["help scale", "help numbers", "trend --explain"])
def test_a_paragraph_is_a_line(typed: str, paintrack: Paintrack) -> None:
    lines, ordinary = paintrack(f"{typed} --plain").out.splitlines(), paintrack(typed).out
    assert max(map(len, lines)) > 80
    # A key of --json and its meaning are columns otherwise, and a heading has capitals.
    in_words = [re.sub(r"[.:]", "", text).casefold().split() for text in (" ".join(lines), spoken(ordinary))]
    assert in_words[0] == in_words[1]


def test_no_heading_has_words_that_are_spelled(paintrack: Paintrack) -> None:
    # A voice says 'is I T getting better' of capitals.
    headings = [line for line in paintrack("trend --explain --plain").out.splitlines() if len(line) < 60]
    assert headings[:2] == ["Is it getting better? The course.", "Right after a session? The relief."]
    assert not any(word.isupper() for line in headings for word in line.split())


@pytest.mark.parametrize("typed", ["log 7 5", "log 7 5 --also neck=4:4", "before 7", "rate 3", "note x", "undo"])
def test_what_was_saved_is_said_in_words(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 8 6")
    out = paintrack(f"{typed} --plain").out
    assert not re.search(r"  |->", out)
    assert "paintrack undo" in out or typed == "undo"
    if "7 5" in typed:
        assert "before 7, after 5 (2 lower)" in out
