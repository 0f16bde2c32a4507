"""Parts of a day as people type them: the day that they mean at any hour, and where a refusal of one leads."""

from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paintrack.errors import FutureTimeError
from paintrack.model.typed.typed_dates import parse_when
from tests.model.zones import BERLIN, localizer

_WALLS = st.datetimes(datetime.fromisoformat("2026-08-01"), datetime.fromisoformat("2029-08-01"))
_PARTS = ["morning", "lunchtime", "afternoon", "evening", "night"]
_NIGHT = datetime.fromisoformat("2026-11-28 01:21")


@given(_WALLS, st.integers(0, 3), st.sampled_from(_PARTS))
@example(_NIGHT, 0, "evening")
@example(_NIGHT, 0, "night")
def test_a_named_day_never_becomes_another(wall: datetime, days: int, part: str) -> None:
    now = localizer(BERLIN)(wall)
    day = (wall - timedelta(days=days)).date()
    words = [f"{day}", f"{day:%d %b %Y}", f"{day:%b %d, %Y}", f"{days} days ago"]
    words += {0: ["today", "this"], 1: ["yesterday", "last"], 2: ["the day before yesterday"]}.get(days, [])
    for typed in [f"{each} {part}" for each in words if (each, part) != ("this", "night")]:
        try:
            assert parse_when(typed, now, localizer(BERLIN)).day == day
        except FutureTimeError:
            assert days == 0


@pytest.mark.parametrize("typed", ["2026-11-28 evening", "28 nov, evening", "today afternoon", "this evening"])
def test_an_evening_that_has_not_begun_is_refused(typed: str) -> None:
    with pytest.raises(FutureTimeError):
        parse_when(typed, _NIGHT.replace(tzinfo=BERLIN), localizer(BERLIN))
    assert parse_when("this night", _NIGHT.replace(tzinfo=BERLIN), localizer(BERLIN)).day.day == 27
