"""What an import did, as JSON."""

from typing import Any

from paintrack.model.importing.import_types import ImportReport
from paintrack.views.merging.merge_json import merge_json


def import_json(report: ImportReport) -> dict[str, Any]:
    """The keys of `merge_json`, and those of an import alone.

    `errors` is how many values could not be imported, `rejected` the file that holds their rows, and how many rows;
    `already_stored` are lines of the file. `possible_twins` are the ids of sessions that may have been typed on two
    computers: the new one (null in a dry run) and the stored one. `similar_names` are new names much like another one.
    """
    rejected = report.rejected
    return {
        **merge_json(report),
        "errors": report.errors.total,
        "rejected": None if rejected is None else {"file": rejected.path, "rows": rejected.rows},
        "columns_left_out": [*report.columns_left_out],
        "already_stored": [each.line for each in report.duplicates],
        "possible_twins": [{"new": twin.new or None, "stored": twin.stored} for twin in report.twins],
        "similar_names": [
            {"kind": slip.kind.value, "name": slip.name, "like": slip.meant} for slip in report.name_slips
        ],
    }
