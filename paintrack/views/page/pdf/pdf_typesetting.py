"""What all PDF files share: typst (the extra `pdf`) sets them, and gets all words as data, never as its markup."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias
from unicodedata import category

from paintrack.views.page.pdf.pdf_row_headers import with_row_headers

Standard: TypeAlias = Literal["ua-1"]

# The typeface that comes with typst, the same on every machine. Other scripts come from the machine's own fonts.
FONT = "Libertinus Serif"
GLYPHS_MISSING = "Some letters could not be printed; the HTML form can."
TYPST_SHEETS = {"a4": "a4", "letter": "us-letter"}
# For every template. A word longer than a line may break: it becomes boxes of a few letters, so that copying it yields
# the whole word. `breaking(words)` is for a table cell, where even a shorter word would run into the next column.
# Joined letters, such as Arabic, stay together. `any-missing(letters)`: whether one of them is drawn like U+10FFFF,
# which is no letter: as the box by which the first font stands in for a missing glyph.
_SHARED = """
#let word-of(least) = regex("[\\p{Latin}\\p{Greek}\\p{Cyrillic}!-~]{" + str(least) + ",}")
#let in-boxes(word) = word.text.clusters().chunks(6).map(letters => box(letters.join())).join()
#let breaking(words) = {
  show word-of(20): in-boxes
  words
}
#show word-of(30): in-boxes
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


def rare_letters(texts: Iterable[str]) -> str:
    """The letters that a font may lack, once each, as a JSON list; accents and blanks need no glyph of their own."""
    import json

    return json.dumps(sorted({letter for text in texts for letter in text if _is_rare(letter)}))


def _is_rare(letter: str) -> bool:
    return not letter.isascii() and category(letter) not in {"Mn", "Me", "Cf", "Zs"}
