"""What is wrong with a correction, as values; `views/refusals` puts them into sentences.

`label` and `session` are ids that people type.
"""

from collections.abc import Sequence

from paintrack.errors import UsageError
from paintrack.model.entries import SideEffect


class NoSuchFieldError(UsageError):
    """An entry of this kind does not have the field that is to be corrected."""

    def __init__(self, kind: str, label: str, field: str) -> None:
        super().__init__()
        self.kind = kind
        self.label = label
        self.field = field


class UnknownFieldError(UsageError):
    """The `word` names no field that can be cleared; `fields` are the words that do."""

    def __init__(self, word: str, fields: Sequence[str]) -> None:
        super().__init__()
        self.word = word
        self.fields = tuple(fields)


class NotClearableError(UsageError):
    """A reading does not have the field that is to be cleared."""

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field


class ReadingHasOneScoreError(UsageError):
    """A score before or after is typed for a reading."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label


class SessionHasTwoScoresError(UsageError):
    """A single score is typed for a session."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label


class AlreadyRatedError(UsageError):
    """The session rates the condition that another one is to be renamed to."""

    def __init__(self, session: str, condition: str) -> None:
        super().__init__()
        self.session = session
        self.condition = condition


class NotRatedError(UsageError):
    """The session does not rate the condition."""

    def __init__(self, session: str, condition: str) -> None:
        super().__init__()
        self.session = session
        self.condition = condition


class SideEffectNotThereError(UsageError):
    """The session does not have the side effect that is to be removed; `other_effects` are those it has, maybe none.

    `of_outcome`: only its outcome is to be removed, and `other_effects` are those that have one.
    """

    def __init__(
        self, session: str, effect: SideEffect, other_effects: Sequence[SideEffect], *, of_outcome: bool = False
    ) -> None:
        super().__init__()
        self.session = session
        self.effect = effect
        self.other_effects = tuple(other_effects)
        self.of_outcome = of_outcome


class AmbiguousRatingError(UsageError):
    """It is not clear which rating of the session is meant; `conditions` are those that it rates, perhaps none.

    `typed` are the words of the command line that was refused, without `paintrack`; empty where it is not known.
    """

    def __init__(self, session: str, conditions: Sequence[str], typed: Sequence[str] = ()) -> None:
        super().__init__()
        self.session = session
        self.conditions = tuple(conditions)
        self.typed = tuple(typed)
