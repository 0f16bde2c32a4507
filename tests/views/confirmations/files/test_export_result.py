"""What was taken out."""

from paintrack.views.confirmations.files.export_result import counts_in_words, export_confirmation, whole_sessions_hint


def test_kinds_are_counted_and_none_is_said() -> None:
    assert counts_in_words({"session": 12, "reading": 1}) == "12 sessions and 1 reading"
    assert counts_in_words({"session": 0}) == counts_in_words({}) == "no entries"


def test_the_export_confirmation_names_file_and_omissions() -> None:
    assert export_confirmation({"reading": 3}, "a\x1b.csv") == "3 readings written to a\\x1b.csv."
    beginning = "1 session written to a.csv. 2 other entries left out"
    for complete_formats, ending in (
        ([], "."),
        (["JSON"], ": JSON alone holds all kinds."),
        (["JSON", "Turtle"], ": JSON and Turtle alone hold all kinds."),
    ):
        sentence = export_confirmation({"session": 1}, "a.csv", left_out=2, complete_formats=complete_formats)
        assert sentence == f"{beginning}{ending}"
    assert export_confirmation({}, "a.csv") == "No entries written to a.csv."


def test_whole_sessions_are_set_against_the_other_formats() -> None:
    for other_formats, ending in (
        ([], "."),
        (["CSV"], "; CSV has this condition alone."),
        (["CSV", "FHIR"], "; CSV and FHIR have this condition alone."),
    ):
        beginning = "JSON has whole sessions, with whatever else they rate"
        assert whole_sessions_hint("JSON", other_formats) == f"{beginning}{ending}"
