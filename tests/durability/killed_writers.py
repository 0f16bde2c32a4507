"""Writers of one file that are killed at random instants, and what of their entries is there afterwards."""

import json
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests.program import environment

_LONGEST_WAIT_SECONDS = 0.2
_WRITER = """
import sys
from paintrack.cli import main

number = 0
while True:
    note = f"{sys.argv[1]} {number}"
    if main(["log", "7", "3", "--quiet", "--note", note]) == 0:
        print(note, flush=True)
    number += 1
"""


class Survival(NamedTuple):
    """How many entries were acknowledged, and what became of them; `unacknowledged` are there without a word of it."""

    acknowledged: int
    missing: int
    repeated: int
    unacknowledged: int
    trouble: str


def kill_writers(path: Path, kills: int, *, writers: int = 8, chance: random.Random) -> Survival:
    """Let so many writers write to the file at once, and kill one of them after another, drawn by chance.

    A new one takes the place of each. Most are killed up to a fifth of a second after an acknowledgement, which is in
    the midst of a later entry; one in eight at any instant, also while it starts.
    """
    names = count()
    running = [_start(path, next(names)) for _ in range(min(writers, kills))]
    acknowledged: list[str] = []
    for done in range(kills):
        writer = running.pop(chance.randrange(len(running)))
        if done + len(running) + 1 < kills:
            running.append(_start(path, next(names)))
        with writer:
            assert writer.stdout is not None
            first = writer.stdout.readline() if chance.randrange(8) else ""
            time.sleep(chance.uniform(0, _LONGEST_WAIT_SECONDS))
            writer.kill()
            # A line is one write to a pipe, so it is there whole or not at all.
            acknowledged += (first + writer.stdout.read()).splitlines()
    return _survival(path, acknowledged)


def _start(path: Path, name: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(name)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment(PAINTRACK_DB=str(path)),
    )


def _survival(path: Path, acknowledged: list[str]) -> Survival:
    # The next write takes away the journal that a killed one left.
    _run(path, "log", "7", "3", "--note", "last")
    acknowledged = [*acknowledged, "last"]
    kept = Counter(row["note"] for row in json.loads(_run(path, "list", "--json")))
    with closing(sqlite3.connect(path)) as plain:
        damage = (
            plain.execute("PRAGMA integrity_check").fetchall() + plain.execute("PRAGMA foreign_key_check").fetchall()
        )
    strays = [each.name for each in path.parent.iterdir() if each.name != path.name]
    trouble = [] if damage == [("ok",)] else [f"damaged: {damage}"]
    trouble += [f"stray files: {strays}"] if strays else []
    return Survival(
        acknowledged=len(acknowledged),
        missing=sum(note not in kept for note in acknowledged),
        repeated=sum(number > 1 for number in kept.values()),
        unacknowledged=len(kept.keys() - set(acknowledged)),
        trouble="; ".join(trouble),
    )


def _run(path: Path, *typed: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "paintrack", *typed],
        capture_output=True,
        check=True,
        text=True,
        env=environment(PAINTRACK_DB=str(path)),
    )
    return done.stdout
