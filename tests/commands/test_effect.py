"""A side effect noticed later: what is urgent is said before anything else."""

import pytest

from paintrack.model.symptoms.side_effect_kinds import KINDS
from tests.program import Clock, Paintrack, Result

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
        {"kind": "other", "words": "very odd dreams", "noticed": "2026-07-06T14:02:00+02:00"}
    ]


@pytest.mark.usefixtures("wide_terminal")
@pytest.mark.parametrize("kind", [kind.key for kind in KINDS.values() if kind.is_serious])
@pytest.mark.parametrize("options", ["", "--quiet", "--json", "--session 99", "--at soon", "--db /dev/null", "--bogus"])
def test_every_urgent_kind_speaks_first_whatever_happens(kind: str, options: str, paintrack: Paintrack) -> None:
    paintrack("log 4 2")
    result = paintrack(f"effect {kind} {options}")
    assert result.err.startswith(KINDS[kind].advice)


def test_urgent_advice_needs_no_file(paintrack: Paintrack) -> None:
    result = paintrack("effect chest pain")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(EMERGENCY)
    assert "There is no session yet" in result.err


def test_without_a_session_it_says_how_to_make_one(paintrack: Paintrack) -> None:
    paintrack("rate 4")
    assert paintrack("effect bruise") == Result(
        1, "", "Nothing saved. There is no session yet that it came from: paintrack log BEFORE AFTER\n"
    )


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
