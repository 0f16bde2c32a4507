"""The session that is named before or behind the words for a side effect: `2 bruise`, `bruise gone session 2`."""

import re
from collections.abc import Container, Sequence

from paintrack.commands._shared.guidance.meanings.word_classification import is_side_effect
from paintrack.model.symptoms.side_effect_outcome import goes_on, split_outcome
from paintrack.model.symptoms.side_effect_recognition import urgent_advice
from paintrack.model.symptoms.side_effect_removal_requests import split_removal

_LAST = r"(?:the |my )?last (?:session|visit)"
_NAMED = rf"(?:session|visit) #?(?P<number>[0-9]{{1,15}})|(?P<reading>r[0-9]{{1,15}})|(?P<last>{_LAST})"
_BEFORE = re.compile(rf"(?:(?:in|after|from|on|since) )?(?:{_NAMED})[:,]? (?P<rest>.+)", re.ASCII | re.IGNORECASE)
_BEHIND = re.compile(rf"(?P<rest>.+?),?(?: (?:in|after|from|of|on|since|with))? (?:{_NAMED})", re.ASCII | re.IGNORECASE)
# A number alone may be a score, a count or a day.
_BARE_BEFORE = re.compile(r"(?P<number>#?[0-9]{1,15}|last)[:,]? (?P<rest>.+)", re.ASCII | re.IGNORECASE)
_BARE_BEHIND = re.compile(r"(?P<rest>.+) (?P<number>#?[0-9]{1,15}|last)", re.ASCII | re.IGNORECASE)
_NUMBER_OR_ID = re.compile(r"#?[a-z]?[0-9.,/]+", re.ASCII | re.IGNORECASE)
# A side effect may begin with one of these, though what follows is one without it.
_BEGINNINGS = {
    "big", "small", "bad", "slight", "mild", "severe", "strong", "sharp", "light", "new", "some", "my", "a", "i",
    "could", "couldn't", "can't", "cannot",
}  # fmt: skip


def effect_of_session(typed: Sequence[str], options: Container[str]) -> list[str]:
    """The command line with `--session`, and with `--outcome` where the words say one; empty where none is named.

    A reading is no session: without it the newest one is meant. None where one is to be taken out.
    """
    if "--session" in options or "--another" in options:
        return []
    text = " ".join(" ".join(typed).split())
    if split_removal(text) is not None:
        return []
    apart = split_outcome(text)
    is_outcome = apart is not None and "--outcome" not in options and _is_over(apart.outcome)
    for form in (_BEFORE, _BEHIND, _BARE_BEFORE, _BARE_BEHIND):
        parts = [(text, "")] if apart is None or not is_outcome else [(text, ""), apart]
        for words, outcome in parts:
            match = form.fullmatch(words)
            if (
                match is not None
                and any(not _NUMBER_OR_ID.fullmatch(word) for word in match["rest"].split())
                and not _is_temperature(match)
                and _is_effect(match["rest"], is_bare=not _is_sure(match))
            ):
                return ["effect", *_with_outcome(match["rest"], outcome, takes_one=is_outcome), *_session_in(match)]
    return []


def _is_sure(match: re.Match[str]) -> bool:
    """Whether the words mean a session wherever they stand; `last session` may begin a sentence."""
    return match.re in (_BEFORE, _BEHIND) and not match["last"]


def _is_temperature(match: re.Match[str]) -> bool:
    """Whether the number says how high a fever is: `fever 39`."""
    number = match.groupdict().get("number") or ""
    return (
        number in map(str, range(35, 43)) and re.search("fever|temperature", match["rest"], re.IGNORECASE) is not None
    )


def _is_over(outcome: str) -> bool:
    return not goes_on(outcome) and not urgent_advice((), [outcome])


def _with_outcome(words: str, outcome: str, *, takes_one: bool) -> list[str]:
    apart = split_outcome(words) if takes_one and not outcome else None
    effect, outcome = (words, outcome) if apart is None else apart
    return [*effect.split(), *(["--outcome", outcome] if outcome else [])]


def _session_in(match: re.Match[str]) -> list[str]:
    values = match.groupdict()
    if values.get("reading"):
        return []
    return ["--session", "last" if values.get("last") else values["number"].lstrip("#").lower()]


def _is_effect(words: str, *, is_bare: bool) -> bool:
    """Whether the words are a side effect; beside a bare number a known one, to which every word belongs.

    Not so in `2 days of chest pain`, `last night chest pain` and `chest pain jul 3`.
    """
    apart = split_outcome(words)
    effect = (words if apart is None else apart.effect).split()
    if not is_side_effect(" ".join(effect)):
        return not is_bare
    if not is_bare or len(effect) == 1:
        return True
    is_inside = is_side_effect(" ".join(effect[:-1]))
    is_inside |= effect[0].casefold() not in _BEGINNINGS and is_side_effect(" ".join(effect[1:]))
    return not is_inside
