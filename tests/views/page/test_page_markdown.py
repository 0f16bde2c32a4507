"""The page as Markdown: any text of a person stays text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from paintrack.model.displayed_text import visible_line
from paintrack.views.page.answers_to_main_questions import Answer
from paintrack.views.page.page_content import SeriousLine
from paintrack.views.page.page_markdown import page_markdown
from tests.factories.pages import TRAPS, PageWithChart, hard_page, sample_page, trap_page
from tests.gold import check_gold

GOLD = Path(__file__).parents[1] / "gold"
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OWN_TOKENS = {"text", "softbreak", "strong_open", "strong_close"}


def markdown_of(page: PageWithChart) -> str:
    return page_markdown(page.page, chart=page.chart)


def blocks(text: str) -> list[str]:
    return [token.type for token in READER.parse(text)]


def inner(text: str) -> list[Token]:
    return [child for token in READER.parse(text) for child in token.children or []]


@pytest.mark.parametrize(("name", "page"), [("sample", sample_page()), ("hard", hard_page())], ids=["sample", "hard"])
def test_the_page_is_as_somebody_has_seen_it(name: str, page: PageWithChart) -> None:
    check_gold(GOLD / f"page-{name}.md", markdown_of(page))


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_stays_text_and_breaks_nothing(trap: str) -> None:
    markdown, harmless = markdown_of(trap_page(trap)), markdown_of(trap_page("a harmless text"))
    assert {child.type for child in inner(markdown)} <= OWN_TOKENS
    tables = [kind for kind in blocks(markdown) if kind[:2] in ("ta", "th", "tr", "td")]
    assert tables == [kind for kind in blocks(harmless) if kind[:2] in ("ta", "th", "tr", "td")]
    assert set(blocks(markdown)) == set(blocks(harmless))
    texts = "".join(child.content for child in inner(markdown))
    assert visible_line(trap)[:12] in texts


def lines_and_cells(markdown: str) -> list[str]:
    """What stands on each line of text and in each cell of a table."""
    return [token.content for token in READER.parse(markdown) if token.type == "inline"]


def page_of(text: str) -> str:
    """A page as Markdown with this text in every place, in lists and in tables."""
    page = trap_page("a harmless text").page
    block = page.blocks[0]
    rows = tuple((text,) * len(row) for row in block.rows)
    return page_markdown(
        type(page)(
            title=text, printed=text, day=text, name=text, before_needling=text, period=text,
            answers=(Answer(text, text, text, text, text),),
            more_answers=(), remarks=(), chart_data=None,
            serious=(SeriousLine(text, text, text),), no_serious=text,
            blocks=(type(block)(title=text, head=block.head, rows=rows), type(block)(title=text, rows=((text,),))),
            closing=(text,), omissions=(text,), paper="a4", chart=1,
        ),
        chart="",
    )  # fmt: skip


@given(st.text(st.sampled_from("\\`*_{}[]<>|~$^&#@!+-=.:()1aiV \x1b\u202ewhtp/"), min_size=1, max_size=20))
def test_any_text_in_a_list_or_a_table_stays_that_text(typed: str) -> None:
    text = visible_line(f"{typed}x")
    markdown = page_of(text)
    assert {child.type for child in inner(markdown)} <= OWN_TOKENS
    # As many lines and cells as a harmless text takes: none is split, none is swallowed.
    assert len(lines_and_cells(markdown)) == len(lines_and_cells(page_of("harmless")))


def test_the_fence_of_the_chart_is_longer_than_any_in_it() -> None:
    page = sample_page().page
    fences = [token for token in READER.parse(page_markdown(page, chart="a\n````\nb")) if token.type == "fence"]
    assert [fence.content for fence in fences] == ["a\n````\nb\n"]


def test_an_address_does_not_become_a_link_by_itself() -> None:
    markdown = markdown_of(trap_page("www.example.org HTTPS://example.org"))
    assert not re.search(r"(?i)www\.|https?://", markdown.split("```")[0])
