"""How often the verdict on a course is wrong: tables of shares, and the small one of the README.

    python tests/benchmarks/simulate_courses.py [--courses 4000] [--processes 2]

Simulated people arrive with 6.5 on average. Around that the scores vary with a standard deviation of 1.2 or 2 and
resemble their neighbours (lag-1 autocorrelation 0, 0.3 or 0.5). They are clipped to 0 to 10, and kept whole, in halves
or in tenths. 'Booked when bad' means that the first score lies more than one standard deviation above the average. n
counts all arrivals, of which the rule leaves the first out. 4000 courses a cell take some minutes on two cores, and
each share below 12 % is then right to 1 %; the largest of many cells is too large by as much.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from multiprocessing import get_context
from typing import NamedTuple

import numpy as np
from scipy.stats import norm

from paintrack.analysis.condition.verdict import SESSION_AUTOCORRELATIONS, Verdict, medians_of, verdict_of
from paintrack.analysis.statistics.ar1_regression import slope_distribution

AUTOCORRELATIONS = (0.0, 0.3, 0.5)
DEVIATIONS = (1.2, 2.0)
STEPS = {"whole": 1.0, "half": 0.5, "tenth": 0.1}
ARRIVALS = (7, 9, 12, 13, 16, 21)
START, FALL, RELEVANT_FALL = 6.5, -0.3, -2
LAST_SESSION = 24
SEED = 20260706
README_ARRIVALS = (9, 13, 21)

GOING = (Verdict.GOING_DOWN, Verdict.GOING_UP)
SURE_OR_PROBABLE = (*GOING, Verdict.PROBABLY_GOING_DOWN, Verdict.PROBABLY_GOING_UP)
DOWN = (Verdict.GOING_DOWN, Verdict.PROBABLY_GOING_DOWN)


class Setting(NamedTuple):
    """One way in which scores can vary, and how many arrivals there are; `rounding` is a key of STEPS."""

    autocorrelation: float
    deviation: float
    rounding: str
    arrivals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Shares (0 to 1) of verdicts in one setting.

    Nothing changes: `false_going` down or up, `false_probably` probably or surer, `same` about the same; with `booked`
    the first two where the first score made the person book. A fall of 0.3 a session: `missed` is not going down,
    `missed_probably` not even probably. `false_same` is about the same although the scores fall by 2 in all.
    """

    setting: Setting
    false_going: float
    false_probably: float
    same: float
    booked_going: float
    booked_probably: float
    missed: float
    missed_probably: float
    false_same: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EverTold:
    """The shares (0 to 1) of unchanging courses that are ever said to go down or up, when asked after each session."""

    setting: Setting
    going: float
    booked_going: float


def shares_of(setting: Setting, courses: int, seed: int = SEED) -> Shares:
    """The shares in one setting, from so many courses for each question."""
    random = _generator(setting, seed)

    def verdicts(slope: float = 0, *, is_booked: bool = False) -> list[Verdict]:
        return [_verdict(scores) for scores in _courses(random, courses, setting, slope, is_booked=is_booked)]

    unchanged, booked = verdicts(), verdicts(is_booked=True)
    falling = verdicts(FALL)
    # From the first judged arrival to the last.
    relevant = verdicts(RELEVANT_FALL / (setting.arrivals - 2))
    return Shares(
        setting=setting,
        false_going=_share(unchanged, GOING),
        false_probably=_share(unchanged, SURE_OR_PROBABLE),
        same=_share(unchanged, [Verdict.ABOUT_THE_SAME]),
        booked_going=_share(booked, GOING),
        booked_probably=_share(booked, SURE_OR_PROBABLE),
        missed=1 - _share(falling, [Verdict.GOING_DOWN]),
        missed_probably=1 - _share(falling, DOWN),
        false_same=_share(relevant, [Verdict.ABOUT_THE_SAME]),
    )


def ever_told_of(setting: Setting, courses: int, seed: int = SEED) -> EverTold:
    """How often 'going down' or 'going up' is said at least once up to the last session, from so many courses."""
    random = _generator(setting, seed)
    shares = [
        sum(_is_ever_told(scores) for scores in _courses(random, courses, setting, 0, is_booked=is_booked)) / courses
        for is_booked in (False, True)
    ]
    return EverTold(setting=setting, going=shares[0], booked_going=shares[1])


def _generator(setting: Setting, seed: int) -> np.random.Generator:
    # One stream for each setting: the table does not depend on how many processes share the work.
    numbers = (
        round(10 * setting.autocorrelation),
        round(10 * setting.deviation),
        round(10 * STEPS[setting.rounding]),
        setting.arrivals,
    )
    return np.random.default_rng([seed, *numbers])


def _courses(
    random: np.random.Generator, courses: int, setting: Setting, slope: float, *, is_booked: bool
) -> list[list[float]]:
    phi, n = setting.autocorrelation, setting.arrivals
    errors = random.normal(0, 1, (courses, n))
    if is_booked:
        # The part of the normal distribution above 1.
        errors[:, 0] = norm.isf(norm.sf(1) * random.uniform(size=courses))
    for place in range(1, n):
        # The innovations are scaled so that every session has the same standard deviation.
        errors[:, place] = phi * errors[:, place - 1] + np.sqrt(1 - phi**2) * errors[:, place]
    step = STEPS[setting.rounding]
    scores = np.clip(START + slope * np.arange(n) + setting.deviation * errors, 0, 10)
    rounded: list[list[float]] = (np.round(scores / step) * step).round(1).tolist()
    return rounded


def _verdict(arrivals: Sequence[float]) -> Verdict:
    """What the rule says, without the interval, which takes most of the time."""
    scores = arrivals[1:]
    numbers = range(2, len(arrivals) + 1)
    slopes = slope_distribution(numbers, scores, SESSION_AUTOCORRELATIONS)
    return verdict_of(numbers, medians_of(scores), slopes)


def _is_ever_told(arrivals: Sequence[float]) -> bool:
    return any(_verdict(arrivals[:end]) in GOING for end in range(1, len(arrivals) + 1))


def _share(verdicts: Sequence[Verdict], wanted: Iterable[Verdict]) -> float:
    wanted = set(wanted)
    return sum(verdict in wanted for verdict in verdicts) / len(verdicts)


def settings(arrivals: Sequence[int] = ARRIVALS) -> list[Setting]:
    """Every setting with one of these numbers of arrivals."""
    return [Setting(*values) for values in product(AUTOCORRELATIONS, DEVIATIONS, STEPS, arrivals)]


def table(shares: Sequence[Shares]) -> str:
    """The shares in percent, one line a setting, and the largest of each kind that is false."""
    heading = (
        "                              nothing changes            booked when bad   falls by 0.3: missed  falls by 2:\n"
        "  phi   SD  scores   n     going  probably  the same     going  probably      going  probably     the same"
    )
    lines = [
        f"{each.setting.autocorrelation:>5} {each.setting.deviation:>4}  {each.setting.rounding:>6} "
        f"{each.setting.arrivals:>3}  {each.false_going:>8.1%}  {each.false_probably:>8.1%}  {each.same:>8.1%}  "
        f"{each.booked_going:>8.1%}  {each.booked_probably:>8.1%}   {each.missed:>8.1%}  {each.missed_probably:>8.1%}"
        f"     {each.false_same:>8.1%}"
        for each in shares
    ]
    kinds: dict[str, Callable[[Shares], float]] = {
        "going": lambda each: each.false_going,
        "probably or surer": lambda each: each.false_probably,
        "going, booked when bad": lambda each: each.booked_going,
        "probably or surer, booked when bad": lambda each: each.booked_probably,
        "about the same, falling by 2": lambda each: each.false_same,
    }
    largest = [_largest(name, kind, shares) for name, kind in kinds.items()]
    return "\n".join([heading, *lines, "", "The largest false share:", *largest])


def _largest(name: str, kind: Callable[[Shares], float], shares: Sequence[Shares]) -> str:
    each = max(shares, key=kind)
    setting = each.setting
    return (
        f"{name}: {kind(each):.1%} (phi {setting.autocorrelation}, SD {setting.deviation}, {setting.rounding} scores, "
        f"n {setting.arrivals})"
    )


def ever_told_table(ever_told: Sequence[EverTold]) -> str:
    """The shares in percent, one line a setting."""
    heading = f"Asked after every session up to {LAST_SESSION}, told 'going' at least once although nothing changes:"
    lines = [
        f"{each.setting.autocorrelation:>5} {each.setting.deviation:>4}  {each.setting.rounding:>6}  "
        f"{each.going:>6.1%}, booked when bad {each.booked_going:>6.1%}"
        for each in ever_told
    ]
    return "\n".join([heading, *lines])


def readme_table(shares: Sequence[Shares], ever_told: Sequence[EverTold]) -> str:
    """The table of the README in Markdown: from the lowest to the highest share of all settings with SD 1.2."""
    rows: dict[str, Callable[[Shares], float]] = {
        "nothing changes, but paintrack says 'going down' or 'going up'": lambda each: each.false_going,
        "the same, where people book their first session on a bad day": lambda each: each.booked_going,
        "nothing changes, but it says one of these or 'probably going ...'": lambda each: each.false_probably,
        "scores fall by 2 in all, but it says 'about the same'": lambda each: each.false_same,
        "scores fall by 0.3 a session, but it does not say 'going down'": lambda each: each.missed,
        "... nor 'probably going down'": lambda each: each.missed_probably,
    }
    lines = [
        "| simulated courses: start 6.5, standard deviation 1.2 | "
        + " | ".join(f"{n} sessions" for n in README_ARRIVALS),
        "| --- " * (1 + len(README_ARRIVALS)),
    ]
    for name, kind in rows.items():
        cells = [
            _span(kind(each) for each in shares if each.setting.deviation == 1.2 and each.setting.arrivals == n)
            for n in README_ARRIVALS
        ]
        lines.append(f"| {name} | {' | '.join(cells)}")
    span = _span(each.going for each in ever_told if each.setting.deviation == 1.2)
    summary = f"Asked after every session up to {LAST_SESSION}, 'going' is said falsely at least once in {span}."
    return "\n".join([*(f"{line.rstrip()} |" for line in lines), "", summary])


def _span(shares: Iterable[float]) -> str:
    ordered = sorted(shares)
    low, high = (f"{100 * share:.1f}" if share < 0.1 else f"{100 * share:.0f}" for share in (ordered[0], ordered[-1]))
    return f"{low} %" if low == high else f"{low} to {high} %"


def main(words: Sequence[str]) -> None:
    """Simulate and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--courses", type=int, default=4000, help="for each cell; a quarter for 'ever told'")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args(words)
    few = max(1, options.courses // 4)
    # Not forked: the tests run this in a process that has threads.
    with get_context("spawn").Pool(options.processes) as pool:
        shares = pool.map(partial(shares_of, courses=options.courses), settings(), chunksize=1)
        ever_told = pool.map(partial(ever_told_of, courses=few), settings([LAST_SESSION]), chunksize=1)
    parts = [
        f"{options.courses} courses a cell ({few} for 'ever told'), seed {SEED}",
        table(shares),
        ever_told_table(ever_told),
        readme_table(shares, ever_told),
    ]
    sys.stdout.write("\n\n".join(parts) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
