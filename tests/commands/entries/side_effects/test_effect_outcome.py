"""What became of a side effect: it goes to the one that is recorded, and never silently to another visit."""

import io
import re
import sys

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.program import Paintrack, unwrapped

OUTCOME = "A&E, xray ok"
SERIOUS = "THIS CAN BE AN EMERGENCY."


def outcomes(paintrack: Paintrack, session: int) -> list[str | None]:
    """Those of the side effects of a session, in their order."""
    return [each["outcome"] for each in paintrack(f"show {session} --json").json["side_effects"]]


def lines_in(text: str) -> list[str]:
    """The command lines that a refusal names, without `paintrack`."""
    return re.findall(r"^ *.+?: +paintrack (.+)$", text.replace(" Nothing saved.", ""), re.MULTILINE)


def answer(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    """A person at a terminal types this."""
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))


@pytest.mark.parametrize(
    ("recorded", "typed"),
    [
        ("chest pain at night", "chest pain"),
        ("bruise on left arm", "bruise"),
        ("nmb left hand", "numb left hand"),
        ("numb left hand", "nmb left hand"),
        ("odd dreams", "od dreams"),
    ],
)
@pytest.mark.parametrize("options", [[], ["--session", "1"]])
def test_an_outcome_goes_to_the_one_in_other_words(
    recorded: str, typed: str, options: list[str], paintrack: Paintrack, wide_terminal: None
) -> None:
    paintrack(["log", "7", "3", "--at", "2026-07-01", "--side-effect", recorded])
    paintrack("log 6 2")
    saved = paintrack(["effect", typed, "--outcome", OUTCOME, *options])
    assert saved.code == 0
    assert saved.out.startswith(f"Saved with session 1, Wed 1 Jul 2026: {recorded}")
    assert f": {OUTCOME}." in saved.out
    assert saved.err.startswith(SERIOUS) is (typed == "chest pain")
    assert (outcomes(paintrack, 1), outcomes(paintrack, 2)) == ([OUTCOME], [])


@pytest.mark.parametrize(
    ("recorded", "typed"),
    [
        ("could not breathe", "chest pain"),
        ("numb foot", "weak arm"),
        ("fever", "pus"),
        ("tired", "headache"),
        ("dizzy", "vomiting"),
        ("bruise on arm", "swollen bruise"),
        ("blue mark", "haematoma"),
    ],
)
@pytest.mark.parametrize("options", [[], ["--session", "1"]])
def test_another_of_the_same_kind_is_never_taken_unasked(
    recorded: str, typed: str, options: list[str], paintrack: Paintrack, wide_terminal: None
) -> None:
    paintrack(["log", "7", "3", "--at", "2026-07-01", "--side-effect", recorded])
    refused = paintrack(["effect", typed, "--outcome", OUTCOME, *options])
    assert (refused.code, refused.out, outcomes(paintrack, 1)) == (2, "", [None])
    of_recorded, as_new = lines_in(refused.err)
    assert paintrack(as_new).code == 0
    assert outcomes(paintrack, 1) == [None, OUTCOME]
    assert paintrack("undo").code == 0
    assert paintrack(of_recorded).code == 0
    assert outcomes(paintrack, 1) == [OUTCOME]


def test_left_is_not_right(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --side-effect 'bruise on left arm'")
    assert paintrack("effect 'bruise on right arm' --outcome gone").code == 2
    assert outcomes(paintrack, 1) == [None]


def test_of_several_each_has_its_line(paintrack: Paintrack, wide_terminal: None) -> None:
    for at, effect in (("2026-07-01", "could not breathe"), ("2026-07-02", "tight chest"), ("2026-07-03", "dizzy")):
        paintrack(["log", "7", "3", "--at", at, "--side-effect", effect])
    refused = paintrack(["effect", "chest pain", "--outcome", OUTCOME, "--plain"])
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(SERIOUS)
    newest, oldest, new = lines_in(refused.err)
    for line, session in ((newest, 2), (oldest, 1)):
        assert paintrack(line).out.startswith(f"Saved with session {session}, ")
        assert outcomes(paintrack, session) == [OUTCOME]
    assert paintrack(new).out.startswith("Saved with session 3: chest pain")
    assert outcomes(paintrack, 3) == [None, OUTCOME]


def test_the_same_words_on_several_days_are_asked_about(
    paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, wide_terminal: None
) -> None:
    for day in (1, 2, 3):
        paintrack(f"log 7 3 --side-effect bruise --at 2026-07-0{day}")
    for typed in ("effect bruise --outcome gone", "effect bruise gone"):
        assert [line.count("--session") for line in lines_in(paintrack(typed).err)] == [1, 1, 1, 0]
        answer(monkeypatch, "n\ny\n")
        assert "Wed 1 Jul" not in (result := paintrack(typed)).err
        assert result.out.startswith("Saved with session 2, Thu 2 Jul 2026: bruise")
        monkeypatch.setattr(Console, "may_ask", False)
        paintrack("undo")
        assert outcomes(paintrack, 2) == [None]


@pytest.mark.parametrize("typed", ["chest pain", "fainted", "words came out all wrong"])
@pytest.mark.parametrize("options", [[], ["--session", "1"], ["--json"]])
def test_a_serious_one_with_its_outcome_is_saved_at_once(typed: str, options: list[str], paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    result = paintrack(["effect", typed, "--outcome", OUTCOME, *options])
    assert result.code == 0
    assert outcomes(paintrack, 1) == [OUTCOME]


@pytest.mark.parametrize("typed", ["dizzy", "odd dreams"])
@pytest.mark.parametrize("options", [[], ["--session", "1"], ["--json"]])
def test_an_outcome_of_nothing_recorded_is_refused(
    typed: str, options: list[str], paintrack: Paintrack, wide_terminal: None
) -> None:
    paintrack("log 7 3")
    refused = paintrack(["effect", typed, "--outcome", OUTCOME, *options])
    assert (refused.code, refused.out) == (2, "")
    assert "session 1, Mon 6 Jul 2026" in refused.err
    (line,) = lines_in(refused.err)
    assert outcomes(paintrack, 1) == []
    assert paintrack(line).code == 0
    assert outcomes(paintrack, 1) == [OUTCOME]


@pytest.mark.parametrize(("typed", "saved"), [("\n", [OUTCOME]), ("y\n", [OUTCOME]), ("n\n", [])])
def test_an_outcome_of_nothing_recorded_is_asked_about(
    typed: str, saved: list[str], paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack("log 7 3")
    answer(monkeypatch, typed)
    done = paintrack(["effect", "dizzy", "--outcome", OUTCOME])
    assert (done.code, outcomes(paintrack, 1)) == (0 if saved else 2, saved)
    assert saved or "--another" in done.err


def test_another_session_than_the_one_named_is_offered(paintrack: Paintrack, wide_terminal: None) -> None:
    paintrack("log 7 3 --side-effect bruise --at 2026-07-01")
    paintrack("log 6 2")
    refused = paintrack("effect bruise --session 2 --outcome gone")
    there, new = lines_in(refused.err)
    assert paintrack(new).code == paintrack(there).code == 0
    assert (outcomes(paintrack, 1), outcomes(paintrack, 2)) == (["gone"], ["gone"])


def test_an_outcome_is_not_replaced_unasked(
    paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, wide_terminal: None
) -> None:
    paintrack("log 7 3 --side-effect bruise")
    paintrack("effect bruise --outcome 'fading'")
    for typed in ("effect bruise --outcome gone", "effect bruise gone"):
        refused = paintrack(typed)
        assert (refused.code, outcomes(paintrack, 1)) == (2, ["fading"])
        assert '"fading"' in refused.err
        replaced = paintrack(lines_in(refused.err)[0])
        assert replaced.out.startswith(
            "Saved with session 1, Mon 6 Jul 2026: bruise or bleeding: gone. It was: fading."
        )
        paintrack("undo")
        answer(monkeypatch, "y\n")
        assert paintrack(typed).code == 0
        assert outcomes(paintrack, 1) == ["gone"]
        monkeypatch.setattr(Console, "may_ask", False)
        paintrack("undo")


def test_an_older_one_without_words_is_found(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --side-effect bruise_bleeding")
    assert paintrack("effect black and blue --outcome gone").code == 0
    assert outcomes(paintrack, 1) == ["gone"]


def test_undo_names_the_outcome_not_the_side_effect(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --side-effect bruse")
    paintrack("effect bruise --outcome gone")
    assert "Taken back: the outcome of bruse (bruise), session 1." in unwrapped(paintrack("undo").out)
    assert "Put back: the outcome of bruse (bruise), session 1." in unwrapped(paintrack("redo").out)
    paintrack("effect dizzy --outcome gone --another")
    assert "Taken back: side effect of session 1: dizzy" in unwrapped(paintrack("undo").out)


@pytest.mark.parametrize("typed", ["no longer dizzy", "not dizzy any more", "I'm no longer dizzy", "not dizzy now"])
def test_what_is_no_longer_there_is_an_outcome(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --at 2026-07-01")
    paintrack(["effect", typed])
    recorded = [None] * len(paintrack("show 1 --json").json["side_effects"])
    paintrack("effect dizzy --session 1 --another")
    assert paintrack(["effect", typed]).out.startswith("Saved with session 1, Wed 1 Jul 2026:")
    assert outcomes(paintrack, 1) == [*recorded, typed]


def test_an_outcome_is_removed_by_edit(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --side-effect bruise --side-effect drowsy")
    paintrack("effect bruise --outcome 'gone soon'")
    refused = paintrack("edit 1 --clear outcome=drowsy")
    assert refused.err == (
        "Nothing saved. Session 1 has no outcome of drowsy.\n  paintrack edit 1 --clear outcome=bruise\n"
    )
    for field in ("outcome=bruise", "outcome"):
        before = paintrack("show 1 --json").json["side_effects"]
        assert paintrack(f"edit 1 --clear {field}").out == (
            "Changed session 1: outcome of bruise removed. Wrong? paintrack undo\n"
        )
        effects = paintrack("show 1 --json").json["side_effects"]
        assert [each["outcome"] for each in effects] == [None, None]
        paintrack("undo")
        assert paintrack("show 1 --json").json["side_effects"] == before
    paintrack("rate 4")
    assert "A reading has no outcome to clear." in paintrack("edit r1 --clear outcome").err
    paintrack("note words")
    assert "Note n1 has no outcome to correct." in paintrack("edit n1 --clear outcome").err


@pytest.mark.parametrize(
    "typed",
    [
        "effect vomiting gone {}",
        "effect {} vomiting gone",
        "effect vomiting {} gone",
        "effect {} -- vomiting gone",
        "effect {} -- -vomiting gone",
        "effect {} 'vomiting gone'",
    ],
)
@pytest.mark.parametrize("options", ["", "--json", "--quiet", "--session 1 --plain", "--at 'yesterday 15:00' --json"])
def test_both_lines_keep_the_options_and_work(
    typed: str, options: str, paintrack: Paintrack, wide_terminal: None
) -> None:
    paintrack("log 7 3 --at 2026-07-01")
    assert paintrack("effect dizzy").code == 0
    refused = paintrack(typed.format(options))
    assert refused.code == 2
    yes, new = re.findall(r"^ *.+?: +paintrack (.+)$", refused.err.replace(" Nothing saved.", ""), re.MULTILINE)
    for line in (yes, new):
        done = paintrack(line)
        assert (done.code, done.err, bool(done.out)) == (0, "", "--quiet" not in options)
        assert done.out.startswith("{") is ("--json" in options)
        assert all(each in line for each in options.split() if each not in ("--at", "'yesterday", "15:00'"))
    effects = paintrack("show 1 --json").json["side_effects"]
    assert [each["outcome"] for each in effects] == [
        "gone, Sun 5 Jul 2026 15:00" if "--at" in options else "gone",
        "gone",
    ]
    # With --session alone it is of the session's day.
    noticed = "None" if "--session" in options else "2026-07-05T15:00" if "--at" in options else "2026-07-06T14:02"
    assert f"{effects[1]['noticed']}".startswith(noticed)


@pytest.mark.parametrize("typed", ["fine now", "all gone", "feeling better", "gone after 5 days"])
@pytest.mark.parametrize("options", ["", "--json", "--at 2026-07-05", "--session 1 --plain"])
@pytest.mark.parametrize("effect", ["", "bruise", "chest pain", "odd, dreams"])
def test_that_it_is_over_leads_to_what_it_is_about(
    typed: str, options: str, effect: str, paintrack: Paintrack, wide_terminal: None
) -> None:
    paintrack(["log", "7", "3", "--at", "2026-07-01", *(["--side-effect", effect] if effect else [])])
    refused = paintrack(f"effect {typed} {options}")
    assert (refused.code, refused.out) == (2, "")
    assert f'"{typed}" names no side effect.' in refused.err
    lines = re.findall(r"^ *.+: paintrack (.+)$", refused.err.replace(" Nothing saved.", ""), re.MULTILINE)
    assert [line.split()[0] for line in lines] == ["effect", "note"][not effect :]
    for line in lines:
        assert paintrack(line).code == 0
    assert paintrack("show n1 --json").json["text"] == typed
    saved_outcomes = [each["outcome"] for each in paintrack("show 1 --json").json["side_effects"]]
    assert saved_outcomes == [typed + (", Sun 5 Jul 2026" if "--at" in options else "")] * bool(effect)
    assert paintrack(f"effect {typed} --another").code == 0


def test_without_a_session_it_may_be_a_remark(paintrack: Paintrack) -> None:
    refused = paintrack("effect fine now")
    assert (refused.code, refused.err.count("paintrack")) == (2, 1)
    assert "A remark: paintrack note fine now" in refused.err


def test_status_names_a_serious_symptom_until_its_outcome_is_noted(paintrack: Paintrack) -> None:
    paintrack("log 7 5 --for neck --side-effect bruise --side-effect 'short of breath'")
    paintrack("question 'may I swim?'")
    assert "! short of breath (chest or breathing), session 1, " in paintrack("status").out
    assert "1 question to ask" in paintrack("status").out
    assert (paintrack("status --json").json["serious"], paintrack("status --json").json["to_ask"]) == ("1", 1)
    paintrack("effect 'short of breath' --session 1 --outcome 'gone the next day'")
    paintrack("question --done q1")
    assert "! " not in paintrack("status").out
    assert "to ask" not in paintrack("status").out
    assert (paintrack("status --json").json["serious"], paintrack("status --json").json["to_ask"]) == (None, 0)
