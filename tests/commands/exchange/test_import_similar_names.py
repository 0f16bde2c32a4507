"""An import is not asked about names, but its report says which are much like others, and how to make them one."""

import re
from pathlib import Path

from paintrack.model.displayed_text import shell_quoted
from tests.program import Paintrack, unwrapped

SHEET = """date,condition,before,after,practitioner
2026-05-01,lowr back,7,3,Dr. Li
2026-05-08,neck,6,3,Dr Li
2026-05-15,neck,6,3,
2026-05-22,nekc,6,3,
2026-05-23,back,6,3,
"""


def test_the_report_names_what_is_much_alike(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 7 3 --for 'lower back' --with 'Dr Li'")
    sheet = tmp_path / "diary.csv"
    sheet.write_text(SHEET, "utf-8")
    out = paintrack(["import", str(sheet)]).out
    for sentence in (
        'lowr back is much like lower back. If they are one: paintrack conditions rename "lowr back" "lower back"',
        'back is much like lower back. If they are one: paintrack conditions rename back "lower back"',
        "nekc is much like neck. If they are one: paintrack conditions rename nekc neck",
        'Dr. Li is much like Dr Li. If they are one: paintrack practitioners rename "Dr. Li" "Dr Li"',
    ):
        assert unwrapped(out).count(sentence) == 1
    # A line that is pasted is the command and nothing else.
    assert re.findall(r"paintrack (conditions rename .*|practitioners rename .*)$", out, re.MULTILINE) == [
        'conditions rename back "lower back"',
        'conditions rename "lowr back" "lower back"',
        "conditions rename nekc neck",
        'practitioners rename "Dr. Li" "Dr Li"',
    ]
    assert paintrack('conditions rename "lowr back" "lower back" --yes').code == 0
    assert "much like" not in paintrack("conditions").err.replace("nekc is much like neck", "")


def test_names_in_two_languages_are_much_alike(paintrack: Paintrack, tmp_path: Path) -> None:
    sheet = tmp_path / "diary.csv"
    sheet.write_text("date,condition,before\n2026-05-01,migraine,7\n2026-05-08,Migräne,6\n2026-05-09,migraine,6\n")
    assert "Migräne is much like migraine." in unwrapped(paintrack(["import", str(sheet)]).out)


def test_a_dry_run_names_them_without_a_command(paintrack: Paintrack, tmp_path: Path) -> None:
    """The names are not there yet, so that nothing could be renamed."""
    paintrack("log 7 3 --for 'lower back' --with 'Dr Li'")
    sheet = tmp_path / "diary.csv"
    sheet.write_text(SHEET, "utf-8")
    answer = unwrapped(paintrack(["import", str(sheet), "--dry-run"]).out)
    assert "Dr. Li is much like Dr Li. Nothing saved: this was a dry run." in answer
    assert "rename" not in answer


def test_our_own_export_says_it_too(paintrack: Paintrack, tmp_path: Path) -> None:
    for typed in ("log 7 3 --for neck", "rate 3 --for neck", "plan set --for nekc --new --goal 3"):
        assert paintrack(typed).code == 0
    copy = tmp_path / "copy.json"
    assert paintrack(["export", str(copy)]).code == 0
    other = str(tmp_path / "other.db")
    result = paintrack(["import", str(copy), "--db", other])
    command = f"paintrack --db {shell_quoted(other)} conditions rename nekc neck"
    assert "If they are one: paintrack --db " in unwrapped(result.out)
    assert f"{command}\n" in result.out


def test_the_report_says_nothing_of_another_name(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 7 3 --for 'neck pain' --with Leeson --at 2026-05-01")
    paintrack("log 7 3 --for 'tension headache' --with 'Mr Park Jun' --at 2026-05-02")
    sheet = tmp_path / "diary.csv"
    sheet.write_text(
        "date,condition,before,after,practitioner\n2026-05-03,back pain,7,3,Lee\n2026-05-04,headache,6,3,Ms Park\n"
    )
    answer = unwrapped(paintrack(["import", str(sheet)]).out)
    assert answer.count("is much like") == 1
    assert "headache is much like tension headache." in answer
