"""`paintrack demo`: ends with the page, touches nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.factories.courses import sample_with_remarks
from tests.factories.pages import page_as_text, summarize
from tests.program import PATIENCE_SECONDS, Clock, Paintrack, Result, environment, quoted


def test_it_ends_with_the_page_and_the_first_step(paintrack: Paintrack, clock: Clock, file: Path) -> None:
    clock.set("2026-09-14 10:00")
    result = paintrack("demo")
    assert (result.code, result.err) == (0, "")
    page, _, rest = result.out.partition("\n$ paintrack summary\n")[2].partition("\n\nThis was the sample.")
    assert page == page_as_text(summarize(sample_with_remarks()))
    assert rest == " Your own first score: paintrack before 7\n"
    assert not file.exists()


def test_in_the_order_in_which_it_is_told(paintrack: Paintrack) -> None:
    out = paintrack("demo").out
    places = [out.index(f"$ paintrack {word}") for word in ("list", "trend", "summary")]
    assert out.startswith("A SAMPLE: ")
    assert places == sorted(places)


def test_with_ascii_marks(paintrack: Paintrack) -> None:
    assert paintrack("demo --ascii").out.isascii()


@pytest.mark.parametrize("typed", ["demo --db {}", "--db {} demo", "demo --db ''"])
def test_a_file_of_ones_own_is_refused(typed: str, paintrack: Paintrack, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    assert paintrack(typed.format(quoted(elsewhere))) == Result(
        2, "", "The demo has a file of its own, which it deletes: leave --db out.\n"
    )
    assert not elsewhere.exists()


def test_the_first_line_alone_is_no_failure() -> None:
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -u -m paintrack demo | head -1"],
        capture_output=True,
        text=True,
        env=environment(),
        timeout=PATIENCE_SECONDS,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("A SAMPLE")
