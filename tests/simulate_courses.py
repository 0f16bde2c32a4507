"""How often the verdict on a course is wrong: `python tests/simulate_courses.py` prints the table.

Simulated people arrive with 6.5 on average, and either nothing changes or each session leaves them 0.3 lower.
Around that the scores vary with a standard deviation of 1.2 and resemble their neighbours (lag-1
autocorrelation 0, 0.3 or 0.5). They are clipped to 0 to 10, and kept as whole numbers or with one decimal.
A false verdict is 'going down' or 'going up' where nothing changes; a missed one is any but 'going down'
where it goes down. Beside them stand the shares of the same rule without its rounding to whole numbers.
"""

import sys
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

import numpy as np

from paintrack.analysis.condition.course import LEAST_DIFFERENCE, Verdict, change_of, verdict_of
from paintrack.analysis.condition.rated_sessions import Arrival
from paintrack.analysis.condition.robust_statistics import theil_sen

SESSIONS = (8, 12)
AUTOCORRELATIONS = (0.0, 0.3, 0.5)
DECIMALS = (0, 1)
START, FALL, DEVIATION = 6.5, -0.3, 1.2
SEED = 20260706
RUNS = 4000
_FIRST_DAY = date(2026, 7, 6)


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares (0 to 1) of false and of missed verdicts in one setting; `unrounded` of the rule without rounding."""

    sessions: int
    autocorrelation: float
    decimals: int
    false: float
    missed: float
    unrounded_false: float
    unrounded_missed: float


def simulated(runs: int = RUNS, seed: int = SEED) -> list[Shares]:
    """The shares in every setting, from so many courses each with and without a fall."""
    random = np.random.default_rng(seed)
    return [
        _shares(random, runs, sessions, autocorrelation, decimals)
        for decimals, sessions, autocorrelation in product(DECIMALS, SESSIONS, AUTOCORRELATIONS)
    ]


def _shares(random: np.random.Generator, runs: int, sessions: int, autocorrelation: float, decimals: int) -> Shares:
    flat, falling = (_courses(random, runs, sessions, autocorrelation, decimals, slope) for slope in (0, FALL))
    found = []
    for rule in (_verdict, _unrounded):
        found.append(sum(rule(scores) in (Verdict.GOING_DOWN, Verdict.GOING_UP) for scores in flat) / runs)
        found.append(sum(rule(scores) is not Verdict.GOING_DOWN for scores in falling) / runs)
    return Shares(sessions, autocorrelation, decimals, *found)


def _courses(
    random: np.random.Generator, runs: int, sessions: int, autocorrelation: float, decimals: int, slope: float
) -> list[list[float]]:
    errors = random.normal(0, DEVIATION, (runs, sessions))
    for place in range(1, sessions):
        # The innovations are scaled so that every session has the same standard deviation.
        fresh = errors[:, place] * np.sqrt(1 - autocorrelation**2)
        errors[:, place] = autocorrelation * errors[:, place - 1] + fresh
    scores: list[list[float]] = np.clip(START + slope * np.arange(sessions) + errors, 0, 10).round(decimals).tolist()
    return scores


def _verdict(scores: list[float]) -> Verdict:
    days = (_FIRST_DAY + timedelta(weeks=place) for place in range(len(scores)))
    return verdict_of(
        [Arrival(number, day, score) for number, (day, score) in enumerate(zip(days, scores, strict=True), 1)]
    )


def _unrounded(scores: list[float]) -> Verdict:
    """The verdict that Sen's interval of the scores as they are would give, from 8 sessions on."""
    slope, change = theil_sen(range(len(scores)), scores), change_of(scores)
    if slope is None or slope.interval is None or change is None:
        return Verdict.NOT_ENOUGH
    if change.lower >= LEAST_DIFFERENCE and slope.interval.high < 0:
        return Verdict.GOING_DOWN
    return Verdict.GOING_UP if change.lower <= -LEAST_DIFFERENCE and slope.interval.low > 0 else Verdict.NOT_ENOUGH


def table(shares: list[Shares]) -> str:
    """The shares in percent, one line a setting."""
    lines = [
        f"{'whole' if each.decimals == 0 else '0.1':>6}  {each.sessions:>8}  {each.autocorrelation:>15}"
        f"  {each.false:>7.1%}  {each.missed:>7.1%}  {each.unrounded_false:>15.1%}  {each.unrounded_missed:>7.1%}"
        for each in shares
    ]
    return "\n".join(["scores  sessions  autocorrelation    false   missed  unrounded false   missed", *lines])


if __name__ == "__main__":
    sys.stdout.write(f"{RUNS} courses a cell, seed {SEED}\n{table(simulated())}\n")
