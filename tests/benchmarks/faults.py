"""What is left of a file when a command is killed, or its disk fails, at each call that reaches its folder: a table.

    python -m tests.benchmarks.faults [EVERY [COMMAND ...]]

Needs strace. EVERY 5 takes every fifth call; without a COMMAND it takes all of them, in some ten minutes. Standard
error says what is wrong at which call, if anything is.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.benchmarks.benchmark_arguments import count_parser
from tests.durability.fault_injection import CASES, FAULTS, Campaign, make_pattern, prepared_paintrack


def main() -> None:
    """Print the table."""
    parser = count_parser(__doc__, every=1)
    parser.add_argument("commands", nargs="*", metavar="command", help=f"one of these: {'; '.join(CASES)}")
    arguments = parser.parse_args()
    every: int = arguments.every
    commands: list[str] = arguments.commands or [*CASES]
    if unknown := [each for each in commands if each not in CASES]:
        parser.error(f"no such command: {'; '.join(unknown)}")
    print(f"{'command':<22} {'calls':>5} {'fault':<8} {'old':>5} {'between':>7} {'new':>5} {'broken':>6}  wrong")
    with tempfile.TemporaryDirectory() as name, prepared_paintrack() as program:
        pattern = make_pattern(program, Path(name))
        for command in commands:
            campaign = Campaign(program, pattern, CASES[command])
            points = campaign.points[::every]
            for fault in FAULTS:
                outcomes = [outcome for point in points if (outcome := campaign.outcome(point, fault)) is not None]
                states = Counter(outcome.state for outcome in outcomes)
                wrong = [outcome for outcome in outcomes if outcome.trouble]
                left = sum(outcome.has_leftover for outcome in outcomes)
                print(
                    f"{command:<22} {len(outcomes):>5} {fault:<8} {states['old']:>5} {states['between']:>7}"
                    f" {states['new']:>5} {states['broken']:>6}  {len(wrong)}"
                    f"{f' ({left} with a whole file under a temporary name)' if left else ''}",
                    flush=True,
                )
                for outcome in wrong:
                    print(f"  {outcome.point.line}: {outcome.trouble}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
