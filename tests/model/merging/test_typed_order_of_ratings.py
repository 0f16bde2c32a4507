"""The order in which ratings were typed, where a merge shows only some of them."""

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from paintrack.exchange.importing.database_entry_check import strict_entry
from paintrack.model.entries import Rating, Session
from paintrack.model.merging.typed_order_of_ratings import is_place, stamps_of_places, typed_order
from tests.factories.entries import a_session, changed
from tests.model.merging.histories import merged

EARLY, LATE, LATEST, LAST = (f"2026-08-0{day}T00:00:00.000000Z" for day in (1, 2, 3, 4))
NAMES = ["neck", "arm", "hip"]
SESSION = a_session(ratings=[Rating(name, 7, 3) for name in NAMES], uid="a" * 32)


def test_a_rating_that_waited_for_its_name_has_its_place_again() -> None:
    """Version 1, which has no stamps, says the order; another computer gives the name of the first to the last."""
    neck, arm, hip = SESSION.ratings
    typed = replace(SESSION, edited=LATE, changed=None)
    renamed = changed(SESSION, EARLY, ratings=(neck.renamed("x"), arm, hip))
    namesake = changed(renamed, LATEST, ratings=(neck.renamed("x"), arm, hip._replace(after=1.0).renamed("neck")))
    last = changed(namesake, LAST, ratings=(neck.renamed("x"), arm, hip._replace(after=1.0).renamed("foot")))
    assert isinstance(namesake, Session)
    assert isinstance(last, Session)
    assert [each.condition for each in merged(typed, namesake).ratings] == ["arm", "neck"]
    for one, two, three in permutations((typed, namesake, last)):
        assert [each.condition for each in merged(merged(one, two), three).ratings] == ["neck", "arm", "foot"]


@given(st.permutations(NAMES), st.sets(st.sampled_from(NAMES)))
def test_the_places_give_the_order_again(order: list[str], shown: set[str]) -> None:
    ratings = tuple(SESSION.rating_of(name) for name in order)
    identities = [each.identity for each in ratings if each is not None]
    visible = [each for each in ratings if each is not None and each.condition in shown]
    places = stamps_of_places(identities, [each.identity for each in visible], SESSION.entered)
    session = replace(SESSION, ratings=tuple(visible), changed={"rest": SESSION.entered, **places})
    assert typed_order(session) == identities
    assert all(map(is_place, places))
    assert strict_entry(session) == session
    # A newer order needs them no more.
    newer = replace(session, changed={**places, "rest": EARLY})
    assert typed_order(newer) == [each.identity for each in visible]
