"""What goes with the scores of an entry is said before it goes: side effects, notes, costs; serious ones by name."""

import pytest

from paintrack.analysis.deleted_detail_counts import DetailCounts
from paintrack.commands._shared.terminal.console import Console
from paintrack.views.confirmations.deleted_details import detail_sentence
from tests.answers_at_terminal import at_a_terminal
from tests.program import Paintrack, unwrapped

SESSION = (
    "In the entry: 2 side effects (serious: chest pain or breathlessness), 1 note, 1 medicine, 1 cost, 1 receipt "
    "and points of 1 session."
)
ALL_OF_MIGRAINE = SESSION.replace("entry", "entries").replace("1 note", "2 notes")
DETAILS = {
    "side_effects": 2,
    "serious_side_effects": ["chest pain or breathlessness"],
    "notes": 1,
    "medicines": 1,
    "costs": 1,
    "receipts": 1,
    "sessions_with_points": 1,
}


@pytest.fixture
def diary(paintrack: Paintrack) -> Paintrack:
    for typed in (
        "log 7 3 --for migraine --at 2026-06-01 --cost 85 --note x --took ibuprofen --receipt R1 --points LI4,ST36",
        "effect 'chest pain; bruise' --session 1",
        "log 6 3 --for neck --also migraine=5:4 --at 2026-06-08 --note stays --cost 90",
        "rate 4 --for migraine --note 'at home'",
        "plan set --for migraine --goal 3",
    ):
        assert paintrack(typed).code == 0, typed
    return paintrack


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("purge 1", SESSION),
        ("purge --for migraine", ALL_OF_MIGRAINE),
        ("delete --for migraine", ALL_OF_MIGRAINE),
        ("delete 1 r1", ALL_OF_MIGRAINE),
    ],
)
@pytest.mark.parametrize("columns", [40, 80])
def test_a_terminal_shows_what_goes_before_it_asks(
    typed: str, sentence: str, columns: int, diary: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    before = diary("export - --format json").out
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(Console, "ask", lambda *_, **__: "")
    monkeypatch.setattr(Console, "confirm", lambda *_, **__: False)
    assert sentence in unwrapped(diary(typed).err)
    assert diary("export - --format json").out == before


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("purge 1 --yes", SESSION),
        ("purge --for migraine --yes", ALL_OF_MIGRAINE),
        ("delete 1 --yes", SESSION),
        ("delete 1 r1 c1 --yes", ALL_OF_MIGRAINE),
        ("delete --for migraine --yes", ALL_OF_MIGRAINE),
    ],
)
def test_the_confirmation_says_what_went(typed: str, sentence: str, diary: Paintrack) -> None:
    assert sentence in unwrapped(diary(typed).out)


def test_what_was_deleted_is_counted_by_a_bare_purge(diary: Paintrack) -> None:
    diary("delete 1 --yes")
    assert SESSION in unwrapped(diary("purge").err)
    assert diary("purge --yes --json").json["details"] == DETAILS


@pytest.mark.parametrize("typed", ["purge 1 --yes --json", "delete 1 --yes --json"])
def test_a_program_gets_the_same_counts(typed: str, diary: Paintrack) -> None:
    assert diary(typed).json["details"] == DETAILS


def test_of_a_condition_a_program_gets_them_too(diary: Paintrack) -> None:
    expected = DETAILS | {"notes": 2}
    assert diary("delete --for migraine --yes --json").json["details"] == expected
    diary("undo")
    assert diary("purge --for migraine --yes --json").json["details"] == expected


def test_a_session_that_only_loses_scores_keeps_its_note(diary: Paintrack) -> None:
    diary("purge --for migraine --yes")
    assert [row["note"] for row in diary("list --json").json] == ["stays"]


def test_where_nothing_goes_with_the_scores_nothing_is_said(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    paintrack("rate 5")
    for typed in ("purge r1", "delete 1 --yes", "purge --yes"):
        result = paintrack(typed)
        assert "In the entr" not in result.out + result.err
    assert detail_sentence(DetailCounts(), 1) == ""


def test_other_sessions_are_others_only_beside_a_first(paintrack: Paintrack) -> None:
    paintrack("log 6 3 --for neck --also migraine=5:4")
    question = unwrapped(paintrack("purge --for migraine").err)
    assert "removed for good: the scores of migraine in 1 session." in question
    paintrack("log 6 3 --for migraine --at 2026-06-01")
    words = "1 session and the scores of migraine in 1 other session."
    assert words in unwrapped(paintrack("purge --for migraine").err)


def test_on_a_real_terminal_it_stands_above_the_question(diary: Paintrack) -> None:
    seen = unwrapped(at_a_terminal("n\n", "delete", "--for", "migraine"))
    assert seen.index("In the entries:") < seen.index("Delete migraine:")
