"""A small table as CSV text, for a spreadsheet: harmless there, like the history."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from paintrack.exchange.csv_file import guarded


def table_as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """The rows (all with the same keys) with a header line; text that a spreadsheet would compute is guarded."""
    stream = io.StringIO()
    if rows:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow({name: guarded(value) if isinstance(value, str) else value for name, value in row.items()})
    return stream.getvalue()
