"""The page as one HTML file: no script, nothing from outside, on one sheet of paper, light and dark on a screen."""

from collections.abc import Iterator
from html import escape

from paintrack.model.typed.typed_text import ISOLATES, isolate_runs
from paintrack.views.page.page_content import BEFORE_NEEDLING, CHECKED, PAGE_SCALE, SERIOUS, Block, Page
from paintrack.views.text_layout import width_of

# Nothing is loaded and nothing runs, whatever a text in the page may hold.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_SHEETS = {"a4": "A4", "letter": "letter"}
# Up to so many lines of so many columns, the letters on paper are larger; from so many on, smaller.
_FEW_LINES, _MANY_LINES, _LINE = 18, 34, 95
_STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #16181b; --soft: #565b62; --rule: #b9bec6 }
@media (prefers-color-scheme: dark) { :root { --paper: #17191c; --ink: #eceef0; --soft: #b0b6bd; --rule: #565c64 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.4; font-size: 15px;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", Arial, sans-serif }
main { max-width: 54em; margin: 0 auto; padding: 2em 1.2em; overflow-wrap: anywhere }
h1, h2, p, ul, ol, dl, dd, figure { margin: 0; padding: 0 }
h1 { font-size: 1.6em; line-height: 1.2; letter-spacing: -.01em }
h2, dt, caption { font-size: .78em; font-weight: 700; letter-spacing: .06em; text-transform: uppercase;
  line-height: 1.8 }
header { border-bottom: 1.5px solid var(--ink); padding-bottom: .55em }
.top { display: flex; justify-content: space-between; align-items: baseline; gap: 1.5em }
.soft, small { color: var(--soft); font-size: .87em }
small { font-weight: 400; letter-spacing: 0; text-transform: none; margin-left: .5em }
.who { margin: .5em 0 .35em }
.who b { margin-right: .5em }
.blank { display: inline-block; max-width: 100%;
  height: 1.3em; border-bottom: 1px solid var(--ink); margin-right: 1.5em }
dl, .pair { display: grid; grid-template-columns: 8.6em 1fr; column-gap: 1em }
dl { margin: .6em 0; row-gap: .1em }
dd { min-width: 0 }
.lead { font-weight: 650 }
.serious { border: 2.5px solid var(--ink); padding: .35em .7em; margin-top: .7em; font-weight: 700 }
.serious h2 { font-size: 1em; font-weight: 800; line-height: 1.4 }
.serious b { font-weight: 800 }
.serious .checked { display: block }
.serious li + li { margin-top: .3em }
.serious .blank { margin-right: 0 }
.none { border-width: 1px; font-weight: 400 }
figure { margin: .3em 0 }
svg { display: block; width: 100%; min-width: 760px; height: auto }
svg text { font-size: 10.5px }
.scroll { overflow-x: auto }
section { margin-top: .45em }
section > * { min-width: 0 }
ul { list-style: none }
ol { padding-left: 1.4em }
li { unicode-bidi: isolate }
li b { display: inline-block; min-width: 4em; font-weight: 400 }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
.pair table { width: auto; justify-self: start }
th, td { text-align: left; font-weight: 400; padding: .06em 1em .06em 0; vertical-align: top; white-space: nowrap;
  overflow-wrap: break-word }
th:last-child, td:last-child { white-space: normal; padding-right: 0 }
td:last-child { width: 100%; min-width: 11em }
.pair td:last-child { width: auto; min-width: 0 }
.pair th, .pair td { padding-right: 1.6em }
th.n, td.n { text-align: right }
thead th { color: var(--soft); font-size: .87em; border-bottom: 1px solid var(--rule) }
.title { color: var(--ink); font-size: .78em; font-weight: 700; letter-spacing: .06em; text-transform: uppercase }
.ruled { height: 1.75em; border-bottom: 1px solid var(--rule) }
footer { border-top: 1.5px solid var(--ink); margin-top: .8em; padding-top: .45em; font-size: .87em;
  color: var(--soft) }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media (max-width: 40em) {
  .top, dl, .pair { display: block }
  .blank { margin-right: 0 }
  .pair th[scope="row"] { white-space: normal }
  th, td, .pair th, .pair td { padding-right: .8em }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #3a3a3a; --rule: #999 }
  body { font-size: 8.9pt; line-height: 1.3 }
  .roomy { font-size: 10pt; line-height: 1.38 }
  .dense { font-size: 8.2pt; line-height: 1.22 }
  .dense h2, .dense dt { line-height: 1.5 }
  .dense section { margin-top: .25em }
  main { max-width: none; padding: 0 }
  .scroll { overflow: visible }
  svg { min-width: 0 }
  section, figure, tr { break-inside: avoid }
  .serious { color: #000 }
}
"""


def page_html(page: Page, *, drawing: str, paper: str | None = None) -> str:
    """The whole document, ending with a newline.

    `drawing` is the chart as one `svg` element, trusted as it is; empty: none. `paper` is `a4` or `letter`,
    None for the one of the page.
    """
    sheet = _SHEETS[paper or page.paper]
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(page.title)}, {escape(page.printed)}</title>",
        f"<style>{_STYLE}@page {{ size: {sheet}; margin: 11mm 14mm }}\n</style>",
        "</head>",
        f'<body class="{_density(page)}">',
        "<main>",
        *_header(page),
        *_serious(page),
        *_headlines(page),
    ]
    for block in page.remarks:
        lines += _block(block)
    if drawing:
        lines += [f'<figure class="scroll" role="region" {_focusable("Chart")}>', drawing, "</figure>"]
    for block in page.blocks:
        lines += _block(block)
    if page.omissions:
        lines += _paired("Left out", [f"<p>{_safe('; '.join(page.omissions))}</p>"])
    lines += ["<footer>", *(f"<p>{_safe(text)}</p>" for text in page.closing), "</footer>"]
    return "\n".join([*lines, "</main>", "</body>", "</html>"]) + "\n"


def _safe(text: str) -> str:
    """The text without markup; letters from right to left keep their direction to themselves."""
    start, end = ISOLATES
    return escape(isolate_runs(text)).replace(start, "<bdi>").replace(end, "</bdi>")


def _density(page: Page) -> str:
    """How large the letters are on paper, so that the page takes as few sheets as it can."""
    lines = _lines(page)
    return "roomy" if lines <= _FEW_LINES else "usual" if lines < _MANY_LINES else "dense"


def _lines(page: Page) -> int:
    """About how many lines the words take, without the chart and what every page has."""
    texts = [text for _, text in (*((each.question, each.sentence) for each in page.answers), *page.more_answers)]
    texts += ["  ".join(row) for block in (*page.remarks, *page.blocks) for row in (block.head, *block.rows)]
    texts += [" ".join(each) for each in page.serious]
    return sum(block.ruled for block in page.remarks) + sum(-(-width_of(text) // _LINE) for text in texts)


def _header(page: Page) -> Iterator[str]:
    yield "<header>"
    yield f'<div class="top"><h1>{_safe(page.title)}</h1><p class="soft">{_safe(page.printed)}</p></div>'
    if page.name:
        yield f'<p class="who"><b>Name</b><bdi>{escape(page.name)}</bdi></p>'
    else:
        blanks = (("Name", 22), ("Born", 10))
        yield f'<p class="who">{"".join(_blank(name, width) for name, width in blanks)}</p>'
    if page.before_needling:
        yield f'<p class="who"><b>{BEFORE_NEEDLING}</b><bdi>{escape(page.before_needling)}</bdi></p>'
    yield f"<p>{_safe(page.period)}</p>"
    yield f'<p class="soft">{_safe(PAGE_SCALE)}</p>'
    yield "</header>"


def _blank(name: str, width: int) -> str:
    return f"<b>{name}</b>{_line_to_fill(width)}"


def _line_to_fill(width: int) -> str:
    """A blank line to write on, so many letters wide."""
    return f'<span class="blank" style="width: {width}em"><span class="hidden">(to fill in)</span></span>'


def _serious(page: Page) -> Iterator[str]:
    """The box of the serious symptoms, right under the header; one line where there are none."""
    if not page.serious:
        yield f'<p class="serious none"><b>{SERIOUS.upper()}:</b> {page.no_serious}</p>'
        return
    yield f'<section class="serious"><h2>! {SERIOUS.upper()}</h2>'
    yield "<ul>"
    for each in page.serious:
        quoted_words = f" <bdi>\u201c{escape(each.words)}\u201d</bdi>," if each.words else ""
        checked = f'<span class="checked">{CHECKED.upper()} {_line_to_fill(12)}</span>'
        yield f"<li><b>! {_safe(each.kind)}:</b>{quoted_words} {_safe(each.noted)}. {checked}</li>"
    yield "</ul></section>"


def _headlines(page: Page) -> Iterator[str]:
    sentences = (*((each.question, each.sentence) for each in page.answers), *page.more_answers)
    if not sentences:
        return
    yield '<h2 class="hidden">In short</h2>'
    yield "<dl>"
    for place, (label, text) in enumerate(sentences):
        lead = "" if place else ' class="lead"'
        yield f"<dt>{_safe(label)}</dt><dd{lead}>{_safe(text)}</dd>"
    yield "</dl>"


def _block(block: Block) -> list[str]:
    if block.head and block.head[0] == block.title:
        return [f'<section class="scroll" {_focusable(block.title)}>', *_table(block, has_own_title=True), "</section>"]
    if block.head:
        region = f'<div class="scroll" role="region" {_focusable(block.title)}>'
        return _paired(block.title, [region, *_table(block, has_own_title=False), "</div>"], block.subtitle)
    if block.ruled:
        hint, line = '<p class="hidden">Lines to write on.</p>', '<div class="ruled"></div>'
        return _paired(block.title, [f"<div>{hint}{line * block.ruled}</div>"])
    if len(block.rows) == 1 and len(block.rows[0]) == 1 and not block.numbered:
        return _paired(block.title, [f"<p>{_safe(block.rows[0][0])}</p>"], block.subtitle)
    tag = "ol" if block.numbered else "ul"
    return _paired(block.title, [f"<{tag}>", *map(_item, block.rows), f"</{tag}>"])


def _focusable(name: str) -> str:
    """The attributes of a part that scrolls on a small screen, so that a keyboard reaches it."""
    return f'tabindex="0" aria-label="{escape(name)}"'


def _paired(title: str, content: list[str], subtitle: str = "") -> list[str]:
    small = f"<br><small>({_safe(subtitle)})</small>" if subtitle else ""
    return ['<section class="pair">', f"<h2>{_safe(title)}{small}</h2>", *content, "</section>"]


def _item(row: tuple[str, ...]) -> str:
    """A line of one cell, or of a day and a text."""
    *days, text = row
    before = "".join(f"<b>{_safe(day)}</b> " for day in days if day)
    return f"<li>{before}<bdi>{escape(text)}</bdi></li>"


def _table(block: Block, *, has_own_title: bool) -> list[str]:
    """The table, its name in the first cell of its head where the title stands nowhere else."""
    caption = f"<h2>{_safe(block.title)}</h2>" if has_own_title else _safe(block.title)
    first, *other_heads = block.head
    style = ' class="title"' if has_own_title else ""
    corner = f'<th scope="col"{style}>{_safe(first)}</th>'
    lines = ["<table>", f'<caption class="hidden">{caption}</caption>', "<thead>"]
    heads = (f'<th scope="col"{_class(block, place)}>{_safe(text)}</th>' for place, text in enumerate(other_heads, 1))
    lines += [f"<tr>{corner}{''.join(heads)}</tr>", "</thead>", "<tbody>"]
    for name, *cells in block.rows:
        row = "".join(f"<td{_class(block, place)}>{_safe(text)}</td>" for place, text in enumerate(cells, 1))
        lines.append(f'<tr><th scope="row">{_safe(name)}</th>{row}</tr>')
    return [*lines, "</tbody>", "</table>"]


def _class(block: Block, place: int) -> str:
    return ' class="n"' if place in block.numbers else ""
