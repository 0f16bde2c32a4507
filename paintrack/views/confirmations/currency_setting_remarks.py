"""What a new currency means for the costs that are recorded already."""

from collections.abc import Mapping

from paintrack.model.displayed_text import isolated
from paintrack.views.value_words import counted


def counted_costs_remark(visits: int, currency: str | None, *, is_dry_run: bool) -> str:
    """In which currency the costs of so many visits count that have none: that of the setting, if there is one."""
    costs = f"The costs of {counted(visits, 'visit')} have no currency"
    if currency is None:
        return f"{costs}, and no setting {'would say' if is_dry_run else 'says'} any more which they are in."
    return f"{costs}: they {'would ' if is_dry_run else ''}count as {isolated(currency)} here."


def currency_remarks(kept_visits: Mapping[str, int], changed_visits: int, new: str | None) -> list[str]:
    """How many visits keep their costs in other currencies, by currency, and how many had none and take the new one."""
    remarks = [
        f"The costs of {counted(number, 'visit')} stay in {isolated(currency)}."
        for currency, number in sorted(kept_visits.items())
    ]
    if changed_visits and new is not None:
        remarks.append(
            f"The costs of {counted(changed_visits, 'visit')} had no currency: they are in {isolated(new)} now."
        )
    return remarks
