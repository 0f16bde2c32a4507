"""A dry run says what an import or a merge does, whatever the file is, and changes nothing."""

from typing import Any

import pytest

from tests.commands.merging.two_computers import Computers
from tests.program import quoted

# What only a file that was changed has.
_AFTER_SAVING = {"dry_run", "saved", "safety_copy"}
_SHEET = "date,before,after,condition,weather\n2026-06-01,7,3,lower back,sun\n2026-06-08,6,3,lower bakc,rain\n"


def without_ids(answer: Any) -> Any:
    """The answer without the ids that new entries have only once they are saved, and what saving adds."""
    if isinstance(answer, dict):
        return {key: without_ids(each) for key, each in answer.items() if key not in {"id", *_AFTER_SAVING}}
    return [without_ids(each) for each in answer] if isinstance(answer, list) else answer


@pytest.mark.parametrize(
    "typed",
    [
        "import FOLDER/sheet.csv", "import FOLDER/other.csv", "import FOLDER/other.json",
        "merge FOLDER/laptop.db", "merge FOLDER/other.json",
    ],
)  # fmt: skip
def test_a_dry_run_answers_as_the_import_does(typed: str, computers: Computers) -> None:
    folder = computers.folder
    computers.on("desktop", "edit 1 --note desk", "plan set --sessions 8 --for neck", "config set currency EUR")
    computers.on("laptop", "edit 1 --note lap", "plan set --sessions 9 --for neck", "config set currency CHF")
    for name in ("desktop", "laptop"):
        computers.on(name, "log 5 2 --for neck --at 2026-06-20")
    computers.on("laptop", "rate 4 --for 'lower bakc' --new", "note x", "delete n1 --yes")
    computers.on("laptop", f"export {quoted(folder / 'other.csv')}", f"export {quoted(folder / 'other.json')}")
    (folder / "sheet.csv").write_text(_SHEET)
    typed = typed.replace("FOLDER", quoted(folder))
    before = computers.paths["desktop"].read_bytes()
    foreseen = computers.on("desktop", f"{typed} --dry-run --json").json
    assert computers.paths["desktop"].read_bytes() == before
    done = computers.on("desktop", f"{typed} --json").json
    assert (foreseen["saved"], done["saved"]) == (False, True)
    # The id of a session that may be a stored one is there only once it is saved.
    for answer in (foreseen, done):
        for twin in answer.get("possible_twins", ()):
            del twin["new"]
    assert without_ids(foreseen) == without_ids(done)
