"""Where the completion script of each shell belongs; installing and uninstalling it."""

import errno
import os
import shlex
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import paintrack
from paintrack.errors import FileTroubleError, UsageError
from paintrack.model.displayed_text import listed
from paintrack.model.typed.typed_text import folded
from paintrack.storage.file.location import database_path
from paintrack.views.confirmations.files.tab_key import (
    NOTHING_REMOVED,
    NOTHING_WRITTEN,
    line_added,
    line_removed,
    script_removed,
    script_written,
    where_it_works,
)

# The shells by the name that is typed, with the extension of their script in `paintrack/data/completion`.
SHELLS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}
_ALSO_CALLED = {"pwsh": "powershell"}
# Only with one of these files of the package bash-completion does bash read scripts from a folder by itself.
_BASH_COMPLETION = tuple(
    Path(folder) / "share/bash-completion/bash_completion" for folder in ("/usr", "/usr/local", "/opt/homebrew")
)
_MARK = "# paintrack completion"


def shell_named(typed: Sequence[str]) -> str:
    """The shell that was typed, a key of `SHELLS`, else the person's own. Raises UsageError if it has no script."""
    default = "powershell" if sys.platform == "win32" else Path(os.environ.get("SHELL", "")).name
    name = folded(typed[0]) if typed else default
    name = _ALSO_CALLED.get(name, name)
    if name not in SHELLS:
        problem = f"There is no completion for {name}." if name else "Your shell is not known."
        raise UsageError(f"{problem} Say which: {listed(list(SHELLS))}.")
    return name


def script_of(shell: str) -> str:
    """The script that makes the shell ask paintrack at the Tab key."""
    # A path, since importlib.resources costs a tenth of the command.
    path = Path(paintrack.__file__).parent / "data" / "completion" / f"paintrack.{SHELLS[shell]}"
    return path.read_text(encoding="utf-8")


class Installation(NamedTuple):
    """Where the script of a shell goes and, if it takes that, the `line` to add to the file the shell reads first."""

    shell: str
    script: Path
    start_file: Path | None = None
    line: str = ""

    @property
    def paths(self) -> list[str]:
        """The files that the sentences name."""
        return [str(path) for path in (self.script, self.start_file) if path is not None]

    def install(self, *, dry_run: bool) -> list[str]:
        """Write the script and the line unless they are there already; returns sentences on what was written.

        Raises FileTroubleError; then a script that was not there before is removed again.
        """
        text, sentences = script_of(self.shell), []
        with _translate_errors():
            has_line = self.start_file is None or self.line in _lines_of(self.start_file)
            has_script = self.script.is_file()
            if not has_script or self.script.read_text(encoding="utf-8", errors="replace") != text:
                sentences.append(script_written(str(self.script), is_dry=dry_run))
                if not dry_run:
                    self.script.parent.mkdir(parents=True, exist_ok=True)
                    self.script.write_text(text, encoding="utf-8", newline="\n")
            if not has_line and self.start_file is not None:
                sentences.append(line_added(str(self.start_file), is_dry=dry_run))
                if not dry_run:
                    self._add_line(self.start_file, is_script_new=not has_script)
        if dry_run or not sentences:
            return sentences or [NOTHING_WRITTEN]
        return [*sentences, where_it_works(self.shell)]

    def uninstall(self, *, dry_run: bool) -> list[str]:
        """Remove what `install` writes, if it is there; returns sentences on that. Raises FileTroubleError."""
        sentences = []
        with _translate_errors():
            if self.start_file is not None and self.line in _lines_of(self.start_file):
                sentences.append(line_removed(str(self.start_file), is_dry=dry_run))
                if not dry_run:
                    self._remove_line(self.start_file)
            if self.script.is_file():
                sentences.append(script_removed(str(self.script), is_dry=dry_run))
                if not dry_run:
                    self.script.unlink()
                    with suppress(OSError):
                        # It fails, as it should, if the folder has something else in it.
                        self.script.parent.rmdir()
        return sentences or [NOTHING_REMOVED]

    def _add_line(self, start_file: Path, *, is_script_new: bool) -> None:
        lines = _lines_of(start_file)
        try:
            start_file.parent.mkdir(parents=True, exist_ok=True)
            # Appended, not replaced: the file may be a link to one that the person keeps elsewhere.
            with start_file.open("a", encoding="utf-8", errors="surrogateescape", newline="\n") as stream:
                stream.write(f"{'' if not lines or lines[-1] == '' else chr(10)}{self.line}\n")
        except OSError:
            if is_script_new:
                self.script.unlink()
            raise

    def _remove_line(self, start_file: Path) -> None:
        kept = "\n".join(line for line in _lines_of(start_file) if line != self.line)
        start_file.write_text(kept, encoding="utf-8", errors="surrogateescape", newline="\n")


def installation_for(shell: str, environ: Mapping[str, str] = os.environ) -> Installation:
    """Where the script belongs, by the home folder and these variables. Raises UsageError without a home folder."""
    data_folder = database_path(None, {name: value for name, value in environ.items() if name != "PAINTRACK_DB"}).parent
    home = Path.home()
    config = _folder(environ, "XDG_CONFIG_HOME", home / ".config")
    if shell == "fish":
        return Installation(shell, config / "fish" / "completions" / "paintrack.fish")
    script = data_folder / f"completion.{SHELLS[shell]}"
    if shell == "powershell":
        quoted = "'" + str(script).replace("'", "''") + "'"
        line = f"if (Test-Path {quoted}) {{ . {quoted} }} {_MARK}"
        return Installation(shell, script, _powershell_profile(home, config), line)
    if shell == "bash" and any(path.exists() for path in _BASH_COMPLETION):
        data = _folder(environ, "XDG_DATA_HOME", home / ".local" / "share")
        folder = _folder(environ, "BASH_COMPLETION_USER_DIR", data / "bash-completion")
        return Installation(shell, folder / "completions" / "paintrack")
    quoted = shlex.quote(str(script))
    start_file = home / ".bashrc" if shell == "bash" else _folder(environ, "ZDOTDIR", home) / ".zshrc"
    return Installation(shell, script, start_file, f"[ -r {quoted} ] && . {quoted} {_MARK}")


def _folder(environ: Mapping[str, str], name: str, default: Path) -> Path:
    value = environ.get(name, "")
    return Path(value) if value.startswith("/") else default


def _powershell_profile(home: Path, config: Path) -> Path:
    """The profile of PowerShell 6 or newer; not the right one on Windows if the folder Documents was moved."""
    folder = home / "Documents" / "PowerShell" if sys.platform == "win32" else config / "powershell"
    return folder / "profile.ps1"


def _lines_of(path: Path) -> list[str]:
    """The lines of a file, with an empty one at the end if it ends in a line end; none if there is no file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", errors="surrogateescape", newline="") as stream:
        return stream.read().split("\n")


@contextmanager
def _translate_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # mkdir raises it for a file in the place of a folder.
        reason = os.strerror(errno.ENOTDIR) if isinstance(error, FileExistsError) else error.strerror
        where = f": {error.filename}" if error.filename else ""
        raise FileTroubleError(f"It cannot be written ({reason}){where}", error.filename) from error
