"""What all PDF files share: typst (the extra `pdf`) sets them, and gets all words as data, never as its markup."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from paintrack.views.page.pdf.pdf_row_headers import with_row_headers

Standard: TypeAlias = Literal["ua-1"]

# The typeface that comes with typst, the same on every machine. Other scripts come from the machine's own fonts.
FONT = "Libertinus Serif"
GLYPHS_MISSING = "Some letters could not be printed; the HTML form can."
TYPST_SHEETS = {"a4": "a4", "letter": "us-letter"}
# For every template. A word longer than a line may break. One of Latin letters or the like becomes boxes of a few, so
# that copying it yields the whole word; they are isolated, or among words from right to left the last box would come
# first. Any other gets zero-width spaces, between joiners, so that letters such as Arabic ones stay joined. Words of
# scripts without blanks break by themselves. `breaking(words)` is for a table cell, where even a shorter word would run
# into the next column. `any-missing(letters)`: whether one of them is drawn like U+10FFFF, which is no letter: as the
# box by which the first font stands in for a missing glyph.
_SHARED = """
#let breaks-by-itself = "\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Hangul}\\p{Thai}\\p{Lao}\\p{Khmer}\\p{Myanmar}"
#let word-of(least) = regex("[^\\s\\u{200B}\\u{2066}-\\u{2069}" + breaks-by-itself + "]{" + str(least) + ",}")
#let standing-apart = regex("^[\\p{Latin}\\p{Greek}\\p{Cyrillic}!-~]+$")
#let in-parts(word) = {
  let parts = word.text.clusters().chunks(6).map(letters => letters.join())
  if standing-apart in word.text { "\\u{2066}" + parts.map(box).join() + "\\u{2069}" } else {
    parts.join("\\u{200D}\\u{200B}\\u{200D}")
  }
}
#let breaking(words) = {
  show word-of(20): in-parts
  words
}
#show word-of(30): in-parts
#let drawn(letter) = measure(text(size: 100pt, top-edge: "bounds", bottom-edge: "bounds", letter))
#let any-missing(letters) = {
  let box = drawn("\\u{10FFFF}")
  letters.any(letter => drawn(letter) == box)
}
"""


def typeset_pdf(
    template: str,
    inputs: Mapping[str, str],
    *,
    machine_fonts: bool = True,
    standard: Standard | None = None,
) -> bytes:
    """The PDF file of a typst template with `inputs` as its `sys.inputs`, always the same on the same machine.

    `machine_fonts`: letters that typst has no font for come from those of the machine. `standard`, such as `ua-1`, is
    what the file conforms to if every letter has a font.
    """
    import typst

    def compiled(kept_standard: Standard | None) -> bytes:
        pdf = typst.compile(
            (_SHARED + template).encode(),
            format="pdf",
            sys_inputs=dict(inputs),
            timestamp=0,
            ignore_system_fonts=not machine_fonts,
            pdf_standards=kept_standard,
        )
        return with_row_headers(pdf)

    if standard is None:
        return compiled(None)
    try:
        return compiled(standard)
    except typst.TypstError:
        # A standard refuses a letter that no font has, but a page with a box in its place is better than none.
        return compiled(None)


def number_of_sheets(pdf: bytes) -> int:
    """How many sheets a file from `typeset_pdf` has."""
    return len(re.findall(rb"/Type/Page\b", pdf))


def rare_letters(texts: Iterable[str]) -> str:
    """The letters that a font may lack, once each, as a JSON list; accents and blanks need no glyph of their own."""
    import json

    return json.dumps(sorted({letter for text in texts for letter in text if _is_rare(letter)}))


def _is_rare(letter: str) -> bool:
    import unicodedata

    return not letter.isascii() and unicodedata.category(letter) not in {"Mn", "Me", "Cf", "Zs"}
