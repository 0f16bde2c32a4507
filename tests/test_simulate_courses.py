"""How often a verdict on a course is wrong: at most 5 of 100 verdicts are false."""

from tests.simulate_courses import AUTOCORRELATIONS, DECIMALS, SESSIONS, Shares, simulated, table


def test_error_rates_of_the_verdict() -> None:
    shares = simulated(runs=500)
    assert len(shares) == len(AUTOCORRELATIONS) * len(DECIMALS) * len(SESSIONS)
    assert max(each.false for each in shares) <= 0.05
    missed = {(each.decimals, each.autocorrelation, each.sessions): each.missed for each in shares}
    for decimals in DECIMALS:
        for autocorrelation in AUTOCORRELATIONS:
            # A rule that never says anything would make no false verdict either.
            assert missed[decimals, autocorrelation, 12] < missed[decimals, autocorrelation, 8] < 1
            assert missed[decimals, autocorrelation, 12] < 0.85
    for each in shares:
        # Rounding whole numbers changes nothing; rounding tenths is what keeps false verdicts few.
        unrounded = (each.unrounded_false, each.unrounded_missed)
        assert (unrounded == (each.false, each.missed)) == (each.decimals == 0)
    assert max(each.unrounded_false for each in shares) > 0.1


def test_the_table_shows_percent() -> None:
    assert table([Shares(8, 0.3, 1, 0.0125, 0.93, 0.1, 0.5)]).splitlines() == [
        "scores  sessions  autocorrelation    false   missed  unrounded false   missed",
        "   0.1         8              0.3     1.2%    93.0%            10.0%    50.0%",
    ]
