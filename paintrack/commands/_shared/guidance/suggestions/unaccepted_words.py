"""Words that a command does not take where they stand, and the command line that was probably meant."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from typer.core import TyperOption

from paintrack.commands._shared.guidance.command_arguments_and_examples import (
    EXPORTED_FILES,
    WORDS_OF_COMMANDS,
    TakesWords,
    is_id,
)
from paintrack.commands._shared.guidance.command_line_parts import TEXT_VALUES, Part, arguments_of, parts_of
from paintrack.commands._shared.guidance.meanings.circumstance_phrases import is_score_with_circumstance, time_in_words
from paintrack.commands._shared.guidance.meanings.described_entries import DescribedEntries, described_entries
from paintrack.commands._shared.guidance.meanings.filler_words_around_scores import scores_meant, without_fillers
from paintrack.commands._shared.guidance.meanings.named_ids import ids_in, is_noun, with_id_first, with_place_as_id
from paintrack.commands._shared.guidance.meanings.option_value_boundary import option_value
from paintrack.commands._shared.guidance.meanings.options_of_words import (
    LabelledScores,
    labelled_scores,
    recording_options,
    split_at_scores,
    split_off_amount,
    without_visit,
)
from paintrack.commands._shared.guidance.meanings.phrase_options import PhraseReader
from paintrack.commands._shared.guidance.meanings.scores_in_words import (
    around_decimal_comma,
    at_decimal_commas,
    figure_of,
    separate_scores,
    taken_apart,
    with_decimal_points,
    with_figures,
    with_zeros,
)
from paintrack.commands._shared.guidance.meanings.value_guesses import with_written_file
from paintrack.commands._shared.guidance.meanings.word_classification import date_in, days_in
from paintrack.commands._shared.guidance.suggestions.by_command.entries.edit_words_as_options import corrected_options
from paintrack.commands._shared.guidance.suggestions.by_command.entries.entry_by_day_or_condition import (
    meant_list,
    meant_of_described,
)
from paintrack.commands._shared.guidance.suggestions.by_command.merge_and_restore_words import (
    meant_of_copies,
    meant_of_source,
)
from paintrack.commands._shared.guidance.suggestions.by_command.next_visit_words import meant_visit
from paintrack.commands._shared.guidance.suggestions.by_command.planning import meant_plan
from paintrack.commands._shared.guidance.suggestions.by_command.removing.delete_and_purge_words import (
    all_to_remove,
    meant_deletions,
    meant_purge,
)
from paintrack.commands._shared.guidance.suggestions.by_command.removing.side_effect_behind_delete import (
    removals_of_effect,
)
from paintrack.commands._shared.guidance.suggestions.by_command.removing.undeletion import bringing_back, is_recorded
from paintrack.commands._shared.guidance.suggestions.by_command.removing.undo_and_redo_words import meant_steps
from paintrack.commands._shared.guidance.suggestions.examples_with_typed_words import correction_line, paid_lines
from paintrack.commands._shared.guidance.suggestions.several_ratings import (
    listed_conditions,
    several_ratings,
    with_names_apart,
)
from paintrack.commands._shared.id_resolution import labels_of
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader

_NUMBER = re.compile(r"[-+]?[\d.,/]*\d[\d.,/]*")


class Situation(NamedTuple):
    """What a failed command line is understood by: the options of its command, the diary, and the time."""

    options: Sequence[TyperOption]
    reader: Reader
    now: datetime


def meant_instead(command: str, arguments: Sequence[str], situation: Situation) -> list[list[str]]:
    """The command lines, as words without `paintrack`, that were probably meant; none where nothing is misplaced.

    Whether each of them is right in its other parts is not checked here.
    """
    takes, parts = WORDS_OF_COMMANDS.get(command), parts_of(arguments, situation.options)
    if takes is None or parts is None:
        return []
    if takes.fits is is_id:
        parts[0].words = labels_of(parts[0].words)
    typed = [word for part in parts for word in part.words]
    if takes.fits is is_score and not typed:
        parts = [*_with_scores_outside(parts, takes.most, situation.reader)]
    words, options = _words_and_options(parts, takes, _phrases(arguments, situation))
    if takes.are_right(words):
        return [] if words == typed else [[command, *words, *options]]
    if takes.fits is is_score:
        return [*_meant_scores(command, words, options, takes, situation)]
    return [*_meant_words(command, words, options, takes, situation)]


def _with_scores_outside(parts: Sequence[Part], most: int, reader: Reader) -> Iterator[Part]:
    """The parts with scores at the end of a condition as words of their own: `--for "neck 7 3"`."""
    for part in parts:
        words = taken_apart([part.value or ""])
        length = next((place for place in range(len(words)) if all(map(is_score, words[place:]))), len(words))
        is_name = part.option == "--for" and reader.spelling(part.value or "") is None
        if is_name and 0 < length < len(words) <= length + most:
            yield replace(part, value=" ".join(words[:length]), words=[*words[length:], *part.words])
        else:
            yield part


def _words_and_options(parts: Sequence[Part], takes: TakesWords, phrases: PhraseReader) -> tuple[list[str], list[str]]:
    """The words outside options, and the options; words behind the value of an option that takes a text belong to it.

    At the end of such words those stay outside that the command takes and has not got yet.
    """
    words, options, more = list(parts[0].words), list[Part](), list[str]()
    for part in parts[1:]:
        if part.option not in TEXT_VALUES or not part.words:
            words += part.words
            options.append(part)
            continue
        inside = list(part.words)
        outside: list[str] = []
        # Behind `--also` scores are its own, but for those of the command that are not typed yet.
        most = 0 if part.option == "--also" and words else takes.most
        while inside and len(words) + len(outside) < most and takes.fits(figure_of(inside[-1])):
            outside.insert(0, figure_of(inside.pop()))
        words += outside
        joined = option_value(part, inside, phrases) if inside else None
        options.append(joined.part if joined else part)
        more += joined.more if joined else ()
    return words, [*arguments_of(options), *more]


def _meant_scores(
    command: str, words: Sequence[str], options: list[str], takes: TakesWords, situation: Situation
) -> Iterator[list[str]]:
    if takes.most == 1 and (meant := scores_meant(words)):
        yield from (line for each in meant for line in _meant_scores(command, each, options, takes, situation))
        return
    words = without_fillers(with_names_apart(words), situation.reader, situation.now)
    if situation.reader.spelling(" ".join(words)) is None:
        words = [part for word in words for part in (("at", word[1:]) if word.startswith("@") else (word,)) if part]
        words = with_zeros(words, takes.most)
    if line := several_ratings(command, words, situation.reader, situation.now):
        yield [*line, *options]
        return
    is_new = situation.reader.spelling(" ".join(words)) is None
    if is_new and (lines := _meant_of_labelled(command, words, options, situation)):
        yield from lines
        return
    if is_new:
        words = [part for word in words for part in around_decimal_comma(word)]
    if (pointed := with_decimal_points(words)) != [*words]:
        yield from _meant_scores(command, pointed, options, takes, situation)
        if command == "log" and not any(map(is_score, words)):
            # It may be two scores as well.
            yield from _meant_scores(command, at_decimal_commas(words), options, takes, situation)
        return
    if (
        not any(map(is_score, separate_scores(with_figures(words, takes.most))))
        and situation.reader.spelling(" ".join(words)) is None
    ):
        words = taken_apart(words)
    words = separate_scores(with_figures(words, takes.most))
    if command == "log" and len(words) == 1 and re.fullmatch("[1-9][0-9]", words[0], re.ASCII) and int(words[0]) > 20:
        # The blank between two scores was forgotten. A number just above 10 is one score, off the scale.
        words = [*words[0]]
    if words and all(map(is_score, words)):
        # Of three scores none is left out: the refusal says what the command takes.
        if len(words) == 2 and takes.most == 1:
            yield [command, words[0], *options]
            yield ["log", *words, *options]
        elif len(words) <= takes.most:
            yield [command, *words, *options]
        return
    for start, end in _places_of_phrase(words, takes.most):
        phrase, scores = words[start:end], [*words[:start], *words[end:]]
        if not _is_phrase(phrase, situation.now):
            continue
        for more in recording_options(phrase, _phrases(options, situation), situation.now):
            yield [command, *(scores or takes.placeholders), *options, *more]
        return
    before, scores, after = split_at_scores(words, takes.most)
    are_around = before and scores and after and _is_phrase(before, situation.now) and _is_phrase(after, situation.now)
    if are_around and (_is_day(after, situation.now) or _is_day(before, situation.now)):
        words = [*before, *after] if _is_day(after, situation.now) else [*after, *before]
        for more in recording_options(words, _phrases(options, situation), situation.now):
            yield [command, *scores, *options, *more]


def _meant_of_labelled(command: str, words: Sequence[str], options: list[str], situation: Situation) -> list[list[str]]:
    """The command lines for scores beside `before` and `after`, and for an amount; none where neither is typed."""
    amount, words_left = split_off_amount(words) if _phrases(options, situation).may_add("--cost") else ("", [*words])
    words_left = without_visit(words_left)
    if is_score_with_circumstance(words_left, situation.reader):
        return []
    # The command itself may be one of the labels.
    labelled = labelled_scores([command, *words_left]) if command in ("before", "after") else None
    if labelled is None or len(labelled.scores) < 2:
        labelled = labelled_scores(words_left) if command != "peg" else LabelledScores(None, None, words_left)
    scores, rest = labelled.scores, labelled.rest
    if not amount and rest == [*words]:
        return []
    if scores and command in ("before", "after", "rate"):
        command = "log" if len(scores) == 2 else "before" if labelled.before else "after"
    elif scores == [labelled.after]:
        command = "after"
    takes, more = WORDS_OF_COMMANDS[command], [*options, *(["--cost", amount] if amount else [])]
    typed = [*scores, *rest]
    if takes.are_right(typed):
        return [[command, *typed, *more]]
    return [*_meant_scores(command, typed, more, takes, situation)]


def _places_of_phrase(words: Sequence[str], most: int) -> list[tuple[int, int]]:
    """Where the words that are no scores may start and end, with as many scores as possible around them."""
    leading = next((place for place, word in enumerate(words) if not is_score(word)), len(words))
    trailing = next((place for place, word in enumerate(reversed(words)) if not is_score(word)), len(words))
    places = [
        (before, len(words) - after)
        for before in range(min(leading, most), -1, -1)
        for after in range(min(trailing, most - before), -1, -1)
    ]
    # A day such as `3 nov` or `2 days ago` has a number of its own, so that fewer scores may be meant; and where two
    # are, they stand side by side.
    return sorted(places, key=lambda place: (place[1] - place[0], place[0] > 0 and place[1] < len(words)))


def _is_phrase(words: Sequence[str], now: datetime) -> bool:
    """Whether the words say something: none is a number, but in a date."""
    start, end = time_in_words(words)
    around = [*words[:start], *words[end:]]
    rest = [word for word in around if word not in date_in(around, now).words]
    return bool(words) and not any(_NUMBER.fullmatch(word) or word.startswith("-") for word in rest)


def _is_day(words: Sequence[str], now: datetime) -> bool:
    """Whether the words are a date, also behind `at`, `on` or `since`."""
    return any(
        date_in(each, now).words == [*each] for each in (words, words[folded(words[0]) in ("at", "on", "since") :])
    )


def _meant_words(
    command: str, words: Sequence[str], options: list[str], takes: TakesWords, situation: Situation
) -> Iterator[list[str]]:
    if command in ("import", "merge", "restore") and len(words) > 1 and folded(words[0]) == "from":
        words = words[1:]
        if command == "import" and (line := meant_of_source(words)):
            yield line
            return
    if len(words) < takes.least:
        if takes.example:
            yield [command, *takes.example, *options]
        return
    if command == "remind":
        yield from meant_visit(words, options, situation.reader, situation.now)
        return
    if command in ("undo", "redo"):
        yield from meant_steps(command, words, options, situation.reader)
        return
    if (takes.fits is is_id or command == "purge") and (placed := with_place_as_id(words, situation.reader)) != [
        *words
    ]:
        if command == "edit" and not placed[1:] and not options:
            yield correction_line(placed[0], situation.reader)
        elif takes.are_right(placed):
            yield [command, *placed, *options]
        else:
            yield from _meant_words(command, placed, options, takes, situation)
        return
    if takes.fits is is_id and (described := _described(words, situation)):
        yield from meant_of_described(command, described, options, _phrases(options, situation), situation.reader)
        return
    if command in ("delete", "purge") and (lines := [*all_to_remove(command, words, situation.reader)]):
        # No option of `delete`, not --yes, goes with what was not named.
        yield from lines
        return
    if command == "delete":
        yield from ([*line, *options] for line in meant_deletions(words, situation.reader))
        # `edit` asks nothing.
        options_of_edit = [option for option in options if option not in ("--yes", "-y")]
        yield from ([*line, *options_of_edit] for line in removals_of_effect(words, situation.reader))
        return
    if takes.fits is is_id:
        id_, *phrase = with_id_first(words)
        if not is_id(id_):
            yield from meant_list(words, options, situation.reader) if command == "show" else ()
            return
        if command == "show" and len(ids := ids_in(words)) > 1:
            yield from ([command, each, *options] for each in ids)
            return
        if not phrase or command != "edit":
            yield [command, id_, *options]
            return
        yield from (
            [command, id_, *options, *more]
            for more in corrected_options(id_, phrase, options, _phrases(options, situation), situation.reader)
        )
        return
    kept = [word for word in words[:1] if takes.most and takes.fits(word)]
    phrase = [*words[len(kept) :]]
    if command == "export":
        yield from ([command, *more, *options] for more in _exported_words(kept, phrase, options, situation))
    elif command == "status" and (condition := situation.reader.spelling(" ".join(phrase))) is not None:
        yield ["trend", "--for", condition, *options]
    elif command in ("import", "demo", "status", "file"):
        yield [command, *kept, *options]
    elif command == "restore" and ids_in(labels_of(words)):
        yield [*bringing_back(words, situation.reader), *options]
    elif command in ("merge", "restore") and (lines := meant_of_copies(command, words, situation.reader)):
        yield from ([*line, *options] for line in lines)
    elif command in ("backup", "merge", "restore"):
        # What looks like no file may be one: without a file that was surely typed the refusal says more.
        yield from [[command, *kept, *options]] if kept else []
    elif command == "purge":
        lines = [*meant_purge(words, options, situation.reader)]
        yield from lines
        if not lines and (described := _described(words, situation)):
            yield from meant_of_described(command, described, options, _phrases(options, situation), situation.reader)
    elif command == "plan":
        yield from meant_plan(kept, phrase, options, _phrases(options, situation), situation.reader)
    elif command == "summary" and folded(" ".join(phrase)) in ("page", "the page", "my page"):
        yield [command, *options]
    elif command in ("list", "compare") and len(phrase) == 1 and (page := _as_page(phrase[0])):
        yield [*page, *options]
    elif listed := _listed_with_days(phrase, options, situation):
        names, days = listed
        yield from ([command, "--for", name, *days, *options] for name in names if "--for" not in options)
    else:
        if command == "costs" and not options:
            yield from paid_lines(phrase, situation.reader, situation.now)
        if command == "costs" and is_noun(phrase[0]) and (ids := ids_in(phrase)):
            yield from (["show", each] for each in ids)
            return
        if len(phrase) == 1 and is_id(phrase[0]) and not phrase[0].isdigit():
            yield ["show", phrase[0]]
        yield from ([command, *options, *more] for more in _phrases(options, situation).selecting_options(phrase))


def _described(words: Sequence[str], situation: Situation) -> DescribedEntries | None:
    """The entries that words describe by a day or a condition, where no id stands in front of them."""
    first, *following_words = with_id_first(words)
    is_plain_id = is_id(first) and first.isdecimal() and is_recorded(first, situation.reader)
    # `2 jul` is a day, though there is a session 2.
    if is_plain_id and days_in(" ".join([first, *following_words[:1]]), situation.now) is None:
        return None
    return described_entries(words, situation.reader, situation.now)


def _listed_with_days(
    words: Sequence[str], options: Sequence[str], situation: Situation
) -> tuple[list[str], list[str]] | None:
    """The conditions that the words list, and the options for days in front of them or behind: `neck or hip in may`."""
    for length in range(len(words), 0, -1):
        for listed, days in ((words[:length], words[length:]), (words[-length:], words[:-length])):
            names = listed_conditions(listed, situation.reader)
            more = next(_phrases(options, situation).selecting_options(days), []) if days and names else []
            if names and (not days or more[:1] == ["--since"]):
                return names, more
    return None


def _as_page(word: str) -> list[str]:
    """The command line for the page in the form that the word names, since on paper a history is the page; or empty."""
    form = "html" if folded(word) == "page" else folded(word)
    written = with_written_file("summary", [form], ())
    return ["summary", *written] if written != [form] else []


def _exported_words(
    kept: Sequence[str], phrase: Sequence[str], options: Sequence[str], situation: Situation
) -> Iterator[list[str]]:
    """A file, as typed or by the name of its format, and the filter for the other words: never all for some."""
    if len(phrase) > 1 and folded(phrase[0]) in ("to", "as", "for") and folded(phrase[1]) in EXPORTED_FILES:
        phrase = phrase[1:]
    if not kept and phrase and folded(phrase[0]) in EXPORTED_FILES:
        kept, phrase = EXPORTED_FILES[folded(phrase[0])], phrase[1:]
    kept = kept or EXPORTED_FILES["csv"]
    if not phrase:
        yield [*kept]
        return
    for more in _phrases(options, situation).selecting_options(phrase):
        if more[0] != "--for" or situation.reader.spelling(more[1]) is not None:
            yield [*kept, *more]


def _phrases(options: Sequence[str], situation: Situation) -> PhraseReader:
    return PhraseReader(situation.options, options, situation.reader, situation.now)
