"""Row headers in a PDF file that typst made: the first cell of each row becomes a header, as in the HTML form.

typst writes column headers, but its Python binding cannot set the feature a11y-extras that row headers need. A PDF
library would take nearly as long to load as the page takes to set. The file is simple enough to change here: its
objects follow each other, and the table at its end has the offset of each (ISO 32000-1, 7.5.4).
"""

import re
from itertools import accumulate, pairwise

_TABLE_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_ENTRY = re.compile(rb"(\d{10}) 00000 n")
_NUMBER = re.compile(rb"(\d+) 0 obj\s")
_ROW = re.compile(rb"\d+ 0 obj\s+<</Type/StructElem/S/TR/[^(]*/K\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_CELL = re.compile(rb"(\d+ 0 obj\s+<</Type/StructElem/S/)TD(/.*?<</O/Table)", re.DOTALL)
_HEADERS = re.compile(rb"/Headers\[[^\]]*\]")


def with_row_headers(pdf: bytes) -> bytes:
    """The file with the first cell of each row, except in the head of a table, as the header of that row.

    In all our tables the first column names the row. A file that does not have the expected form stays as it is.
    """
    table = _TABLE_START.search(pdf)
    start = int(table[1]) if table else 0
    offsets = sorted(int(offset) for offset in _ENTRY.findall(pdf, start))
    objects = [pdf[offset:end] for offset, end in pairwise([*offsets, start])]
    numbers = [_NUMBER.match(each) for each in objects]
    if table is None or not objects or not pdf.startswith(b"xref", start) or None in numbers:
        return pdf
    places = {number[1]: place for place, number in enumerate(filter(None, numbers))}
    for row in filter(None, map(_ROW.match, list(objects))):
        cells = [places[number] for number in _REFERENCE.findall(row[1]) if number in places]
        if cells and _CELL.match(objects[cells[0]]):
            objects[cells[0]] = _CELL.sub(rb"\1TH\2/Scope/Row", objects[cells[0]], count=1)
            # The list of a cell's headers has only column headers; without it, a reader derives both from the scopes.
            for place in cells:
                objects[place] = _HEADERS.sub(b"", objects[place], count=1)
    new_offsets = dict(zip(offsets, accumulate(map(len, objects[:-1]), initial=offsets[0]), strict=True))
    entries = _ENTRY.sub(lambda entry: b"%010d 00000 n" % new_offsets[int(entry[1])], pdf[start : table.start()])
    head = pdf[: offsets[0]] + b"".join(objects)
    return head + entries + pdf[table.start() :].replace(table[1], b"%d" % len(head))
