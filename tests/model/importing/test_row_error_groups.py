"""The errors of a file by reason."""

from paintrack.model.importing.import_errors import DateFormatNeededError
from paintrack.model.importing.row_error_groups import ErrorGroup, ErrorGroups
from paintrack.model.serialization.csv_rows import RowError


def groups_of(*errors: RowError, most: int = 20) -> ErrorGroups:
    groups = ErrorGroups(most)
    for each in errors:
        groups.add(each)
    return groups


def test_one_reason_in_one_column_is_one_group() -> None:
    groups = groups_of(*(RowError(line, "at", "x", "Wrong.") for line in range(2, 22)))
    assert groups.groups == [ErrorGroup("at", "x", "Wrong.", [2, 3, 4], number=20)]
    assert (groups.total, bool(groups)) == (20, True)


def test_the_value_at_the_end_of_a_reason_does_not_part_them() -> None:
    first, second = RowError(2, "at", "x", "Wrong. You typed x."), RowError(3, "at", "y", "Wrong. You typed y.")
    assert groups_of(first, second).groups == [
        ErrorGroup("at", "x", "Wrong.", [2, 3], number=2, is_one_value=False),
    ]
    assert groups_of(first).groups == [ErrorGroup("at", "x", "Wrong. You typed x.", [2])]


def test_reasons_with_the_same_values_are_one_group() -> None:
    errors = [RowError(line, "at", str(line), DateFormatNeededError(date_formats=("%d/%m/%Y",))) for line in (2, 3)]
    other = RowError(4, "at", "x", DateFormatNeededError())
    assert [(each.lines, each.reason) for each in groups_of(*errors, other).groups] == [
        ([2, 3], errors[0].reason),
        ([4], other.reason),
    ]


def test_another_column_is_another_group() -> None:
    groups = groups_of(RowError(2, "before", "", "Wrong."), RowError(2, "after", "", "Wrong."))
    assert [(each.column, each.lines) for each in groups.groups] == [("before", [2]), ("after", [2])]


def test_beyond_the_most_only_their_number_is_kept() -> None:
    groups = groups_of(*(RowError(line, "at", "", str(line % 4)) for line in range(40)), most=3)
    assert [each.number for each in groups.groups] == [10, 10, 10]
    assert groups.total == 40


def test_none_is_false() -> None:
    assert not groups_of()
