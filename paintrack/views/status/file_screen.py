"""The state of the patient's file, on screen and as JSON: what is wrong, what is worth knowing, what is in it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from paintrack.model.displayed_text import capitalize_first, listed, visible_path
from paintrack.views.confirmations.files.export_result import counts_in_words
from paintrack.views.text_layout import fill, with_full_stop
from paintrack.views.text_table import table_lines
from paintrack.views.value_words import counted, show_day

_UNITS = ((1_000_000, "MB"), (1_000, "KB"))


class FileState(NamedTuple):
    """What is known of the file. Paths are texts; `real_path` differs if the path is a link.

    `is_read_only`: nothing can be saved in it. `mode` (0 to 0o777) is that of the file, None if there is none;
    `lax_modes` are those of files that others may use, by path; `integrity` are SQLite's messages, empty for a sound
    file; `trouble` is a sentence if the file cannot be read. `future` counts entries from the future, `set_back` how
    often the clock was set back between changes. `last_backup` is the path and local time of the newest backup that
    paintrack named itself; `synced` is what a sync service seems to copy. `stopped_write` is the path of what a killed
    first write left, `metadata` that of the description of the tables for Datasette.
    """

    path: str
    real_path: str
    exists: bool
    size: int
    version: int
    needs_upgrade: bool
    in_wal_mode: bool
    is_read_only: bool
    mode: int | None
    lax_modes: Mapping[str, int]
    counts: Mapping[str, int]
    integrity: Sequence[str]
    broken_references: int
    trouble: str
    is_damaged: bool
    deleted: int
    with_removed_ratings: int
    former_states: int
    unreadable_states: int
    purged: int
    open_sessions: Sequence[str]
    future: int
    set_back: int
    backups: int
    last_backup: tuple[str, datetime] | None
    synced: str | None
    leftovers: Sequence[str]
    stopped_write: str | None
    metadata: str


def problems(state: FileState) -> list[str]:
    """What is wrong, each as a sentence; empty if nothing is."""
    unreadable = f"Former versions that cannot be read: {state.unreadable_states}. Undo and redo stop there."
    return [
        *([state.trouble] if state.trouble else []),
        *([f"SQLite: {message}" for message in state.integrity[:5]]),
        *([f"References to entries that are not there: {state.broken_references}."] if state.broken_references else []),
        *([unreadable] if state.unreadable_states else []),
        *(f"Others may use it (mode {mode:04o}): {path}" for path, mode in state.lax_modes.items()),
        *(["Another tool has set it to WAL: a copy of this one file would not be all of it."] * state.in_wal_mode),
        *(f"A temporary file was left behind: {path}" for path in state.leftovers),
    ]


def advice(state: FileState, *, is_after_fix: bool = False) -> list[str]:
    """What helps, as command lines and sentences; `is_after_fix`: `file --fix` has just been tried."""
    if state.is_damaged:
        return [
            "Restore a backup: paintrack restore FILE",
            *([] if is_after_fix else ["Indexes alone can be mended: paintrack file --fix"]),
            "Get out what is readable: paintrack file --salvage OUT.db",
        ]
    can_fix = state.lax_modes or state.in_wal_mode or state.leftovers
    return [
        *(["Remove what undo keeps, and the deleted entries: paintrack purge"] if state.unreadable_states else []),
        *(["Mend it: paintrack file --fix"] if can_fix else []),
    ]


def notices(state: FileState) -> list[str]:
    """What is not wrong, but worth knowing."""
    lines = []
    if state.stopped_write is not None:
        lines.append(f"A first write was stopped; the next one removes what it left: {state.stopped_write}")
    if state.is_read_only and not state.trouble:
        lines.append("Nothing can be saved: the file or its folder is read-only.")
    if state.exists and not state.trouble and state.last_backup is None and state.counts:
        lines.append("There is no backup yet: paintrack backup")
    if state.needs_upgrade and not state.trouble:
        lines.append("It is of an older version; the next change upgrades it, after a copy.")
    if state.synced:
        lines.append(f"A service seems to copy {state.synced}: a copy made during a write can be damaged.")
    if state.future:
        lines.append(f"{counted(state.future, 'entry', 'entries')} from the future: was a clock wrong?")
    if state.set_back:
        lines.append(f"The clock was set back {counted(state.set_back, 'time')} between changes.")
    if state.deleted or state.former_states or state.with_removed_ratings:
        parts = [counted(state.deleted, "deleted entry", "deleted entries")] if state.deleted else []
        parts += [counted(state.former_states, "former version")] if state.former_states else []
        if state.with_removed_ratings:
            parts.append(f"the scores of removed ratings in {counted(state.with_removed_ratings, 'session')}")
        kept = "for undo" if state.deleted or state.former_states else "unseen"
        lines.append(f"Still in it {kept}: {listed(parts, 'and')}. To remove: paintrack purge")
    return lines


def file_screen(state: FileState, now: datetime, *, width: int, plain: bool = False, is_after_fix: bool = False) -> str:
    """The state as a table, or with `plain` a line `Size: 86 KB` for each fact; below it what is wrong comes first.

    `is_after_fix` is as in `advice`.
    """
    rows = [("file", state.path)]
    if state.real_path != state.path:
        rows.append(("link to", state.real_path))
    if not state.exists or (state.size == 0 and not state.trouble):
        rows.append(("holds", "nothing yet"))
    elif state.trouble:
        # Only what is known even of a file that cannot be read.
        rows += [("size", _size(state.size))] if state.size else []
        rows += [("version", str(state.version))] if state.version else []
        rows += [("sound", "no")] if state.is_damaged else []
    else:
        rows.append(("size", _size(state.size)))
        rows.append(("holds", counts_in_words(state.counts)))
        rows.append(("version", str(state.version)))
        if state.mode is not None:
            rows.append(("mode", f"{state.mode:04o}{'' if state.path in state.lax_modes else ', for you alone'}"))
        is_sound = not state.integrity and not state.broken_references
        rows.append(("sound", "yes, all of it was read" if is_sound else "no"))
        if state.open_sessions:
            rows.append(("open", listed([f"session {label}" for label in state.open_sessions], "and")))
    rows.append(("backups", _backups(state, now)))
    paths = tuple(paths_in(state))
    if plain:
        # A path is copied letter by letter, without a full stop behind it.
        facts = [(f"{capitalize_first(name)}: {visible_path(value)}", value.endswith(paths)) for name, value in rows]
        blocks = ["\n".join(fact if is_path else with_full_stop(fact) for fact, is_path in facts)]
    else:
        blocks = ["\n".join(table_lines(rows, width, whole_words=True, paths=paths))]
    problem_lines = problems(state)
    if problem_lines:
        blocks.append(_block("Wrong:", [*problem_lines, *advice(state, is_after_fix=is_after_fix)], width, paths))
    worth_knowing = notices(state)
    if worth_knowing:
        blocks.append(_block("Worth knowing:", worth_knowing, width, paths))
    return "\n\n".join(blocks)


def file_json(state: FileState, now: datetime) -> dict[str, Any]:
    """The state with documented keys; sizes in bytes, modes as octal text, the age of the newest backup in days."""
    record = state._asdict()
    record["mode"] = None if state.mode is None else f"{state.mode:04o}"
    record["lax_modes"] = {path: f"{mode:04o}" for path, mode in state.lax_modes.items()}
    record["last_backup"] = None
    if state.last_backup is not None:
        path, made = state.last_backup
        record["last_backup"] = {"path": path, "made": made.isoformat(), "days": (now.date() - made.date()).days}
    return record | {"problems": problems(state), "notices": notices(state)}


def _backups(state: FileState, now: datetime) -> str:
    if state.last_backup is None:
        return "none named by paintrack"
    path, made = state.last_backup
    days = (now.date() - made.date()).days
    age = "today" if days == 0 else "from the future" if days < 0 else f"{counted(days, 'day')} old"
    return f"{state.backups}; the newest {show_day(made.date())}, {age}: {path}"


def _size(size: int) -> str:
    for unit, name in _UNITS:
        if size >= unit:
            return f"{size / unit:.1f} {name}"
    return f"{size} bytes"


def paths_in(state: FileState) -> list[str]:
    """All paths that the sentences on the file may name."""
    mentioned_paths = [
        each for each in (state.stopped_write, state.synced, state.last_backup and state.last_backup[0]) if each
    ]
    return [state.path, state.real_path, *state.lax_modes, *state.leftovers, *mentioned_paths]


def _block(title: str, lines: Sequence[str], width: int, paths: Sequence[str]) -> str:
    filled = (fill(line, width, first="  ", rest="    ", whole_words=True, paths=paths) for line in lines)
    return "\n".join([title, *filled])
