"""What the patient gives names to."""

from enum import Enum


class NameKind(Enum):
    """What is named; the value is the noun for it."""

    CONDITION = "condition"
    PRACTITIONER = "practitioner"
    POINT = "point"
