"""What the refusal of a date offers in its place."""

import re


def forms_in(sentence: str) -> list[str]:
    """The forms that a refusal names as what to type: in quotation marks, or one word."""
    named = re.findall(r'"([^"]+)"|type ([0-9:-]+|today)(?=[ ,.])| or (yesterday)', sentence)
    return [form for forms in named for form in forms if form]
