"""The clocks of places, as the local computer would know them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from paintrack.model.values.moment import Localize

BERLIN = ZoneInfo("Europe/Berlin")
# Tuesday 3 November 2026, 14:02.
TUESDAY = datetime(2026, 11, 3, 14, 2, tzinfo=BERLIN)


def localizer(zone: ZoneInfo) -> Localize:
    """What `datetime.astimezone` does on a computer in that zone."""

    def localize(at: datetime) -> datetime:
        return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC).astimezone(zone)

    return localize


def older_localizer(zone: ZoneInfo) -> Localize:
    """What `datetime.astimezone` did before CPython 3.13: a time that the clock skips was one before the change."""

    def localize(at: datetime) -> datetime:
        is_skipped = localizer(zone)(at).replace(tzinfo=None) != at.replace(tzinfo=None)
        return localizer(zone)(at if at.tzinfo or not is_skipped else at.replace(fold=1 - at.fold))

    return localize
