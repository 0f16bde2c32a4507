"""A program loaded once in a process of its own, and run in a fork of it as often as needed: to be killed, say.

To load paintrack costs more than most commands do. What depends on how a process starts, such as its locale, is not
tested in this way: that needs `tests.program.fresh`.
"""

import json
import os
import pty
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from threading import Thread
from typing import IO

from tests.program import Result, environment

# The fork replaces its streams by files or a terminal and ends as paintrack does, at once (`start` in
# `paintrack/__main__.py`); the process that it comes from waits for it. What the commands load late is loaded before
# the first fork, and what is there then is never searched for garbage, which would copy its pages for each fork.
_SERVER = """
import contextlib, ctypes, gc, io, json, os, signal, sys, tempfile, time

{preparation}

with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
    os.environ["PAINTRACK_DB"] = os.path.join(folder, "first.db")
    for sys.argv[1:] in {first_runs!r}:
        with contextlib.suppress(SystemExit):
            run()
gc.freeze()

for line in sys.stdin:
    request = json.loads(line)
    child = os.fork()
    if child == 0:
        os.environ.clear()
        os.environ.update(request["environment"])
        time.tzset()
        os.chdir(request["folder"])
        for number, path in enumerate(request["streams"]):
            os.dup2(os.open(path, os.O_RDWR | os.O_NOCTTY), number)
        # Anew, since they know of the former ones whether they are terminals.
        sys.stdin = open(0, encoding="utf-8", closefd=False)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = open(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)
        sys.argv[1:] = request["arguments"]
        if request["stops"]:
            # Where only a parent may trace (Yama), whoever comes first may.
            ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)
            os.kill(os.getpid(), signal.SIGSTOP)
        code = 1
        try:
            run()
        except SystemExit as end:
            code = end.code
        except BaseException:
            sys.excepthook(*sys.exc_info())
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    if request["stops"]:
        os.waitpid(child, os.WUNTRACED)
        print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class ForkingProgram:
    """A running process that answers each request by a fork of itself."""

    def __init__(self, server: "subprocess.Popen[str]") -> None:
        """`server` runs `_SERVER`."""
        self._server = server

    def run(self, *arguments: str, tracer: Sequence[str] = (), **more: str) -> Result:
        """The exit code (-9 where it was killed), and what the program printed.

        `more` comes to the environment of the test. `tracer` is the command of strace, to which `-p` and the number of
        the process are added: it sees what the fork does from `run()` on.
        """
        with tempfile.TemporaryDirectory() as folder:
            out, err = Path(folder, "out"), Path(folder, "err")
            for each in (out, err):
                each.touch()
            code = self._code_of(arguments, more, (os.devnull, str(out), str(err)), tracer)
            return Result(code, out.read_text("utf-8"), err.read_text("utf-8"))

    def run_on_terminal(self, *arguments: str, **more: str) -> Result:
        """The same with a terminal of its own, at which nobody types; `out` is all that was sent there."""
        controller, terminal = pty.openpty()
        parts: list[bytes] = []

        def receive() -> None:
            # Linux says EIO where others say the end of the file.
            with suppress(OSError):
                while part := os.read(controller, 65536):
                    parts.append(part)

        receiver = Thread(target=receive)
        receiver.start()
        try:
            code = self._code_of(arguments, more, (os.ttyname(terminal),) * 3)
        finally:
            os.close(terminal)
            receiver.join()
            os.close(controller)
        return Result(code, b"".join(parts).decode().replace("\r\n", "\n"), "")

    def _code_of(
        self, arguments: Sequence[str], more: Mapping[str, str], streams: Sequence[str], tracer: Sequence[str] = ()
    ) -> int:
        """`streams` are the paths of standard input, output and error."""
        request = {
            "arguments": arguments,
            "environment": environment(**more),
            "folder": str(Path.cwd()),
            "streams": streams,
            "stops": bool(tracer),
        }
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        print(json.dumps(request), file=self._server.stdin, flush=True)
        with _tracing(tracer, self._server.stdout) if tracer else nullcontext():
            return int(self._server.stdout.readline())


@contextmanager
def _tracing(tracer: Sequence[str], server_output: IO[str]) -> Iterator[None]:
    """Let the tracer have the fork that is stopped, and that go on."""
    process = int(server_output.readline())
    try:
        with subprocess.Popen([*tracer, "-p", str(process)], stderr=subprocess.PIPE, text=True) as running:
            assert running.stderr is not None
            # `strace: Process 12 attached`
            attached = running.stderr.readline()
            os.kill(process, signal.SIGCONT)
            yield
            running.stderr.read()
    except BaseException:
        # Without a tracer it would stay stopped, and the server would wait for it.
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        raise
    assert "attached" in attached


@contextmanager
def forking_program(preparation: str, first_runs: Sequence[Sequence[str]]) -> Iterator[ForkingProgram]:
    """A process that has run `preparation`, Python code which defines `run()`: what each fork does with `sys.argv`.

    `run()` ends with `sys.exit`. `first_runs` are the arguments of runs in the process itself, on a file of its own.
    """
    code = _SERVER.format(preparation=preparation, first_runs=[[*each] for each in first_runs])
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment(),
    ) as server:
        yield ForkingProgram(server)
        assert server.stdin is not None
        server.stdin.close()
