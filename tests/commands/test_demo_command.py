"""`paintrack demo`: ends with the page, touches nothing."""

from pathlib import Path

from tests.factories.courses import sample_with_remarks
from tests.factories.pages import page_as_text, summarize
from tests.program import Clock, Paintrack


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
