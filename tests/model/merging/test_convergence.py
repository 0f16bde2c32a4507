"""Whatever was done on three computers: in any order, any grouping and any repetition a merge gives the same."""

from dataclasses import replace
from itertools import permutations

from hypothesis import example, given
from hypothesis import strategies as st

from paintrack.model.changes.change_stamps import all_values, is_purged, stamped_values
from paintrack.model.entries import AnyEntry, Session
from paintrack.model.merging.merged_entry import merged_entry
from paintrack.model.serialization.json_entries import to_record
from paintrack.model.typed.typed_text import folded
from tests.example_counts import examples
from tests.model.merging.histories import Change, base, changes, computers_after, merged
from tests.strategies import entries_alive_or_deleted

# Two computers changed the name of one rating each at the same instant.
_AT_ONE_INSTANT = [
    Change(0, "rename", "Lower  back", 0, -1),
    Change(0, "note", None, 0, 0),
    Change(1, "rename", "hip", 1, 0),
]

# Two computers removed one score each of a rating, which then has none, and version 1 had put it behind the other one.
_WITHOUT_SCORES = [
    Change(0, "rate", ("lower back", None, 0.0), 0, 0),
    Change(1, "rate", ("lower back", None, None), 0, -1),
    Change(0, "merge", None, 0, -1),
    Change(2, "edit by version 1", ["Lower  back", "neck", "lower back", "hip"], 0, 0),
]

# One computer gave a score, another, later by all it knows, the rating without any.
_SCORE_OR_NONE = [
    Change(1, "rate", ("hip", None, 0.0), 0, 0),
    Change(0, "edit by version 1", ["lower back", "Lower  back", "neck", "hip"], 0, 0),
    Change(0, "rate", ("hip", None, None), 0, 0),
]


@examples(400)
@given(changes, st.booleans())
@example(_WITHOUT_SCORES, False)
@example(_SCORE_OR_NONE, False)
@example(_AT_ONE_INSTANT, True)
@example(_AT_ONE_INSTANT, False)
def test_three_files_in_any_order_give_the_same(history: list[Change], is_old: bool) -> None:
    computers = computers_after(history, base(is_old=is_old))
    results = [to_record(merged(merged(one, two), three)) for one, two, three in permutations(computers)]
    results += [to_record(merged(one, merged(two, three))) for one, two, three in permutations(computers)]
    assert all(result == results[0] for result in results)


@examples(200)
@given(changes, st.booleans())
def test_a_second_merge_changes_nothing(history: list[Change], is_old: bool) -> None:
    here, there, _ = computers_after(history, base(is_old=is_old))
    joined = merged(here, there)
    for other in (here, there, joined):
        assert to_record(merged(joined, other)) == to_record(merged(other, joined)) == to_record(joined)


@examples(200)
@given(changes, st.booleans())
@example([Change(0, "purge", None, 1, 0), Change(1, "unrate", None, 1, 1), Change(1, "merge", None, 0, 1)], False)
def test_what_was_purged_anywhere_is_gone(history: list[Change], is_old: bool) -> None:
    """Whatever was done to it on the others, and whenever."""
    computers = computers_after(history, base(is_old=is_old))
    session = merged(merged(computers[0], computers[1]), computers[2])
    known = {name.split("/")[1] for each in computers for name in each.changed or {} if name.startswith("rating/")}
    purged = {key for key in known for each in computers if is_purged(each.changed or {}, key)}
    names = {*all_values(session), *(session.changed or {})}
    assert all(is_purged(session.changed or {}, key) for key in purged)
    ratings = tuple(f"rating/{key}" for key in purged)
    assert [name for name in names if name.startswith(ratings) and not name.endswith("/purged")] == []


@examples(200)
@given(changes, st.booleans())
def test_what_a_merge_gives_can_be_stored(history: list[Change], is_old: bool) -> None:
    """Names are unique in a session, so are identities, and no stamp is later than the last change."""
    here, there, _ = computers_after(history, base(is_old=is_old))
    session = merged(here, there)
    assert len({folded(each.condition) for each in session.ratings}) == len(session.ratings)
    assert len({each.identity for each in session.ratings}) == len(session.ratings)
    assert all(stamp <= session.edited for stamp in (session.changed or {}).values())
    assert {*(here.side_effects if here == there else ())} <= {*session.side_effects}


@given(entries_alive_or_deleted)
def test_any_entry_merged_with_itself_is_itself(entry: AnyEntry) -> None:
    if isinstance(entry, Session):
        # What is set aside for nothing is shown again.
        entry = replace(entry, set_aside=None)
    joined = merged_entry(entry, entry)
    assert stamped_values(joined.entry) == stamped_values(entry)
    assert (joined.differences, joined.namesakes, joined.loss) == ((), (), None)
