"""What was taken out."""

from paintrack.views.confirmations.export_result import counts_in_words, export_confirmation


def test_kinds_are_counted_and_none_is_said() -> None:
    assert counts_in_words({"session": 12, "reading": 1}) == "12 sessions and 1 reading"
    assert counts_in_words({"session": 0}) == counts_in_words({}) == "no entries"


def test_the_export_confirmation_names_file_and_omissions() -> None:
    assert export_confirmation({"reading": 3}, "a\x1b.csv") == "3 readings written to a\\x1b.csv."
    assert export_confirmation({"session": 1}, "a.csv", left_out=2) == (
        "1 session written to a.csv. 2 other entries left out: JSON alone holds all kinds."
    )
    assert export_confirmation({}, "a.csv") == "No entries written to a.csv."
