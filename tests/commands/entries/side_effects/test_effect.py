"""A side effect noticed later: what is urgent is said before anything else."""

import io
import re
import sys
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from paintrack.model.symptoms.side_effect_kinds import SIDE_EFFECT_KINDS
from tests.program import AtTerminal, Clock, Paintrack, Result, unwrapped

EMERGENCY = (
    "THIS CAN BE AN EMERGENCY. Call the emergency number now, also if the needles\n"
    "were hours or days ago. Say that you had acupuncture, and where on the body the\nneedles were.\n"
)


def test_the_answer_of_the_design(paintrack: Paintrack, clock: Clock) -> None:
    clock.set("2026-09-07 15:00")
    paintrack("log 4 2")
    clock.set("2026-09-07 21:40")
    assert paintrack('effect "short of breath"') == Result(
        0,
        "Saved with session 1: short of breath (chest pain or breathlessness)\n"
        "  Mon 7 Sep 2026 21:40.\n  Wrong? paintrack undo\n",
        EMERGENCY,
    )


def test_words_need_no_quotes(paintrack: Paintrack) -> None:
    paintrack("log 4 2")
    assert paintrack("effect short of breath").err == EMERGENCY


def test_a_common_one_has_its_advice_in_the_answer(paintrack: Paintrack) -> None:
    paintrack("log 4 2")
    assert paintrack("effect bruise") == Result(
        0,
        "Saved with session 1: bruise or bleeding, Mon 6 Jul 2026 14:02.\n"
        "  Bruise: common. Press gently; tell your acupuncturist. Get help if the\n"
        "  swelling grows or the bleeding will not stop, and today if you take blood\n"
        "  thinners or have a hard lump.\n"
        "  Wrong? paintrack undo\n",
        "",
    )


def test_unknown_words_are_kept_never_refused(paintrack: Paintrack) -> None:
    paintrack("log 4 2")
    assert paintrack("effect 'very odd dreams'").code == 0
    assert paintrack("show 1 --json").json["side_effects"] == [
        {"kind": "other", "words": "very odd dreams", "noticed": "2026-07-06T14:02:00+02:00", "outcome": None}
    ]


@pytest.mark.usefixtures("wide_terminal")
@pytest.mark.parametrize("kind", [kind.key for kind in SIDE_EFFECT_KINDS.values() if kind.is_serious])
@pytest.mark.parametrize("options", ["", "--quiet", "--json", "--session 99", "--at soon", "--db /dev/null", "--bogus"])
def test_every_urgent_kind_speaks_first_whatever_happens(kind: str, options: str, paintrack: Paintrack) -> None:
    paintrack("log 4 2")
    result = paintrack(f"effect {kind} {options}")
    assert result.err.startswith(SIDE_EFFECT_KINDS[kind].advice)


def test_urgent_advice_needs_no_file(paintrack: Paintrack) -> None:
    result = paintrack("effect chest pain")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(EMERGENCY)
    assert "There is no session yet" in result.err


def test_without_a_session_it_says_how_to_make_one(paintrack: Paintrack) -> None:
    paintrack("rate 4")
    sentence = (
        "Nothing saved. There is no session {} that it could follow. A visit with it, without scores: {}\n".format
    )
    assert paintrack("effect bruise") == Result(1, "", sentence("yet", "paintrack log --side-effect bruise"))
    visit = 'log --side-effect "small bruise" --at 2026-07-01'
    assert paintrack("effect small bruise --at 2026-07-01").err == sentence("yet", f"paintrack {visit}")
    assert paintrack(visit).code == 0
    earlier = "paintrack log --side-effect bruise --at 2026-06-01"
    assert paintrack("effect bruise --at 2026-06-01").err == sentence("before it", earlier)


def test_what_did_not_come_again_may_have_ended(paintrack: Paintrack, at_terminal: AtTerminal) -> None:
    paintrack("log 4 2 --side-effect 'blue mark'")
    declined = at_terminal("effect blue mark", "n")
    line = 'effect "blue mark" --session 1 --outcome {}'.format
    assert (declined.code, unwrapped(declined.err).partition("Nothing saved. ")[2]) == (
        1,
        f"What became of it: paintrack {line('TEXT')}",
    )
    assert paintrack(line("gone")).code == 0


def test_the_session_may_be_named(paintrack: Paintrack) -> None:
    paintrack("log 4 2 --at 2026-07-01")
    paintrack("log 4 2 --at 2026-07-03")
    assert paintrack("effect drowsy --session 1").out.startswith("Saved with session 1: ")
    assert paintrack("effect drowsy").out.startswith("Saved with session 2: ")


def test_it_came_from_a_session_before_it_was_noticed(paintrack: Paintrack) -> None:
    paintrack("log 4 2 --at '2026-07-01 10:00'")
    paintrack("log 4 2 --at '2026-07-05 10:00'")
    result = paintrack("effect drowsy --at '2026-07-02 10:00'")
    assert result.out.startswith("Saved with session 1: drowsiness, Thu 2 Jul 2026 10:00.")


def test_a_second_one_is_added(paintrack: Paintrack) -> None:
    paintrack("log 4 2 --side-effect bruise")
    paintrack("effect drowsy")
    kinds = [each["kind"] for each in paintrack("show 1 --json").json["side_effects"]]
    assert kinds == ["bruise_bleeding", "drowsy"]


@pytest.mark.parametrize("effect", ["bruise", "chest pain", "'odd dreams'"])
def test_what_became_of_one_goes_to_the_recorded_one(effect: str, paintrack: Paintrack, wide_terminal: None) -> None:
    for typed in ("log 7 3 --at 2026-07-01", f"effect {effect}"):
        assert paintrack(typed).code == 0
    saved = paintrack(f"effect {effect} gone after 5 days")
    assert (saved.code, saved.out.startswith("Saved with session 1, Wed 1 Jul 2026: ")) == (0, True)
    assert bool(saved.err) is (effect == "chest pain")
    (recorded,) = paintrack("show 1 --json").json["side_effects"]
    assert recorded["outcome"] == "gone after 5 days"


@pytest.mark.parametrize("recorded", ["", "bruise", "dizzy", "vomiting", "vomiting,dizzy"])
@pytest.mark.parametrize("typed", ["vomiting", "dizzy", "chest pain"])
@pytest.mark.parametrize("options", [[], ["--session", "1"], ["--at", "yesterday"]])
def test_the_words_and_the_option_have_one_rule(
    recorded: str, typed: str, options: list[str], paintrack: Paintrack, wide_terminal: None
) -> None:
    paintrack(["log", "7", "3", "--at", "2026-07-01", *(["--side-effect", recorded] if recorded else [])])
    answers = []
    for line in (["effect", typed, "--outcome", "stopped"], ["effect", typed, "stopped"]):
        answer = paintrack([*line, *options])
        # A command to type again is as it was typed.
        out = answer.out.replace("--outcome stopped", "stopped")
        answers.append((answer.code, answer.err, out, paintrack("show 1 --json").json["side_effects"]))
        if answer.code == 0:
            paintrack("undo")
    assert answers[0] == answers[1]


def test_words_that_only_look_like_an_outcome_are_kept(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    assert paintrack("effect my period stopped").code == 0
    assert [each["words"] for each in paintrack("show 1 --json").json["side_effects"]] == ["my period stopped"]


@pytest.mark.parametrize(("answer", "outcomes"), [("", ["stopped"]), ("y", ["stopped"]), ("n\ny", [None, "stopped"])])
def test_on_a_terminal_an_outcome_is_asked_about(
    answer: str, outcomes: list[str | None], paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack("log 7 3 --side-effect dizzy")
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{answer}\n"))
    assert paintrack("effect vomiting stopped").code == 0
    assert [each["outcome"] for each in paintrack("show 1 --json").json["side_effects"]] == outcomes


def test_a_new_serious_sign_is_no_outcome_of_another(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --side-effect bruise")
    saved = paintrack("effect bruise still there and now a fever")
    assert saved.code == 0
    assert saved.err.startswith("GET MEDICAL HELP TODAY.")
    kinds = [each["kind"] for each in paintrack("show 1 --json").json["side_effects"]]
    assert kinds == ["bruise_bleeding", "infection_signs"]


def test_more_words_than_the_name_have_its_advice(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --side-effect bruise")
    for text in ("bruise swollen", "sore for 3 days"):
        assert "  Wrong? paintrack undo" in paintrack(f"effect {text}").out
    assert "Press gently" in paintrack("effect ugly bruise, left arm").out
    words = [each["words"] for each in paintrack("show 1 --json").json["side_effects"]]
    assert words == ["bruise", "bruise swollen", "sore for 3 days", "ugly bruise, left arm"]


@pytest.mark.parametrize(
    ("at", "shown"), [("yesterday", "Sun 5 Jul 2026"), ("'yesterday 15:00'", "Sun 5 Jul 2026 15:00")]
)
@pytest.mark.parametrize("typed", ["bruise --outcome gone", "bruise gone"])
def test_the_time_of_an_outcome_is_kept(
    at: str, shown: str, typed: str, paintrack: Paintrack, wide_terminal: None
) -> None:
    paintrack("log 7 3 --side-effect bruise --at 2026-07-01")
    refused = paintrack(f"effect {typed} --at {at}")
    assert (refused.code, refused.out) == (2, "")
    assert f'Is "gone, {shown}" what became of it?' in refused.err
    yes, new = re.findall(r"^ *.+?: +paintrack (.+)$", refused.err.replace(" Nothing saved.", ""), re.MULTILINE)
    assert paintrack(yes).out.startswith(f"Saved with session 1, Wed 1 Jul 2026: bruise or bleeding: gone, {shown}.")
    assert paintrack(new).out.startswith(f"Saved with session 1: bruise or bleeding: gone, {shown}.")


def test_the_time_of_an_outcome_is_kept_for_each(paintrack: Paintrack, wide_terminal: None) -> None:
    for day in (1, 2):
        paintrack(f"log 7 3 --side-effect bruise --at 2026-07-0{day}")
    refused = paintrack("effect bruise --outcome gone --at yesterday")
    lines = re.findall(r"^ *.+?: +paintrack (.+)$", refused.err.replace(" Nothing saved.", ""), re.MULTILINE)
    assert [("Sun 5 Jul 2026" in line, "--at yesterday" in line) for line in lines] == [
        (True, False),
        (True, False),
        (False, True),
    ]


def test_an_outcome_that_names_a_serious_symptom_is_urgent(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --side-effect bruise")
    saved = paintrack("effect bruise --outcome 'chest pain since then'")
    assert saved.err.startswith("THIS CAN BE AN EMERGENCY.")
    assert '"chest pain since then"' in paintrack("summary").out


def test_an_outcome_goes_out_and_comes_back(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 7 3 --side-effect bruise")
    paintrack("effect bruise --outcome gone")
    file, other = str(tmp_path / "all.json"), str(tmp_path / "other.db")
    paintrack(["export", file])
    paintrack(["--db", other, "import", file])
    assert paintrack(["--db", other, "show", "1", "--json"]).json["side_effects"][0]["outcome"] == "gone"
    # A CSV has no column for it: what is stored stays.
    rows = str(tmp_path / "all.csv")
    paintrack(["export", rows])
    assert "Nothing new" in paintrack(["import", rows]).out


def test_several_in_one_text_each_have_their_advice(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    answer = paintrack("effect bruise, dizzy, bruise").out
    assert "Press gently" in answer
    assert "lie down, drink water" in answer
    kinds = [each["kind"] for each in paintrack("show 1 --json").json["side_effects"]]
    assert kinds == ["bruise_bleeding", "dizzy_nausea_sweat"]
    assert paintrack("effect dizzy, sleepy").code == 2
    assert paintrack("effect 'sleepy, sore' --outcome gone").code == 2
    assert paintrack("undo").code == 0
    assert paintrack("show 1 --json").json["side_effects"] == []
    answer = paintrack("log 6 3 --side-effect 'bruise, dizzy' --at 2026-06-01").out
    assert "Press gently" in answer
    assert "lie down, drink water" in answer


def test_a_serious_one_among_others_is_urgent(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    assert "GET MEDICAL HELP TODAY" in paintrack("effect weak, bruise").err


@pytest.mark.parametrize(
    ("typed", "added", "effect"),
    [
        ("LI4", "ST36,LI4", None),
        ("bruise, li 4", "ST36,LI4", "bruise"),
        ("hegu; odd dreams, ST36", "ST36,LI4", "odd dreams"),
        ("ST36, dizzy", "ST36", "dizzy"),
        ("zusanli", "ST36", None),
        ("-- bruise, LI4", "ST36,LI4", "bruise"),
    ],
)
def test_points_lead_to_a_line_that_works(
    typed: str, added: str, effect: str | None, paintrack: Paintrack, wide_terminal: None
) -> None:
    paintrack("log 7 3 --points ST36")
    refused = paintrack(["effect", "--json", *typed.split(" ", 1)] if typed[0] == "-" else ["effect", typed, "--json"])
    assert refused.code == 2
    assert re.search(r" point, not a side effect| points, not side effects", refused.err)
    lines = re.findall(r"^ *.+: paintrack (.+)$", refused.err.replace(" Nothing saved.", ""), re.MULTILINE)
    assert len(lines) == (added != "ST36") + (effect is not None)
    for line in lines:
        assert paintrack(line).code == 0
    session = paintrack("show 1 --json").json
    assert session["points"] == added.split(",")
    assert [each["words"] for each in session["side_effects"]] == ([effect] if effect else [])


@pytest.mark.parametrize("typed", ["no bruise", "bruise: none", "couldn't find any bruise", "no bruise or dizziness"])
@pytest.mark.parametrize("options", [[], ["--json"], ["--quiet"]])
def test_a_denied_side_effect_is_said_and_not_saved(
    typed: str, options: list[str], paintrack: Paintrack, wide_terminal: None
) -> None:
    paintrack("log 7 3")
    sentence = f'No side effect is saved for "{typed}": it says that there was none.\n'
    assert paintrack(["effect", typed, *options]) == Result(0, "null\n" if options == ["--json"] else "", sentence)
    for words in (["edit", "1", "--side-effect", typed, "--note", "x"], ["log", "6", "2", "--side-effect", typed]):
        saved = paintrack([*words, *options])
        assert (saved.code, saved.err) == (0, sentence)
    assert paintrack("show 1 --json").json["side_effects"] == paintrack("show 2 --json").json["side_effects"] == []
    # What is meant as it stands can be saved.
    assert paintrack(["effect", typed, "--another", "--session", "2"]).err == ""
    assert [each["kind"] for each in paintrack("show 2 --json").json["side_effects"]] == ["other"]


def test_a_denied_one_beside_another_is_said(paintrack: Paintrack, wide_terminal: None) -> None:
    paintrack("log 7 3")
    saved = paintrack("effect 'bruise, no dizziness' --json")
    assert saved.err == 'No side effect is saved for "no dizziness": it says that there was none.\n'
    assert [each["words"] for each in saved.json["side_effects"]] == ["bruise"]


@pytest.mark.parametrize("is_asked", [True, False])
def test_the_side_effect_that_is_named_gets_the_outcome(
    is_asked: bool, paintrack: Paintrack, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack("log 7 3 --side-effect bruise")
    clock.forward(days=1)
    paintrack("effect bruise --another")
    clock.forward(days=1)
    if is_asked:
        monkeypatch.setattr(Console, "may_ask", True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    done = paintrack("effect bruise gone --at '2026-07-08 10:00'")
    assert "Session 1 has it already since Tue 7 Jul 2026 14:02: bruise or bleeding." in unwrapped(done.err)
    if not is_asked:
        assert paintrack(re.findall(r"^  Yes: +paintrack (.+)$", done.err, re.MULTILINE)[0]).code == 0
    assert [each["outcome"] for each in paintrack("show 1 --json").json["side_effects"]] == [
        None,
        "gone, Wed 8 Jul 2026 10:00",
    ]


@pytest.mark.parametrize("name", ["chest pain", "chest_pain_breathless", "bruise", "odd dreams"])
@pytest.mark.parametrize(
    "more",
    [
        "not gone, worse",
        "still there",
        "gone but dizzy",
        "better, not gone",
        "gone, then back again",
        "isn't gone",
        "hasn't healed",
        "gone, now a fever",
        "over now chest pain",
    ],
)
@pytest.mark.parametrize("may_ask", [True, False])
def test_what_goes_on_is_saved_as_it_stands(
    name: str, more: str, may_ask: bool, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack(["log", "7", "3", "--side-effect", name])
    monkeypatch.setattr(Console, "may_ask", may_ask)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    typed = f"{name} {more}"
    saved = paintrack(["effect", *typed.split()])
    assert (saved.code, "?" in saved.err) == (0, False)
    assert bool(saved.err) is any(each in typed for each in ("chest", "fever"))
    first, *added = paintrack("show 1 --json").json["side_effects"]
    assert (first["outcome"], ", ".join(each["words"] for each in added)) == (None, typed)


def test_how_it_goes_on_is_one_side_effect(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    paintrack("effect chest pain not gone, worse")
    (effect,) = paintrack("show 1 --json").json["side_effects"]
    assert (effect["kind"], effect["words"]) == ("chest_pain_breathless", "chest pain not gone, worse")
