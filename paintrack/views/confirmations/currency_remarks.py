"""What a new currency means for the costs that are recorded already."""

from collections.abc import Mapping

from paintrack.model.typed.typed_text import visible_line
from paintrack.views.value_words import counted


def currency_remarks(kept: Mapping[str, int], taken: int, new: str | None) -> list[str]:
    """How many visits keep their costs in another currency, and how many, which had none, have theirs in the new one.

    `kept` is by currency.
    """
    remarks = [
        f"The costs of {counted(number, 'visit')} stay in {visible_line(currency)}."
        for currency, number in sorted(kept.items())
    ]
    if taken and new is not None:
        remarks.append(f"The costs of {counted(taken, 'visit')} had no currency: they are in {visible_line(new)} now.")
    return remarks
