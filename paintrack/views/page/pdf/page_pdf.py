"""The page as PDF, set by typst (the extra `pdf`) with the same words and the same drawing as the HTML page.

All words reach typst as data, never as its markup: the template below is the same for every page.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from paintrack.model.displayed_text import visible_line
from paintrack.views.page.page_content import BEFORE_NEEDLING, PAGE_SCALE, SERIOUS_TITLE, Block, Page
from paintrack.views.page.pdf.pdf_typesetting import (
    FONT,
    GLYPHS_MISSING,
    TYPST_SHEETS,
    number_of_sheets,
    rare_letters,
    typeset_pdf,
)
from paintrack.views.page.typographic_signs import typeset_arrows, typeset_number
from paintrack.views.trend.charts.svg.chart_in_words import chart_in_words

# The letters in the drawing, which are smaller in this typeface than in one of a screen.
DRAWING_FONT, DRAWING_FONT_SIZE = FONT, 11.5
_TEMPLATE = """
#let pages = json(bytes(sys.inputs.pages))
#let first = pages.first()
#let chart = bytes(sys.inputs.drawing)
#let (year, month, day) = first.day.split("-").map(int)
#set document(title: first.title, date: datetime(year: year, month: month, day: day))
#set page(paper: sys.inputs.sheet, margin: (x: 15mm, y: 12mm), header: context {
  // A sheet that follows is nobody's without a name.
  if counter(page).get().first() > 1 {
    text(size: 8pt, fill: luma(70))[#first.title #h(1fr) #first.name #h(1fr) #first.printed]
  }
}, footer: context {
  // Who holds one sheet sees that there are others.
  let sheets = counter(page).final().first()
  if sheets > 1 { align(right, text(size: 8pt, fill: luma(70))[page #counter(page).display() of #sheets]) }
})
// The height of a line is that of the page's own letters, so that cells with those of other scripts stay in line.
#set text(font: sys.inputs.font, lang: "en", hyphenate: false, number-width: "tabular", top-edge: 0.66em)
#set par(spacing: 0.55em, leading: 0.5em)
#set table(stroke: none, inset: (x: 0pt, y: 0.26em))
#show heading: set block(above: 0pt, below: 0pt)
#let soft = luma(70)
// A heading's letters are 1.2 times as large by themselves.
#let title(words) = heading(level: 2, text(size: 0.67em, tracking: 0.05em, upper(words)))
#let blank(width) = box(width: width, baseline: 2pt, line(length: 100%, stroke: 0.6pt))
#let titled(name, body) = { name; v(0.45em, weak: true); body }
// Two and two beside each other, in their order.
#let side-by-side(parts) = if parts.len() == 1 { parts.first() } else {
  grid(columns: (1fr, 1fr), column-gutter: 8mm, row-gutter: 0.75em, ..parts)
}

#let cells(block, row) = row.enumerate().map(((place, cell)) => {
  align(if place in block.numbers { right } else { left }, breaking(cell))
})
#let ruled-table(block, own-title) = table(
  columns: block.head.slice(1).map(_ => auto) + (
    // A last column of words takes the rest of the line; one of numbers stays beside the others.
    if own-title and block.head.len() - 1 not in block.numbers { 1fr } else { auto },
  ),
  // Without a title of its own it has half of the line, where five columns need the room between them.
  column-gutter: if own-title { 1.6em } else { 1em },
  table.header(..block.head.enumerate().map(((place, cell)) => {
    let words = if place == 0 and own-title { title(cell) } else {
      text(size: 0.9em, fill: soft, cell)
    }
    align(if place in block.numbers { right } else { left }, words)
  })),
  table.hline(stroke: 0.4pt + luma(150)),
  ..block.rows.map(row => cells(block, row)).flatten()
)
// The course of the scores in one small line, 10 at the top.
#let spark(scores) = if scores.len() > 0 {
  let level = if scores.len() > 1 { scores } else { scores * 2 }
  let at(place) = (20mm * place / (level.len() - 1), 3.4mm * (10 - level.at(place)) / 10)
  box(width: 20mm, height: 3.4mm, curve(
    stroke: 0.8pt + rgb("#1f5fa8"), curve.move(at(0)), ..range(1, level.len()).map(place => curve.line(at(place))),
  ))
}
// The line has no scale: the newest score says how high it is.
#let with-newest(scores) = if scores.len() > 0 {
  grid(columns: 2, column-gutter: 0.6em, spark(scores), text(size: 0.85em, fill: soft, "newest " + str(scores.last())))
}
#let conditions(block) = layout(area => {
  let lines = block.rows.zip(block.sparks).map((((name, words), scores)) => (name, with-newest(scores), words))
  let widest = calc.max(..lines.map(((name, ..)) => measure(name).width))
  if widest + 33mm + 52mm <= area.width {
    grid(columns: (auto, auto, 1fr), column-gutter: 1em, row-gutter: 0.5em, ..lines.flatten())
  } else {
    // Beside a long name there is little room: the words stand below it, nearer to it than to the next name.
    stack(spacing: 0.7em, ..lines.map(((name, drawn, words)) => grid(
      columns: (1fr, auto), column-gutter: 1em, row-gutter: 0.3em, align: bottom,
      breaking(name), drawn, grid.cell(colspan: 2, text(fill: soft, words)),
    )))
  }
})
#let lines(block) = if block.ruled > 0 {
  for _ in range(block.ruled) { v(1.35em, weak: false); line(length: 100%, stroke: 0.4pt + luma(120)) }
} else if block.numbered {
  enum(body-indent: 0.6em, ..block.rows.map(row => row.join("  ")))
} else if block.sparks.len() > 0 {
  conditions(block)
} else if block.rows.all(row => row.len() == 2) {
  grid(columns: (auto, 1fr), column-gutter: 1em, row-gutter: 0.5em, ..block.rows.map(((day, words)) => {
    // What is of no day takes the line.
    if day == "" { (grid.cell(colspan: 2, text(size: 0.9em, fill: soft, words)),) } else { (day, words) }
  }).flatten())
} else {
  stack(spacing: 0.5em, ..block.rows.map(row => row.join("  ")))
}
#let has-own-title(block) = block.head.len() > 0 and block.head.at(0) == block.title
#let one(block) = if has-own-title(block) { ruled-table(block, true) } else {
  let subtitle = if block.subtitle != "" { text(size: 0.85em, fill: soft, "(" + block.subtitle + ")") }
  let body = if block.head.len() > 0 { ruled-table(block, false) } else { lines(block) }
  titled(grid(columns: 2, column-gutter: 0.6em, align: bottom, title(block.title), subtitle), body)
}
// The last sessions and notes with their days take the whole width; the others stand side by side.
#let is-wide(block) = has-own-title(block) or (
  block.head.len() == 0 and block.ruled == 0 and block.sparks.len() == 0 and not block.numbered
    and block.rows.len() > 0 and block.rows.first().len() > 1
)
#let answer(each) = {
  title(each.question)
  v(0.5em, weak: true)
  text(size: 1.5em, weight: "bold", each.large)
  // As a box its words stay together, on the next line where there is no room beside the large ones.
  if each.beside != "" { h(0.5em); box(text(weight: "bold", each.beside)) }
  v(0.45em, weak: true)
  text(size: 0.92em, each.rest)
}
#let part(body) = block(above: 0.85em, below: 0pt, width: 100%, body)

// In their order: those that stand side by side between those that take the whole width. Other conditions take it
// too, unless they fill the place beside the block before them: their words are longer than half a line.
#let parts(blocks) = {
  let beside = ()
  for block in blocks {
    if is-wide(block) or (block.sparks.len() > 0 and calc.even(beside.len())) {
      if beside.len() > 0 { part(side-by-side(beside)) }
      beside = ()
      part(one(block))
    } else { beside.push(one(block)) }
  }
  if beside.len() > 0 { part(side-by-side(beside)) }
}

// A long list beside a short one would leave half of the sheet empty: then one stands below the other.
#let remarks(parts) = layout(area => {
  let beside = side-by-side(parts)
  let below = stack(spacing: 0.75em, ..parts)
  let height(body) = measure(width: area.width, body).height
  if height(below) < 0.8 * height(beside) { below } else { beside }
})

#let serious-box(page-data) = if page-data.serious.len() == 0 {
  rect(width: 100%, stroke: 0.5pt, inset: 0.5em)[*#upper(sys.inputs.serious):* #page-data.no_serious]
} else {
  block(width: 100%, stroke: 1.8pt, inset: 0.6em, {
    set text(weight: "bold", fill: black)
    heading(level: 2, text(size: 0.84em)[! #upper(sys.inputs.serious)])
    v(0.55em, weak: true)
    // A list, so that a screen reader tells how many there are and one from the next.
    list(marker: [!], body-indent: 0.3em, spacing: 0.55em, ..page-data.serious.map(((kind, words, noted, checked)) => [
      #kind: #if words != "" [“#words”, ]#noted #linebreak() #upper(checked) #blank(34mm)
    ]))
  })
}

#let whole(page-data, size, space) = {
  set text(size: size)
  grid(
    columns: (1fr, auto), align: (left + bottom, right + bottom), column-gutter: 1em,
    heading(level: 1, text(size: 1.15em, page-data.title)), text(fill: soft, page-data.printed),
  )
  v(0.9em, weak: true)
  [*Name* #if page-data.name == none { blank(75mm) } else { page-data.name } #h(4mm) #box[*Born* #blank(35mm)]]
  if page-data.before_needling != none {
    parbreak()
    [*#sys.inputs.needling:* #page-data.before_needling]
  }
  v(0.9em, weak: true)
  page-data.period
  parbreak()
  text(fill: soft, sys.inputs.scale)
  v(0.1em)
  line(length: 100%, stroke: 0.8pt)
  serious-box(page-data)
  if page-data.answers.len() > 0 {
    // The more words, the wider, the large ones counted by their size.
    let width(each) = calc.clamp(each.rest.len() + 3 * (each.large.len() + each.beside.len()), 80, 160) * 1fr
    part(grid(
      columns: page-data.answers.map(width),
      inset: (x, _) => (left: if x > 0 { 0.8em } else { 0pt }, right: 0.8em, y: 0.5em),
      stroke: (x, _) => (
        top: 1pt, bottom: 0.4pt + luma(120), left: if x > 0 { 0.4pt + luma(120) },
      ),
      ..page-data.answers.map(answer),
    ))
  }
  for (name, words) in page-data.more_answers {
    part(grid(columns: (29mm, 1fr), column-gutter: 3mm, title(name), words))
  }
  if page-data.remarks.len() > 0 { part(remarks(page-data.remarks.map(one))) }
  if chart.len() > 0 {
    block(above: 1em, below: 0.9em, align(center, image(
      chart, format: "svg", width: 100% * page-data.chart, alt: sys.inputs.alt,
    )))
  }
  parts(page-data.blocks)
  if page-data.omissions.len() > 0 { part(titled(title("Left out"), page-data.omissions.join("; "))) }
  v(space)
  line(length: 100%, stroke: 0.8pt)
  set text(size: 0.88em, fill: soft)
  for words in page-data.closing { words; parbreak() }
  context if any-missing(json(bytes(sys.inputs.letters))) { sys.inputs.unprinted }
}

// The roomiest page that stands on one sheet in letters that are still read with ease; then the largest letters.
// Serious symptoms, changes and questions are never cut: what they need beyond a sheet goes on the next ones.
#context {
  let room = (width: page.width - 30mm, height: page.height - 24mm)
  let sizes = (11pt, 10.4pt, 9.8pt, 9.2pt, 8.6pt)
  let height(page-data, size) = measure(width: room.width, whole(page-data, size, 1em)).height
  let fits(page-data, size) = height(page-data, size) <= room.height
  // Smaller letters take at most a fifth less: a page of some sheets is not measured in each size.
  if height(pages.last(), 9.2pt) < 1.25 * room.height and fits(pages.last(), sizes.last()) {
    let chosen = pages.find(page-data => fits(page-data, sizes.last()))
    whole(chosen, sizes.find(size => fits(chosen, size)), 1fr)
  } else {
    whole(pages.last(), 9.2pt, 1fr)
  }
}
"""


def page_pdf(pages: Sequence[Page], *, drawing: str, paper: str | None = None, machine_fonts: bool = True) -> bytes:
    """The PDF file, the same for the same page on the same machine.

    `pages` are the page at one `Room` or more, the roomiest first: the first that fits on a sheet is set, or else a
    roomy one on as few sheets as the last. `drawing` is the chart as one `svg` element, empty for none, best in
    `DRAWING_FONT` and `DRAWING_FONT_SIZE`. `paper` is `a4` or `letter`, or None for the page's own. Letters that
    neither typst nor, with `machine_fonts`, this machine can draw are mentioned in the last line.
    """
    inputs = {
        "drawing": drawing,
        "alt": chart_in_words(pages[0].chart_data) if pages[0].chart_data else "",
        "sheet": TYPST_SHEETS[paper or pages[0].paper],
        "font": FONT,
        "scale": PAGE_SCALE,
        "serious": SERIOUS_TITLE,
        "needling": BEFORE_NEEDLING,
        "letters": rare_letters(text for page in pages for text in _texts(page)),
        "unprinted": GLYPHS_MISSING,
    }

    @cache
    def typeset(*candidates: Page) -> bytes:
        words = inputs | {"pages": page_words(candidates)}
        return typeset_pdf(_TEMPLATE, words, machine_fonts=machine_fonts, standard="ua-1")

    tightest = typeset(*pages)
    fewest = number_of_sheets(tightest)

    def is_on_fewest(page: Page) -> bool:
        return number_of_sheets(typeset(page)) == fewest

    *roomier, _ = dict.fromkeys(pages)
    if fewest == 1 or not roomier:
        return tightest
    # No line and no chart is divided between two sheets, so the number of sheets is known only once a page is set.
    # Mostly there is room for the roomiest.
    place = 0 if is_on_fewest(roomier[0]) else bisect_left(roomier, True, key=is_on_fewest)
    return typeset(roomier[place]) if place < len(roomier) else tightest


def page_words(pages: Sequence[Page]) -> str:
    """All words that are passed to typst, as JSON: the pages in their order."""
    import json

    return json.dumps(list(map(_words, pages)), ensure_ascii=False)


def _words(page: Page) -> dict[str, Any]:
    remarks, blocks = (list(map(_typeset_block, each)) for each in (page.remarks, page.blocks))
    answers = [answer._asdict() | {"large": typeset_arrows(answer.large)} for answer in page.answers]
    return page._asdict() | {"chart_data": None, "answers": answers, "remarks": remarks, "blocks": blocks}


def _typeset_block(block: Block) -> dict[str, Any]:
    return block._asdict() | {"rows": [list(map(typeset_number, row)) for row in block.rows]}


def _texts(page: Page) -> Iterator[str]:
    yield from (page.title, page.name or "", page.before_needling or "", page.period, *page.omissions, *page.closing)
    yield from (each.words for each in page.serious)
    yield from (each.sentence for each in page.answers)
    for label, text in page.more_answers:
        yield from (label, text)
    for block in (*page.remarks, *page.blocks):
        for row in block.rows:
            yield from row
    for mark in page.chart_data.marks if page.chart_data else ():
        yield visible_line(mark.text)
