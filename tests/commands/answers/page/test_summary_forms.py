"""`summary -o FILE`: each form by its ending or by --format, private, and shown in the browser when asked for."""

import os
import stat
import sys
from pathlib import Path

import pytest

from paintrack.commands._shared.page.document_output import TYPST
from paintrack.commands._shared.page.page_rendering import PAGE_RENDERERS
from paintrack.exchange.formats import Format, page_formats
from paintrack.model.displayed_text import shell_quoted
from tests.program import Clock, Paintrack, process

STARTS = {
    "page.html": b"<!DOCTYPE html>",
    "page.md": b"# Acupuncture diary",
    "page.pdf": b"%PDF-",
    "page.txt": b"ACUPUNCTURE DIARY",
    "page.json": b"{",
}


@pytest.fixture
def course(paintrack: Paintrack, clock: Clock) -> Paintrack:
    """A patient with a few sessions, one note for the page and one that is private."""
    clock.set("2026-07-20 18:00")
    for typed in (
        "log 8 4 --for 'lower back' --at 2026-07-06",
        "log 7 4 --for 'lower back' --at 2026-07-13",
        "log 6 4 --for 'lower back' --at 2026-07-20",
        "note 'new mattress' --at 2026-07-14",
        "note 'a secret matter' --private --at 2026-07-15",
    ):
        assert paintrack(typed).code == 0
    return paintrack


@pytest.mark.parametrize("name", STARTS)
def test_the_ending_chooses_the_form(name: str, course: Paintrack, tmp_path: Path) -> None:
    path = tmp_path / name
    result = course(["summary", "-o", str(path)])
    assert (result.code, result.out) == (0, "")
    assert path.read_bytes().startswith(STARTS[name])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert course(["summary", "-o", str(path)]).code == 2
    assert course(["summary", "-o", str(path), "--force"]).code == 0


def test_each_format_with_a_page_has_a_renderer_and_no_other() -> None:
    assert {*PAGE_RENDERERS} == {*page_formats()}


@pytest.mark.parametrize("row", page_formats(), ids=lambda row: row.name)
def test_name_and_extension_choose_the_same_page(row: Format, course: Paintrack, tmp_path: Path) -> None:
    named = tmp_path / "page"
    assert course(["summary", "-o", str(named), "--format", row.name]).code == 0
    for extension in row.extensions:
        chosen = tmp_path / f"page{extension.upper()}"
        assert course(["summary", "-o", str(chosen)]).code == 0
        assert chosen.read_bytes() == named.read_bytes()


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_a_private_note_is_in_no_form(form: str, course: Paintrack) -> None:
    result = course(["summary", "--format", form])
    assert result.code == 0
    assert "new mattress" in result.out
    assert "secret" not in result.out


def test_a_pdf_does_not_go_to_the_screen(course: Paintrack) -> None:
    result = course("summary --format pdf")
    assert (result.code, result.out) == (2, "")
    assert result.err == "A PDF goes to a file: paintrack summary -o page.pdf\n"


@pytest.mark.parametrize(
    ("typed", "html"),
    [("summary", "summary -o page.html"), ("costs --visits", "costs --visits -o statement.html")],
)
def test_without_the_extra_nothing_is_written(
    typed: str, html: str, course: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wide_terminal: None
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    result = course([*typed.split(), "-o", str(tmp_path / "page.pdf")])
    assert (result.code, result.out) == (2, "")
    pip = f"{shell_quoted(sys.executable)} -m pip install {shell_quoted(TYPST)}"
    assert f"The HTML form prints just as well: paintrack {html}; a PDF needs one more library." in result.err
    assert result.err.endswith(f"{pip}\n")
    assert list(tmp_path.glob("page*")) == []


@pytest.mark.parametrize("content", ["import a_part_that_is_not_there", ""])
def test_an_extra_that_does_not_load_writes_nothing(
    content: str, course: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wide_terminal: None
) -> None:
    (tmp_path / "site" / "typst").mkdir(parents=True)
    (tmp_path / "site" / "typst" / "__init__.py").write_text(content)
    monkeypatch.delitem(sys.modules, "typst", raising=False)
    monkeypatch.syspath_prepend(tmp_path / "site")
    result = course(["summary", "-o", str(tmp_path / "page.pdf")])
    sys.modules.pop("typst", None)
    assert (result.code, result.out) == (2, "")
    assert "; a PDF needs a library that is installed but does not load (" in result.err
    assert f"-m pip install --force-reinstall {shell_quoted(TYPST)}" in result.err
    assert list(tmp_path.glob("page*")) == []


def test_open_shows_the_html_file(course: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: shown.append(address))
    path = tmp_path / "page.html"
    assert course(["summary", "-o", str(path), "--open"]).code == 0
    assert shown == [path.as_uri()]
    assert course("summary --open").code == 2


def test_an_unknown_file_extension_needs_a_format(course: Paintrack, tmp_path: Path) -> None:
    path = tmp_path / "page.xyz"
    result = course(["summary", "-o", str(path)])
    assert (result.code, result.out) == (2, "")
    assert result.err == ("The page cannot be written as .xyz: give --format text, markdown, html, pdf or json.\n")
    assert not path.exists()
    assert course(["summary", "-o", str(path), "--format", "text"]).code == 0
    assert course(["summary", "-o", str(tmp_path / "page")]).code == 0


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "pdf"])
def test_a_dash_is_standard_output_with_the_bytes_of_the_file(
    form: str, course: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "page"
    # Both in a process of their own: they share the real clock, and a period that holds on any day.
    typed = ["summary", "--since", "2026-01-01", "--format", form, "--quiet", "-o"]
    assert process(*typed, str(path)).returncode == 0
    with (tmp_path / "piped").open("wb") as stream:
        done = process(*typed, "-", stdout=stream.fileno())
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "piped").read_bytes() == path.read_bytes()
    assert not (tmp_path / "-").exists()


def test_a_dash_alone_is_the_text(course: Paintrack) -> None:
    assert course("summary -o -") == course("summary")
    # What was only looked at is no page that was handed over.
    assert course("summary --since last-summary").code == 2


def test_a_pdf_goes_to_no_terminal(course: Paintrack) -> None:
    controller, terminal = os.openpty()
    try:
        done = process("summary", "-o", "-", "--format", "pdf", stdout=terminal)
    finally:
        os.close(terminal)
        os.close(controller)
    assert (done.returncode, done.stderr) == (2, "A PDF goes to a file: paintrack summary -o page.pdf\n")


def test_a_dash_cannot_be_opened(course: Paintrack) -> None:
    result = course("summary -o - --format html --open")
    assert (result.code, result.err) == (2, "--open shows an HTML file: paintrack summary -o page.html --open\n")


def test_a_page_lost_on_standard_output_is_a_sentence(course: Paintrack) -> None:
    with Path("/dev/full").open("w") as full:
        done = process("summary", "--since", "2026-01-01", "--quiet", "-o", "-", stdout=full.fileno())
    assert (done.returncode, done.stderr) == (1, "The page could not be written (No space left on device).\n")


@pytest.mark.parametrize("columns", [40, 79, 80, 200])
def test_only_a_narrow_terminal_gets_narrow_lines(
    columns: int, course: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = course("summary").out
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("LINES", "1000")
    assert course("summary").out == sheet
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    shown = course("summary").out
    assert (shown == sheet) is (columns >= 80)
    assert max(map(len, shown.splitlines())) <= columns
    path = tmp_path / "page.txt"
    assert course(["summary", "-o", str(path)]).code == 0
    assert path.read_text("utf-8") == sheet == course("summary -o -").out
