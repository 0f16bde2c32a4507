"""Commands that are killed, or whose disk fails, at each call that reaches their folder (by strace): what is left."""

import re
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from sqlite_utils import Database

from paintrack.storage.file.reader_and_writer_opening import open_writer
from tests.forking_program import ForkingProgram, forking_program
from tests.program import Result

FAULTS = {"SIGKILL": "signal=SIGKILL", "ENOSPC": "error=ENOSPC", "EIO": "error=EIO"}
CALLS = (
    "open", "openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "unlinkat", "rename",
    "renameat", "renameat2", "link", "linkat", "mkdir", "chmod", "fchmod",
)  # fmt: skip
_BACKUP = r"backups/own-\d{8}-\d{6}(-before-[a-z]+(-\d)?)?\.db"
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[-+]\d\d:\d\d)?")
_UID = re.compile(r"\b[0-9a-f]{32}\b")
_SAMPLES = Path(__file__).parents[1] / "samples"


# Each command is run once before, unseen, so that no fork has to load a module.
_PREPARATION = """
import tempfile
from paintrack.__main__ import start
from paintrack.cli import main

with tempfile.TemporaryDirectory() as folder:
    os.environ["PAINTRACK_DB"] = folder + "/own.db"
    streams = os.dup(1), os.dup(2)
    for number in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)
    for typed in (
        "log 7 3 --points LI4", "log 6 5 --for neck --db {0}.db", "export {0}.json --db {0}.db", "import {0}.json",
        "undo --yes", "note words", "delete n1 --yes", "edit 1 --note changed", "merge {0}.db --yes", "backup",
        "restore {0}.db --yes", "purge --yes",
    ):
        main(typed.format(folder + "/other").split(" "))
        sys.stdout.flush()
    for number, stream in enumerate(streams, 1):
        os.dup2(stream, number)

run = start
"""


class Case(NamedTuple):
    """A command on the file `own.db` of a folder.

    `adds` are the names of files that it may add, as a pattern. `own` is what its file is at first: one of two
    sessions and a deleted note, the same with `other.json` imported or with a header of zeros, one of version 1, or
    none. `passes`: it makes or upgrades the tables first, in a transaction of its own, so that the file may be left
    with that alone.
    """

    typed: tuple[str, ...]
    adds: str = ""
    own: Literal["whole", "imported", "wiped", "version 1", "none"] = "whole"
    passes: bool = False


CASES = {
    "log": Case(("log", "8", "4")),
    "log, first": Case(("log", "8", "4"), r"own\.db", own="none", passes=True),
    "edit": Case(("edit", "1", "--note", "changed", "--before", "6")),
    "undo": Case(("undo", "--yes")),
    "undo of an import": Case(("undo", "--yes"), own="imported"),
    "import": Case(("import", "{folder}/other.json"), _BACKUP),
    "export": Case(("export", "{folder}/out.json"), r"out\.json"),
    "export --force": Case(("export", "{folder}/other.json", "--force")),
    "backup": Case(("backup",), _BACKUP),
    "backup FILE": Case(("backup", "{folder}/named.db"), r"named\.db"),
    "backup FILE --force": Case(("backup", "{folder}/other.db", "--force")),
    "restore": Case(("restore", "{folder}/other.db", "--yes"), _BACKUP),
    "restore, damaged": Case(
        ("restore", "{folder}/other.db", "--yes"), r"own-\d{8}-\d{6}-damaged\.db", own="wiped"
    ),
    "merge": Case(("merge", "{folder}/other.db", "--yes"), _BACKUP),
    "purge": Case(("purge", "--yes"), _BACKUP),
    "migration": Case(("log", "8", "4"), _BACKUP, own="version 1", passes=True),
}  # fmt: skip


class Point(NamedTuple):
    """A call that reaches the folder or standard output: its name, which of that name it is (from 1), how it reads."""

    call: str
    number: int
    line: str

    @property
    def is_answer(self) -> bool:
        """Whether it writes to standard output."""
        return re.match(r"write\(1[<,]", self.line) is not None


class Outcome(NamedTuple):
    """What a fault at one point left: the `old` file, the `new` one, a whole one `between`, or none of them.

    `trouble` says what is wrong; empty where nothing is. `has_leftover`: a whole file stands under a temporary name.
    """

    point: Point
    state: Literal["old", "new", "between", "broken"]
    trouble: str
    has_leftover: bool


@contextmanager
def prepared_paintrack() -> Iterator[ForkingProgram]:
    """paintrack, loaded once for all that is run of it."""
    with forking_program(_PREPARATION, []) as program:
        yield program


def make_pattern(program: ForkingProgram, folder: Path) -> Path:
    """A folder in `folder` with a file of two sessions and a deleted note, another file, and that one as JSON."""
    pattern = folder / "pattern"
    pattern.mkdir()
    own, other = pattern / "own.db", pattern / "other.db"
    for path, words in ((own, "SECRET"), (other, "other")):
        for typed in (
            ("note", words),
            ("log", "7", "3", "--note", "stays", "--points", "LI4"),
            ("log", "6", "5", "--for", words),
            ("delete", "n1", "--yes"),
        ):
            _typed(program, path, *typed)
    _typed(program, other, "export", str(pattern / "other.json"))
    imported = folder / "imported.db"
    shutil.copy(own, imported)
    _typed(program, imported, "import", str(pattern / "other.json"))
    return pattern


class Campaign:
    """One command, and what it may leave: `points` are the calls at which something can go wrong."""

    def __init__(self, program: ForkingProgram, pattern: Path, case: Case) -> None:
        """`program` is `prepared_paintrack`, `pattern` what `make_pattern` made.

        What the campaign writes stands beside the pattern.
        """
        self._program, self._pattern, self._case = program, pattern, case
        self._known = "".join(map(_text_of, [pattern / "own.db", pattern / "other.db", _SAMPLES / "version_1.db"]))
        folder = self.fresh_folder()
        self._before = _files(folder)
        self._states = {self._state(folder): "old"}
        self._whole = self._contents(folder)
        done, calls = self.run()
        if done.code != 0:
            raise AssertionError(done.err)
        self._states.setdefault(self._state(folder), "new")
        self._written = self._contents(folder)
        self._whole |= self._written
        self.points = list(_points(calls, folder))
        if case.passes:
            with open_writer(self.fresh_folder() / "own.db", datetime.now(UTC)):
                pass
            self._states.setdefault(self._state(folder), "between")

    def fresh_folder(self) -> Path:
        """A copy of the pattern, with the file as the case has it at first."""
        folder = self._pattern.parent / "folder"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self._pattern, folder)
        own = folder / "own.db"
        if self._case.own == "wiped":
            own.write_bytes(bytes(100) + own.read_bytes()[100:])
        elif self._case.own == "imported":
            shutil.copy(self._pattern.parent / "imported.db", own)
        elif self._case.own == "version 1":
            shutil.copy(_SAMPLES / "version_1.db", own)
        elif self._case.own == "none":
            own.unlink()
            # Beside another diary more than one sentence is right: that a second one begins.
            (folder / "other.db").unlink()
        return folder

    def run(self, *options: str) -> tuple[Result, list[str]]:
        """The command under strace, and the calls that it made, with the paths of what they reach."""
        folder, trace = self._pattern.parent / "folder", self._pattern.parent / "trace"
        strace = ["strace", "-f", "-y", "-s", "32", "-o", str(trace), "-e", f"trace={','.join(CALLS)}"]
        typed = [each.format(folder=folder) for each in self._case.typed]
        # A sentence is one line.
        own = {"PAINTRACK_DB": str(folder / "own.db"), "COLUMNS": "5000"}
        done = self._program.run(*typed, tracer=[*strace, *options], **own)
        return done, _whole_lines(trace.read_text("utf-8", "replace").splitlines())

    def outcome(self, point: Point, fault: str) -> Outcome | None:
        """What the fault, a key of `FAULTS`, leaves at that point; None where the command never came to it this time.

        How many pages it writes depends on uids, which are drawn by chance. The calls of one name are counted, and
        Python and SQLite open files of their own: a fault of those says nothing of the diary's file.
        """
        folder = self.fresh_folder()
        trouble = []
        done, calls = self.run("-e", f"inject={point.call}:{FAULTS[fault]}:when={point.number}")
        # A call that killed the process never returned.
        struck = [line for line in calls if line.endswith(("(INJECTED)", "= ?"))]
        if not any(_points(struck, folder)):
            return None
        if fault == "SIGKILL" and self._case.own != "wiped":
            # While the journal of the killed one is still there.
            trouble += self._refusal_of_next()
        state = self._states.get(self._state(folder), "broken")
        if len(self._states) == 1 and state == "old" and self._contents(folder) == self._written:
            # Of what leaves the own file as it is, the file that it writes tells.
            state = "new"
        trouble += ["the file is neither the old nor the new one"] if state == "broken" else []
        if fault == "SIGKILL":
            trouble += [] if done.code == -signal.SIGKILL else ["it was not killed"]
        else:
            trouble += _misreported(done, state, point)
        added = _files(folder) - self._before
        leftovers = {name for name in added if Path(name).name.startswith(".paintrack-")}
        trouble += [f"a stray file {name}" for name in added - leftovers if not re.fullmatch(self._case.adds, name)]
        trouble += [f"left for ever: {name}" for name in leftovers & self._files_after_another()] if leftovers else []
        if self._contents(folder) - self._whole:
            trouble.append("a file is not whole")
        return Outcome(point, cast("Any", state), "; ".join(trouble), bool(leftovers))

    def _files_after_another(self) -> set[str]:
        """The names of the files of the folder once the command is run again, on a copy of it."""
        self._run_later(*self._case.typed)
        return _files(self._pattern.parent / "later")

    def _run_later(self, *typed: str) -> Result:
        """Another command, on a copy of the folder."""
        folder = self._pattern.parent / "folder"
        later = folder.with_name("later")
        shutil.rmtree(later, ignore_errors=True)
        shutil.copytree(folder, later)
        return self._program.run(*(each.format(folder=later) for each in typed), PAINTRACK_DB=str(later / "own.db"))

    def _refusal_of_next(self) -> list[str]:
        """What is wrong with the next command."""
        next_one = self._run_later("log", "5", "5")
        return [] if next_one.code == 0 else [f"the next command is refused: {next_one.err!r}"]

    def _state(self, folder: Path) -> str:
        """What the file of the folder holds, once the journal that a killed process left is rolled back."""
        own = folder / "own.db"
        if _is_database(own):
            with closing(sqlite3.connect(own, isolation_level=None)) as plain:
                # What was killed in its first commit is empty again.
                if plain.execute("SELECT 1 FROM sqlite_schema").fetchone():
                    plain.execute("CREATE TABLE another (a)")
                    plain.execute("DROP TABLE another")
        return self._stable(own)

    def _contents(self, folder: Path) -> set[str]:
        """What the files beside the own one hold."""
        return {self._stable(folder / name) for name in _files(folder) if name != "own.db"}

    def _stable(self, path: Path) -> str:
        """What the file holds, without instants and the uids of this run."""
        return _UID.sub(lambda match: match[0] if match[0] in self._known else "*", _text_of(path))


def _misreported(done: Result, state: str, point: Point) -> list[str]:
    """What is wrong with the answer after a call that failed."""
    if "Traceback" in done.err or "Internal error" in done.err:
        return ["a traceback"]
    if done.code == 0:
        return [] if state == "new" else ["it was confirmed, and is not in the file"]
    wrong = [] if done.code == 1 else [f"exit code {done.code}"]
    # An upgrade is a change of its own, and said.
    lines = [line for line in done.err.splitlines() if not line.startswith("Your file was upgraded; a copy of it")]
    wrong += [] if len(lines) == 1 else [f"not one sentence: {done.err!r}"]
    is_said = re.search(r"(?<!Nothing )\bsaved\b|^Purged, but ", done.err) is not None
    return [*wrong, *([f"refused, yet saved: {done.err!r}"] if state == "new" and not is_said else [])]


def _whole_lines(lines: list[str]) -> list[str]:
    """The lines of strace with each call in one, in the order in which the calls began.

    Where another thread calls meanwhile, strace says in one line that a call began and in a later one how it ended.
    """
    whole: list[str] = []
    places: dict[str, int] = {}
    for line in lines:
        process, _, rest = line.partition(" ")
        if line.endswith("<unfinished ...>"):
            places[process] = len(whole)
            whole.append(line.removesuffix("<unfinished ...>"))
        elif rest.lstrip().startswith("<... ") and process in places:
            whole[places.pop(process)] += rest.partition(">")[2]
        else:
            whole.append(line)
    return whole


def _points(calls: list[str], folder: Path) -> Iterator[Point]:
    # strace counts the calls of each name apart.
    counts = dict.fromkeys(CALLS, 0)
    for line in calls:
        if (match := re.match(r"\d+ +((\w+)\(.*)", line)) is not None:
            counts[match[2]] += 1
            point = Point(match[2], counts[match[2]], match[1])
            if point.is_answer or str(folder) in line:
                yield point


def _files(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def _is_database(path: Path) -> bool:
    return path.exists() and path.read_bytes().startswith(b"SQLite format 3\0")


def _text_of(path: Path) -> str:
    """All that the file holds but instants: of a database its definitions and rows, and what is wrong with it."""
    if not _is_database(path):
        return _INSTANT.sub("*", path.read_bytes().decode("latin-1")) if path.exists() else ""
    with closing(sqlite3.connect(path)) as plain:
        lines = [repr(row) for row in plain.execute("PRAGMA integrity_check").fetchall()]
        lines += [repr(row) for row in plain.execute("PRAGMA foreign_key_check").fetchall()]
        schema = plain.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
        for kind, name, sql in schema:
            lines.append(str(sql))
            if kind == "table":
                # The order by keys that are drawn by chance is another in each run.
                rows = [_INSTANT.sub("*", repr(row)) for row in Database(plain)[name].rows]
                lines += sorted(rows, key=lambda row: (_UID.sub("*", row), row))
    return "\n".join(lines)


def _typed(program: ForkingProgram, path: Path, *typed: str) -> None:
    done = program.run(*typed, PAINTRACK_DB=str(path))
    if done.code != 0:
        raise AssertionError(done.err)
