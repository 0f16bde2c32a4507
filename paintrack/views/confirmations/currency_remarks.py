"""What a new currency means for the costs that are recorded already."""

from collections.abc import Mapping

from paintrack.model.typed.typed_text import visible_line
from paintrack.views.value_words import counted


def currency_remarks(kept_visits: Mapping[str, int], changed_visits: int, new: str | None) -> list[str]:
    """How many visits keep their costs in other currencies, by currency, and how many had none and take the new one."""
    remarks = [
        f"The costs of {counted(number, 'visit')} stay in {visible_line(currency)}."
        for currency, number in sorted(kept_visits.items())
    ]
    if changed_visits and new is not None:
        remarks.append(
            f"The costs of {counted(changed_visits, 'visit')} had no currency: they are in {visible_line(new)} now."
        )
    return remarks
