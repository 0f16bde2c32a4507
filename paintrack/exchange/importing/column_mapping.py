"""The headers of anyone's spreadsheet: which column holds what, guessed from usual names or said by the person.

The one table of names. A guess is made on whole headers, without case and marks.
"""

import re
import unicodedata
from collections.abc import Sequence

from paintrack.errors import FileTroubleError, UsageError
from paintrack.model.import_values import TIME
from paintrack.model.serialization.csv_rows import KEYS
from paintrack.model.text import listed, visible_line

# What a spreadsheet cannot know of our entries comes with our own CSV alone.
TARGETS = tuple(key for key in (*KEYS[:3], TIME, *KEYS[3:]) if key not in ("kind", "uid", "entered", "edited"))
_ALSO_CALLED = {"date": "at"}
_NAMES = {
    "at": "at date day when datum tag termin zeitpunkt fecha data dato timestamp datetime dateandtime"
    " visitdate appointment appointmentdate behandlungsdatum",
    TIME: "time clock hour timeofday starttime uhrzeit zeit heure hora ora",
    "condition": "condition location site area region bodypart bodysite bodyarea problem complaint symptom symptoms"
    " issue where ort stelle beschwerde beschwerden körperteil körperstelle körperregion lieu lugar zona"
    " problème dolencia disturbo queixa klacht besvär",
    "before": "before pre prior arrival onarrival nrs1 vas1 pain1 score1 prescore prepain vorher vor davor avant antes"
    " prima voor före",
    "after": "after post leaving onleaving nrs2 vas2 pain2 score2 postscore postpain nachher nach danach après apres"
    " después despues dopo nadien naderhand efter depois",
    "score": "score pain nrs vas rating intensity level painlevel painscore schmerz schmerzstärke douleur dolor dolore",
    "points": "points point acupoints acupuncturepoints punkte akupunkturpunkte puntos punti",
    "technique": "technique method modality technik methode",
    "practitioner": "practitioner therapist acupuncturist provider clinician doctor dr with"
    " behandler therapeut therapeutin arzt ärztin praticien médecin terapeuta",
    "side_effects": "sideeffects sideeffect adverseevents adverseevent reactions nebenwirkungen nebenwirkung",
    "cost": "cost costs price fee paid amount kosten preis betrag coût prix precio coste costo",
    "covered": "covered insurance reimbursed reimbursement refund erstattet erstattung remboursé",
    "currency": "currency währung devise moneda valuta",
    "note": "note notes comment comments remark remarks memo notiz notizen bemerkung bemerkungen kommentar"
    " commentaire commentaires remarque remarques nota notas opmerking opmerkingen anteckning observação",
}
_KEY_OF = {name: key for key, names in _NAMES.items() for name in names.split()}
# Words that may stand beside the one that counts: 'VAS before treatment (0-10)'.
_FILLERS = {
    "pain", "vas", "nrs", "score", "rating", "level", "intensity", "value", "schmerz", "schmerzen", "beschwerden",
    "wert", "treatment", "session", "visit", "acupuncture", "behandlung", "sitzung", "symptom", "symptoms", "my", "the",
    "of", "der", "0", "10", "100",
}  # fmt: skip
_SHOWN = 8
_NO_NAMES = " The first line must hold the names of the columns."
# In characters: longer than any name, and short enough for the pattern of the brackets.
_LONGEST = 200


def guess(header: str) -> str | None:
    """The target that a column of this name usually holds, one of `TARGETS`; None when it says nothing to us."""
    if len(header) > _LONGEST:
        return None
    # painBefore and VASBefore are two words.
    apart = re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", unicodedata.normalize("NFC", header))
    whole = apart.casefold()
    bare = re.sub(r"\([^)]*\)|\[[^]]*\]", " ", whole)
    # 'Pain (before)' is told by its brackets, 'Date (DD/MM/YYYY)' and 'Score (time)' are not.
    in_brackets = _known(whole)
    return in_brackets if in_brackets in ("before", "after") else _known(bare)


def _known(name: str) -> str | None:
    words = re.sub(r"[\W_]+", " ", name).split()
    telling = (word for word in words if word not in _FILLERS)
    return _KEY_OF.get("".join(words)) or _KEY_OF.get("".join(telling))


def parse_map(text: str) -> tuple[str, str | None]:
    """The column and its target of `Pain before=before`; the target is None where the column is left out (`Sum=`).

    Raises UsageError.
    """
    header, mark, target = text.rpartition("=")
    key = target.strip().casefold()
    key = _ALSO_CALLED.get(key, key)
    if not mark or not header.strip() or (key and key not in TARGETS):
        raise UsageError(
            f"--map takes 'column=target'; a target is {listed(['date', *TARGETS])}. "
            f"You typed {visible_line(text) or 'nothing'}."
        )
    return header.strip(), key or None


def targets_of(
    header: Sequence[str], said: Sequence[tuple[str, str | None]], *, one_condition: bool = False
) -> tuple[str | None, ...]:
    """What each column becomes: a target, or None where it is left out. What was `said` wins over a guess.

    `one_condition`: the condition was said for the whole file. Raises UsageError when what was said contradicts
    itself, FileTroubleError when it does not fit the file or the guess is not clear.
    """
    columns = _said_columns(header, said)
    taken = {key for key in columns.values() if key}
    if one_condition:
        if "condition" in taken:
            raise UsageError("Give --for or a column for the condition, not both. Nothing saved.")
        _refuse_other_conditions(header, columns)
    for place, name in enumerate(header):
        if place not in columns and (key := guess(name)) and key not in taken:
            columns[place] = key
    _refuse_twins(header, columns)
    _refuse_gaps(header, columns, one_condition=one_condition)
    return tuple(columns.get(place) for place in range(len(header)))


def _said_columns(header: Sequence[str], said: Sequence[tuple[str, str | None]]) -> dict[int, str | None]:
    columns: dict[int, str | None] = {}
    for name, key in said:
        places = [place for place, each in enumerate(header) if _same(each, name)]
        shown = visible_line(name)
        if not places:
            raise FileTroubleError(f"There is no column {shown}; the columns are {_some(header)}. Nothing saved.")
        if len(places) > 1:
            raise FileTroubleError(f"{len(places)} columns are called {shown}; rename them in the file. Nothing saved.")
        if places[0] in columns:
            raise UsageError(f"--map names the column {shown} twice. Nothing saved.")
        columns[places[0]] = key
    return columns


def _refuse_twins(header: Sequence[str], columns: dict[int, str | None]) -> None:
    first: dict[str, int] = {}
    for place in sorted(columns):
        key = columns[place]
        if key is not None and first.setdefault(key, place) != place:
            one, other = (visible_line(header[each]) for each in (first[key], place))
            if _same(one, other):
                raise FileTroubleError(
                    f"Columns {first[key] + 1} and {place + 1} are both called {one} and would become {key}; rename "
                    "one in the file. Nothing saved."
                )
            raise FileTroubleError(
                f"Both {one} (column {first[key] + 1}) and {other} (column {place + 1}) would become {key}; "
                f"choose with --map '{one}={key}'. Nothing saved."
            )


def _refuse_other_conditions(header: Sequence[str], columns: dict[int, str | None]) -> None:
    """A condition said for the whole file would take the place of those that a column names."""
    for place, name in enumerate(header):
        if place not in columns and guess(name) == "condition":
            shown = visible_line(name)
            raise FileTroubleError(
                f"--for says what is rated, and so does the column {shown}: leave out --for, or the column with "
                f"--map '{shown}='. Nothing saved."
            )


def _refuse_gaps(header: Sequence[str], columns: dict[int, str | None], *, one_condition: bool) -> None:
    keys = set(columns.values())
    if "at" not in keys:
        raise FileTroubleError(
            f"No column is known to be the date; the columns are {_some(header)}. "
            f"Say which with --map 'column=date'.{_NO_NAMES if _looks_like_values(header) else ''} Nothing saved."
        )
    if keys & {"before", "after", "score"} and "condition" not in keys and not one_condition:
        raise FileTroubleError(
            f"No column is known to say what is rated; the columns are {_some(header)}. For a file of one condition "
            "say it with --for NAME, else --map 'column=condition'. Nothing saved."
        )
    unknown = [name for place, name in enumerate(header) if place not in columns and name]
    if unknown and not keys & {"before", "after", "score"}:
        raise FileTroubleError(
            f"No column is known to hold a score; not known are {_some(unknown)}. Say which with --map "
            "'column=before', after or score, or leave one out with --map 'column='. Nothing saved."
        )


def _looks_like_values(header: Sequence[str]) -> bool:
    return any(name[:1].isdigit() for name in header)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _some(header: Sequence[str]) -> str:
    names = [visible_line(name)[:30] or "(no name)" for name in header[:_SHOWN]]
    rest = [f"{len(header) - _SHOWN:,} more"] if len(header) > _SHOWN else []
    return listed([*names, *rest], "and")
