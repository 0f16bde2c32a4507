"""The statement for an insurer as PDF, set by typst (the extra `pdf`) with the words of the HTML form.

All words reach typst as data, never as its markup: the template below is the same for every statement.
"""

from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

from paintrack.views.page.pdf.pdf_typesetting import FONT, GLYPHS_MISSING, TYPST_SHEETS, rare_letters, typeset_pdf
from paintrack.views.statement.statement_content import StatementPage, typeset_statement

_TEMPLATE = """
#let page-data = json(bytes(sys.inputs.page))
#let soft = luma(70)
#let blank(width) = box(width: width, baseline: 2pt, line(length: 100%, stroke: 0.6pt))
#let (year, month, day) = page-data.day.split("-").map(int)
#set document(title: page-data.title, date: datetime(year: year, month: month, day: day))
#set page(paper: sys.inputs.sheet, margin: (x: 16mm, top: 16mm, bottom: 18mm), header: context {
  // A sheet that follows is nobody's without a name.
  if counter(page).get().first() > 1 {
    text(size: 8pt, fill: soft)[#page-data.title #h(1fr) #page-data.name #h(1fr) #page-data.printed]
  }
}, footer: context {
  set text(size: 8pt, fill: soft)
  align(right)[page #counter(page).display() of #counter(page).final().first()]
})
// The height of a line is that of the page's own letters, so that cells with those of other scripts stay in line.
#set text(
  size: 10.5pt, font: sys.inputs.font, lang: "en", hyphenate: false, number-width: "tabular", top-edge: 0.66em,
)
#set par(spacing: 0.6em, leading: 0.55em)
#show heading: set block(above: 0pt, below: 0pt)

#grid(
  columns: (1fr, auto), align: (left + bottom, right + bottom), column-gutter: 1em,
  heading(level: 1, text(size: 1.2em, page-data.title)), text(fill: soft, page-data.printed),
)
#v(0.9em, weak: true)
#[*Name* #if page-data.name == none { blank(75mm) } else { page-data.name } #h(4mm) #box[*Born* #blank(35mm)]]
#v(1em, weak: true)
#text(size: 1.25em, weight: "bold", page-data.period)
#for words in page-data.remarks { parbreak(); words }
#v(0.2em)
#line(length: 100%, stroke: 1pt)

#let leads = 1 + int(page-data.has_practitioners) + int(page-data.has_receipts)
#let amounts(row) = {
  let cells = (row.paid, row.covered, row.open)
  if page-data.has_currencies { cells.insert(0, row.currency) }
  cells.map(cell => align(right, cell))
}
#let names = (paid: "paid", covered: "covered", open: "open", currency: "in")
#let head = ("date",)
#if page-data.has_practitioners { head.push("practitioner") }
#if page-data.has_receipts { head.push("receipt") }
#let lead(visit) = {
  let cells = (visit.day,)
  if page-data.has_practitioners { cells.push(breaking(visit.practitioner)) }
  if page-data.has_receipts { cells.push(breaking(visit.receipt)) }
  cells
}
#table(
  // The texts share what room there is, so that a long name leaves some to the receipts.
  columns: ((1fr,), (auto, 1fr), (auto, 2fr, 3fr)).at(leads - 1) + (auto,) * amounts(names).len(),
  // Letters of other scripts are taller than the line that is set: they need room to the rule above.
  stroke: none, inset: (x: 0pt, top: 0.46em, bottom: 0.4em), column-gutter: 1.4em,
  table.header(..(head + amounts(names)).map(cell => text(size: 0.9em, fill: soft, cell))),
  table.hline(stroke: 0.5pt + luma(150)),
  ..page-data.visits.map(visit => lead(visit) + amounts(visit) + (table.hline(stroke: 0.3pt + luma(200)),)).flatten(),
  table.hline(stroke: 0.8pt),
  ..page-data.sums.map(sum => (
    table.cell(colspan: leads, strong(sum.label)), ..amounts(sum).map(strong),
  )).flatten(),
)

#if page-data.change != none {
  block(breakable: false, width: 100%, above: 1.4em, stroke: 0.5pt + luma(120), inset: 0.8em, {
    heading(level: 2, text(size: 0.84em, page-data.change.first()))
    v(0.6em, weak: true)
    page-data.change.last()
  })
}
#block(breakable: false, width: 100%, above: 1.4em, {
  line(length: 100%, stroke: 1pt)
  for (place, words) in page-data.closing.enumerate() { if place == 0 { strong(words) } else { words }; parbreak() }
  context if any-missing(json(bytes(sys.inputs.letters))) { sys.inputs.unprinted }
})
"""


def statement_pdf(page: StatementPage, *, machine_fonts: bool = True) -> bytes:
    """The PDF file, the same for the same statement on the same machine.

    Letters that neither typst nor, with `machine_fonts`, this machine can draw are mentioned in the last line.
    """
    inputs = {
        "page": statement_words(page),
        "sheet": TYPST_SHEETS[page.paper],
        "font": FONT,
        "letters": rare_letters(_texts(asdict(page))),
        "unprinted": GLYPHS_MISSING,
    }
    return typeset_pdf(_TEMPLATE, inputs, machine_fonts=machine_fonts, standard="ua-1")


def statement_words(page: StatementPage) -> str:
    """All words that are passed to typst, as JSON."""
    import json

    page = typeset_statement(page)
    visits = [visit._asdict() for visit in page.visits]
    sums = [line._asdict() for line in page.sums]
    words = asdict(replace(page, visits=(), sums=())) | {"visits": visits, "sums": sums}
    return json.dumps(words, ensure_ascii=False)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts([*value.values()])
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
