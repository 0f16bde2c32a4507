"""Examples of commands for a word that is no command, with what was typed in them in its place."""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from paintrack.commands._shared.edit_examples import correction_example
from paintrack.commands._shared.guidance.command_arguments_and_examples import SCORE_IN_EXAMPLE
from paintrack.commands._shared.guidance.meanings.amounts_of_money import plain_amount
from paintrack.commands._shared.guidance.meanings.described_entries import described_entries
from paintrack.commands._shared.guidance.meanings.named_ids import ids_in, is_noun
from paintrack.commands._shared.guidance.meanings.word_classification import date_in
from paintrack.commands._shared.guidance.suggestions.by_command.conditions_and_practitioners import renaming_of
from paintrack.commands._shared.guidance.suggestions.by_command.removing.undeletion import is_recorded
from paintrack.commands._shared.id_resolution import entry_of, kind_of_label, labels_of
from paintrack.errors import PaintrackError
from paintrack.model.entries import Session
from paintrack.model.selection import Selection
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader

_REFUNDED = {"refund", "refunded", "reimbursed", "reimbursement", "covered", "insurance"}
_RECEIPTS = {"receipt", "invoice", "bill"}
_SESSIONS = {"session", "visit", "treatment", "appointment", "acupuncture"}
_AROUND_SESSION = {"for", "on", "at", "to", "of", "in", "the", "my"}


def with_names(example: Sequence[str], rest: Sequence[str], reader: Reader) -> list[str]:
    """The example with what was typed in the place of its text, of its score, and of an old and a new name."""
    words = [word for word in rest if not word.startswith("-")]
    # A number is not a side effect.
    is_text = example[:1] != ["effect"] or any(map(str.isalpha, " ".join(words)))
    places = {"TEXT": " ".join(words)} if words and len(words) == len(rest) and is_text else {}
    if words and len(words) == len(rest) and example[:3] == ["plan", "set", "--goal"]:
        return goal_line(example, words, reader)
    if "OLD" in example:
        return renaming_of(words, reader)
    return [places.get(word, word) for word in example]


def correction_line(label: str, reader: Reader) -> list[str]:
    """`edit` with a correction that the entry can have; a score, which nobody can guess, as a placeholder."""
    option, value = correction_example(label)
    line = ["edit", label, option, SCORE_IN_EXAMPLE if is_score(value) else value]
    try:
        entry = entry_of(reader, label)
    except PaintrackError:
        return line
    if not isinstance(entry, Session) or len(entry.ratings) == 1:
        return line
    if entry.ratings:
        return [*line, "--for", entry.ratings[0].condition]
    return ["edit", label, "--note", "TEXT"]


def money_lines(word: str, rest: Sequence[str], reader: Reader, now: datetime) -> list[list[str]]:
    """`edit` with what an insurer gave back (`refund 40`) or the text of a receipt (`receipt R-9`); none for others."""
    if folded(word) in _REFUNDED:
        return paid_lines(rest, reader, now, option="--covered")
    if folded(word) in _SESSIONS and rest and folded(rest[0]) in ("cost", "costs", "price"):
        return paid_lines(rest[1:], reader, now)
    is_text = len(rest) == 1 and plain_amount(rest[0]) is None and any(map(str.isdigit, rest[0]))
    is_receipt = folded(word) in _RECEIPTS and is_text and not rest[0].startswith("-") and not date_in(rest, now).words
    return [["edit", "last", "--receipt", *rest]] if is_receipt else []


def paid_lines(words: Sequence[str], reader: Reader, now: datetime, *, option: str = "--cost") -> list[list[str]]:
    """`edit` with what was paid for the session that the words name, the last one where they name none.

    `option` takes the amount.

    A session is named by its id (`80 session 1`), its day, its condition or its practitioner. None for other words.
    """
    # A year alone is a time.
    if re.fullmatch("(19|20)[0-9]{2}", " ".join(words)):
        return []
    for start in range(len(words) - 1, -1, -1):
        if start and is_noun(words[start - 1]):
            continue
        for length in (2, 1):
            paid = plain_amount(" ".join(words[start : start + length])) if start + length <= len(words) else None
            rest = [word for word in (*words[:start], *words[start + length :]) if folded(word) not in _AROUND_SESSION]
            if paid is not None and (labels := _paid_sessions(rest, reader, now)):
                return [["edit", label, option, paid] for label in labels]
    return []


def _paid_sessions(words: Sequence[str], reader: Reader, now: datetime) -> list[str]:
    """The ids of the sessions that the words name; none where they name no session, or too many."""
    if not words:
        return ["last"]
    if ids := ids_in(labels_of(words)):
        sessions = [each for each in ids if kind_of_label(each) == Session.kind]
        return sessions if sessions == ids and all(map(partial(_is_there, reader), ids)) else []
    if described := described_entries(words, reader, now):
        sessions = [each.label for each in described.entries if isinstance(each, Session)]
        if not sessions and not date_in(words, now).rest:
            return ["last"]  # It was paid on a day without a session.
        return sessions if described.are_few and not described.rest else sessions[:1] if not described.rest else []
    if (practitioner := reader.practitioner_spelling(" ".join(words))) is not None:
        return [each.label for each in reader.sessions(Selection(practitioner=practitioner, last=1))]
    return []


def _is_there(reader: Reader, label: str) -> bool:
    return label.startswith("last") or is_recorded(label, reader)


def goal_line(example: Sequence[str], words: Sequence[str], reader: Reader) -> list[str]:
    """`plan set` with the goal and the condition that were typed, in any order; the example for other words."""
    words = [word for word in words if folded(word) not in ("is", "of", "to", "=", "score", "my")]
    scores = [word for word in words if is_score(word)]
    name = " ".join(word for word in words if not is_score(word)).removeprefix("for ").removesuffix(" for")
    # A new condition is one word: more may say something else.
    condition = reader.spelling(name) or (name if name.isalpha() and len(name) > 1 else None)
    if len(scores) > 1 or (name and condition is None):
        return [*example]
    return ["plan", "set", *(["--for", condition] if condition else []), "--goal", *(scores or example[-1:])]
