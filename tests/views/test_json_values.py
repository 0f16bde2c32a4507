"""Figures as JSON-ready values."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.verdict import Verdict
from paintrack.analysis.statistics.robust_statistics import Interval
from paintrack.views.json_values import json_values


def test_each_kind_of_value() -> None:
    value = {
        "interval": Interval(-0.5, 2.0),
        "day": date(2026, 7, 6),
        "at": datetime(2026, 7, 6, 15, tzinfo=UTC),
        "verdict": Verdict.TOO_EARLY,
        "numbers": (1, 2.0, 2.5, 0.0),
        "missing": None,
        "is": True,
    }
    assert json.dumps(json_values(value)) == json.dumps(
        {
            "interval": {"low": -0.5, "high": 2},
            "day": "2026-07-06",
            "at": "2026-07-06T15:00:00+00:00",
            "verdict": "too early",
            "numbers": [1, 2, 2.5, 0],
            "missing": None,
            "is": True,
        }
    )


def test_what_is_no_value_is_refused() -> None:
    with pytest.raises(TypeError):
        json_values(object())


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_digit_is_lost(number: float) -> None:
    assert json.loads(json.dumps(json_values(number))) == number
