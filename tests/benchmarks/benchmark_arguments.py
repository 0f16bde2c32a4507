"""The command line of a script that counts or measures: how many of what, each with a usual number."""

import argparse


def count_parser(description: str | None, **usual: int) -> argparse.ArgumentParser:
    """A parser of these counts, in this order, each at least 1; where one is not typed it is the usual number."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    for name, number in usual.items():
        parser.add_argument(name, nargs="?", type=_count, default=number, help=f"{number:,} if you give none")
    return parser


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


# argparse names the type in what it says of a wrong one.
_count.__name__ = "count"
