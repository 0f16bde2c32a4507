"""Parts of a day as people type them: the day that they mean at any hour, and where a refusal of one leads."""

from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paintrack.errors import FutureTimeError, UsageError
from paintrack.model.typed.dates.date_errors import Purpose
from paintrack.model.typed.dates.typed_dates import parse_days, parse_next_visit, parse_when
from tests.model.typed.dates.forms_in_refusals import forms_in
from tests.model.typed.dates.zones import BERLIN, TUESDAY, localizer

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


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("last night at 2", 'can be in two nights: type "2026-11-03 02:00" or "2026-11-02 02:00".'),
        ("yesterday afternoon at 9", 'not in the afternoon: type "2026-11-02 09:00".'),
        ("last night 14:00", 'not in the night: type "2026-11-02 14:00".'),
        ("last night at 11", 'not understood: type "last night 23:00".'),
        ("24.12", '24.12 is not understood: type "24 dec".'),
        ("29.2", '29.2 is not understood: type "29 feb".'),
        ("31.02.2026", "There is no such date or time: 31.02.2026."),
        ("15:00 2.3.2026", 'type "15:00 2026-03-02" or "15:00 2026-02-03".'),
        ("3.11.2026 evening", '(day or month first): type "2026-03-11 evening".'),
    ],
)
def test_where_a_refusal_leads(typed: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_when(typed, TUESDAY, localizer(BERLIN))
    assert str(refused.value).removesuffix(f" {Purpose.RECORD.value}").endswith(sentence)


@pytest.mark.parametrize("typed", ["24.12.2026", "5/12/2027", "24.12.26 14:00", "today23:00", "4 nov 2026 midnight"])
def test_a_day_in_figures_may_be_still_to_come(typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_when(typed, TUESDAY, localizer(BERLIN))
    assert "two ways" not in str(refused.value)
    assert forms_in(str(refused.value).removesuffix(Purpose.RECORD.value)) == []


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("24.12.2025 14:00", "24.12.2025 14:00 is past; "),
        ("24.12.2026", '24.12.2026 is not understood: type "2026-12-24 14:00".'),
        ("4.12.2026 9:00", 'two ways (day or month first): type "2026-12-04 9:00".'),
        ("today at 9", 'not understood: type "today 21:00".'),
        ("today morning at 9", "today morning 09:00 is past; "),
        ("today midnight", 'can begin the day or end it: type "2026-11-04 00:00".'),
        ("3nov", "The date 3nov is not understood. "),
    ],
)
def test_where_a_refusal_of_a_next_visit_leads(typed: str, reason: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_next_visit(typed, TUESDAY, localizer(BERLIN))
    assert reason in str(refused.value)


@pytest.mark.parametrize("typed", ["24.12", "24.12.2026", "31.12."])
def test_a_filter_leads_to_the_one_reading(typed: str) -> None:
    with pytest.raises(UsageError, match="is not understood: type") as refused:
        parse_days(typed, TUESDAY.date())
    assert forms_in(str(refused.value))[0] in ("24 dec", "2026-12-24", "31 dec")


_DAYS = ["today", "yesterday", "this", "last", "tue", "last fri", "2 nights ago", "2 days ago", "tomorrow", "3 nov",
         "2026-11-28", "2027-3-28", "3.11.2026", "24.12", "29/2", "31.02.2026", "24.12.2027", "tonight"]  # fmt: skip
_HOURS = ["", "at 2", "at 9", "at 12", "2am", "9:00", "14:00", "21:00", "15 uhr", "15h30", "midnight", "noon"]


@given(
    _WALLS,
    st.builds(
        lambda day, part, hour: " ".join(filter(None, [day, part, hour])),
        st.sampled_from(_DAYS),
        st.sampled_from(["", *_PARTS]),
        st.sampled_from(_HOURS),
    ),
)
@example(datetime.fromisoformat("2028-03-01"), "29/2")
@example(_NIGHT, "last night at 2")
@example(_NIGHT, "yesterday afternoon at 9")
@example(TUESDAY.replace(tzinfo=None), "today evening 9:00")
@example(TUESDAY.replace(tzinfo=None), "tue midnight")
def test_every_form_in_a_refusal_of_a_part_is_taken(wall: datetime, typed: str) -> None:
    now = localizer(BERLIN)(wall)
    for purpose, parse in (
        (Purpose.RECORD, lambda text: parse_when(text, now, localizer(BERLIN))),
        (Purpose.NEXT_VISIT, lambda text: parse_next_visit(text, now, localizer(BERLIN))),
        (Purpose.FILTER, lambda text: parse_days(text, now.date())),
    ):
        try:
            parse(typed)
        except UsageError as refused:
            # The examples at the end have a date of their own.
            for form in forms_in(str(refused).removesuffix(purpose.value)):
                try:
                    parse(form)
                except UsageError as error:
                    # A time that the clock skips has a form of its own.
                    if "By the new time" not in str(error):
                        raise
