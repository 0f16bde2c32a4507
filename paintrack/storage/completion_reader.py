"""Queries for the Tab key: a person's own names, points and ids, read without waiting and without writing."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from paintrack.model.entries import LETTERS, AnyEntry
from paintrack.storage.file.connection import connect, translate_errors, verify_application_id
from paintrack.storage.file.file_header import SCHEMA_VERSION, read_header
from paintrack.storage.mapping import placeholders
from paintrack.storage.reader import Reader
from paintrack.storage.selection_sql import ALIVE

# Nobody who pressed the Tab key waits for another program to finish.
_BUSY_SECONDS = 0.1


class CompletionReader(Reader):
    """A reader that also answers what may be completed."""

    def practitioners(self) -> list[str]:
        """Every practitioner, the most often named first."""
        return self._by_frequency("min(practitioner)", "entry", "folded(practitioner)", "practitioner IS NOT NULL")

    def medicines(self) -> list[str]:
        """Everything that was taken, in the patient's words, the most often taken first."""
        return self._by_frequency("min(took)", "entry", "folded(took)", "took IS NOT NULL")

    def points(self) -> list[str]:
        """Every point noted, the most often noted first."""
        return self._by_frequency("point", "point JOIN entry ON entry.id = point.entry", "point", "1")

    def _by_frequency(self, name: str, tables: str, group: str, where: str) -> list[str]:
        rows = self._rows(
            f"SELECT {name} AS name, count(*) AS times FROM {tables} WHERE {where} AND {ALIVE}"
            f" GROUP BY {group} ORDER BY times DESC, name"
        )
        return [row["name"] for row in rows]

    def newest_with_label(self, beginning: str, most: int, kinds: tuple[str, ...] = ()) -> list[AnyEntry]:
        """The newest entries whose id begins so (`1`, `r`, nothing), newest first; with `kinds` only of these."""
        match = re.fullmatch("([a-z]?)([0-9]*)", beginning.casefold(), re.ASCII)
        kind = LETTERS.get(match[1]) if match else None
        if match is None or kind is None:
            return []
        wanted = [kind] if beginning else [*LETTERS.values()]
        wanted = [each for each in wanted if not kinds or each in kinds]
        rows = self._rows(
            f"SELECT id FROM entry WHERE kind IN ({placeholders(wanted)}) AND number LIKE ? AND {ALIVE}"
            " ORDER BY at DESC, entered DESC, uid DESC LIMIT ?",
            [*wanted, f"{match[2]}%", most],
        )
        ids = [row["id"] for row in rows]
        return self._load(f"entry.id IN ({placeholders(ids)})", ids)[::-1]


@contextmanager
def open_completion_reader(path: Path) -> Iterator[CompletionReader]:
    """The file as it is now; an empty history if there is none. Raises FileTroubleError, also if it is locked."""
    if read_header(path).kind != "paintrack":
        yield CompletionReader(None)
        return
    with translate_errors(path), closing(connect(path, mode="ro", busy_seconds=_BUSY_SECONDS)) as connection:
        connection.execute("BEGIN")
        if 0 < verify_application_id(connection, path) < SCHEMA_VERSION:
            from paintrack.storage.file.upgrade import upgraded_copy

            with closing(upgraded_copy(connection)) as copy:
                yield CompletionReader(copy)
        else:
            yield CompletionReader(connection)
