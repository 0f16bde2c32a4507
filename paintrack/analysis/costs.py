"""What sessions cost: paid, covered by insurance, still open, own share. Different currencies are never added up."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from paintrack.model.entries import Session
from paintrack.model.typed.names.newest_spelling import in_newest_spelling, newest_spellings
from paintrack.model.values.currency import canonical_currency
from paintrack.model.values.money import in_units


class Cost(NamedTuple):
    """Sums over sessions in one currency, in hundredths of its unit.

    `sessions` counts all sessions of the group, `paid_for` those with a cost, `answered` those with a covered amount,
    even 0. `open` is what was paid for the others. `year` and `practitioner` are those of the group; None if it has
    any, or none was recorded.
    """

    currency: str | None
    sessions: int
    paid_for: int
    answered: int
    paid: int
    covered: int
    open: int
    year: int | None = None
    practitioner: str | None = None

    @property
    def out_of_pocket(self) -> int:
        """Paid minus covered; negative if more was covered than paid."""
        return self.paid - self.covered

    @property
    def own_share(self) -> int:
        """What is left of `paid` after what was covered and what is open; negative if more was covered than paid."""
        return self.out_of_pocket - self.open


def costs_by_currency(sessions: Iterable[Session], default_currency: str | None) -> tuple[Cost, ...]:
    """The costs by currency. `default_currency` stands for a currency that was not recorded; None if not known."""
    return _grouped(sessions, default_currency, by_year=False, by_practitioner=False)


def costs_by_year(sessions: Iterable[Session], default_currency: str | None) -> tuple[Cost, ...]:
    """The costs by local calendar year, practitioner and currency, in that order.

    The sessions come oldest first: a practitioner's name in two spellings is one, as it was spelled last.
    """
    return _grouped(sessions, default_currency, by_year=True, by_practitioner=True)


def recorded_currency(session: Session, default_currency: str | None) -> str | None:
    """The currency of a session's amounts, in one form for all its spellings; the default where none is recorded."""
    currency = session.currency or default_currency
    return None if currency is None else canonical_currency(currency, default_currency)


def currencies_in_sums(currencies: Sequence[str | None], has_amount: Sequence[bool]) -> list[str | None]:
    """In which sums each visit counts, from its recorded currency and whether it has an amount.

    One without both counts in those of all amounts, if these have one currency: else it would have sums of its own.
    """
    of_amounts = {currency for currency, has in zip(currencies, has_amount, strict=True) if has}
    only = of_amounts.pop() if len(of_amounts) == 1 else None
    return [each if has else each or only for each, has in zip(currencies, has_amount, strict=True)]


def _grouped(
    sessions: Iterable[Session], default_currency: str | None, *, by_year: bool, by_practitioner: bool
) -> tuple[Cost, ...]:
    sessions = [*sessions]
    spellings = newest_spellings(session.practitioner for session in sessions)
    groups: dict[tuple[int | None, str | None, str | None], list[Session]] = {}
    currencies = currencies_in_sums(
        [recorded_currency(each, default_currency) for each in sessions],
        [each.cost is not None or each.covered is not None for each in sessions],
    )
    for session, currency in zip(sessions, currencies, strict=True):
        year = session.when.day.year if by_year else None
        practitioner = in_newest_spelling(session.practitioner, spellings) if by_practitioner else None
        groups.setdefault((year, practitioner, currency), []).append(session)
    costs = [
        Cost(
            currency=currency,
            year=year,
            practitioner=practitioner,
            sessions=len(group),
            paid_for=sum(each.cost is not None for each in group),
            answered=sum(each.covered is not None for each in group),
            paid=sum(each.cost or 0 for each in group),
            covered=sum(each.covered or 0 for each in group),
            open=sum(each.cost or 0 for each in group if each.covered is None),
        )
        for (year, practitioner, currency), group in groups.items()
    ]
    return tuple(sorted(costs, key=lambda each: (each.year or 0, each.practitioner or "", each.currency or "")))


def cost_rows(costs: Iterable[Cost]) -> list[dict[str, Any]]:
    """The groups as rows: year, practitioner, currency, sessions, and five amounts in currency units.

    `paid` is `covered` and `open` and `own_share`; `out_of_pocket` is the last two. What no session of a group has is
    None: not recorded is not 0. So is the own share until something is covered, or said not to be.
    """
    return [
        {
            "year": cost.year,
            "practitioner": cost.practitioner,
            "currency": cost.currency,
            "sessions": cost.sessions,
            "paid": in_units(cost.paid) if cost.paid_for else None,
            "covered": in_units(cost.covered) if cost.answered else None,
            "out_of_pocket": in_units(cost.out_of_pocket) if cost.paid_for else None,
            "open": in_units(cost.open) if cost.paid_for else None,
            "own_share": in_units(cost.own_share) if cost.paid_for and cost.answered else None,
        }
        for cost in costs
    ]


def year_rows(sessions: Sequence[Session], default_currency: str | None) -> list[dict[str, Any]]:
    """The rows of `cost_rows`, one for each year and currency; `practitioner` is a list of names in one text.

    If not all sessions of the group have a name, each says of how many: `Dr Li (7 of 12)`. It is None if one of these
    has amounts: they would be taken for somebody else's.
    """
    by_practitioner = costs_by_year(sessions, default_currency)
    rows = cost_rows(_grouped(sessions, default_currency, by_year=True, by_practitioner=False))
    for row in rows:
        group = [each for each in by_practitioner if (each.year, each.currency) == (row["year"], row["currency"])]
        row["practitioner"] = _names_in(group, row["sessions"])
    return rows


def _names_in(group: Sequence[Cost], sessions: int) -> str | None:
    """The names of the practitioners of so many sessions, whose costs by practitioner these are."""
    if any(each.practitioner is None and (each.paid_for or each.answered) for each in group):
        return None
    counts = {each.practitioner: each.sessions for each in group}
    names = [
        name if None not in counts else f"{name} ({number} of {sessions})" for name, number in counts.items() if name
    ]
    return ", ".join(names) or None


def total_rows(sessions: Sequence[Session], default_currency: str | None) -> list[dict[str, Any]]:
    """The sums over all sessions as rows of `cost_rows`, one for each currency."""
    return cost_rows(costs_by_currency(sessions, default_currency))
