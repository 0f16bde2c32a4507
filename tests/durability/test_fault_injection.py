"""Each command that writes, killed and with a disk that fails at its system calls: the old file or the new one, whole.

`tests/benchmarks/faults.py` does it at each call and prints a table.
"""

from pathlib import Path

import pytest

from tests.durability.fault_injection import CASES, FAULTS, Campaign, make_pattern

pytestmark = pytest.mark.outside
# One call in so many is tried here, each fault at others, and the last, which is the answer.
EVERY = 54


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of `make_pattern`, which no campaign changes."""
    return make_pattern(tmp_path_factory.mktemp("campaigns"))


@pytest.mark.parametrize("name", CASES)
def test_a_fault_at_any_call_leaves_old_or_new(name: str, pattern: Path) -> None:
    campaign = Campaign(pattern, CASES[name])
    assert len(campaign.points) > 8
    for first, fault in enumerate(FAULTS):
        for point in [*campaign.points[first * EVERY // len(FAULTS) : -1 : EVERY], campaign.points[-1]]:
            outcome = campaign.outcome(point, fault)
            assert outcome is None or not outcome.trouble, (fault, outcome)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_file_of_python_is_no_outcome(fault: str, pattern: Path) -> None:
    campaign = Campaign(pattern, CASES["log"])
    own = next(point for point in campaign.points if point.call == "openat")
    # Nobody has opened the diary yet.
    assert campaign.outcome(own._replace(number=own.number // 2), fault) is None
    assert campaign.outcome(own, fault) is not None


def test_a_kill_beside_another_thread_is_an_outcome(pattern: Path) -> None:
    """strace tells then in two lines at which call it was."""
    campaign = Campaign(pattern, CASES["restore, damaged"])
    for point in campaign.points:
        if point.call in ("link", "rename"):
            assert campaign.outcome(point, "SIGKILL") is not None


@pytest.mark.parametrize("fault", ["ENOSPC", "EIO"])
def test_a_purge_that_fails_late_is_not_denied(fault: str, pattern: Path) -> None:
    """With the lock kept, the journal is emptied and synced at the end: only then the disk may say that it failed."""
    campaign = Campaign(pattern, CASES["purge"])
    syncs = [point for point in campaign.points if point.call == "fdatasync"]
    assert len(syncs) > 8
    for point in syncs[4::2]:
        outcome = campaign.outcome(point, fault)
        assert outcome is None or not outcome.trouble, outcome


def test_the_backup_is_on_the_disk_before_it_is_said(pattern: Path) -> None:
    campaign = Campaign(pattern, CASES["backup"])
    calls = [point.call for point in campaign.points]
    answer = next(place for place, point in enumerate(campaign.points) if point.is_answer)
    linked = calls.index("linkat")
    synced = [place for place, call in enumerate(calls) if call == "fsync"]
    assert min(synced) < linked < max(synced) < answer
