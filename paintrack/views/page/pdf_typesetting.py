"""What all PDF files share: set by typst (the extra `pdf`), with words that reach it as data, never as its markup."""

import sys
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias
from unicodedata import category

from paintrack.errors import MissingExtraError
from paintrack.model.typed.typed_text import isolate_runs
from paintrack.views.page.pdf_row_headers import with_row_headers

# As in the extra `pdf`.
TYPST = "typst>=0.15,<0.16"

Standard: TypeAlias = Literal["ua-1"]

# The face that typst carries with it: the same on every machine. Other scripts come from the machine's own fonts.
FONT = "Libertinus Serif"
GLYPHS_MISSING = "Some letters could not be printed; the HTML form can."
TYPST_SHEETS = {"a4": "a4", "letter": "us-letter"}
# For every template. A word that no line has room for may break, in boxes of some letters, so that what is copied stays
# whole; `breaking(words)` is for a cell of a table, where a shorter one would stand over the next column. Letters that
# join, as Arabic, stay together. `any-missing(letters)`: whether a letter is drawn as the box that no letter has, the
# last resort of the first font, with the bounds of U+10FFFF.
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
    html_example: str,
    machine_fonts: bool = True,
    standard: Standard | None = None,
) -> bytes:
    """The PDF file of a template of typst with `inputs` as its `sys.inputs`, always the same on the same machine.

    `machine_fonts`: letters that typst has no font for come from those of the machine. `standard` is one that the file
    keeps to if every letter has a font, such as `ua-1`. Raises MissingExtraError without the extra; it names the HTML
    form by `html_example`, the command line that makes it.
    """
    try:
        import typst
    except ModuleNotFoundError:
        instead = f"The HTML form prints just as well: {html_example};"
        raise MissingExtraError(TYPST, purpose="a PDF", python=sys.executable, instead=instead) from None

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
        # The standards refuse a letter that no font has; a page with a box in its place is better than none.
        return compiled(None)


def isolated_values(value: Any) -> Any:
    """The value with letters from right to left isolated in each of its texts, so that they turn nothing beside them.

    Tuples become lists.
    """
    if isinstance(value, str):
        return isolate_runs(value)
    if isinstance(value, dict):
        return {name: isolated_values(each) for name, each in value.items()}
    return list(map(isolated_values, value)) if isinstance(value, list | tuple) else value


def rare_letters(texts: Iterable[str]) -> str:
    """The letters that a font may lack, once each, as a JSON list; marks and blanks need no glyph of their own."""
    import json

    return json.dumps(sorted({letter for text in texts for letter in text if _is_rare(letter)}))


def _is_rare(letter: str) -> bool:
    return not letter.isascii() and category(letter) not in {"Mn", "Me", "Cf", "Zs"}
