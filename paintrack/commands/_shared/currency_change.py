"""The costs in the file when the currency is set or cleared: none of them changes its currency without a word."""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from paintrack.analysis.costs import recorded_currency
from paintrack.model.selection import Selection
from paintrack.model.values.currency import canonical_currency
from paintrack.views.confirmations.currency_setting_remarks import currency_remarks

if TYPE_CHECKING:
    from paintrack.storage.writer import Writer


def settle_currency_of_costs(writer: "Writer", new: str | None) -> list[str]:
    """Give costs without a currency the former one, or else the `new` one (None: cleared); returns remarks on that.

    To be called before the setting changes, in the same step: one undo takes back both.
    """
    former = writer.settings().get("currency")
    if former is not None:
        former = canonical_currency(former)
    sessions = [each for each in writer.sessions(Selection()) if each.cost is not None or each.covered is not None]
    currency_of_lacking = former or new
    lacking = [each for each in sessions if each.lacks_currency] if currency_of_lacking else []
    writer.change_all(replace(each, currency=currency_of_lacking) for each in lacking)
    visits_by_currency = Counter(
        currency for each in sessions if (currency := recorded_currency(each, former)) is not None and currency != new
    )
    return currency_remarks(visits_by_currency, len(lacking) if former is None else 0, new)
