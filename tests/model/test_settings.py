"""What can be set."""

import pytest

from paintrack.errors import UsageError
from paintrack.model.settings import SETTINGS, parse_setting_value, validate_setting_name


@pytest.mark.parametrize("name", SETTINGS)
def test_the_settings(name: str) -> None:
    assert validate_setting_name(name) == name


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("name", "  Maria   Kovač ", "Maria Kovač"),
        ("currency", "EUR", "EUR"),
        ("paper", "Letter", "letter"),
        ("plain", "YES", "yes"),
    ],
)
def test_values_as_they_are_kept(name: str, typed: str, kept: str) -> None:
    assert parse_setting_value(name, typed) == kept


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("paper", "a5", "The paper is a4 or letter. You typed a5."),
        ("plain", "maybe", "The setting plain is yes or no. You typed maybe."),
        ("ascii", "1", "The setting ascii is yes or no. You typed 1."),
        ("currency", "Deutschmark", "A currency is short, such as EUR or USD. You typed Deutschmark."),
        ("name", " ", "The name is empty."),
        ("name", "a\x1b[31m", "The name holds a control character (U+001B)."),
    ],
)
def test_values_that_are_refused(name: str, typed: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_setting_value(name, typed)
    assert str(refused.value) == sentence


def test_another_setting_is_refused() -> None:
    names = "name, before-needling, currency, paper, plain or ascii"
    with pytest.raises(UsageError, match=rf"There is no setting colour; it is {names}\."):
        validate_setting_name("colour")
