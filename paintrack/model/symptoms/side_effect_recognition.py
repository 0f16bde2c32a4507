"""Side effects: from what people type to a kind, what is serious in any text, and what to do about it."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from paintrack.errors import UsageError
from paintrack.model.displayed_text import isolated
from paintrack.model.entries import SideEffect
from paintrack.model.symptoms.everyday_sayings import NONE
from paintrack.model.symptoms.kind_in_text import APOSTROPHES, denies_names, is_elsewhere, kind_in_text
from paintrack.model.symptoms.phrase_matching import Span
from paintrack.model.symptoms.serious_sign_search import serious_spans, speaks_of_self_harm
from paintrack.model.symptoms.side_effect_kinds import (
    OTHER,
    SELF_HARM,
    SERIOUS_KINDS,
    SIDE_EFFECT_KINDS,
    SideEffectKind,
)
from paintrack.model.symptoms.side_effect_outcome import says_over, says_well
from paintrack.model.symptoms.side_effect_qualifiers import GOES_ON, HOW_MUCH, only_says_more
from paintrack.model.typed.names.name_slips import slip_of
from paintrack.model.typed.typed_text import one_line

# Words that people put around the ones that count.
_FILLERS = {
    "a", "an", "and", "are", "at", "been", "bit", "got", "had", "have", "i", "in", "is", "it", "my", "of",
    "on", "really", "so", "some", "the", "to", "very", "was", "were",
}  # fmt: skip
# A note can have a million characters: of a longer text the page shows what stands around the words that count.
_LONGEST_WHOLE, _AROUND = 1000, 200
# What follows one of these says where. What says when has an option of its own.
_WHERE = (
    r"(?is)[ ,]+(?:on|at|in|from|when|near|around|behind|under|over|above|below|while|where|by|all)\b"
    r"(?!.*(?:\d|session|visit)).*"
)
# Behind one of these stands what is not meant by what stands before it.
_EXCEPTION = r"\b(?:but|except|besides|apart from|other than|only|just)\b"
_GOING_ON_WORSE = {"worse", "worsening", "muchworse", "gettingworse", "gotworse"}
_SHORTEST_SLIP = 5  # in shorter names one other letter mostly makes another word
_SERIOUS_BY_KEY = {kind.key: kind for kind in SERIOUS_KINDS}


class SeriousText(NamedTuple):
    """A serious kind that a text names, and the text itself, or the part around the words that name it."""

    kind: SideEffectKind
    words: str


def parse_side_effect(text: str) -> SideEffect:
    """The side effect typed as `text`: its kind and the words as typed; the kind `other` where none is recognised.

    A kind is known by its key, its label or one of its names, without regard to case, hyphens, apostrophes and
    small words, also inside of more words: `swollen bruise`; a serious one also by its signs. Thoughts of self-harm are
    no kind: the words alone are kept. Raises UsageError when nothing is typed, when it is no text, or when it says that
    there was no side effect.
    """
    words = one_line(text, "The side effect")
    if is_none(words):
        raise UsageError(f"{isolated(words)}: no side effect to save.")
    kind = _kind_in(words) or OTHER
    return SideEffect(kind=OTHER.key if kind is SELF_HARM else kind.key, words=None if words == kind.key else words)


def parse_side_effects(text: str) -> tuple[SideEffect, ...]:
    """The side effects typed as `text`: several where commas, or `and`, stand between those that are known.

    A part between commas that is not known is one in the person's words; one that is denied is none. Raises UsageError
    as `parse_side_effect` does.

    >>> [effect.kind for effect in parse_side_effects("bruise, dizzy, odd taste")]
    ['bruise_bleeding', 'dizzy_nausea_sweat', 'other']
    >>> [effect.words for effect in parse_side_effects("itchy toe, red toe")]
    ['itchy toe, red toe']
    """
    return tuple(parse_side_effect(part) for part in _parts(text) if not is_denied(part))


def denied_in(text: str) -> list[str]:
    """The parts of a text for which `parse_side_effects` has nothing, as they say that there was none: `no bruise`."""
    return [part for part in _parts(text) if is_denied(part)]


def is_listed(text: str) -> bool:
    """Whether it names a listed side effect and says no more than where and how much; also one serious by its signs."""
    return not is_none(text) and all(listed_kind(part) not in (None, SELF_HARM) for part in _parts(text))


def _parts(text: str) -> list[str]:
    """The texts that each name one side effect."""
    if _by_name(text) is not None:
        # Such as `pins and needles`.
        return [text]
    joined = list[tuple[str, list[str]]]()
    for part in (stripped for each in re.split("[,;]", text) if (stripped := each.strip()) and not is_none(stripped)):
        names = _names_in(part)
        if joined and not names and only_says_more(part) and not is_denied(part):
            before, earlier_names = joined[-1]
            joined[-1] = (
                f"{before}, {part}",
                [*earlier_names[:-1], f"{earlier_names[-1]}, {part}"] if earlier_names else [],
            )
        elif joined and _says_how_it_goes_on(part, *joined[-1]):
            joined[-1] = f"{joined[-1][0]}, {part}", []
        else:
            joined.append((part, names))
    if not any(names for _, names in joined):
        return [text]
    parts = [name for part, names in joined for name in names or [part]]
    # Words on both sides of a comma may name a serious symptom that none of them does alone; not what is denied.
    whole = _serious_kinds(", ".join(part for part in parts if not is_denied(part)))
    return parts if {*whole} <= {kind for part in parts for kind in _serious_kinds(part)} else [text]


def _names_in(part: str) -> list[str]:
    """The side effects that a part between commas names: one with each `and`, if all of them are known, or itself."""
    pieces = re.split(r"([+&]|\band\b)", part, flags=re.IGNORECASE)
    if names := _known_names(pieces):
        return names
    names = [each.strip() for each in pieces[::2]]
    if len(names) > 1 and all(listed_kind(each) is not None for each in names):
        return names
    return [part] if listed_kind(part) is not None else []


def _says_how_it_goes_on(part: str, text_before: str, names_before: list[str]) -> bool:
    """Whether a part is about the one side effect before it: `chest pain not gone, worse`, `bruise, fine now`."""
    is_worse = compact_form(part) in _GOING_ON_WORSE and _by_name(text_before) is None
    if not is_worse and not (says_over(part) and len(names_before) < 2):
        return False
    kind = _kind_in(text_before)
    # A name with a slip of the keys is known alone.
    return kind is not None and kind is _kind_in(f"{text_before}, {part}")


def _known_names(pieces: list[str]) -> list[str]:
    """The names that the pieces are, every second of which is an `and`; empty where one of them is not known."""
    names, start = list[str](), 0
    while start < len(pieces):
        # A name such as `black and blue` has an `and` of its own; none has more than two.
        ends = (end for end in range(start + 5, start, -2) if end <= len(pieces))
        ahead = ((end, "".join(pieces[start:end]).strip()) for end in ends)
        end, name = next(((end, name) for end, name in ahead if _by_name(name) is not None), (0, ""))
        if not name:
            return []
        names.append(name)
        start = end + 1
    return names


def is_none(text: str) -> bool:
    """Whether it says that there was no side effect: `none`, `ok`, `nothing`, also in some other languages."""
    compact_text = compact_form(text)
    if compact_text in _no_side_effect():
        return True
    # `no side effects, but a metallic taste` says that there was one, whatever it is.
    if not compact_text.startswith("nosideeffect"):
        return False
    exceptions = re.split(_EXCEPTION, text, flags=re.IGNORECASE)[1:]
    if any(compact_form(each) and not says_well(each.strip(" ,;.:")) for each in exceptions):
        return False
    return not any(map(_kind_in, re.split(r"[,;.:\n]", text)[1:]))


def is_denied(text: str) -> bool:
    """Whether it says of listed side effects that there was none, or that one is well, and nothing else.

    Such as `no bruise`, `dizzy: none`, `fine now`; never where the words may name a serious symptom.
    """
    return (denies_names(text) or says_well(text)) and names_nothing(text)


def names_nothing(text: str) -> bool:
    """Whether it names no kind of side effect, and no serious symptom."""
    return _kind_in(text) is None and not urgent_advice((), [text])


def urgent_advice(texts: Iterable[str], side_effects: Iterable[str] = ()) -> list[str]:
    """What to do now about every serious kind that the raw texts name, alone or inside longer text.

    `side_effects` are texts that stand for a side effect: there a name alone counts too (`weak`). Each advice once,
    the most urgent first; none where that of another kind says it already. Never raises: it comes before anything is
    checked or saved.
    """
    side_effects = [part for text in side_effects for part in dict.fromkeys((text, *_parts(text)))]
    kinds = [kind for text in (*texts, *side_effects) for kind in _serious_kinds(text)]
    named = [listed_kind(text) or _begun_kind(text) for text in side_effects]
    kinds += [kind for kind in named if kind is not None and kind.is_serious]
    keys = {kind.key for kind in kinds}
    covered = {key for kind in SERIOUS_KINDS if kind.key in keys for key in kind.covers}
    return [kind.advice for kind in SERIOUS_KINDS if kind.key in keys - covered]


def serious_in(text: str) -> list[SeriousText]:
    """The serious kinds that a text names, most urgent first, for the page; thoughts of self-harm are left out.

    A kind is left out where the same words name one that covers it: numbness between the legs is no further numbness.
    The words are withheld (empty) where the text speaks of self-harm as well.
    """
    spans = serious_spans(text)
    keys = {span.key for span in spans if not _is_covered(span, spans)}
    withheld = SELF_HARM.key in keys
    kinds = [kind for kind in SERIOUS_KINDS if kind.key in keys and kind is not SELF_HARM]
    return [SeriousText(kind, "" if withheld else _excerpt(text, kind, spans)) for kind in kinds]


def serious_in_effect(effect: SideEffect) -> list[SeriousText]:
    """The serious kinds of a side effect, its own first, and its words, as `serious_in` has them."""
    named = serious_in(effect.words or "")
    kind = kind_of(effect)
    if not kind.is_serious or kind in [each.kind for each in named]:
        return named
    words = "" if speaks_of_self_harm(effect.words or "") else effect.words or ""
    return [SeriousText(kind, words), *(each for each in named if each.kind.key not in kind.covers)]


def is_serious(effect: SideEffect) -> bool:
    """Whether it asks for help now or today: a serious kind, or words that name one."""
    return kind_of(effect).is_serious or bool(_serious_kinds(effect.words or ""))


def advice_for(effect: SideEffect) -> str:
    """What to do about it, in one to three sentences."""
    return " ".join(urgent_advice([effect.words or ""])) or kind_of(effect).advice


def label_of(effect: SideEffect, show: Callable[[str], str] = isolated) -> str:
    """What it is called in sentences: `bruise or bleeding`, or the words with the kind: `blue mark (bruise or ...)`.

    `show` gives the person's words as they stand there: isolated, or for data as typed (`str`).
    """
    return _with_kind(effect, kind_of(effect).label, show)


def short_of(effect: SideEffect) -> str:
    """What it is called in a table row: `bruise`, or its words with the kind: `blue mark (bruise)`."""
    return _with_kind(effect, kind_of(effect).short, isolated)


def kind_of(effect: SideEffect) -> SideEffectKind:
    """The kind, `other` for a key that only a newer paintrack knows."""
    return SIDE_EFFECT_KINDS.get(effect.kind, OTHER)


def has_own_words(effect: SideEffect) -> bool:
    """Whether the words say something else than the name of the kind."""
    kind = kind_of(effect)
    names = {compact_form(name) for name in (kind.key, kind.short, kind.label)}
    return effect.words is not None and compact_form(effect.words) not in names


def _with_kind(effect: SideEffect, name: str, show: Callable[[str], str]) -> str:
    if effect.kind not in SIDE_EFFECT_KINDS:
        return show(effect.words or effect.kind)
    if effect.kind == OTHER.key:
        return show(effect.words or name)
    return f"{show(effect.words or '')} ({name})" if has_own_words(effect) else name


def _excerpt(text: str, kind: SideEffectKind, spans: Iterable[Span]) -> str:
    """The text on one line; of a very long one what stands around all words that name the kind."""
    if len(text) <= _LONGEST_WHOLE:
        return " ".join(text.split())
    parts: list[tuple[int, int]] = []
    for span in spans:
        first, last = max(span.start - _AROUND, 0), min(span.end + _AROUND, len(text))
        if span.key != kind.key:
            continue
        if parts and first <= parts[-1][1]:
            parts[-1] = parts[-1][0], max(last, parts[-1][1])
        else:
            parts.append((first, last))
    words = " ... ".join(" ".join(text[first:last].split()) for first, last in parts)
    return f"{'... ' if parts[0][0] else ''}{words}{' ...' if parts[-1][1] < len(text) else ''}"


def _is_covered(span: Span, spans: Iterable[Span]) -> bool:
    """Whether words that it shares name a kind that covers its own."""
    return any(
        span.key in _SERIOUS_BY_KEY[each.key].covers and each.first < span.last and span.first < each.last
        for each in spans
    )


def _serious_kinds(text: str) -> list[SideEffectKind]:
    """The serious kinds that the text names, most urgent first."""
    keys = {span.key for span in serious_spans(text)}
    return [kind for kind in SERIOUS_KINDS if kind.key in keys]


def _kind_in(text: str) -> SideEffectKind | None:
    return listed_kind(text) or _begun_kind(text) or kind_in_text(text)


def _by_name(text: str) -> SideEffectKind | None:
    return _kinds_by_name().get(compact_form(text))


def listed_kind(text: str) -> SideEffectKind | None:
    """The kind that a text names as a whole, with where and how much around it."""
    kind = _by_name(text) or next(iter(_serious_kinds(text)), None)
    return kind if kind is not None or denies_names(text) else _by_core(text)


def _begun_kind(text: str) -> SideEffectKind | None:
    """The kind that a text names before it goes on with what became of it, since when, how long or why."""
    words = text.split()
    start = next((place for place in range(1, len(words)) if _without_marks(words[place]) in GOES_ON), 0)
    while start > 1 and _without_marks(words[start - 1]) in _FILLERS:
        start -= 1
    beginning = " ".join(words[:start]).rstrip(" ,;:.-")
    kind = (_by_name(beginning) or _by_core(beginning)) if beginning else None
    return None if kind is None or is_elsewhere(kind, text) else kind


def _without_marks(word: str) -> str:
    return word.casefold().strip(".,;:!")


# A command asks of each text whether it is a side effect, which one, and whether it is urgent.
@lru_cache(maxsize=256)
def _by_core(text: str) -> SideEffectKind | None:
    """The kind of a name with where or how much around it, or with one slip of the keys: `bruise on my back`."""
    core = re.sub(_WHERE, "", text)
    name = " ".join(word for word in core.split() if word.casefold() not in HOW_MUCH)
    if not name:
        return None
    if (kind := _by_name(core) or _by_name(name)) is not None:
        return None if is_elsewhere(kind, text) else kind
    slip = slip_of(name, _names_of_kinds()) if len(name) >= _SHORTEST_SLIP else None
    return None if slip is None else _by_name(slip)


@cache
def _names_of_kinds() -> tuple[str, ...]:
    return tuple(
        name
        for kind in SIDE_EFFECT_KINDS.values()
        for name in (kind.short, *kind.names.split(", "))
        if len(name) >= _SHORTEST_SLIP
    )


@cache
def _kinds_by_name() -> dict[str, SideEffectKind]:
    return {
        compact_form(name): kind
        for kind in SIDE_EFFECT_KINDS.values()
        for name in (kind.key, kind.short, kind.label, *kind.names.split(", "))
        if name
    }


@cache
def _no_side_effect() -> frozenset[str]:
    return frozenset(map(compact_form, NONE.split(", ")))


def compact_form(text: str) -> str:
    """The words without case, marks and small words, run together, to compare."""
    plain = "".join(each if each.isalnum() else " " for each in text.casefold() if each not in APOSTROPHES)
    return "".join(word for word in plain.split() if word not in _FILLERS)
