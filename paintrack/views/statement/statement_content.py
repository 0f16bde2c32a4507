"""The words of the statement for an insurer, the same in every form."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from paintrack.analysis.insurer_statement import ScoreChange, Statement, Sums, Visit
from paintrack.model.displayed_text import capitalize_first, isolated, listed
from paintrack.views.page.typographic_signs import typeset_number
from paintrack.views.trend.course_sentences import size_of_change
from paintrack.views.value_words import counted, show_day, show_period

NOT_A_BILL = "A patient's record, not a bill."
OPEN_MEANS = "Open: paid, and no covered amount recorded yet. A covered amount of 0 is an answer."
NOT_RECORDED = "-"
_TITLE, _TITLE_OF_OPEN = "Acupuncture visits and costs", "Acupuncture visits: open costs"
_SCALE = "The patient's own scores, 0 = none, 10 = worst imaginable; they cannot show what caused a change"


class VisitLine(NamedTuple):
    """A visit in words; `NOT_RECORDED` for what is not recorded."""

    day: str
    practitioner: str
    receipt: str
    currency: str
    paid: str
    covered: str
    open: str


class SumLine(NamedTuple):
    """The sums of a year or of all visits in one currency; the `label` is `2026, 12 visits`."""

    label: str
    currency: str
    paid: str
    covered: str
    open: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage:
    """The statement in words, made visible already.

    `day` is the local day on which it is `printed`, as `2026-09-14`. `name` is None if it is not set: a blank for
    it is printed then, as for the birth always. `currency` is that of all amounts, empty if there is none or there
    are several, which are then beside the amounts (`has_currencies`). `remarks` are sentences under the period.
    `change` is a label and a sentence.
    """

    title: str
    printed: str
    day: str
    name: str | None
    period: str
    remarks: tuple[str, ...]
    currency: str
    has_currencies: bool
    has_practitioners: bool
    has_receipts: bool
    visits: tuple[VisitLine, ...]
    sums: tuple[SumLine, ...]
    change: tuple[str, str] | None
    closing: tuple[str, ...]
    paper: str


def build_statement(statement: Statement, *, spoken: bool = False) -> StatementPage:
    """The statement in words; `spoken`: months in full, for a screen reader."""
    currencies = [sums.currency for sums in statement.totals]
    has_currencies = len(currencies) > 1
    years = statement.years if len({sums.year for sums in statement.years}) > 1 else ()
    has_cents = _has_cents(statement)
    return StatementPage(
        title=_TITLE_OF_OPEN if statement.only_open else _TITLE,
        printed=f"printed {show_day(statement.printed, long=spoken)}",
        day=statement.printed.isoformat(),
        name=isolated(statement.name) if statement.name else None,
        period=_period(statement, long=spoken),
        remarks=tuple(_remarks(statement, currencies[0] if not has_currencies else None, long=spoken)),
        currency=isolated(currencies[0] or "") if not has_currencies else "",
        has_currencies=has_currencies,
        has_practitioners=any(visit.practitioner for visit in statement.visits),
        has_receipts=any(visit.receipt for visit in statement.visits),
        visits=tuple(_visit_line(visit, has_cents=has_cents, long=spoken) for visit in statement.visits),
        sums=tuple(_sum_line(sums, has_cents=has_cents) for sums in (*years, *statement.totals)),
        change=_change(statement.change, long=spoken) if statement.change else None,
        closing=(NOT_A_BILL, OPEN_MEANS, *_own_shares(statement.totals, has_cents=has_cents)),
        paper=statement.paper,
    )


def typeset_statement(page: StatementPage) -> StatementPage:
    """The statement with true minus signs, and dashes for what is not recorded, for forms that are typeset."""
    return replace(
        page,
        visits=tuple(
            VisitLine(each.day, *map(_typeset_text, each[1:4]), *map(typeset_number, each[4:])) for each in page.visits
        ),
        sums=tuple(
            SumLine(each.label, _typeset_text(each.currency), *map(typeset_number, each[2:])) for each in page.sums
        ),
    )


def _typeset_text(text: str) -> str:
    """What a person typed stays as it is, also if it begins with `-`."""
    return typeset_number(text) if text == NOT_RECORDED else text


def _has_cents(statement: Statement) -> bool:
    """Whether an amount has decimals; if none has, neither has a sum."""
    return any(amount % 100 for visit in statement.visits for amount in (visit.paid, visit.covered) if amount)


def _period(statement: Statement, *, long: bool) -> str:
    """`12 visits in 78 days: 1 Jun to 17 Aug 2026`, with the days because insurers limit visits within a time."""
    visits = counted(len(statement.visits), "visit")
    days = show_period(statement.first_day, statement.last_day, long=long)
    return f"{visits}: {days}" if statement.days == 1 else f"{visits} in {statement.days} days: {days}"


def _remarks(statement: Statement, currency: str | None, *, long: bool) -> Iterable[str]:
    if currency:
        yield f"Amounts in {isolated(currency)}."
    parts = [f"with {isolated(statement.only_with)}"] if statement.only_with else []
    parts += ["with open costs"] if statement.only_open else []
    parts += ["chosen by the patient"] if statement.is_chosen_otherwise else []
    if parts:
        yield f"Not all visits of this time: only those {listed(parts, 'and')}."
    if window := statement.busiest:
        days = show_period(window.first_day, window.last_day, long=long)
        yield f"The most visits within any 365 days: {window.visits} ({days})."
    if remark := unpriced_remark(statement.visits):
        yield remark


def unpriced_remark(visits: Sequence[Visit]) -> str:
    """A sentence on how many of the visits have no paid amount; empty if each has one."""
    unpriced = sum(visit.paid is None for visit in visits)
    return f"{counted(unpriced, 'visit')} without a paid amount." if unpriced else ""


def _visit_line(visit: Visit, *, has_cents: bool, long: bool) -> VisitLine:
    paid, covered, open_amount = (_amount(each, has_cents) for each in (visit.paid, visit.covered, visit.open))
    return VisitLine(
        day=show_day(visit.day, weekday=False, long=long),
        practitioner=_text(visit.practitioner),
        receipt=_text(visit.receipt),
        currency=_text(visit.currency),
        paid=paid,
        covered=covered,
        open=open_amount,
    )


def _sum_line(sums: Sums, *, has_cents: bool) -> SumLine:
    paid, covered, open_amount = (_amount(each, has_cents) for each in (sums.paid, sums.covered, sums.open))
    label = f"{'Total' if sums.year is None else sums.year}, {counted(sums.visits, 'visit')}"
    return SumLine(label, _text(sums.currency), paid, covered, open_amount)


def _own_shares(totals: Sequence[Sums], *, has_cents: bool) -> Iterable[str]:
    """A sentence on what is left of all that was paid, so that the amounts add up; none where nothing was covered."""
    shares = [
        f"{_amount(each.paid - each.covered - (each.open or 0), has_cents)} {isolated(each.currency or '')}".rstrip()
        for each in totals
        if each.paid is not None and each.covered is not None
    ]
    if shares:
        yield f"Own share, which is paid less covered and open: {listed(shares, 'and')}."


def _text(text: str | None) -> str:
    return isolated(text) if text else NOT_RECORDED


def _amount(hundredths: int | None, has_cents: bool) -> str:
    if hundredths is None:
        return NOT_RECORDED
    sign = "-" if hundredths < 0 else ""
    whole, rest = divmod(abs(hundredths), 100)
    return f"{sign}{whole}.{rest:02}" if has_cents else f"{sign}{whole}"


def _change(change: ScoreChange, *, long: bool) -> tuple[str, str]:
    """The label and the sentence, which never says more than the verdict, and names no cause."""
    label = f"Change in {isolated(change.condition)}"
    if change.course is None:
        return label, "No visit in this time has a score on arrival."
    days = show_period(change.course.first.day, change.course.last.day, long=long)
    # A voice reads the sign as 'equals'.
    scale = _SCALE.replace(" = ", " ") if long else _SCALE
    return (
        label,
        f"{capitalize_first(size_of_change(change.course, change.arrivals, change.whole_course))}; {days}. {scale}.",
    )
