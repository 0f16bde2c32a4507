"""Whether two side effects are the same one, typed twice."""

from collections.abc import Iterable

from paintrack.model.entries import SideEffect
from paintrack.model.symptoms.side_effect_kinds import OTHER
from paintrack.model.symptoms.side_effect_recognition import compact_form, has_own_words, listed_kind


def is_same(one: SideEffect, another: SideEffect) -> bool:
    """Whether both name one side effect: the same kind, and no words that tell them apart or say more than a name."""
    if one.kind != another.kind:
        return False
    if any(each.kind != OTHER.key and listed_kind(each.words or each.kind) is None for each in (one, another)):
        return compact_form(one.words or "") == compact_form(another.words or "")
    words = {compact_form(each.words or "") for each in (one, another) if has_own_words(each)}
    return len(words) < 2 and (
        one.kind != OTHER.key or compact_form(one.words or "") == compact_form(another.words or "")
    )


def with_added(effects: Iterable[SideEffect], added: Iterable[SideEffect]) -> tuple[SideEffect, ...]:
    """The side effects and the added ones, each once."""
    kept = [*effects]
    for each in added:
        if not _is_among(each, kept):
            kept.append(each)
    return tuple(kept)


def repeated_among(effects: Iterable[SideEffect], added: Iterable[SideEffect]) -> list[SideEffect]:
    """Those of the added ones that are there already, or stand twice among them."""
    kept, added = [*effects], [*added]
    return [each for place, each in enumerate(added) if _is_among(each, [*kept, *added[:place]])]


def _is_among(effect: SideEffect, effects: Iterable[SideEffect]) -> bool:
    return any(is_same(effect, other) for other in effects)
