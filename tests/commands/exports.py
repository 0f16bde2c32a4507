"""What an export of the diary has in it."""

from typing import Any

from tests.program import Paintrack


def export_of(paintrack: Paintrack, *options: str) -> str:
    result = paintrack(["export", "-", *options])
    assert (result.code, result.err) == (0, "")
    return result.out


def entries(paintrack: Paintrack) -> Any:
    """What a person would call the same: without what an undo moves forward."""
    without = ("edited", "changed")
    document = paintrack("export - --format json").json
    return [{key: value for key, value in each.items() if key not in without} for each in document["entries"]]
