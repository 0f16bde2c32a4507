"""The order in which the ratings of a session were typed, kept while a merge shows only some of them.

An order that is known from the ratings that are shown would depend on which files were merged first: one that waits for
its name, or for a score, is shown again by the next. So each rating then has the stamp of a place, such as
`rating/KEY/place_ab` for the second one. It has no value and counts as long as nothing newer says the order.
"""

import re
from collections.abc import Collection, Sequence
from string import ascii_lowercase

from paintrack.model.changes.change_stamps import rest_stamp
from paintrack.model.entries import Session

_PLACE = re.compile("rating/([0-9a-f]{16})/place_([a-z]{2})")
_LETTERS = len(ascii_lowercase)


def is_place(name: str) -> bool:
    """Whether the stamp of that name says which place a rating has."""
    return _PLACE.fullmatch(name) is not None


def typed_order(session: Session) -> list[str]:
    """The identities of the session's ratings as they were typed, also of those that a merge does not show."""
    rest = rest_stamp(session)
    matches = [_PLACE.fullmatch(name) for name, stamp in (session.changed or {}).items() if stamp == rest]
    places = {match[1]: match[2] for match in matches if match is not None}
    if places:
        return sorted(places, key=lambda identity: (places[identity], identity))
    return [rating.identity for rating in session.ratings]


def stamps_of_places(order: Sequence[str], shown: Collection[str], rest: str) -> dict[str, str]:
    """The stamps by which `typed_order` gives this order again; none are needed if all of it is shown."""
    if {*order} <= {*shown} or len(order) > _LETTERS**2:
        return {}
    places = (ascii_lowercase[number // _LETTERS] + ascii_lowercase[number % _LETTERS] for number in range(len(order)))
    return {f"rating/{identity}/place_{place}": rest for identity, place in zip(order, places, strict=True)}
