"""A session named among the words for a side effect: it leads to `--session`, and advice is given all the same."""

import shlex

import pytest

from paintrack.model.symptoms.side_effect_kinds import SIDE_EFFECT_KINDS
from tests.program import Clock, Paintrack, TypeHistory

SERIOUS = [kind for kind in SIDE_EFFECT_KINDS.values() if kind.is_serious]
FORMS = ("2 {}", "session 2 {}", "visit 2: {}", "{} 2", "{} session 2", "{} after session 2", "{}, visit 2", "#2 {}")


@pytest.fixture
def visits(paintrack: Paintrack, type_history: TypeHistory) -> Paintrack:
    """Three sessions with a bruise and shortness of breath on each."""
    type_history(*(f"log 7 3 --at 2026-07-0{day} --side-effect 'bruise, could not breathe'" for day in (1, 2, 3)))
    return paintrack


def led(paintrack: Paintrack, typed: str) -> list[str]:
    """The words of the only command line that a refusal names."""
    refused = paintrack(["effect", *typed.split()])
    assert (refused.code, refused.out) == (2, ""), typed
    return shlex.split(refused.err.partition("Did you mean: paintrack ")[2].removesuffix(" Nothing saved.\n"))


@pytest.mark.usefixtures("wide_terminal")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("effect", ["dizzy", "chest pain", "could not breathe", "weak", "big bruise"])
def test_an_id_beside_a_side_effect_is_its_session(form: str, effect: str, visits: Paintrack) -> None:
    line = led(visits, form.format(effect))
    assert line == ["effect", *effect.split(), "--session", "2"]
    assert visits([*line, "--another"]).out.startswith("Saved with session 2: ")


@pytest.mark.usefixtures("wide_terminal")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("effect", ["bruise", "could not breathe"])
def test_an_outcome_beside_an_id_is_led_to_its_session(form: str, effect: str, visits: Paintrack) -> None:
    line = led(visits, form.format(f"{effect} gone after 5 days"))
    assert line == ["effect", *effect.split(), "--outcome", "gone after 5 days", "--session", "2"]
    saved = visits(line)
    assert saved.out.startswith("Saved with session 2, Thu 2 Jul 2026: ")
    assert "gone after 5 days" in [each["outcome"] for each in visits("show 2 --json").json["side_effects"]]


@pytest.mark.usefixtures("wide_terminal")
@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("last dizzy", "effect dizzy --session last"),
        ("dizzy last session", "effect dizzy --session last"),
        ("r1 dizzy", "effect dizzy"),
        ("session 2 odd dreams", "effect odd dreams --session 2"),
        ("bruise 2 gone", "effect bruise --outcome gone --session 2"),
        ("2 bruise still there", "effect bruise still there --session 2"),
    ],
)
def test_other_words_for_a_session(typed: str, line: str, visits: Paintrack) -> None:
    assert led(visits, typed) == line.split()
    assert visits(f"{line} --another").code == 0


@pytest.mark.parametrize(
    "typed",
    [
        "2 days of chest pain",
        "2 fingers numb",
        "last night chest pain",
        "3 jul chest pain",
        "2 odd dreams",
        "slept 3 hours",
        "chest pain after the session",
        "last session was painful",
        "numb in both hands",
    ],
)
def test_a_number_of_something_is_no_session(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    saved = paintrack(["effect", *typed.split(), "--json"])
    assert (saved.code, saved.json["side_effects"][0]["words"]) == (0, typed)


@pytest.mark.usefixtures("wide_terminal")
@pytest.mark.parametrize("name", [name for kind in SERIOUS for name in (kind.short, *kind.names.split(", ")) if name])
@pytest.mark.parametrize("form", [*FORMS, "r1 {}", "last {}", "{} last session", "2 {} gone", "{} 2 gone"])
def test_advice_comes_before_the_lead(name: str, form: str, paintrack: Paintrack) -> None:
    advice, _, _ = paintrack(["effect", name]).err.partition("Nothing saved.")
    assert (bool(advice), paintrack(["effect", form.format(name)]).err.startswith(advice)) == (True, True)


def test_how_high_a_fever_is_names_no_session(visits: Paintrack) -> None:
    assert visits("effect fever 39").code == 0
    assert "fever 39" in [each["words"] for each in visits("show 3 --json").json["side_effects"]]


def test_long_after_the_session_the_date_is_asked_for(paintrack: Paintrack, clock: Clock, wide_terminal: None) -> None:
    paintrack("log 7 3")
    clock.forward(days=3)
    assert "after the session" not in paintrack("effect bruise").out
    clock.forward(days=21)
    answer = paintrack("effect headache").out
    assert (
        "That is 24 days after the session. Noticed earlier? paintrack undo, then paintrack effect headache" in answer
    )
    assert "effect headache --at DATE\n" in answer
    assert paintrack("undo").code == 0
    dated = paintrack("effect headache --session 1 --at '8 jul'")
    assert (dated.code, "Noticed earlier" in dated.out) == (0, False)


def test_of_a_session_that_is_named_it_is_on_its_day(paintrack: Paintrack, clock: Clock, wide_terminal: None) -> None:
    paintrack("log 7 3 --at '6 jul 9:00'")
    assert ", Mon 6 Jul 2026 14:02." in paintrack("effect dizzy --session 1").out
    clock.forward(days=1)
    answer = paintrack("effect headache --session 1").out
    assert ", Mon 6 Jul 2026 09:00." in answer
    later = "That is the day of the session. Noticed later? paintrack undo, then paintrack effect headache --session 1"
    assert f"{later} --at DATE\n" in answer
    paintrack("effect bruise --session 1 --at '7 jul 8:00'")
    noticed = [each["noticed"] and each["noticed"][:16] for each in paintrack("show 1 --json").json["side_effects"]]
    assert noticed == ["2026-07-06T14:02", None, "2026-07-07T08:00"]
