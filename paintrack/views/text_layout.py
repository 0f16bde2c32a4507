"""Plain text laid out for a terminal: measured, padded, truncated, wrapped, packed on lines.

Widths are columns of the terminal: a Chinese character or an emoji takes two, a combining mark none. Whatever would
steer the terminal is made visible. `fill` and `pack` return one text, `wrap` its lines.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from paintrack.model.displayed_text import ISOLATES, isolated, visible_line, visible_path, without_idle_isolates
from paintrack.views.command_line_regex import COMMAND_LINE, is_command_line, may_have_command_line

_ISOLATE, _END_ISOLATE = ISOLATES
_JOINER = "\N{ZERO WIDTH JOINER}"
# Runs of plain letters, each drawn by itself, or of other characters, with the letter before them (an accent may belong
# to it) and those that are joined to them. Only these others, few in most texts, are examined one by one.
_RUNS = rf"[ -~]+(?![^ -~])|[ -~]?(?:[^ -~]|(?<={_JOINER})[ -~])+"
# Each sign that paintrack itself draws takes one column, so that measuring these loads no library.
DRAWN_SIGNS = "●○◉◄►▲▼↑↓→−·…░▒▓▁▂▃▄▅▆▇█▀│─┤┬└┘"
_AS_ASCII = str.maketrans(dict.fromkeys(DRAWN_SIGNS, "-"))
_EASY_TO_READ = 80
HANGING_INDENT = "  "  # of the lines after the first of a name
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"
_DATE = rf"[0-9]{{1,2}} {_MONTH}"
_MERIDIANS = (
    "Lung|Large Intestine|Stomach|Spleen|Heart|Small Intestine|Bladder|"
    "Kidney|Pericardium|Triple Energizer|Gallbladder|Liver|Governor Vessel|Conception Vessel"
)
_WORDS_OF_NUMBERS = (
    rf"(?:{_MERIDIANS}) [0-9]+",
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?{_DATE}(?: [0-9]{{4}}(?: [0-9]{{2}}:[0-9]{{2}})?)?",
    rf"{_MONTH} [0-9]{{4}}\b",
    rf"{_NUMBER} (?:->|→) {_NUMBER}(?: \((?:{_NUMBER} (?:lower|higher)|no change)\))?",
    rf"(?!{_NUMBER} to {_DATE}){_NUMBER} (?:to|of) {_NUMBER}(?: (?:lower|higher)\b)?",
    rf"{_NUMBER} (?:lower|higher|mg|mcg|µg|g|ml|%)(?!\w)",
    rf"{_NUMBER} (?:session|visit|reading|note|question|score|minute|hour|day|week|month|year|gap)s?\b",
    r"no change\b",
    r"(?:id|[Ss]ession|visit|goal|mean|pain|enjoyment|activity) [0-9]+",
)
# What is one word here although it has blanks, because its parts at the end of a line and on the next are hard to read:
# a date, two scores with their change, a range, a dose, a number of something, an id, a point of a meridian.
_PARTS = rf"--[a-z-]+ \"[^\"\n]+\"\S*|\(?(?:{'|'.join(_WORDS_OF_NUMBERS)})\S*|\S+"
# The blanks before a word, and the word. A third group is for a command line.
_BLANKS_AND_WORD = rf"(\s*?)({_PARTS})()"

# Of a sentence, also in other scripts.
_CLOSING = "\"'”’»)].,;:!?…、。，！？"
_END_MARKS = (".", "?", "!", "…", "。", "？", "！", "؟")


def width_of(text: str) -> int:
    """The columns that `text` (one line) takes in a terminal."""
    if text.isascii() or text.translate(_AS_ASCII).isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


# Cached, because long texts are measured letter by letter, and most letters recur.
_cluster_width = lru_cache(maxsize=1024)(width_of)


def pad(text: str, width: int, *, right: bool = False) -> str:
    """`text` padded to `width` columns with blanks after it, or with `right` before it."""
    blanks = " " * (width - width_of(text))
    return blanks + text if right else text + blanks


def truncate(text: str, width: int, *, ascii_only: bool, whole_numbers: bool = True) -> str:
    """`text` on one line of at most `width` columns, with an ellipsis if it was cut.

    The cut never splits what is drawn as one character (a flag, a family emoji), nor, with `whole_numbers`, a number,
    which would be read as another one. An isolate that is cut ends after the ellipsis, which thus stands where its text
    goes on.
    """
    text = visible_with_blanks(text)
    ellipsis = "..." if ascii_only else "…"
    kept = _length_within(text, width)
    if kept == len(text):
        return text
    kept = _length_within(text, width - len(ellipsis))
    head = text[:kept]
    if whole_numbers and re.match(r"[0-9.]", text[kept]):
        head = re.sub(r"[0-9.]+$", "", head)
    head = head.rstrip(f" ,{_JOINER}{_ISOLATE}")
    return without_idle_isolates(_closed(head + ellipsis)) if head else ellipsis[: max(width, 0)]


def cut_names(names: Sequence[str], width: int, *, ascii_only: bool) -> list[str]:
    """The names of persons' own, `isolated`, each on one line of at most `width` columns.

    Those that begin alike and would be the same when cut are shown from the word on in which they differ.

    >>> cut_names(["left knee, going up", "left knee, going down", "neck"], 12, ascii_only=True)
    ['...up', '...down', 'neck']
    """
    lines = [*map(visible_line, names)]
    cut = [truncate(line, width, ascii_only=ascii_only) for line in lines]
    shown = []
    for line, short in zip(lines, cut, strict=True):
        twins = [other for other, text in zip(lines, cut, strict=True) if text == short and other != line]
        same = max((_same_start(line, other) for other in twins), default=0)
        begin = line.rfind(" ", 0, same) + 1
        # Without a word that begins near, in the middle of it.
        start = begin if same - begin < width // 2 else min(same, len(line) - 1)
        text = f"{'...' if ascii_only else '…'}{line[start:]}" if start else line
        shown.append(truncate(isolated(text), width, ascii_only=ascii_only))
    return shown


def _same_start(one: str, other: str) -> int:
    """The number of characters with which both begin."""
    return next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(one))


def wrap(text: str, width: int, *, whole_words: bool = False, paths: Sequence[str] = (), indent: int = 0) -> list[str]:
    """The words of `text` on lines of at most `width` columns; a longer word is broken.

    With `whole_words` it gets a line of its own instead, since a broken path can no longer be copied. `paths` are parts
    of the text that are one word, blanks and all. A command line is always whole. Within a line each blank stays, since
    two in a row may belong to a path. Lines after the first have `indent` columns less, as they will be indented.
    """
    line = visible_with_blanks(text)
    if width_of(line) <= width:
        # Hardly any answer of `log` needs the patterns for command lines, which take longer to compile than to use.
        return _isolated_again([line])
    lines, shown_paths = [""], [*map(visible_path, paths)]
    for blanks, word, command_line in _words(line, shown_paths):
        longer = f"{lines[-1]}{blanks}{word}" if lines[-1] else word
        if width_of(longer) <= (width if len(lines) == 1 else width - indent):
            lines[-1] = longer
            continue
        has_path = whole_words and any(path in word for path in shown_paths)
        pieces = [word] if has_path or command_line else _broken(word, width - indent, whole_words=whole_words)
        lines += pieces if lines[-1] else []
        if not lines[0]:
            lines = pieces
    return _isolated_again(lines)


def wrapped_name(name: str, width: int) -> list[str]:
    """The name, wrapped if it is wider than `width`; its lines after the first are indented, as they begin no row."""
    if width_of(name) <= width:
        return [name]
    first_line, *other_lines = wrap(name, max(width, len(HANGING_INDENT) + 1), indent=len(HANGING_INDENT))
    return [first_line, *(HANGING_INDENT + line for line in other_lines)]


def _isolated_again(lines: list[str]) -> list[str]:
    """The lines of a wrapped text: an isolate that goes on in the next line ends here and begins again there."""
    if all(line.isascii() for line in lines):
        return lines
    whole, is_open = [], False
    for line in lines:
        begun = _ISOLATE + line if is_open else line
        is_open = _is_open(begun)
        # One that would begin here with no word is left to the next line.
        whole.append(_closed(begun).replace(_ISOLATE + _END_ISOLATE, ""))
    return whole


def _is_open(line: str) -> bool:
    return line.count(_ISOLATE) > line.count(_END_ISOLATE)


def _closed(line: str) -> str:
    return line + _END_ISOLATE if _is_open(line) else line


def _words(text: str, paths: Sequence[str]) -> list[tuple[str, str, str]]:
    """The words of a line, of which some are several words: the blanks before each, the word, and it again if it is a
    command line, else empty. Each of `paths` is one word.
    """
    if not paths and not may_have_command_line(text):
        return re.findall(_BLANKS_AND_WORD, text)
    # The longest first: one may begin with another.
    longest_first = sorted(paths, key=len, reverse=True)
    shown_paths = [rf"[(\"']*{re.escape(path)}\S*" for path in longest_first]
    # A command with its arguments is one word: of two lines the first may be a command of its own, which saves
    # something else.
    words = "|".join([*shown_paths, f"({COMMAND_LINE})", _PARTS])
    return re.findall(rf"(\s*?)({words})", text)


def name_lines(name: str | None, width: int) -> list[str]:
    """The lines with the name of a page's owner and a blank for the birth, within `width` columns.

    If `name` is not set, it is a blank to fill in, too.
    """
    return pack([f"Name {name or '_' * 32}", f"Born {'_' * 14}"], width, gap="   ", indent="").split("\n")


def reading_width(width: int) -> int:
    """The columns for running text, at most 80, which are easy to read; an unlimited `width`, for a voice, stays so."""
    return width if width == sys.maxsize else min(width, _EASY_TO_READ)


def fill(
    text: str, width: int, *, first: str = "", rest: str = "", whole_words: bool = False, paths: Sequence[str] = ()
) -> str:
    """`text` wrapped, with `first` before the first line and `rest` before the others, within `width` columns.

    A command line, which is whole, goes without `rest` if only so it fits: what is wider is cut on paper.
    """
    room = width - max(width_of(first), width_of(rest))
    first_line, *other_lines = wrap(text, room, whole_words=whole_words, paths=paths)
    fits_alone = (room < width_of(line) <= width and is_command_line(line) for line in other_lines)
    indented_lines = [line if alone else rest + line for line, alone in zip(other_lines, fits_alone, strict=True)]
    return "\n".join([first + first_line, *indented_lines])


def fill_lines(text: str, width: int, *, paths: Sequence[str] = ()) -> str:
    """`text` with each of its lines that is wider than `width` columns wrapped; words and `paths` stay whole.

    The continuation of an indented line is indented further, so that one can see where the next line begins.
    """
    return "\n".join(line if width_of(line) <= width else _filled(line, width, paths) for line in text.split("\n"))


def _filled(line: str, width: int, paths: Sequence[str]) -> str:
    indent = "  " if line.startswith("  ") else ""
    return fill(line, width, first=indent, rest=indent * 2, whole_words=True, paths=paths)


def with_full_stop(text: str) -> str:
    """The text as the end of a sentence: a person's may have a mark of its own there.

    >>> with_full_stop("Changed question q1: Every week?"), with_full_stop("took ibuprofen")
    ('Changed question q1: Every week?', 'took ibuprofen.')
    """
    return text if text.rstrip(_END_ISOLATE).endswith(_END_MARKS) else f"{text}."


def punctuated(pieces: Sequence[str], separator: str = ",", *, is_sentence: bool = False) -> list[str]:
    """The pieces, at least one, for `pack`: each but the last with a separator, the last of a sentence with a stop.

    >>> punctuated(["neck 3", "1 session"], is_sentence=True)
    ['neck 3,', '1 session.']
    """
    last = with_full_stop(pieces[-1]) if is_sentence else pieces[-1]
    return [*(f"{each}{separator}" for each in pieces[:-1]), last]


def pack(
    pieces: Iterable[str],
    width: int,
    *,
    gap: str = " ",
    dropped: str = ",",
    indent: str = "  ",
    whole_words: bool = False,
    paths: Sequence[str] = (),
) -> str:
    """The pieces, `gap` between them, on as few lines as they need; one is broken only if it is wider than a line.

    `dropped` are characters that are removed from the end of a line between two pieces; lines after the first are
    indented. Empty pieces are left out.
    """
    lines: list[str] = []
    for piece in filter(None, map(visible_with_blanks, pieces)):
        if lines and width_of(f"{lines[-1]}{gap}{piece}") <= width:
            lines[-1] += gap + piece
            continue
        if lines:
            lines[-1] = lines[-1].rstrip(dropped) if dropped else lines[-1]
        before = indent if lines else ""
        fits = width_of(before + piece) <= width
        room = width - len(indent)
        first_line, *other_lines = [piece] if fits else wrap(piece, room, whole_words=whole_words, paths=paths)
        lines += [before + first_line, *(indent + line for line in other_lines)]
    return "\n".join(lines)


def gauge(done: int, planned: int, room: int, *, ascii_only: bool) -> str:
    """A bar with a glyph for each of the `planned` (1 or more) if there is `room` for so many, else in proportion.

    It is full if more than planned are done.
    """
    length = min(planned, room)
    full = min(length, done * length // planned)
    glyphs = "#-" if ascii_only else "█░"
    return glyphs[0] * full + glyphs[1] * (length - full)


def visible_with_blanks(text: str) -> str:
    """Like `visible_line`, but with its runs of blanks, which align something or belong to a path."""
    return text if text.isprintable() else visible_path(re.sub(r" *[\t\n][\t\n ]*", " ", text.strip("\t\n")))


def _length_within(text: str, width: int) -> int:
    """How many characters of `text` fit into `width` columns without splitting what is drawn as one."""
    if text.isascii():
        return min(max(width, 0), len(text))
    if len(text) <= width and width_of(text) <= width:
        return len(text)
    kept = taken = 0
    # One by one, so that only the beginning of a note with a million characters is measured.
    for cluster in _clusters(text):
        taken += _cluster_width(cluster)
        if taken > width:
            break
        kept += len(cluster)
    return kept


def _clusters(text: str) -> Iterator[str]:
    """The parts drawn as one character each: a letter with its accents, joined emoji, the two letters of a flag.

    They are close to the grapheme clusters of Unicode (UAX 29), as far as terminals draw them.
    """
    for match in re.finditer(_RUNS, text):
        run = match[0]
        if run.isascii():
            yield from run
            continue
        start = 0
        for place in range(1, len(run)):
            is_joined = run[place - 1] == _JOINER or _cluster_width(run[place]) == 0
            if not is_joined and not (place - start == 1 and _is_flag(run[start : place + 1])):
                yield run[start:place]
                start = place
        yield run[start:]


def _is_flag(pair: str) -> bool:
    """Whether both characters are regional indicators, such as the D and the E of a German flag."""
    return "\U0001f1e6" <= pair[0] <= "\U0001f1ff" and "\U0001f1e6" <= pair[1] <= "\U0001f1ff"


def _broken(word: str, width: int, *, whole_words: bool) -> list[str]:
    """A word with its blanks on as few lines as it needs; without `whole_words` its parts are broken, too."""
    if " " not in word:
        return [word] if whole_words else _broken_anywhere(word, width)
    pieces: list[str] = []
    parts = [part for _, part, _ in re.findall(_BLANKS_AND_WORD, word)]
    for part in parts if len(parts) > 1 else word.split():
        if pieces and width_of(f"{pieces[-1]} {part}") <= width:
            pieces[-1] += f" {part}"
        elif " " in part and width_of(part) > width:
            pieces += _broken(part, width, whole_words=whole_words)
        else:
            pieces += [part] if whole_words else _broken_anywhere(part, width)
    return pieces


def _broken_anywhere(word: str, width: int) -> list[str]:
    if width_of(word) <= width:
        return [word]
    pieces, taken = [""], 0
    for cluster in _clusters(word):
        columns = _cluster_width(cluster)
        if taken + columns > width:
            pieces.append("")
            taken = 0
        pieces[-1] += cluster
        taken += columns
    if len(pieces) > 1:
        # No line is a quotation mark or a full stop alone: the letter before it comes along.
        *before, last_piece = pieces
        rest = [*_clusters(before[-1])]
        while not last_piece.strip(_CLOSING) and len(rest) > 1 and width_of(rest[-1] + last_piece) <= width:
            last_piece = rest.pop() + last_piece
        pieces = [*before[:-1], "".join(rest), last_piece]
    return pieces
