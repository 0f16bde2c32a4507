"""The columns of the statement for an insurer, as CSV and in `--json`."""

# `open` is what was paid and the insurer has not yet answered. The receipt comes last: it is a text of any length.
STATEMENT_COLUMNS = ("date", "practitioner", "currency", "paid", "covered", "open", "receipt")
