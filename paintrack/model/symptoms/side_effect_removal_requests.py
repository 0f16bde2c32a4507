"""Words that ask to take a side effect out or to correct it: `delete bruise`, `bruise was wrong`."""

import re
from typing import NamedTuple

from paintrack.model.typed.typed_text import folded

# These say so before any side effect.
_SURE = {
    "delete", "deleting", "remove", "removing", "undo", "erase", "cancel", "discard", "retract", "rm", "del",
    "take out", "take back", "take away", "get rid of", "strike", "edit", "correct", "rename", "replace", "fix",
    "amend", "modify", "update",
}  # fmt: skip
# These mean something else too: a clear blister, a dropped foot; `no bruise` says that there was none.
_UNSURE = {
    "clear", "drop", "change", "wrong", "wrongly", "no", "not", "never", "deleted", "removed", "forget", "forget about",
    "mistake", "by mistake", "mistaken", "error", "false", "not true", "it was no", "it was not", "without", "minus",
}  # fmt: skip
_BEHIND = (
    r"(?:(?:is|was|were|are) )?(?:a |an |my )?(?:wrong|mistake|by mistake|in error|error|typo|not true|false|never|"
    r"delete|deleted|delete (?:it|this|that)|remove|removed|remove (?:it|this|that)|undo|undo (?:it|this|that))"
)
_AROUND = r"(?:(?:the|my|a|an|that|this|last|one|side[ -]effects?|effects?|side-effect)[ :=]+)*"


class RemovalWords(NamedTuple):
    """The words for the side effect, empty where none is named; whether they are sure to ask for it."""

    effect: str
    is_sure: bool


def split_removal(text: str) -> RemovalWords | None:
    """The words behind, or before, those that ask to take a side effect out or to correct it; None without such.

    >>> split_removal("delete the bruise"), split_removal("wrong bruise")
    (RemovalWords(effect='bruise', is_sure=True), RemovalWords(effect='bruise', is_sure=False))
    >>> split_removal("removal of a tick") is None
    True
    """
    plain = " ".join(text.split())
    for verbs, is_sure in ((_SURE, True), (_UNSURE, False)):
        if match := re.fullmatch(rf"(?:{_either(verbs)})(?:[ :,]+{_AROUND}(?P<effect>.*))?", plain, re.IGNORECASE):
            return RemovalWords(match["effect"] or "", is_sure)
    if match := re.fullmatch(rf"{_AROUND}(?P<effect>.+?)[,:]? {_BEHIND}", plain, re.IGNORECASE):
        return RemovalWords(match["effect"], is_sure=False)
    return None


def _either(phrases: set[str]) -> str:
    return "|".join(map(re.escape, sorted(map(folded, phrases), key=len, reverse=True)))
