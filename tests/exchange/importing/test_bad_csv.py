"""Bad CSV files, made by hand, each with the sentence that the patient reads; none of them stores anything."""

from pathlib import Path

import pytest

from paintrack.model.serialization.csv_rows import KEYS
from paintrack.model.statement_columns import STATEMENT_COLUMNS
from tests.program import Paintrack, unwrapped

NO_DATE = "It is not a date such as 2026-11-03; --date-format says how dates are written, as in dd/mm/yyyy."
NO_DAY = "There is no such day: correct it in the file."
SCORE = "A score is 0 (none) to 10 (worst imaginable)."
FIRST = "No column is known to be the date; the columns are "
STATEMENT = "The file is a statement for an insurer that paintrack costs wrote: its visits came"
HEAD = "date,condition,before,after\n"


def row(line: int, column: str, value: str, reason: str) -> str:
    """A line of the table of bad rows, with single spaces."""
    return unwrapped(f"{line} {column} {value} {reason}")


# The file, the options, and the sentence, or the row of the table.
FILES: dict[str, tuple[str | bytes, str, str]] = {
    "empty": ("", "", "The file holds no rows."),
    "only blank lines": ("\n\n\r\n", "", "The file holds no rows."),
    "only marks": (";;;\n;;;\n", "", "The file holds no rows."),
    "one word": ("hello\n", "", f"{FIRST}hello. Say which with --map 'column=date'."),
    "no header": ("2026-07-01,7,3\n", "--for pain", "The first line must hold the names of the columns."),
    "no scores known": ("date,bobo\n2026-07-01,7\n", "", "No column is known to hold a score; not known are bobo. Say"),
    "and how it was read": (
        "x;y\n",
        "--delimiter ,",
        "The file was read as UTF-8, commas: --delimiter and --encoding change that.",
    ),
    "for and a column": (HEAD, "--for neck", "--for says what is rated, and so does the column condition: leave out"),
    "twice one column": ("date,pre,pre\n", "--for neck", "Columns 2 and 3 are both called pre and would"),
    "our own, one short": (",".join(KEYS[:-1]) + "\n", "", "own CSV without edited: mend that,"),
    "our own, one twice": (",".join([*KEYS, "note"]) + "\n", "", "own CSV with note twice: mend that, or take"),
    "a statement": (",".join(STATEMENT_COLUMNS) + "\n2026-07-06,Dr Li,EUR,85,,85,\n", "", STATEMENT),
    "a statement, saved again": (";".join(reversed(STATEMENT_COLUMNS)).upper() + "\n", "--for pain", STATEMENT),
    "a millions of values": (HEAD + "," * 1_100_000 + "\n", "", "The row of line 2 has more than 1,000,000 values."),
    "fhir": (b'{"resourceType": "Bundle"}', "--format json", "This is FHIR, a form for other programs that cannot"),
    "json as csv": (b'{"format": "paintrack history"', "", "The file begins like JSON, not CSV: say --format json."),
    "unknown headers": ("x,y,z\n1,2,3\n", "", f"{FIRST}x, y and z."),
    "many unknown headers": (",".join(f"c{n}" for n in range(20_000)) + "\n", "", "c6, c7 and 19,992 more."),
    "nameless headers": (',"a"\n2026-07-01,7\n', "", f"{FIRST}(no name) and a."),
    "no condition": ("date,before\n2026-07-01,7\n", "", "say it with --for NAME, else --map 'column=condition'."),
    "condition twice": (HEAD, "--map condition=condition --for neck", "Give --for or a column for the condition"),
    "two befores": (
        "date,pre,vas_before\n2026-07-01,7,6\n",
        "--for neck",
        "Both pre (column 2) and vas_before (column 3) would become before; choose with --map 'pre=before'.",
    ),
    "two dates": ("date,Datum\n", "", "Both date (column 1) and Datum (column 2) would become at;"),
    "same name mapped": ("date,x,x\n", "--map x=before --for neck", "2 columns are called x; rename them in the file."),
    "mapped name absent": (HEAD, "--map Pain=before", "There is no column Pain; the columns are date, condition"),
    "mapped twice": (HEAD, "--map before=after --map before=before", "--map names the column before twice."),
    "two to one": (HEAD, "--map before=after --map after=after", "Both before (column 3) and after (column 4)"),
    "map without mark": (HEAD, "--map before", "--map takes 'column=target'; a target is date, at, time,"),
    "map to nothing known": (HEAD, "--map before=uid", "You typed before=uid."),
    "format without year": (HEAD, "--date-format %d/%m", "--date-format names the day, month and year once each"),
    "format with a day twice": (HEAD, "--date-format %d%d%m%Y", "--date-format names the day, month and year"),
    "scale of five": (HEAD, "--scale 5", "--scale takes 10 or 100, the worst score in the file. You typed 5."),
    "delimiter of two": (HEAD, "--delimiter ;;", "--delimiter takes one mark such as ; or the word tab. You typed ;;."),
    "unknown encoding": (HEAD, "--encoding klingon", "--encoding klingon is not known; try utf-8, utf-16, cp1252"),
    "encoding of bytes": (HEAD, "--encoding hex", "--encoding hex is not known"),
    "wrong encoding": ("date\n\xe9".encode("latin-1"), "--encoding utf-8", "The file is not utf-8; name another with"),
    "no text at all": (b"date,\x81\x8d\n", "", "The file is not UTF-8 nor Windows-1252; name another with --encoding."),
    "odd UTF-16": (b"\xff\xfed", "", "The file is not UTF-16; name another with --encoding."),
    "UTF-16 without a mark": (HEAD.encode("utf-16-le"), "", "The first line holds NUL characters: no CSV, or UTF-16"),
    "xlsx": (b"PK\x03\x04\x14\x00", "", "This is a spreadsheet file; save it as CSV first."),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1", "", "This is an old Excel file; save it as CSV first."),
    "pdf": (b"%PDF-1.7\n", "", "This is a PDF file; import takes a CSV file."),
    "sqlite": (b"SQLite format 3\x00", "", "This is an SQLite file; import takes a CSV file."),
    "open quote": (f'{HEAD}2026-07-01,"neck,7,3\n', "", "From line 2 on the file is not CSV (unexpected end of data;"),
    "quote in the middle": (f'{HEAD}2026-07-01,"ne"ck,7,3\n', "", "From line 2 on the file is not CSV (',' expected"),
    "own, with --map": ("{own}\n", "--map note=before", "paintrack's own and is read as it is, without --map."),
    "own, with --scale": ("{own}\n", "--scale 100", "is paintrack's own and is read as it is, without --scale."),
    "short row": (f"{HEAD}2026-07-01,neck\n", "", row(2, "", "2026-07-01,neck", "The row has 2 values, not 4.")),
    "long row": (f"{HEAD}2026-07-01,neck,7,3,9\n", "", "The row has 5 values, not 4."),
    "day or month first": (
        f"{HEAD}03/04/2026,neck,7,3\n",
        "",
        row(2, "date", "03/04/2026", "Day or month first? --date-format dd/mm/yyyy or mm/dd/yyyy says it."),
    ),
    "short year": (f"{HEAD}3.4.26,neck,7,3\n", "", "Day or month first? --date-format dd.mm.yy or mm.dd.yy says it."),
    "both orders": (
        f"{HEAD}24/11/2025,neck,7,3\n11/24/2025,neck,7,3\n",
        "",
        row(3, "date", "11/24/2025", "Say how dates are written: --date-format mm/dd/yyyy."),
    ),
    "beside ISO": (
        f"{HEAD}24/11/2025,neck,7,3\n2025-11-25,neck,7,3\n",
        "",
        "Say how dates are written: --date-format dd/mm/yyyy.",
    ),
    "month first": (f"{HEAD}11-24-25,neck,7,3\n", "", "Say how dates are written: --date-format mm-dd-yy."),
    "year first": (f"{HEAD}2025/11/04,neck,7,3\n", "", "Month or day first? --date-format yyyy/mm/dd or yyyy/dd/mm"),
    "neither": (f"{HEAD}13/14/2025,neck,7,3\n", "", NO_DATE),
    "month in words": (f"{HEAD}3 April 2026,neck,7,3\n", "", row(2, "date", "3 April 2026", NO_DATE)),
    "a serial number": (f"{HEAD}45000,neck,7,3\n", "", row(2, "date", "45000", NO_DATE)),
    "arabic digits in a date": (f"{HEAD}٢٠٢٦-07-01,neck,7,3\n", "", NO_DATE),
    "no such day": (f"{HEAD}2026-02-30,neck,7,3\n", "", row(2, "date", "2026-02-30", NO_DAY)),
    "no such day of the month": (f"{HEAD}30/02/2026,neck,7,3\n", "", row(2, "date", "30/02/2026", NO_DAY)),
    "no such day in words": (f"{HEAD}31-jun-2026,neck,7,3\n", "--date-format dd-mmm-yyyy", NO_DAY),
    "no such hour": (
        f"{HEAD}2026-02-03 25:00,neck,7,3\n",
        "",
        "There is no such date or time: 2026-02-03 25:00. Correct it in the file.",
    ),
    "another format": (
        f"{HEAD}2026-07-01,neck,7,3\n",
        "--date-format %d/%m/%Y",
        row(2, "date", "2026-07-01", "It does not fit --date-format dd/mm/yyyy."),
    ),
    "no date": (f"{HEAD},neck,7,3\n", "", row(2, "date", "", "It is missing.")),
    "the future": (f"{HEAD}2027-01-01,neck,7,3\n", "", "2027-01-01 is in the future; only what has happened can be"),
    "too long ago": (f"{HEAD}1815-06-18,neck,7,3\n", "", "1815-06-18 is too long ago. Correct it in the file."),
    "no time of day": (
        "date,time,before\n2026-07-01,noon,7\n",
        "--for neck",
        row(2, "time", "noon", "A time of day is written as 14:02 or 2:02 pm."),
    ),
    "thirteen pm": ("date,time,before\n2026-07-01,13:00 pm,7\n", "--for neck", "A time of day is written as 14:02"),
    "two times": (
        "date,time,before\n2026-07-01 14:00,14:00,7\n",
        "--for neck",
        row(2, "date", "2026-07-01 14:00", "The time stands here and in a column of its own."),
    ),
    "score of eleven": (
        f"{HEAD}2026-07-01,neck,11,3\n",
        "",
        row(2, "before", "11", "A score is 0 to 10: correct it in the file."),
    ),
    "scores of a hundred": (
        f"{HEAD}2026-07-01,neck,70,8\n2026-07-02,neck,60,0\n",
        "",
        "A score is 0 to 10; --scale 100 takes it as one of 100.",
    ),
    "score below nothing": (f"{HEAD}2026-07-01,neck,7,-1\n", "", row(2, "after", "-1", f"{SCORE} You typed -1.")),
    "score in words": (f"{HEAD}2026-07-01,neck,bad,3\n", "", row(2, "before", "bad", f"{SCORE} You typed bad.")),
    "two decimals": (f"{HEAD}2026-07-01,neck,7.25,3\n", "", "A score has at most one decimal: 7.2, not 7.25."),
    "out of ten": (f"{HEAD}2026-07-01,neck,7/10,3\n", "", "The scale is always 0 to 10: type 7, not 7/10."),
    "a hundred and one": (
        f"{HEAD}2026-07-01,neck,101,30\n",
        "--scale 100",
        row(2, "before", "101", "A score is 0 to 100 here."),
    ),
    "below nothing of a hundred": (f"{HEAD}2026-07-01,neck,70,-30\n", "--scale 100", "A score is 0 to 100 here."),
    "score without a condition": (f"{HEAD}2026-07-01,,7,3\n", "", "A score needs a condition."),
    "nothing but a date": (f"{HEAD}2026-07-01,neck,,\n", "", "The row has no score and nothing else to keep."),
    "a line of sums": (f"{HEAD}Total,,,\n", "", "The row has no score and nothing else to keep."),
    "session and reading": (
        "date,before,score\n2026-07-01,7,3\n",
        "--for neck",
        row(2, "score", "3", "A row is a session (before, after) or a reading (score), not both."),
    ),
    "reading with a cost": (
        "date,score,fee\n2026-07-01,7,85\n",
        "--for neck",
        row(2, "fee", "85", "A reading has a score, what was taken and a note; this belongs to a session."),
    ),
    "cost with a sign": (
        "date,before,fee\n2026-07-01,7,€85\n",
        "--for neck",
        row(2, "fee", "€85", "The cost is an amount such as 85 or 85.50, without a currency sign. You typed €85."),
    ),
    "technique": ("date,method\n2026-07-01,hugging\n", "", "hugging is not in the list of techniques."),
    "point of two meanings": ("date,points\n2026-07-01,S5\n", "", "Type the one that is meant."),
    "no point": ('date,points\n2026-07-01,","\n', "", "No point is named. Type points as LI4,ST36."),
    "other without words": ('date,side effects\n2026-07-01,"other:"\n', "", "An other side effect needs words"),
    "NUL in a value": (f"{HEAD}2026-07-01,ne\x00ck,7,3\n", "", "The condition holds a control character (U+0000)."),
    "escape in a value": (f"{HEAD}2026-07-01,\x1b[31m,7,3\n", "", "The condition holds a control character (U+001B)."),
    "too long a field": (HEAD + "x" * 10_000_001, "", "the file is not CSV (field larger than field limit"),
}  # fmt: skip


@pytest.mark.usefixtures("wide_terminal")
@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_refused_with_its_sentence(name: str, paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    content, options, expected = FILES[name]
    path = tmp_path / "bad.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.replace("{own}", ",".join(KEYS)).encode())
    result = paintrack(["import", str(path), *options.split()])
    assert result.code in (1, 2)
    assert result.out == ""
    assert expected in unwrapped(result.err)
    assert result.err.splitlines()[-1].endswith((".", "nothing", "history.json"))
    assert "Traceback" not in result.err
    assert "\x1b" not in result.err
    assert not file.exists()
