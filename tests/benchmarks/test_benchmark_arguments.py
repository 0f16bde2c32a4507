"""Each script says what it does and takes, and refuses what is no count, in place of a traceback."""

import importlib
import sys
from pathlib import Path

import pytest

SCRIPTS = sorted(
    each.stem for each in Path(__file__).parent.glob("[!t]*.py") if "def main() -> None" in each.read_text("utf-8")
)


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_says_what_it_takes(
    script: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main = importlib.import_module(f"tests.benchmarks.{script}").main
    for typed, code in (("--help", 0), ("0", 2), ("many", 2), ("--many", 2)):
        monkeypatch.setattr(sys, "argv", [script, typed])
        with pytest.raises(SystemExit) as stop:
            main()
        assert stop.value.code == code
    out, err = capsys.readouterr()
    assert f"python -m tests.benchmarks.{script} [" in out
    assert "invalid count value: '0'" in err
