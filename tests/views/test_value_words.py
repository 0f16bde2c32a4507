"""Values in words."""

from paintrack.views.value_words import counted


def test_counts_have_their_plural() -> None:
    assert [counted(number, "session") for number in (0, 1, 2)] == ["0 sessions", "1 session", "2 sessions"]
    assert counted(2, "entry", "entries") == "2 entries"
