"""A serious symptom, by whatever way it comes in, is answered at once and stands in the box on the page."""

import io
import json
import random
import re
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paintrack.cli import main
from paintrack.commands._shared.urgent_advice import texts_in
from paintrack.model.symptoms.side_effect_kinds import SELF_HARM, SIDE_EFFECT_KINDS
from paintrack.views.text_layout import width_of
from tests.example_counts import examples
from tests.model.symptoms.serious_phrases import SERIOUS as SERIOUS_PHRASES
from tests.program import Clock, Paintrack, Result, unwrapped

STROKE = "slurred speech"
ADVICE = SIDE_EFFECT_KINDS["stroke_signs"].advice
WAYS = [
    ["effect", STROKE],
    ["note", STROKE],
    ["note", "after lunch:", STROKE, "for a minute"],
    ["question", f"why the {STROKE}?"],
    ["log", "7", "3", "--note", STROKE],
    ["log", "7", "3", f"--note={STROKE}"],
    ["log", "7", "3", "--side-effect", STROKE],
    ["log", "7", "3", "--side-effect", "bruise", "--side-effect", STROKE],
    ["before", "7", "--another", "--note", STROKE],
    ["after", "3", "--note", STROKE],
    ["rate", "4", "--note", STROKE],
    ["edit", "1", "--note", STROKE],
    ["edit", "1", "--side-effect", STROKE],
]
REFUSED = [
    ["log", "11", "3", "--note", STROKE],
    ["log", "7", "3", "slurred", "speech"],
    ["log", "7", "3", "--not", STROKE],
    ["effect", STROKE, "--session", "99"],
    ["effect", STROKE, "--at", "soon"],
    ["effect", STROKE, "--bogus"],
    ["note", STROKE, "--at", "soon"],
    ["note", STROKE, "--db", "/dev/null"],
    ["nota", STROKE],
    [STROKE],
    ["edit", "99", "--note", STROKE],
    ["--quiet", "nota", STROKE],
]


@pytest.fixture
def diary(paintrack: Paintrack, clock: Clock) -> Paintrack:
    """A diary with one open session."""
    paintrack("before 7 --for 'lower back'")
    clock.forward(minutes=5)
    return paintrack


@pytest.mark.parametrize("typed", WAYS, ids=" ".join)
@pytest.mark.parametrize("options", [[], ["--quiet"], ["--json"], ["--plain"]], ids=str)
def test_every_way_in_is_answered_first_and_stands_on_the_page(
    typed: list[str], options: list[str], diary: Paintrack
) -> None:
    result = diary([*typed, *options])
    assert result.code == 0
    assert unwrapped(result.err).startswith(ADVICE)
    for form in ("text", "markdown", "html"):
        page = unwrapped(diary(["summary", "--format", form]).out)
        assert "SIGNS OF A STROKE" in page
        assert STROKE in page
        assert "CHECKED BY A DOCTOR?" in page


@pytest.mark.parametrize("typed", REFUSED, ids=" ".join)
def test_a_refused_command_line_is_answered_too(typed: list[str], diary: Paintrack) -> None:
    result = diary(typed)
    assert result.code in (1, 2)
    assert unwrapped(result.err).startswith(ADVICE)
    assert unwrapped(result.err).count(ADVICE) == 1


@pytest.mark.parametrize("typed", [["note", "-"], ["log", "7", "3", "--note", "-"], ["rate", "4", "--note", "-"]])
def test_standard_input_is_looked_at(typed: list[str], diary: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"long day\nand {STROKE}\n"))
    result = diary(typed)
    assert result.code == 0
    assert unwrapped(result.err).startswith(ADVICE)


def test_a_failing_save_does_not_silence_it(diary: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("paintrack.storage.writer.Writer.save", fail)
    result = diary(["note", STROKE])
    assert result.code == 1
    assert unwrapped(result.err).startswith(ADVICE)


@pytest.mark.parametrize(
    "typed",
    [
        ["before", "7", "--another", "--for", STROKE],
        ["log", "7", "3", "--for", STROKE],
        ["log", "7", "3", "--also", f"{STROKE}=5:4"],
        ["rate", "5", "--for", STROKE],
    ],
)
def test_a_condition_is_answered_when_it_is_new(typed: list[str], diary: Paintrack) -> None:
    assert unwrapped(diary(typed).err).startswith(ADVICE)
    again = [word for word in typed if word != "--another"]
    assert ADVICE not in unwrapped(diary([*again, "--quiet"]).err)


def test_a_setting_is_no_symptom(diary: Paintrack) -> None:
    assert diary(["config", "set", "name", STROKE]).err == ""


def test_the_trend_shows_no_private_note(diary: Paintrack) -> None:
    diary("after 3")
    for number in range(8, 12):
        diary(["log", "6", "4", "--for", "lower back", "--at", f"2026-07-0{number - 5} 10:00"])
    diary(["note", "I want to die"])
    diary(["note", "lost the job", "--private"])
    diary(["note", "new mattress"])
    screen = diary("trend").out
    assert "new mattress" in screen
    assert "die" not in screen.split()
    assert "job" not in screen


@pytest.mark.parametrize("columns", ["40", "80"])
def test_the_advice_is_as_narrow_as_the_screen(
    columns: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for key in SIDE_EFFECT_KINDS:
        paintrack("log 4 2")
        result = paintrack(["effect", key])
        assert result.code == 0
        assert max(map(width_of, (result.out + result.err).splitlines())) <= int(columns)


@pytest.mark.parametrize("typed", [["list"], ["trend"], ["summary"], ["status"], ["show", "1"]])
def test_reading_the_diary_gives_no_advice(typed: list[str], diary: Paintrack) -> None:
    diary(["effect", STROKE])
    assert ADVICE not in unwrapped(diary(typed).err)


URGENT_PHRASES = [phrase for key, group in SERIOUS_PHRASES.items() if key != SELF_HARM.key for phrase in group]
WAYS_IN = [
    lambda text: ["note", text],
    lambda text: ["question", text],
    lambda text: ["effect", text],
    lambda text: ["log", "7", "3", "--note", text],
    lambda text: ["log", "7", "3", f"--side-effect={text}"],
    lambda text: ["rate", "4", "--note", text],
    lambda text: ["edit", "1", "--note", text],
]


@given(
    before=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30),
    phrase=st.sampled_from(URGENT_PHRASES),
    after=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30),
    way_in=st.sampled_from(WAYS_IN),
)
@examples(60)  # each one runs three commands
@example(before="", phrase="stinging chest when breathing in", after="TUE", way_in=WAYS_IN[2])
def test_any_serious_phrase_in_any_text_is_answered_and_boxed(
    before: str, phrase: str, after: str, way_in: Callable[[str], list[str]]
) -> None:
    text = f"Well: {before}. {phrase}. {after}."
    with tempfile.TemporaryDirectory() as folder:
        db = ["--db", f"{folder}/diary.db"]
        run([*db, "log", "7", "3", "--for", "back"])
        code, _, err = run([*db, *way_in(text)])
        assert (code, bool(err)) == (0, True)
        _, page, _ = run([*db, "summary", "--format", "markdown"])
    assert "! SERIOUS SYMPTOMS" in page


def run(typed: list[str]) -> tuple[int, str, str]:
    """A command in this process: its exit code, standard output and standard error."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(typed)
    return code, out.getvalue(), err.getvalue()


@pytest.mark.parametrize("end", ["then it went away", "now fine", "gone after an hour"])
@pytest.mark.parametrize("phrase", ["words came out all wrong", "my chest hurt badly", "could not speak for a minute"])
def test_one_that_is_told_with_its_end_is_saved_at_once(phrase: str, end: str, diary: Paintrack) -> None:
    result = diary(["effect", f"{phrase}, {end}"])
    assert result.code == 0
    (effect,) = json.loads(diary("show 1 --json").out)["side_effects"]
    assert effect["outcome"] == end or end in effect["words"]
    assert "SERIOUS SYMPTOMS" in diary("summary").out


def test_a_random_phrase_in_a_long_note_stands_on_the_page(diary: Paintrack) -> None:
    chance = random.Random(10)
    phrases = [phrase for phrase in URGENT_PHRASES if len(phrase) < 60]
    for phrase in chance.sample(phrases, 40):
        words = f"{'walked a while. ' * 30}\n{phrase}.\n{'read a book. ' * 30}"
        result = diary(["note", words])
        assert result.code == 0
        assert result.err
        page = unwrapped(diary("summary").out.replace("|", " "))
        assert unwrapped(phrase) in page, phrase
        diary("undo --yes")


def test_the_own_words_stand_beside_the_kind(diary: Paintrack) -> None:
    result = diary(["effect", STROKE])
    assert result.out.startswith("Saved with session 1: slurred speech (signs of a stroke), ")
    assert "slurred speech (signs of a stroke)" in diary("show 1").out
    for options in ("", "--plain", "--ascii"):
        mark = "serious symptom:" if options == "--plain" else "!"
        assert f"{mark} slurred speech (stroke signs)" in diary(f"list {options}").out
    assert diary("show 1 --json").json["side_effects"][0]["words"] == STROKE
    assert f"stroke_signs: {STROKE}" in diary("export -").out


def test_the_same_effect_twice_is_named_and_asked_about(diary: Paintrack) -> None:
    diary("effect bruise")
    assert diary("effect Bruise") == Result(
        2,
        "",
        "Session 1 has it already since Mon 6 Jul 2026 14:07: bruise or bleeding. Did it come again? "
        "If so: confirm with --another. Nothing saved.\n",
    )
    assert len(diary("show 1 --json").json["side_effects"]) == 1
    assert diary("effect bruise --another").code == 0
    assert len(diary("show 1 --json").json["side_effects"]) == 2


def test_the_same_effect_twice_in_one_command_is_kept_once(diary: Paintrack) -> None:
    result = diary("after 3 --side-effect bruise --side-effect Bruise")
    assert "Already noted with this session, kept once: bruise or bleeding." in unwrapped(result.out)
    assert len(diary("show 1 --json").json["side_effects"]) == 1


@pytest.mark.parametrize("word", ["none", "ok", "no", "nothing", "None."])
def test_no_side_effect_saves_nothing_and_says_so(word: str, diary: Paintrack) -> None:
    before = diary("export -").out
    assert diary(["effect", word]) == Result(0, "No side effect: there is nothing to save.\n", "")
    assert diary("export -").out == before
    assert "No side effect was saved" in unwrapped(diary(["log", "7", "3", "--side-effect", word]).out)
    assert diary("show 2 --json").json["side_effects"] == []


def test_no_symptom_is_data(diary: Paintrack) -> None:
    assert "SERIOUS SYMPTOMS none noted by the patient" in diary("summary").out
    assert "SERIOUS SYMPTOMS:</b> none noted by the patient" in diary("summary --format html").out
    assert "**SERIOUS SYMPTOMS:** none noted by the patient" in diary("summary --format markdown").out


@pytest.mark.parametrize("options", ["--hide side-effects", "--last 1", "--for neck", "--since 2026-07-05", "--plain"])
def test_nothing_takes_the_box_off_the_page(options: str, diary: Paintrack, clock: Clock) -> None:
    diary(["effect", STROKE])
    clock.forward(hours=9)
    diary("log 5 4 --for neck")
    assert "SIGNS OF A STROKE" in diary(f"summary {options}").out.upper()


def test_an_old_symptom_stays_on_the_page(diary: Paintrack, clock: Clock) -> None:
    diary(["effect", STROKE])
    clock.forward(days=900)
    diary("log 5 4 --for 'lower back'")
    assert "SIGNS OF A STROKE" in diary("summary").out


def test_a_note_alone_is_worth_a_page(paintrack: Paintrack) -> None:
    paintrack(["note", STROKE])
    page = paintrack("summary").out
    assert "SIGNS OF A STROKE" in page
    assert "note n1" in page


@pytest.mark.parametrize(
    "typed", [["note", "I want to die"], ["question", "why do I want to die"], ["effect", "want to die"]]
)
def test_self_harm_is_answered_and_never_printed_unasked(typed: list[str], diary: Paintrack) -> None:
    result = diary(typed)
    assert unwrapped(result.err) == SELF_HARM.advice
    assert "It stays off your page" in result.out
    for form in ("text", "markdown", "html", "json"):
        page = diary(["summary", "--format", form])
        assert "die" not in page.out.split()
        assert "want to die" not in page.out
        assert page.err == "Kept off the page: 1 private entry (--private).\n"
    assert "want to die" in unwrapped(diary("summary --private").out)
    assert "SELF" not in diary("summary --private").out


def test_a_private_symptom_is_not_denied(diary: Paintrack) -> None:
    diary(["note", STROKE, "--private"])
    page = diary("summary").out
    assert "SERIOUS SYMPTOMS none on this page" in page
    assert "SIGNS OF A STROKE" in diary("summary --private").out


def test_a_symptom_beside_dark_words_is_boxed_without_them(diary: Paintrack) -> None:
    diary(["note", f"{STROKE} at noon. I want to die"])
    page = diary("summary").out
    assert "! SIGNS OF A STROKE: " in page
    assert "die" not in page.split()
    assert STROKE not in page


def test_points_say_that_they_may_be_incomplete(diary: Paintrack) -> None:
    diary("after 3 --points LI4")
    assert "POINTS NOTED     (may be incomplete) LI4 (1)" in diary("summary").out
    assert "## Points noted (may be incomplete)" in diary("summary --format markdown").out
    assert "Points noted <small>may be incomplete</small>" in diary("summary --format html").out


def test_an_import_boxes_what_it_brings_without_advice(diary: Paintrack, tmp_path: Path) -> None:
    diary(["effect", STROKE])
    exported = diary("export - --format json").out
    path = tmp_path / "history.json"
    path.write_text(exported, encoding="utf-8")
    other = ["--db", str(tmp_path / "other.db")]
    result = diary(["import", str(path), *other])
    assert (result.code, ADVICE in unwrapped(result.err)) == (0, False)
    assert "SIGNS OF A STROKE" in diary(["summary", *other]).out


def test_help_says_what_it_cannot_do(paintrack: Paintrack) -> None:
    assert "paintrack cannot recognise every emergency" in unwrapped(paintrack("effect --help").out)


@given(st.text())
def test_a_text_with_two_letters_in_a_row_is_looked_at(text: str) -> None:
    assert bool(texts_in("note", ["--", text])[0]) is bool(re.search(r"[^\W\d_]{2}", text))


@pytest.mark.parametrize("letter", ascii_lowercase)
def test_a_flag_of_one_letter_is_no_text(letter: str) -> None:
    # Behind -o comes the name of a file.
    assert texts_in("log", [f"-{letter}", "xx"])[0] == ([] if letter == "o" else ["xx"])


def test_what_was_taken_is_read_for_serious_symptoms(paintrack: Paintrack) -> None:
    saved = paintrack("log 7 3 --took 'nitro for chest pain'")
    assert saved.err.startswith("THIS CAN BE AN EMERGENCY.")
    assert "nitro for chest pain" in paintrack("summary").out
