"""The table of fields, a row each. What lists fields follows from it: CSV columns, JSON checks and schema, SQL columns,
`edit --clear`, the guess of a spreadsheet's columns, `show`.

The classes in `entries` and `other_entries` say which fields an entry has; this table says all else about them. A test
holds the two together. `log` never loads this module.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from paintrack.model.entries import Entry, Rating, Reading, Session, SideEffect
from paintrack.model.other_entries import NextVisit, Note, Overall, Peg, Plan, Question, ZeroMonth
from paintrack.model.values.field_types import (
    CHANGE,
    COUNT,
    DIGEST,
    FLAG,
    INSTANT,
    KEY,
    KIND,
    LINE,
    LOCAL_TIME,
    MOMENT,
    MONEY,
    MONTH,
    OPTIONAL_TEXT,
    POINTS,
    RATINGS,
    SCORE,
    SET_ASIDE,
    SIDE_EFFECTS,
    STAMP,
    STAMPS,
    TECHNIQUE,
    TEXT,
    UID,
    FieldType,
)

Holder = type[Entry] | type[Rating] | type[SideEffect]


class Field(NamedTuple):
    """One field: its name in the classes, in JSON, in the file and in CSV, and what is said and done with it.

    `holders` are the classes that have it; `Entry` stands for all kinds of entries. `description` says what it is, in
    the JSON schema and in the file's own schema. `subject` begins the sentence that refuses a value. `in_csv`: it is a
    column of our own CSV, in the order of this table. `header_words` are the names that such a column usually has in
    anyone's spreadsheet, without spaces and punctuation. `label` stands before the value in `show`; empty where another
    field's line has it. `clear_word` is what `edit --clear` calls it; empty where it cannot be cleared. `in_list`: a
    line of `list` says it. `since` is the version of the file that has it first; our own CSV of an older one has no
    such column. In which of them serious symptoms are looked for is in `searched_texts`.
    """

    name: str
    type: FieldType
    holders: tuple[Holder, ...]
    description: str = ""
    subject: str = "It"
    in_csv: bool = False
    header_words: str = ""
    label: str = ""
    clear_word: str = ""
    in_list: bool = False
    since: int = 1

    @property
    def is_of_every_entry(self) -> bool:
        """Whether every kind of entry has it."""
        return self.holders == (Entry,)


_SCORED = (Session, Reading)
FIELDS = (
    Field("kind", KIND, (Entry,), in_csv=True),
    Field("uid", UID, (Entry,), in_csv=True),
    Field(
        "at",
        MOMENT,
        (Entry,),
        in_csv=True,
        header_words="at date day when datum tag termin zeitpunkt fecha data dato timestamp datetime dateandtime"
        " visitdate appointment appointmentdate behandlungsdatum",
    ),
    Field("time_given", FLAG, (Entry,), "False: only the date was given, and the time of at is noon."),
    Field("ratings", RATINGS, (Session,), label="Scores"),
    Field(
        "condition",
        LINE,
        (Rating, Reading, Plan, ZeroMonth),
        "What is rated, in the patient's words.",
        subject="The condition",
        label="Condition",
        in_csv=True,
        header_words="condition location site area region bodypart bodysite bodyarea problem complaint symptom symptoms"
        " issue where ort stelle beschwerde beschwerden körperteil körperstelle körperregion lieu lugar zona"
        " problème dolencia disturbo queixa klacht besvär",
    ),
    Field(
        "before",
        SCORE,
        (Rating,),
        "The score on arrival.",
        in_csv=True,
        header_words="before pre prior arrival onarrival nrs1 vas1 pain1 score1 prescore prepain vorher vor davor avant"
        " antes prima voor före",
        clear_word="before",
    ),
    Field(
        "after",
        SCORE,
        (Rating,),
        "The score on leaving.",
        in_csv=True,
        header_words="after post leaving onleaving nrs2 vas2 pain2 score2 postscore postpain nachher nach danach après"
        " apres después despues dopo nadien naderhand efter depois",
        clear_word="after",
    ),
    Field("before_at", INSTANT, (Rating,), "When the score on arrival was given, where not at the session's time."),
    Field("after_at", INSTANT, (Rating,), "When the score on leaving was given, where not at the session's time."),
    Field("before_entered", STAMP, (Rating,), "When the score on arrival was typed, where not with the entry."),
    Field("after_entered", STAMP, (Rating,), "When the score on leaving was typed, where not with the entry."),
    Field(
        "key", DIGEST, (Rating,), "The digest of the first name of a rating that was renamed: merge knows it by that."
    ),
    Field(
        "score",
        SCORE,
        (Reading,),
        "The score of a reading.",
        in_csv=True,
        header_words="score pain nrs vas rating intensity level painlevel painscore schmerz schmerzstärke douleur dolor"
        " dolore",
        label="Score",
    ),
    Field(
        "points",
        POINTS,
        (Session,),
        "Acupuncture points: WHO codes, or free text.",
        in_csv=True,
        header_words="points point acupoints acupuncturepoints punkte akupunkturpunkte puntos punti",
        label="Points",
        clear_word="points",
    ),
    Field(
        "technique",
        TECHNIQUE,
        (Session,),
        "The key of the technique.",
        in_csv=True,
        header_words="technique method modality technik methode",
        label="Technique",
        clear_word="technique",
    ),
    Field(
        "practitioner",
        LINE,
        (Session,),
        "Who treated.",
        subject="The name",
        in_csv=True,
        header_words="practitioner therapist acupuncturist provider clinician doctor dr with"
        " behandler therapeut therapeutin arzt ärztin praticien médecin terapeuta",
        label="With",
        clear_word="with",
    ),
    Field(
        "side_effects",
        SIDE_EFFECTS,
        (Session,),
        in_csv=True,
        header_words="sideeffects sideeffect adverseevents adverseevent reactions nebenwirkungen nebenwirkung",
        label="Side effect",
        clear_word="side-effects",
    ),
    # Of a side effect; its kind shares the name, not the values, with the kind of an entry.
    Field("kind", KEY, (SideEffect,)),
    Field(
        "words",
        OPTIONAL_TEXT,
        (SideEffect,),
        "The patient's own words.",
        subject="The side effect",
    ),
    Field(
        "noticed",
        LOCAL_TIME,
        (SideEffect,),
        "When it was noticed, where that was not in the session.",
        label="noticed",
    ),
    Field(
        "outcome",
        LINE,
        (SideEffect,),
        "What became of it.",
        subject="The outcome",
        label="outcome:",
    ),
    Field(
        "cost",
        MONEY,
        (Session,),
        "Hundredths of the currency unit.",
        subject="The cost",
        in_csv=True,
        header_words="cost costs price fee paid amount kosten preis betrag coût prix precio coste costo",
        label="Paid",
        clear_word="cost",
    ),
    Field(
        "covered",
        MONEY,
        (Session,),
        "What insurance pays back, in hundredths of the currency unit.",
        subject="What is covered",
        in_csv=True,
        header_words="covered insurance reimbursed reimbursement refund erstattet erstattung remboursé",
        label="Paid",
        clear_word="covered",
    ),
    Field(
        "currency",
        LINE,
        (Session,),
        "The currency of cost and covered.",
        subject="The currency",
        in_csv=True,
        header_words="currency währung devise moneda valuta",
    ),
    Field(
        "took",
        LINE,
        _SCORED,
        "A painkiller or attack medicine taken, not the daily one.",
        subject="What was taken",
        in_csv=True,
        header_words="took taken medication medicine meds painkiller painkillers rescuemedication analgesic medikament"
        " medikamente schmerzmittel médicament médicaments medicamento medicamentos farmaco",
        label="Took",
        clear_word="took",
        in_list=True,
        since=2,
    ),
    Field(
        "receipt",
        LINE,
        (Session,),
        "The number of the bill and the codes on it.",
        subject="The receipt",
        in_csv=True,
        header_words="receipt receiptnumber receiptno invoice invoicenumber invoiceno bill billnumber rechnung"
        " rechnungsnummer rechnungsnr facture factura fattura",
        label="Receipt",
        clear_word="receipt",
        since=2,
    ),
    Field(
        "note",
        OPTIONAL_TEXT,
        _SCORED,
        "A remark.",
        subject="The note",
        in_csv=True,
        header_words="note notes comment comments remark remarks memo notiz notizen bemerkung bemerkungen kommentar"
        " commentaire commentaires remarque remarques nota notas opmerking opmerkingen anteckning observação",
        label="Note",
        clear_word="note",
    ),
    Field(
        "text",
        TEXT,
        (Note, Question),
        "The text of a note or a question.",
        subject="The text",
        label="Text",
    ),
    Field("private", FLAG, (Note,), "True keeps it off the page.", label="Page"),
    Field("done", STAMP, (Question,), "When the question was settled.", label="Done"),
    Field("pain", SCORE, (Peg,), "Pain on average in the past week.", label="Past week"),
    Field("enjoyment", SCORE, (Peg,), "How much it got in the way of enjoying life."),
    Field("activity", SCORE, (Peg,), "How much it got in the way of general activity."),
    Field("sessions", COUNT, (Plan,), "How many sessions are planned.", label="Sessions"),
    Field("goal", SCORE, (Plan,), "The score on arrival to reach.", label="Goal"),
    Field("ended", STAMP, (Plan,), "When the plan was ended.", label="Ended"),
    Field(
        "change",
        CHANGE,
        (Overall,),
        "How it is as a whole since the course began.",
        label="Overall",
        since=2,
    ),
    Field(
        "month",
        MONTH,
        (ZeroMonth,),
        "The month (2026-10) of which the days without a score were 0.",
        label="Month",
        since=2,
    ),
    Field("visit", LOCAL_TIME, (NextVisit,), "When the next session is to be.", label="On", since=2),
    Field(
        "set_aside",
        SET_ASIDE,
        (Session,),
        "Values of ratings that a merge keeps and nothing shows.",
        since=2,
    ),
    Field("entered", STAMP, (Entry,), "When it was typed.", in_csv=True),
    Field("edited", STAMP, (Entry,), "When it was last changed.", in_csv=True),
    Field("deleted", STAMP, (Entry,), "When it was deleted."),
    Field("changed", STAMPS, (Entry,), "When which of its values was changed after it was typed."),
)


def fields_of(holder: Holder, fields: Iterable[Field] = FIELDS) -> Iterator[Field]:
    """The fields that a class has, including those that every entry has, in the order of the table."""
    shared = (Entry,) if issubclass(holder, Entry) else ()
    return (field for field in fields if {holder, *shared}.intersection(field.holders))


def csv_fields() -> tuple[Field, ...]:
    """The fields that are columns of our own CSV, in their order."""
    return tuple(field for field in FIELDS if field.in_csv)


# What `edit --clear` calls the outcome of a side effect.
OUTCOME = "outcome"


def clearable_fields() -> tuple[Field, ...]:
    """The fields that `edit --clear` can empty, in their order."""
    return tuple(field for field in FIELDS if field.clear_word)


def clear_words() -> tuple[str, ...]:
    """What `edit --clear` takes: the words of those fields, and the outcome, which is a part of a side effect."""
    return (*(field.clear_word for field in clearable_fields()), OUTCOME)
