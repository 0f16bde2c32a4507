"""A correction."""

from dataclasses import replace
from typing import Annotated

import typer

from paintrack.commands.here import Here
from paintrack.commands.options import Details, JsonOption
from paintrack.commands.recording import details_of, entry_json, name_of, spelled
from paintrack.commands.talk import advise
from paintrack.domain.correction import Correction, corrected, parse_clear
from paintrack.domain.details import SessionDetails
from paintrack.domain.entry import Session, in_words
from paintrack.domain.score import parse_score
from paintrack.domain.text import one_line
from paintrack.domain.when import parse_when
from paintrack.errors import UsageError
from paintrack.views.answers import changed, details_in_words

Id = Annotated[str, typer.Argument(metavar="ID", help="Which entry: 12, or r5 for a reading (see list).")]
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


def run(
    here: Here,
    details: Details,
    id_: Id,
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
    advise(details.side_effects)
    if details.also:
        raise UsageError("edit takes one condition at a time: --for NAME with --before and --after. Nothing saved.")
    correction = Correction(
        condition=name_of(details.condition),
        before=None if before is None else parse_score(before),
        after=None if after is None else parse_score(after),
        score=None if score is None else parse_score(score),
        new_name=None if new_name is None else one_line(new_name, "The new name"),
        when=None if details.at is None else parse_when(details.at, here.now),
        clear=parse_clear(clear or []),
    )
    said = details_of(details)
    if correction == Correction(condition=correction.condition) and said == SessionDetails():
        raise UsageError("Say what to change: paintrack edit 12 --after 4. All options: paintrack edit --help")
    with here.writing(make=False) as writer:
        entry = here.found(writer, id_)
        said = spelled(said, writer)
        result, changes = corrected(entry, correction, writer.now)
        if isinstance(result, Session):
            result = said.corrected_in(result)
        elif said.note is not None and said == SessionDetails(note=said.note):
            result = replace(result, note=said.note)
        elif said != SessionDetails():
            raise UsageError(f"{result.label} is a reading: it has a score, a time and a note. Nothing saved.")
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
        here.acknowledge(changed(saved, changes, width=here.width, remarks=said.remarks))
