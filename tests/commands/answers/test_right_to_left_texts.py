"""On every screen and in every file to read, a person's right-to-left text stands whole in an isolate, alone in it.

Data files and --json have none, and neither have the commands to type.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from paintrack.model.entries import AnyEntry, Rating, Session, SideEffect
from tests.factories.courses import in_order, save, weekly
from tests.factories.entries import a_note, a_peg, a_plan, a_question, a_reading
from tests.isolates import FSI, PDI, body_of, in_isolates, without_commands, wrongly_isolated
from tests.program import Clock, Paintrack

# A letter of its own first, so that no text is the beginning of another; then both scripts, numbers and Latin letters.
TEXTS = BACK, KNEE, DOCTOR, NOTE, QUESTION, EFFECT, TOOK, RECEIPT, POINT, OUTCOME, SHORT = tuple(
    f"{letter} כאב 3 mg دواء 10 ok 7" for letter in "קרשתלמנסעפצ"
)
READING = (
    *("", "list", "list --last 2", "status", "show 1", "show n1", "show r1", "show q1", "show p1"),
    *(
        "trend",
        "trend --all",
        "trend --by date",
        "trend --relief",
        "note --list",
        "question --list",
        "plan",
        "peg --list",
        "points",
    ),
    *(f"compare --by {what}" for what in ("condition", "point", "technique", "practitioner")),
    *("costs", "costs --visits", "conditions", "practitioners", "config"),
    *("summary", "summary --costs --session-notes", "costs --visits --format text"),
    *("summary --format markdown", "summary --format html", "costs --visits --format html"),
)
WRITING = (
    ["log", "6", "4", "--for", BACK, "--also", f"{KNEE}=5:4", "--with", DOCTOR, "--took", TOOK, "--receipt", RECEIPT],
    ["log", "6", "4", "--for", BACK, "--side-effect", EFFECT, "--points", f"ST36,{POINT}", "--note", NOTE],
    ["before", "6", "--for", BACK, "--also", f"{KNEE}=5"],
    ["after", "3"],
    ["after", "3", "--for", KNEE],
    ["rate", "4", "--for", KNEE, "--took", TOOK],
    ["effect", EFFECT, "--outcome", OUTCOME],
    ["effect", EFFECT],
    ["note", NOTE],
    ["question", QUESTION],
    ["plan", "set", "--for", KNEE, "--sessions", "6", "--goal", "2"],
    ["plan", "end"],
    ["plan", "end", "--for", KNEE],
    ["edit", "1", "--receipt", RECEIPT, "--note", NOTE],
    ["edit", "1", "--for", SHORT, "--after", "3"],
    ["conditions", "rename", KNEE, OUTCOME],
    ["practitioners", "rename", DOCTOR, OUTCOME],
    ["config", "set", "name", DOCTOR],
    ["delete", "1"],
    ["delete", "--for", BACK, "--yes"],
    ["undo"],
    ["redo"],
    ["list", "--for", OUTCOME, "--with", DOCTOR],
    ["list", "--since", NOTE],
    ["trend", "--for", NOTE],
    ["log", NOTE, "5"],
    ["show", NOTE],
    [NOTE],
)


@pytest.fixture
def diary(file: Path, clock: Clock) -> Path:
    """A file in which every text of a person runs from right to left."""
    clock.set("2026-08-20 12:00")
    sessions: list[AnyEntry] = [
        replace(
            each,
            ratings=(*each.ratings, Rating(KNEE, 5, 4)),
            practitioner=DOCTOR,
            side_effects=(SideEffect("other", EFFECT, outcome=OUTCOME), SideEffect("bruise_bleeding", POINT)),
            took=TOOK,
            receipt=RECEIPT,
            points=("LI4", POINT),
            note=NOTE,
            cost=5000,
            currency="EUR",
        )
        for each in weekly([7, 6, 5, 5], condition=BACK)
        if isinstance(each, Session)
    ]
    other_entries: list[AnyEntry] = [
        a_note(NOTE, at=3),
        a_question(QUESTION, at=4),
        a_peg(3, 4, 5, at=5),
        a_plan(condition=BACK, at=6),
    ]
    save(file, in_order([*sessions, *other_entries, a_reading(4, condition=BACK, at=9, took=TOOK)]))
    return file


def seen(text: str) -> str:
    """What a person sees: of a page in HTML its body."""
    return body_of(text) if text.startswith("<!DOCTYPE") else text


def is_right(shown: str) -> bool:
    """Whether each text stands whole in an isolate, alone, except in commands, which have none."""
    if re.search(rf'(?:--for|--also|--with|rename) "?{FSI}', shown):
        return False
    bare = without_commands(shown, TEXTS)
    return in_isolates(bare) and wrongly_isolated(bare, TEXTS) == []


@pytest.mark.parametrize(("columns", "more"), [("40", []), ("80", []), ("120", []), ("80", ["--plain"])])
@pytest.mark.usefixtures("diary")
def test_each_screen_isolates_each_text_whole(
    columns: str, more: list[str], paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    paintrack(["config", "set", "name", DOCTOR])
    shown = {typed: paintrack([*more, *typed.split()]) for typed in READING}
    assert {typed for typed, result in shown.items() if result.code} == set()
    assert [result for result in shown.values() if not is_right(seen(result.out) + result.err)] == []
    for text in TEXTS[:-1]:
        assert any(f"{FSI}{text}{PDI}" in result.out for result in shown.values()), text


@pytest.mark.parametrize("columns", ["40", "200"])
@pytest.mark.parametrize("more", [[], ["--plain"]])
@pytest.mark.usefixtures("diary")
def test_each_answer_isolates_each_text_whole(
    columns: str, more: list[str], paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = [paintrack([*more, *typed]) for typed in WRITING]
    assert [result for result in shown if not is_right(result.out + result.err)] == []


@pytest.mark.usefixtures("diary")
def test_data_has_no_isolates(paintrack: Paintrack, tmp_path: Path) -> None:
    for typed in (*READING, *WRITING):
        words = typed.split() if isinstance(typed, str) else typed
        if "--format" not in words and words:
            result = paintrack([words[0], "--json", *words[1:]])
            assert not {FSI, PDI} & set(result.out), words
    for name in ("history.csv", "history.json", "history.fhir.json"):
        more = ["--format", "fhir"] if "fhir" in name else []
        assert paintrack(["export", str(tmp_path / name), *more]).code == 0
    assert paintrack(["costs", "--visits", "-o", str(tmp_path / "costs.csv")]).code == 0
    assert paintrack(["remind", "--next", "2026-10-01 10:00", "-o", str(tmp_path / "next.ics")]).code == 0
    written = [
        tmp_path / name for name in ("history.csv", "history.json", "history.fhir.json", "costs.csv", "next.ics")
    ]
    assert [each.name for each in written if {FSI, PDI} & set(each.read_text("utf-8"))] == []


def test_a_suggested_command_is_pasted_bare(paintrack: Paintrack) -> None:
    name = "גב תחתון"
    paintrack(["log", "6", "4", "--for", name])
    commands = re.findall(r"paintrack (rate .*)", paintrack(["rate", "4", "--for", name[:-1]]).err)
    assert len(commands) == 2
    assert not {FSI, PDI} & set("".join(commands))
    assert [paintrack(each).code for each in commands] == [0, 0]


def test_what_was_copied_from_the_screen_is_the_same_name(paintrack: Paintrack) -> None:
    assert paintrack(["log", "7", "3", "--for", BACK]).code == 0
    assert paintrack(["rate", "4", "--for", f"{FSI}{BACK}{PDI}"]).code == 0
    assert len(paintrack("conditions --json").json) == 1
