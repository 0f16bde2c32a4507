"""What visits cost: a line for each row and one for each total, as a table or in sentences."""

from collections.abc import Sequence
from typing import Any

from paintrack.model.displayed_text import capitalize_first, isolated, listed
from paintrack.model.entries import Session
from paintrack.views.spoken_currency import spoken_currency
from paintrack.views.text_layout import pack, punctuated, width_of
from paintrack.views.text_table import column_widths, table_lines, table_width
from paintrack.views.value_words import counted

CostRows = Sequence[dict[str, Any]]

_MONEY = {"paid", "covered", "open", "own_share"}
_NOT_SHOWN = {"out_of_pocket"}  # it has the open amounts in it
_TO_THE_RIGHT = {"sessions", *_MONEY}
_SHORT = {"own_share": "own", "practitioner": "with", "sessions": "n", "currency": "in"}
_LEAST_NAME = 8
_MOST_NAMED = 5
_OPEN_HINT = ("Open: paid, and no covered amount recorded yet.", "Which: paintrack costs --open")
NO_SESSION = "No session that fits is recorded yet."


def cost_remarks(sessions: Sequence[Session]) -> list[tuple[str, ...]]:
    """What the sums do not show: sessions without a cost among others, and those that are covered with more than it.

    Each remark is a sentence, perhaps with one that ends with a command.
    """
    without_cost = [each for each in sessions if each.cost is None]
    remarks: list[tuple[str, ...]] = []
    if 0 < len(without_cost) < len(sessions):
        has = "has" if len(without_cost) == 1 else "have"
        remarks.append((f"{len(without_cost)} of {len(sessions)} sessions {has} no cost recorded.",))
    covered = [each for each in sessions if each.covered]
    if excess := [each for each in covered if each.cost is not None and (each.covered or 0) > each.cost]:
        sentence = f"More is covered than paid in {_named(excess)}, which lowers your own share."
        remarks.append((sentence, f"See: paintrack show {excess[0].label}"))
    if unpaid := [each for each in covered if each.cost is None]:
        has = "has" if len(unpaid) == 1 else "have"
        name = capitalize_first(_named(unpaid))
        sentence = f"{name} {has} a covered amount but no cost, which lowers your own share."
        remarks.append((sentence, f"Add it: paintrack edit {unpaid[0].label} --cost AMOUNT"))
    return remarks


def _named(sessions: Sequence[Session]) -> str:
    """`session 3`, `sessions 3, 5 and 2 more`."""
    more = len(sessions) - _MOST_NAMED
    labels = [each.label for each in sessions[:_MOST_NAMED]] + ([f"{more} more"] if more > 0 else [])
    return f"session{'s' if len(sessions) > 1 else ''} {listed(labels, 'and')}"


def cost_table(rows: CostRows, totals: CostRows, *, width: int, remarks: Sequence[Sequence[str]] = ()) -> str:
    """The rows (one or more, all with the same keys) below their names, then the totals, one for each currency.

    Each line has at most `width` columns. Empty columns are left out, and what is open where nothing was covered. On a
    narrow screen, headings get shorter and practitioners' names are wrapped; if a word of them has no room, each row
    becomes a line of words. Last come the `remarks`, as `cost_remarks` gives them.
    """
    names = _column_names(rows)
    has_cents = _has_cents([*rows, *totals])
    lines = [[_cell(row, name, has_cents) for name in names] for row in rows]
    lines += [_total_cells(total, names, has_cents) for total in totals]
    numbers = [place for place, name in enumerate(names) if name in _TO_THE_RIGHT]
    practitioner = names.index("practitioner") if "practitioner" in names else None
    for heads in ([name.replace("_", " ") for name in names], [_SHORT.get(name, name) for name in names]):
        table = [heads, *lines]
        if _fits(table, practitioner, width):
            wrapped = -1 if practitioner is None else practitioner
            shown = table_lines(table, width, right=numbers, wrapped=wrapped)
            break
    else:
        shown = [pack(punctuated(words), width) for words in _rows_in_words(rows, totals)]
    hints = [*remarks, *([_OPEN_HINT] if _has_open(rows) else [])]
    return "\n".join([*shown, *(pack(each, width, dropped="", indent="") for each in hints)])


def cost_sentences(rows: CostRows, totals: CostRows, *, remarks: Sequence[Sequence[str]] = ()) -> str:
    """The costs for a screen reader: a sentence on each line."""
    lines = [f"{', '.join(words)}." for words in _rows_in_words(rows, totals, is_spoken=True)]
    lines += [line for remark in remarks for line in remark]
    return "\n".join([*lines, *(_OPEN_HINT if _has_open(rows) else [])])


def _column_names(rows: CostRows) -> list[str]:
    """The columns with something in them."""
    left_out = _NOT_SHOWN | (set() if _has_answers(rows) else {"open"})
    return [name for name in rows[0] if name not in left_out and any(row[name] is not None for row in rows)]


def _has_answers(rows: CostRows) -> bool:
    """Whether something was covered, or said not to be: who is not insured waits for no answer."""
    return any(row["covered"] is not None for row in rows)


def _has_open(rows: CostRows) -> bool:
    return _has_answers(rows) and any(row["open"] for row in rows)


def _has_cents(rows: CostRows) -> bool:
    return any(isinstance(row.get(name), float) for row in rows for name in _MONEY)


def _cell(row: dict[str, Any], name: str, has_cents: bool) -> str:
    value = row[name]
    if name in _MONEY and has_cents and value is not None:
        return f"{value:.2f}"
    return "-" if value is None else isolated(str(value))


def _total_cells(total: dict[str, Any], names: Sequence[str], has_cents: bool) -> list[str]:
    """The cells of a total: `total` in the first column, and blank ones in columns that have no sum."""
    with_total = {"sessions", "currency", *_MONEY}
    return ["total", *(_cell(total, name, has_cents) if name in with_total else "" for name in names[1:])]


def _fits(table: Sequence[Sequence[str]], practitioner: int | None, width: int) -> bool:
    """Whether the table has room, if need be with the practitioners' names wrapped, but none of their words broken."""
    over = table_width(table) - width
    if over <= 0 or practitioner is None:
        return over <= 0
    room = column_widths(table)[practitioner] - over
    return room >= max(_LEAST_NAME, *(width_of(word) for row in table for word in row[practitioner].split()))


def _rows_in_words(rows: CostRows, totals: CostRows, *, is_spoken: bool = False) -> list[list[str]]:
    """`2026`, `with Dr Li`, `12 sessions`, `paid 1020 EUR`, ...: the words of each row and each total."""
    has_cents = _has_cents([*rows, *totals])
    names = [name for name in _column_names(rows) if name in _MONEY]
    words = [
        [isolated(str(next(iter(row.values())))), *_facts(row, names, has_cents, is_spoken=is_spoken)] for row in rows
    ]
    sums = ((f"Total, {counted(total['sessions'], 'session')}", total) for total in totals)
    return words + [
        [label, *_facts(total, names, has_cents, is_total=True, is_spoken=is_spoken)] for label, total in sums
    ]


def _facts(
    row: dict[str, Any], names: Sequence[str], has_cents: bool, *, is_total: bool = False, is_spoken: bool
) -> list[str]:
    facts = [f"with {isolated(row['practitioner'])}"] if row["practitioner"] else []
    facts += [] if is_total else [counted(row["sessions"], "session")]
    return facts + [
        f"{name.replace('_', ' ')} {_amount(row, name, has_cents, is_spoken=is_spoken)}"
        for name in names
        if row[name] is not None
    ]


def _amount(row: dict[str, Any], name: str, has_cents: bool, *, is_spoken: bool) -> str:
    amount, currency = _cell(row, name, has_cents), row["currency"]
    if not currency:
        return amount
    return f"{amount} {isolated(spoken_currency(currency, amount) if is_spoken else currency)}"
