"""What is typed about a session beside its scores, as values."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from paintrack.data.point_table import load_points
from paintrack.errors import UsageError
from paintrack.model.acupuncture.points import PointLike, PointTable
from paintrack.model.entries import SideEffect
from paintrack.model.symptoms.side_effect_recognition import advice_for
from paintrack.model.typed.session_details import SINGLE_VALUES, SessionDetails, parse_details
from tests.factories.entries import a_session

BRUISE = SideEffect(kind="bruise_bleeding", words="bruise")


def parsed(*, table: PointTable = load_points, **typed: Any) -> SessionDetails:
    nothing: dict[str, Any] = dict.fromkeys(SINGLE_VALUES)
    points, side_effects = typed.pop("points", None), typed.pop("side_effects", [])
    return parse_details(nothing | typed, points=points, side_effects=side_effects, table=table)


def test_nothing_said_is_nothing() -> None:
    assert parsed() == SessionDetails()


def test_everything_said_becomes_values() -> None:
    assert parsed(
        points="ub-40; hegu",
        technique="ea",
        practitioner=" Dr  Li ",
        side_effects=["bruise", "odd dreams"],
        cost="85",
        covered="60.5",
        note=" slept well\r\n",
    ) == SessionDetails(
        points=("BL40", "LI4"),
        technique="electroacupuncture",
        practitioner="Dr Li",
        side_effects=(BRUISE, SideEffect(kind="other", words="odd dreams")),
        cost=8500,
        covered=6050,
        note="slept well",
        remarks=(advice_for(BRUISE), advice_for(SideEffect(kind="other"))),
    )


def test_the_advice_of_an_urgent_side_effect_is_no_remark() -> None:
    # It was given before anything was checked.
    assert parsed(side_effects=["chest pain", "my chest pain came back"]).remarks == ()


def test_an_empty_note_says_nothing() -> None:
    assert parsed(note="  \n") == SessionDetails()


def test_the_point_table_is_not_opened_for_codes() -> None:
    def never() -> Iterable[PointLike]:
        raise AssertionError("the table was opened")

    assert parsed(points="LI4,ST36", table=never).points == ("LI4", "ST36")


@pytest.mark.parametrize(
    ("option", "typed", "beginning"),
    [
        ("points", " , ", "No point is named."),
        ("technique", "voodoo", "voodoo is not in the list of techniques."),
        ("practitioner", " ", "The name is empty."),
        ("cost", "-5", "The cost cannot be below 0."),
        ("covered", "lots", "What is covered is an amount"),
        ("note", "a\x00b", "The note holds a control character (U+0000)."),
    ],
)
def test_what_is_not_understood_is_refused(option: str, typed: Any, beginning: str) -> None:
    with pytest.raises(UsageError) as refused:
        parsed(**{option: typed})
    assert str(refused.value).startswith(beginning)
    assert str(refused.value).endswith(".")


def test_what_is_said_later_of_the_same_session_is_added() -> None:
    session = a_session(note="tired", points=("LI4", "ST36"), side_effects=(BRUISE,), cost=8500)
    later = SessionDetails(points=("ST36", "SP6"), note="slept well", side_effects=(SideEffect(kind="drowsy"),))
    assert later.added_to(session) == replace(
        session,
        points=("LI4", "ST36", "SP6"),
        note="tired\nslept well",
        side_effects=(BRUISE, SideEffect(kind="drowsy")),
    )


def test_a_correction_stands_in_the_place_of_what_was_there() -> None:
    session = a_session(note="tired", points=("LI4",), side_effects=(BRUISE,), cost=8500)
    given = SessionDetails(points=("SP6",), note="slept well", side_effects=(SideEffect(kind="drowsy"),), cost=0)
    assert given.corrected_in(session) == replace(
        session,
        points=("SP6",),
        note="slept well",
        side_effects=(BRUISE, SideEffect(kind="drowsy")),
        cost=0,
    )


def test_nothing_said_changes_nothing() -> None:
    session = a_session(note="tired", points=("LI4",), technique="manual", practitioner="Dr Li", covered=0)
    assert SessionDetails().added_to(session) == SessionDetails().corrected_in(session) == session
