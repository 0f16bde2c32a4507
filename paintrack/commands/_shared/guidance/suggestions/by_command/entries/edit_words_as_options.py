"""What is meant by words behind the id of an entry to correct: scores, a text, a day, a name."""

from collections.abc import Iterator, Sequence

from paintrack.commands._shared.edit_examples import corrected_scores, correction_example
from paintrack.commands._shared.guidance.meanings.options_of_words import labelled_scores, split_at_scores
from paintrack.commands._shared.guidance.meanings.phrase_options import PhraseReader
from paintrack.commands._shared.guidance.meanings.scores_in_words import figure_of, separate_scores
from paintrack.commands._shared.id_resolution import entry_of
from paintrack.errors import PaintrackError
from paintrack.model.entries import Reading, Session
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import parse_score
from paintrack.storage.reader import Reader

# What people write beside a corrected score, and what says no more than `edit`.
_DAYS = {"date", "day", "time", "when"}
_AROUND_CORRECTIONS = {"score", "scores", "to", "is", "was", "be", "should", "=", "->"}


def corrected_options(
    id_: str, phrase: Sequence[str], options: Sequence[str], phrases: PhraseReader, reader: Reader
) -> Iterator[list[str]]:
    """The options of `edit` for the words behind an id: scores, also with a word around them (`score 3`), or others."""
    option, _ = correction_example(id_)
    if option == "--text":
        yield from [[option, " ".join(phrase)]] if option not in options else []
        return
    bare = [word for word in phrase if folded(word) not in _AROUND_CORRECTIONS]
    name, scores, _ = split_at_scores(separate_scores([*map(figure_of, bare)]), len(bare))
    condition = reader.spelling(" ".join(name)) if name and "--for" not in options else None
    if len(name) + len(scores) == len(bare) > 0 and scores and (condition or not name):
        named = ["--for", condition] if condition else []
        yield from ([*own, *named] for own in corrected_scores(id_, scores, reader, is_named=bool(named)))
        if len(scores) == 2 and not {"->", "to", "into"}.isdisjoint(map(folded, phrase)):
            yield from _replaced_score(id_, scores, condition, reader)
        return
    is_labelled = bool(labelled_scores(bare).scores)
    while len(phrase) > 1 and folded(phrase[0]) in _AROUND_CORRECTIONS | _DAYS:
        phrase = phrase[1:]
    yield from phrases.correcting_options(bare if is_labelled else phrase)


def _replaced_score(id_: str, scores: Sequence[str], condition: str | None, reader: Reader) -> Iterator[list[str]]:
    """The option that gives the second score to what has the first: `7 to 3` where 7 is recorded."""
    try:
        entry = entry_of(reader, id_)
    except PaintrackError:
        return
    old, new = scores
    if isinstance(entry, Reading) and entry.score == parse_score(old):
        yield ["--score", new]
    if not isinstance(entry, Session) or not entry.ratings:
        return
    rating = entry.rating_of(condition) if condition else entry.ratings[0]
    named = ["--for", rating.condition] if rating and len(entry.ratings) > 1 else []
    for option, score in (("--before", rating.before), ("--after", rating.after)) if rating else ():
        if score == parse_score(old):
            yield [option, new, *named]
