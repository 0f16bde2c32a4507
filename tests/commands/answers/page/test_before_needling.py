"""What must be known before needling stands under the name, in every form of the page."""

from pathlib import Path

import pytest

from tests.program import Paintrack

LINE = "blood thinner; pacemaker"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("text", f"Before needling: {LINE}"),
        ("markdown", f"**Before needling:** {LINE}"),
        ("html", f"<b>Before needling</b><span>{LINE}</span>"),
    ],
)
def test_the_line_stands_between_name_and_period(form: str, words: str, paintrack: Paintrack) -> None:
    paintrack("log 8 5")
    assert "Before needling" not in paintrack(f"summary --format {form}").out
    assert paintrack(["config", "set", "before-needling", LINE]).code == 0
    page = paintrack(f"summary --format {form}").out
    assert page.index("Name") < page.index(words) < page.index("1 session")


def test_the_pdf_has_it_too(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 8 5")
    paintrack(["summary", "-o", str(tmp_path / "without.pdf")])
    paintrack(["config", "set", "before-needling", LINE])
    paintrack(["summary", "-o", str(tmp_path / "with.pdf")])
    assert (tmp_path / "with.pdf").read_bytes() != (tmp_path / "without.pdf").read_bytes()
