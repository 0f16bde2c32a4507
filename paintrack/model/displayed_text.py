"""Text of a person on its way out: made visible, isolated, quoted for a shell, listed in a sentence."""

import re

# Control characters, and characters that are invisible or change the direction of the text around them.
_UNSAFE = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"

# The Unicode isolates around a text that runs in the direction of its first letter, and the classes of letters that
# need them: Hebrew and the like, Arabic and the like.
_ISOLATE, _END_ISOLATE = ISOLATES = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_FROM_RIGHT = {"R", "AL"}
_ISOLATED = rf"{_ISOLATE}[^{_ISOLATE}{_END_ISOLATE}\n]*{_END_ISOLATE}"


def visible(text: str) -> str:
    r"""`text` with every character that could steer a terminal or hide text written as an escape.

    Isolates that stand around right-to-left letters on one line stay: `isolated` put them there, or might have.

    >>> print(visible("\x1b[31mred"))
    \x1b[31mred
    """
    return text if text.isprintable() else re.sub(f"{_ISOLATED}|{_UNSAFE}", _as_visible, text)


def _as_visible(match: re.Match[str]) -> str:
    """An isolated text as it is, anything else as escapes."""
    whole = match[0]
    if len(whole) > 1 and any(map(_is_from_right, whole)):
        return f"{_ISOLATE}{visible(whole[1:-1])}{_END_ISOLATE}"
    return re.sub(_UNSAFE, lambda unsafe: _escape(unsafe[0]), whole)


def visible_line(text: str) -> str:
    """`visible` on one line: newlines and tabs become single spaces."""
    return " ".join(visible(text).split())


def visible_path(path: object) -> str:
    r"""A path (text or Path) `visible` on one line and with each of its blanks, as it must be to be copied.

    >>> print(visible_path("a  b\nc .csv"))
    a  b\x0ac .csv
    """
    return visible(str(path)).replace("\n", _escape("\n")).replace("\t", _escape("\t"))


def isolated(text: str) -> str:
    """A whole text of a person on one line, `visible`, and between two isolates if it has right-to-left letters.

    Without them (Unicode UAX 9), such a text would reorder the numbers, words and columns beside it, and its own
    numbers would run with those. Isolates take no column. A text whose right-to-left letters are all isolated stays
    as it is. In a command to type the name stays bare: there use `visible_line`.
    """
    line = visible_line(text)
    if line.isascii() or not any(map(_is_from_right, re.sub(_ISOLATED, "", line))):
        return line
    return f"{_ISOLATE}{without_isolates(line)}{_END_ISOLATE}"


def typed_words(text: str) -> str:
    """`isolated` for what a person typed, in a sentence: in quotation marks where it holds one.

    A mark of its own alone would seem to open a quotation that nothing closes.

    >>> print(typed_words("8 nov"), typed_words("'8 nov"), typed_words('8"'))
    8 nov "'8 nov" '8"'
    """
    line = isolated(text)
    if not set(line) & set("'\"‘’“”"):
        return line
    return f"'{line}'" if '"' in line else f'"{line}"'


def without_isolates(text: str) -> str:
    """The text without isolates: if it was copied from the screen, they are paintrack's own."""
    return text if text.isascii() else text.replace(_ISOLATE, "").replace(_END_ISOLATE, "")


def without_idle_isolates(text: str) -> str:
    """The text without the isolates around letters that all run from left to right, as may be left of a cut name.

    `visible` would write these as escapes.
    """
    return re.sub(_ISOLATED, lambda match: match[0] if any(map(_is_from_right, match[0])) else match[0][1:-1], text)


def _is_from_right(letter: str) -> bool:
    import unicodedata

    return unicodedata.bidirectional(letter) in _FROM_RIGHT


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def listed(names: list[str], word: str = "or") -> str:
    """One or more names as a sentence lists them.

    >>> listed(["a", "b", "c"]), listed(["a", "b"], "and")
    ('a, b or c', 'a and b')
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"


def shell_quoted(text: str) -> str:
    """`text` as one word of a shell's command line, without isolates, which would stay in what is pasted.

    >>> print(shell_quoted("neck"), shell_quoted("lower back"))
    neck "lower back"
    """
    # `migraine=5:2` is one word without quotes as well.
    text = without_isolates(text)
    name, equals, scores = text.partition("=")
    if (name + scores.replace(":", "")).replace("-", "").replace(".", "").isalnum() and bool(name) >= bool(equals):
        return text
    if not set(text) & set('"$`\\!'):
        return f'"{text}"'
    # In single quotes a shell leaves every character alone; the text's own single quotes go between double quotes.
    return "'" + text.replace("'", "'\"'\"'") + "'"


def capitalize_first(text: str) -> str:
    """`text` with its first letter in upper case and the others unchanged: `ROM of the knee` stays as it is."""
    start = 1 if text.startswith(_ISOLATE) else 0
    return f"{text[:start]}{text[start : start + 1].upper()}{text[start + 1 :]}"


def uncapitalize_first(text: str) -> str:
    """`text` with its first letter in lower case and the others unchanged, to go on after a colon."""
    return f"{text[:1].lower()}{text[1:]}"
