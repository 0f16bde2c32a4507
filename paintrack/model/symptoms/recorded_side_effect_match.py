"""Whether words for a side effect may mean one that is recorded, though in other words."""

from paintrack.model.entries import SideEffect
from paintrack.model.symptoms.side_effect_kinds import OTHER
from paintrack.model.symptoms.side_effects_typed_twice import is_same
from paintrack.model.typed.names.name_slips import is_slip, words_of

_SIDES = {"left", "right"}


def may_mean(typed: SideEffect, recorded: SideEffect) -> bool:
    """Whether both are of one kind, or, where the kind of one is not known, their words are a slip of each other.

    Never one of the left and one of the right.

    >>> may_mean(SideEffect(kind="fainted", words="passed out"), SideEffect(kind="fainted", words="collapsed"))
    True
    >>> may_mean(SideEffect(kind="numb_weak", words="numb left hand"), SideEffect(kind="other", words="nmb left hand"))
    True
    """
    sides = [_SIDES & words_of(each.words or "") for each in (typed, recorded)]
    if all(sides) and sides[0] != sides[1]:
        return False
    if OTHER.key not in (typed.kind, recorded.kind):
        return typed.kind == recorded.kind
    return is_same(typed, recorded) or is_slip(typed.words or "", recorded.words or "")


def is_meant(typed: SideEffect, recorded: SideEffect) -> bool:
    """Whether one that `may_mean` the other plainly does: in its words, a slip of them or fewer, or as a bare kind.

    A kind is a bundle: who has numbness in the foot may be weak in the arm.

    >>> numb_foot = SideEffect(kind="numb_weak", words="numb foot")
    >>> [is_meant(SideEffect(kind="numb_weak", words=words), numb_foot) for words in ("numb", "weak arm", None)]
    [True, False, True]
    """
    if not typed.words or not recorded.words or is_same(typed, recorded) or is_slip(typed.words, recorded.words):
        return True
    return words_of(typed.words) <= words_of(recorded.words)
