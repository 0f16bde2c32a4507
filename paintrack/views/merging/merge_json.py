"""What a merge did, as JSON."""

from typing import Any

from paintrack.model.entries import AnyEntry
from paintrack.model.importing.import_types import ImportReport, Outcome
from paintrack.model.merging.merged_entry import MergedEntry
from paintrack.model.merging.values_lost_by_deletion import Loss
from paintrack.views.merging.differences import lost_values, value_name, value_of_register
from paintrack.views.value_words import scores_in_words

_COUNTED = {
    "new": Outcome.NEW,
    "taken_over": Outcome.NEWER,
    "joined": Outcome.MERGED,
    "same": Outcome.SAME,
    "kept": Outcome.OLDER,
    "deleted_here": Outcome.REMOVED,
    "stays_deleted": Outcome.DELETED,
    "deletions_noted": Outcome.NOTED,
    "not_joined": Outcome.CONFLICT,
}


def merge_json(report: ImportReport) -> dict[str, Any]:
    """The report with documented keys: counts of entries by their outcome, and what the merge reports.

    `differences` have both values as people read them, and which side's is `kept`; `same_name` are ratings that now
    share a name. `lost_edits` are entries that stay deleted though they were changed later (`changed_later`) or have
    `values` that the deleting side did not have or, without `certain`, may not have had; those of what was purged have
    no words. `twins` are visits that were typed on both sides, the one with the smaller uid first; `twins_joined_there`
    are those that the other computer made one, so that the second one goes. `purged_there` is how many entries go
    because they were purged in the file, while undo still keeps them. `old_names` are pairs of conditions that are
    recorded both: the old name of one that only one side renamed, and the new one. `parallel_plans` are plans that are
    running for one condition. `costs_without_currency` is how many visits have costs that count in another currency now
    than they did, because a setting says in which.
    """
    return {
        "file": report.source,
        "dry_run": report.is_dry_run,
        "saved": report.is_saved,
        **{name: report.number(outcome) for name, outcome in _COUNTED.items()},
        "differences": [
            *(each for merged in (*report.merged, *report.joined_twins) for each in _differences(merged)),
            *(
                {
                    "setting": each.name,
                    "here": each.here,
                    "there": each.there,
                    "kept": "here" if each.is_here_kept else "there",
                }
                for each in report.setting_differences
            ),
        ],
        "same_name": [
            {**_named(merged.entry), "kept": scores_in_words(each.kept), "set_aside": scores_in_words(each.set_aside)}
            for merged in (*report.merged, *report.joined_twins)
            for each in merged.namesakes
        ],
        "lost_edits": [_lost(merged.entry, merged.loss) for merged in report.merged if merged.loss is not None],
        "twins": [[_named(each.kept), _named(each.other)] for each in report.merge_twins],
        "twins_joined_there": [[_named(each.kept), _named(each.other)] for each in report.twins_joined_elsewhere],
        "purged_there": report.purged_there,
        "old_names": [[*each] for each in report.old_names],
        "parallel_plans": [[_named(plan) for plan in plans] for plans in report.parallel_plans],
        "twins_joined": len(report.joined_twins),
        "costs_without_currency": report.counted_costs.visits if report.counted_costs else 0,
        "settings": [*report.new_settings],
        "safety_copy": report.safety_copy,
    }


def _differences(merged: MergedEntry) -> list[dict[str, Any]]:
    return [
        {
            **_named(merged.entry),
            "value": value_name(each.name, each.condition),
            "here": None if each.here is None else value_of_register(each.name, each.here),
            "there": None if each.there is None else value_of_register(each.name, each.there),
            "kept": "here" if each.is_here_kept else "there",
        }
        for each in merged.differences
    ]


def _lost(entry: AnyEntry, loss: Loss) -> dict[str, Any]:
    return {
        **_named(entry),
        "changed_later": loss.is_changed_later,
        "certain": loss.is_certain,
        "values": [{"value": name, "lost": words} for name, words in lost_values(loss)],
    }


def _named(entry: AnyEntry) -> dict[str, Any]:
    return {"id": entry.label if entry.number else None, "uid": entry.uid, "at": entry.when.iso()}
