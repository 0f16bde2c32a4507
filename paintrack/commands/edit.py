"""A correction."""

from dataclasses import dataclass, replace
from typing import Annotated

import typer

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import JsonOption, Visit
from paintrack.commands._shared.parsing import details_of, name_of, priced, spelled
from paintrack.errors import UsageError
from paintrack.model.correction import Correction, corrected, parse_clear
from paintrack.model.entry import AnyEntry, Reading, Session, in_words
from paintrack.model.moment import parse_when
from paintrack.model.other_entries import checked_sessions, parse_peg, parse_text
from paintrack.model.score import parse_score
from paintrack.model.serialization.json_entries import entry_json
from paintrack.model.session_details import SessionDetails
from paintrack.model.text import listed, one_line
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.edit_confirmation import details_in_words, edit_confirmation

Id = Annotated[str, typer.Argument(metavar="ID", help="Which entry: 12, or r5 for a reading (see list).")]
For = Annotated[
    str | None, typer.Option("--for", metavar="CONDITION", help='Which rating of the session: "lower back".')
]
At = Annotated[str | None, typer.Option("--at", metavar="WHEN", help='When it was: 2026-11-03 or "2026-11-03 15:00".')]
Before = Annotated[str | None, typer.Option("--before", metavar="SCORE", help="The score on arrival.")]
After = Annotated[str | None, typer.Option("--after", metavar="SCORE", help="The score on leaving.")]
Score = Annotated[str | None, typer.Option("--score", metavar="SCORE", help="The score of a reading.")]
NewName = Annotated[
    str | None, typer.Option("--rename-for", metavar="NAME", help="What was rated is called this, here only.")
]
Clear = Annotated[
    list[str] | None,
    typer.Option("--clear", metavar="FIELD", help="Empty a field: note, points, cost, ... Repeatable."),
]


@dataclass(kw_only=True)
class RemarkOptions:
    """What can be corrected of an entry that is no session and no reading, as typed."""

    text: Annotated[str | None, typer.Option("--text", metavar="TEXT", help="Of a note or a question.")] = None
    private: Annotated[bool | None, typer.Option("--private/--public", help="Whether a note stays off the page.")] = (
        None
    )
    peg: Annotated[str | None, typer.Option("--peg", metavar="SCORES", help='The three of a PEG: "6 7 5".')] = None
    sessions: Annotated[int | None, typer.Option("--sessions", metavar="N", help="Of a plan.")] = None
    goal: Annotated[str | None, typer.Option("--goal", metavar="SCORE", help="Of a plan.")] = None


def run(
    here: Here,
    details: Visit,
    remark: RemarkOptions,
    id_: Id,
    condition: For = None,
    at: At = None,
    before: Before = None,
    after: After = None,
    score: Score = None,
    new_name: NewName = None,
    clear: Clear = None,
    as_json: JsonOption = False,
) -> None:
    """Change only what is given; --for says which rating of the session.

    paintrack edit 12 --after 4 --note "slept well"
    """
    correction = Correction(
        condition=name_of(condition),
        before=None if before is None else parse_score(before),
        after=None if after is None else parse_score(after),
        score=None if score is None else parse_score(score),
        new_name=None if new_name is None else one_line(new_name, "The new name"),
        when=None if at is None else parse_when(at, here.now),
        clear=parse_clear(clear or []),
        text=None if remark.text is None else parse_text(remark.text, "text"),
        private=remark.private,
        peg=None if remark.peg is None else parse_peg(remark.peg.replace(",", " ").split()),
        sessions=None if remark.sessions is None else checked_sessions(remark.sessions),
        goal=None if remark.goal is None else parse_score(remark.goal),
    )
    said = details_of(details)
    if correction == Correction(condition=correction.condition) and said == SessionDetails():
        raise UsageError("Say what to change: paintrack edit 12 --after 4. All options: paintrack edit --help")
    remarks = list(said.remarks)
    with here.writing(make=False) as writer:
        entry = here.found(writer, id_)
        said = spelled(said, writer)
        if (correction.before, correction.after) != (None, None):
            _refuse_unknown(entry, correction.condition, writer)
        result, changes = corrected(entry, correction, writer.now)
        if isinstance(result, Session):
            remarks += said.repeats(result)
            result = priced(said.corrected_in(result), writer)
        elif isinstance(result, Reading) and said == SessionDetails(note=said.note):
            result = replace(result, note=said.note if said.note is not None else result.note)
        elif said != SessionDetails():
            has = "a score, a time and a note" if isinstance(result, Reading) else "none of a session's details"
            raise UsageError(f"{result.label} is a {result.kind}: it has {has}. Nothing saved.")
        changes += details_in_words(said)
        saved = entry
        if result != entry:
            saved = writer.save(result)
            writer.describe(f"the change of {in_words(saved)}")
    if as_json:
        here.say_json(entry_json(saved))
    else:
        if result == entry:
            changes = []
        here.acknowledge(edit_confirmation(saved, changes, width=here.width, remarks=remarks))


def _refuse_unknown(entry: AnyEntry, condition: str | None, reader: Reader) -> None:
    """Raise UsageError for a condition that neither this session nor any other entry rates: a slip of the keys."""
    if condition is None or not isinstance(entry, Session) or entry.rating_of(condition):
        return
    if reader.spelling(condition) is None:
        rated = listed([rating.condition for rating in entry.ratings], "and") if entry.ratings else "nothing"
        raise UsageError(f"Nothing rates {condition} yet; session {entry.label} rates {rated}. Nothing saved.")
