"""`rate 0 october`: the days of a month that were without pain."""

from collections.abc import Iterable, Sequence
from datetime import date

from paintrack.errors import UsageError
from paintrack.model.typed.dates.past_months import parse_past_month
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader

# What `--rest-of` goes with.
_WITH = {"--for", "--db", "--new", "--json", "-q", "--quiet", "--plain", "--no-plain", "--ascii", "--no-ascii"}


def zero_months(lines: Iterable[Sequence[str]], period: str, today: date, reader: Reader) -> list[list[str]]:
    """The command lines that say 0 for a whole month, instead of those for one day of it; none where none is meant."""
    return [zero for line in lines if (zero := _zero_month(line, period, today, reader))]


def _zero_month(line: Sequence[str], period: str, today: date, reader: Reader) -> list[str]:
    if line[0] != "rate" or len(line) < 2 or not is_score(line[1]) or float(line[1]) or "--at" not in line:
        return []
    try:
        parse_past_month(period, today)
    except UsageError:
        return []
    place = line.index("--at")
    kept_words = [*line[2:place], *line[place + 2 :]]
    has_condition = "--for" in kept_words or reader.usual_condition() is not None
    is_plain = {word for word in kept_words if word.startswith("-")} <= _WITH
    return ["rate", "0", "--rest-of", period, *kept_words] if has_condition and is_plain else []
