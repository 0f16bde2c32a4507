"""The wheel installs in an empty environment and works there."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.outside


def test_the_wheel_installs_and_records(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "paintrack/py.typed" in names
    assert "paintrack/data/points.csv" in names
    assert "paintrack/data/completion/options.tsv" in names
    assert "paintrack/data/completion/paintrack.zsh" in names
    assert "paintrack/data/metadata.json" in names
    assert "paintrack/data/page.html.jinja" in names
    assert "paintrack/data/document.css.jinja" in names
    assert "paintrack/data/statement.html.jinja" in names
    assert not [name for name in names if name.startswith("tests/")]

    environment = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(environment / "bin/python")]
    subprocess.run([*pip, "install", "-q", "--no-compile", str(wheel)], check=True)
    own = os.environ | {"PAINTRACK_DB": str(tmp_path / "own.db"), "LC_ALL": "C.UTF-8"}
    answer = subprocess.run(
        [environment / "bin/paintrack", "log", "7", "3"], check=True, capture_output=True, text=True, env=own
    )
    assert answer.stdout.startswith("Saved: pain 7 -> 3 (4 lower), ")
    page = tmp_path / "page.html"
    subprocess.run([environment / "bin/paintrack", "summary", "-o", page], check=True, env=own)
    assert "3 lower" not in page.read_text(encoding="utf-8")
    assert "4 lower" in page.read_text(encoding="utf-8")
