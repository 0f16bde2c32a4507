"""Each command that writes, killed and with a disk that fails at its system calls: the old file or the new one, whole.

`tests/benchmarks/faults.py` does it at each call and prints a table.
"""

from collections.abc import Iterator
from typing import Protocol

import pytest

from tests.durability.fault_injection import CASES, FAULTS, Campaign, make_pattern, prepared_paintrack

pytestmark = pytest.mark.outside
# One call in so many is tried here, each fault at others, and the last, which is the answer.
EVERY = 54


class StartCampaign(Protocol):
    """Begins a campaign of the case of that name."""

    def __call__(self, name: str) -> Campaign:
        """The campaign; its file is that of `make_pattern`, which no campaign changes."""


@pytest.fixture(scope="module")
def start_campaign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartCampaign]:
    with prepared_paintrack() as program:
        pattern = make_pattern(program, tmp_path_factory.mktemp("campaigns"))
        yield lambda name: Campaign(program, pattern, CASES[name])


@pytest.mark.parametrize("name", CASES)
def test_a_fault_at_any_call_leaves_old_or_new(name: str, start_campaign: StartCampaign) -> None:
    campaign = start_campaign(name)
    assert len(campaign.points) > 8
    for first, fault in enumerate(FAULTS):
        for point in [*campaign.points[first * EVERY // len(FAULTS) : -1 : EVERY], campaign.points[-1]]:
            outcome = campaign.outcome(point, fault)
            assert outcome is None or not outcome.trouble, (fault, outcome)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_file_of_sqlite_is_no_outcome(fault: str, start_campaign: StartCampaign) -> None:
    campaign = start_campaign("log")
    first, *_, last = (point for point in campaign.points if point.call == "openat")
    numbers = {point.number for point in campaign.points if point.call == "openat"}
    # The calls that are left out reach no file of the folder, but the source of random numbers, say.
    of_sqlite = next(number for number in range(first.number, last.number) if number not in numbers)
    assert campaign.outcome(first._replace(number=of_sqlite), fault) is None
    assert campaign.outcome(first, fault) is not None


def test_a_kill_beside_another_thread_is_an_outcome(start_campaign: StartCampaign) -> None:
    """strace tells then in two lines at which call it was."""
    campaign = start_campaign("restore, damaged")
    for point in campaign.points:
        if point.call in ("link", "rename"):
            assert campaign.outcome(point, "SIGKILL") is not None


@pytest.mark.parametrize("fault", ["ENOSPC", "EIO"])
def test_a_purge_that_fails_late_is_not_denied(fault: str, start_campaign: StartCampaign) -> None:
    """With the lock kept, the journal is emptied and synced at the end: only then the disk may say that it failed."""
    campaign = start_campaign("purge")
    syncs = [point for point in campaign.points if point.call == "fdatasync"]
    assert len(syncs) > 8
    for point in syncs[4::2]:
        outcome = campaign.outcome(point, fault)
        assert outcome is None or not outcome.trouble, outcome


def test_the_backup_is_on_the_disk_before_it_is_said(start_campaign: StartCampaign) -> None:
    campaign = start_campaign("backup")
    calls = [point.call for point in campaign.points]
    answer = next(place for place, point in enumerate(campaign.points) if point.is_answer)
    linked = calls.index("linkat")
    synced = [place for place, call in enumerate(calls) if call == "fsync"]
    assert min(synced) < linked < max(synced) < answer
