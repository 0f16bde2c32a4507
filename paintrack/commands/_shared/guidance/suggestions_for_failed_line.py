"""What may be meant by a command line that failed, by the words that were typed and by what is recorded."""

from collections.abc import Mapping, Sequence
from itertools import chain

from typer.core import TyperOption

from paintrack.commands._shared import context
from paintrack.commands._shared.guidance.command_arguments_and_examples import WORDS_OF_COMMANDS, is_id
from paintrack.commands._shared.guidance.command_guesses import (
    CORRECTED,
    guessed_command_lines,
    guessed_listing,
    similar_command_lines,
    with_typed_words,
)
from paintrack.commands._shared.guidance.command_line_parts import (
    TEXT_VALUES,
    arguments_of,
    parts_of,
    with_names_in_place,
    with_replaced,
    with_words_behind_option,
    without_repeats,
)
from paintrack.commands._shared.guidance.meanings.circumstance_phrases import without_remarks
from paintrack.commands._shared.guidance.meanings.filler_words_around_scores import (
    RATED_WORDS,
    is_rated_first,
    scores_meant,
    without_fillers,
)
from paintrack.commands._shared.guidance.meanings.recorded_or_new_name_in_suggestions import with_old_names
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
from paintrack.commands._shared.guidance.meanings.word_classification import (
    date_in,
    is_change,
    is_side_effect,
)
from paintrack.commands._shared.guidance.option_guesses import as_own_command
from paintrack.commands._shared.guidance.options_in_accepted_form import plain_arguments
from paintrack.commands._shared.guidance.suggested_line_check import CommandLineCheck
from paintrack.commands._shared.guidance.suggestions.before_or_after_by_open_session import (
    before_or_after_command,
    examples_for_open_session,
    with_arrival,
)
from paintrack.commands._shared.guidance.suggestions.by_command.conditions_and_practitioners import (
    KINDS_OF_COMMANDS,
    meant_of_names,
)
from paintrack.commands._shared.guidance.suggestions.by_command.entries.overall_change_of_one_condition import (
    meant_of_change,
    meant_of_comparison,
)
from paintrack.commands._shared.guidance.suggestions.by_command.files_without_command import lines_of_file
from paintrack.commands._shared.guidance.suggestions.by_command.help_words import meant_of_help
from paintrack.commands._shared.guidance.suggestions.by_command.next_visit_words import (
    is_next_visit,
    lines_of_visit,
)
from paintrack.commands._shared.guidance.suggestions.by_command.removing.delete_and_purge_words import (
    for_each_condition,
)
from paintrack.commands._shared.guidance.suggestions.by_command.removing.undeletion import brings_back, meant_back
from paintrack.commands._shared.guidance.suggestions.by_command.setting_words import setting_line
from paintrack.commands._shared.guidance.suggestions.examples_with_typed_words import (
    correction_line,
    money_lines,
    paid_lines,
    with_names,
)
from paintrack.commands._shared.guidance.suggestions.free_text_meant_otherwise import (
    meant_of_entry,
)
from paintrack.commands._shared.guidance.suggestions.note_additions import with_kept_note
from paintrack.commands._shared.guidance.suggestions.requests_to_show import plain_showing, shown_by_verb
from paintrack.commands._shared.guidance.suggestions.several_ratings import scores_of_session
from paintrack.commands._shared.guidance.suggestions.states_and_medicines import lines_of_state_or_medicine
from paintrack.commands._shared.guidance.suggestions.typed_sentences import meant_of_sentence
from paintrack.commands._shared.guidance.suggestions.unaccepted_words import Situation, meant_instead
from paintrack.commands._shared.guidance.typographic_quotes import with_plain_names
from paintrack.commands._shared.point_lookup import named_points
from paintrack.commands._shared.typer_invocation import FREE_TEXT
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader
from paintrack.views.help.help_topics import TOPICS

MOST_SUGGESTIONS = 3
# Commands that take filters, and these.
_SELECTING = {"compare", "costs", "export", "list", "summary", "trend"}
_FILTERS = {"--for", "--since", "--until", "--last", "--with", "--point"}


class Guesses:
    """What may be meant, by the words that were typed and by what is recorded."""

    def __init__(self, reader: Reader, modules: Mapping[str, str]) -> None:
        self._reader, self._modules, self._now = reader, modules, context.clock()
        self._check = CommandLineCheck(modules, self._now)

    def of_unknown_word(self, word: str, rest: Sequence[str]) -> list[list[str]]:
        """The command lines that may be meant by one that begins with no command."""
        if folded(word) == "side" and rest and folded(rest[0]) in ("effect", "effects"):
            return self.of_unknown_word(f"{word}-{rest[0]}", rest[1:])
        words = [word, *rest]
        if (zeros := with_zeros(words, 1)) != words and self._reader.spelling(" ".join(words)) is None:
            return self._of_scores(zeros)
        if is_score(figure_of(word[:1] if word[:1].isdigit() else word)) and (lines := self._of_scores(words)):
            return lines
        if word.startswith("-") and (lines := self._of_option_in_front(words)):
            return lines
        if is_rated_first(words, self._reader, self._now) and (lines := self._of_scores(words)):
            return lines
        if folded(word) in RATED_WORDS and (lines := meant_of_sentence(words, (), self._reader)):
            return lines
        if shown := shown_by_verb(words, self._modules):
            return self._of_shown(shown)
        if line := meant_of_entry(words):
            return [line]
        is_set = folded(word) == "set" and bool(rest)
        if line := setting_line([*rest] if is_set else words):
            return [line]
        if (
            is_set
            and guessed_command_lines(rest[0], self._modules)
            and (lines := self.of_unknown_word(rest[0], rest[1:]))
        ):
            return lines
        of_money = money_lines(word, rest, self._reader, self._now) if rest else lines_of_file(word)
        of_sentence = lines_of_state_or_medicine(words, self._reader, self._now)
        if lines := of_money or lines_of_visit(words, self._reader, self._now) or of_sentence:
            return lines
        if brings_back(word) and (line := meant_back(word, rest, self._check.options_of("undo"), self._reader)):
            return [line]
        if lines := guessed_command_lines(word, self._modules):
            # What was typed behind it is no part of `--version`.
            lines = [line for line in lines if line[0] in self._modules] if rest and len(lines) > 1 else lines
            if any("WORD" in line for line in lines):
                typed_lines = with_typed_words(lines, words)
                return without_repeats(chain.from_iterable(map(self._led_on, typed_lines)))
            day, medicine = date_in(rest, self._now)
            if any("--took" in line for line in lines) and day and medicine:
                # What was taken on a day is no news of today.
                return [[*line, "--at", " ".join(day)] for line in self.of_unknown_word(word, [" ".join(medicine)])]
            examples = chain.from_iterable(
                examples_for_open_session(line, rest, self._reader, self._now) for line in lines
            )
            lines = [
                with_arrival(line, example) for example, words in examples for line in self._with_rest(example, words)
            ]
            return without_repeats(each for line in lines for each in for_each_condition(line, self._reader))
        if folded(word) in TOPICS:
            return [["help", folded(word)]]
        if is_id(word) and not any(map(is_score, rest)):
            return [["show", word]]
        return (
            self._of_phrase(words)
            or self._of_quoted(words)
            or meant_of_sentence(words, self._modules, self._reader)
            or self._of_letters(word, rest)
            or self._of_scores(words)
        )

    def right_or_meant(self, line: Sequence[str]) -> list[list[str]]:
        """The command line if it is right, else those that may be meant by it."""
        return [[*line]] if self._check.is_right(line) else self.instead_of(line[0], line[1:])

    def _of_shown(self, words: Sequence[str]) -> list[list[str]]:
        """The command lines for what stands behind a verb such as `show`."""
        return self.right_or_meant(words) if words[0] in self._modules else self.of_unknown_word(words[0], words[1:])

    def _led_on(self, line: list[str]) -> list[list[str]]:
        """The command line, or those that the refusal of it would name."""
        return self.instead_of(line[0], line[1:]) or [line]

    def _of_quoted(self, words: Sequence[str]) -> list[list[str]]:
        """The command lines for words that stand in quotation marks together: `"log 7 3"`, `"lower back 7 3"`."""
        parts = [*words[0].split(), *words[1:]]
        if len(parts) == len(words) and "," not in words[0]:
            return []
        if len(parts) > len(words) and parts[0] in self._modules:
            return self.right_or_meant(parts)
        if len(parts) > len(words) and guessed_command_lines(parts[0], self._modules):
            return self.of_unknown_word(parts[0], parts[1:])
        return self._of_scores(taken_apart(with_decimal_points(words)))

    def _of_phrase(self, words: Sequence[str]) -> list[list[str]]:
        """The command lines for what the words say as a whole: how it is, a condition, a side effect."""
        phrase = [each for each in words if not each.startswith("-") and not is_score(each)]
        text, has_scores = " ".join(phrase), any(map(is_score, words))
        if self._reader.spelling(text) is not None:
            return self._of_scores(words) if has_scores else [["trend", "--for", text]]
        if has_scores:
            return []
        day, rest = date_in(phrase, self._now)
        if day and phrase == [*words] and (name := self._reader.spelling(" ".join(rest))) is not None:
            moment = " ".join(day)
            return [["rate", "SCORE", "--for", name, "--at", moment], ["list", "--for", name, "--since", moment]]
        if is_change(text):
            return [["overall", text]]
        if phrase == [*words] and (lines := meant_of_comparison(words, self._reader)):
            return lines
        if phrase == [*words] and is_change(change := " ".join(without_remarks(phrase))):
            return [["overall", change], ["note", *words]]
        beginnings = (" ".join(phrase[:length]) for length in range(len(phrase), 0, -1))
        if not any(map(is_side_effect, beginnings)):
            return []
        for typed in (words, phrase):
            if self._check.is_right(["effect", *typed]):
                return [["effect", *typed]]
            if lines := self.instead_of("effect", typed):
                return lines
        return [["effect", *phrase]]

    def _of_letters(self, word: str, rest: Sequence[str]) -> list[list[str]]:
        """The commands that are spelled much like the word."""
        examples = similar_command_lines(word, self._modules)
        return without_repeats(line for example in examples for line in self._with_rest(example, rest))

    def _of_option_in_front(self, words: Sequence[str]) -> list[list[str]]:
        """The command line with the options behind its command, that stand before it: `--at yesterday rate 5`."""
        place = next((n for n, word in enumerate(words) if word in self._modules), None)
        return [] if place is None else self.right_or_meant([*words[place:], *words[:place]])

    def instead_of(self, command: str, arguments: Sequence[str]) -> list[list[str]]:
        """The command lines that may be meant by one of this command with words in the wrong place."""
        if command == "help":
            return without_repeats(meant_of_help(arguments, self._modules, self._reader))
        if command == "overall" and any(each.partition("=")[0] == "--for" for each in arguments):
            return meant_of_change(arguments)
        if (plain := plain_showing(command, arguments, self._reader)) != [*arguments]:
            return self.right_or_meant([command, *plain])
        if command in ("list", "show") and (listing := guessed_listing(arguments, self._reader)):
            return [listing]
        # `show`, which is a command, says as a verb what `view` says.
        if command == "show" and (shown := shown_by_verb(["view", *arguments], self._modules)):
            return self._of_shown(shown)
        if command in ("list", "export") and (forms := [each for each in ("--csv", "--fhir") if each in arguments]):
            return guessed_command_lines(forms[0].removeprefix("--"), self._modules)
        if command == "config" and "--list" not in arguments:
            return [line] if (line := setting_line(arguments)) else []
        if command == "note" and "--public" in arguments and self._check.is_right(["edit", *arguments]):
            return [["edit", *arguments]]
        options = self._check.options_of(command)
        if line := as_own_command(command, arguments, options):
            return self.right_or_meant(line)
        if lines := self._with_value_in_front(command, arguments, options):
            return lines
        if lines := [*scores_of_session(command, arguments, options, self._reader)]:
            named_lines = chain.from_iterable(map(self.with_meant_names, lines))
            return [line for line in without_repeats(named_lines) if self._check.is_right(line)]
        if (renamed := plain_arguments(command, arguments, options, self._reader, self._now.date())) != [*arguments]:
            return self.right_or_meant([command, *renamed])
        if command not in (*WORDS_OF_COMMANDS, *KINDS_OF_COMMANDS, *FREE_TEXT):
            return []
        if command in FREE_TEXT:
            lines = self._check.meant_of_text(command, arguments, options)
            if command == "overall" and not lines:
                lines = meant_of_comparison(arguments, self._reader)
        elif command in KINDS_OF_COMMANDS:
            parts = parts_of(arguments, options) or []
            words = [word for part in parts for word in part.words]
            lines = [[*line, *arguments_of(parts)] for line in meant_of_names(command, words, self._reader)]
        else:
            lines = [*meant_instead(command, arguments, Situation(options, self._reader, self._now))]
        noted_lines = (each for line in lines for each in with_kept_note(line, arguments, self._reader))
        named_lines = chain.from_iterable(map(self.with_meant_names, noted_lines))
        return [line for line in without_repeats(named_lines) if self._check.is_right(line)]

    def _with_value_in_front(
        self, command: str, arguments: Sequence[str], options: Sequence[TyperOption]
    ) -> list[list[str]]:
        """The command line with the value of its last option behind that, not in front of it: `trend neck --for`."""
        # A score is the value of an option that takes a number, and no name or text.
        turned_lines = [
            [command, *turned]
            for turned in with_words_behind_option(arguments, options)
            if turned[-2] not in TEXT_VALUES or not all(map(is_score, turned[-1].split()))
        ]
        if line := next(filter(self._check.is_right, turned_lines), None):
            return [line]
        named_lines = (line for line in turned_lines if not is_score(line[-1]))
        return next((lines for _, *turned in named_lines if (lines := self.instead_of(command, turned))), [])

    def with_value(self, command: str, arguments: Sequence[str], typed: str, value: str) -> list[list[str]]:
        """The command lines with `value` in the place of the arguments that are `typed` together."""
        replaced = with_replaced(arguments, typed, value)
        if replaced is None:
            return []
        return self.right_or_meant([command, *replaced])[:MOST_SUGGESTIONS]

    def with_meant_names(self, line: Sequence[str]) -> list[list[str]]:
        """The command line with recorded names in place of similar new ones, then as typed; only that if none is."""
        command, *arguments = line
        if command not in self._modules:
            return [[*line]]
        options = self._check.options_of(command)
        plain = [command, *with_plain_names(command, arguments, options, self._reader)]
        return with_old_names(plain, options, self._reader)

    def _of_scores(self, words: Sequence[str]) -> list[list[str]]:
        """The command lines for scores without a command: two are a session, one is a score of now.

        One with a comma may be two: `7,3`.
        """
        if meant := scores_meant(words):
            return [line for each in meant for line in self._of_scores(each)]
        words = without_fillers(words, self._reader, self._now)
        words = [part for word in words for part in around_decimal_comma(word)]
        pointed = with_decimal_points(words)
        is_two_or_one = pointed != words and sum(map(is_score, pointed)) == 1
        return [
            *self._of_plain_scores(pointed),
            *(self._of_plain_scores(at_decimal_commas(words)) if is_two_or_one else ()),
        ]

    def _of_plain_scores(self, words: Sequence[str]) -> list[list[str]]:
        words = with_figures(words, 2)
        if not any(map(is_score, separate_scores(words))):
            return []
        for command in ("rate", "log", "peg"):
            lines = self.right_or_meant([command, *words])
            if lines and all(line[0] == command for line in lines):
                break
        else:
            return []
        if command != "rate":
            return lines
        old = (rest for _, *rest in lines if "--new" not in rest)
        return [
            [word, *rest] for rest in old for word in (*before_or_after_command(rest, self._reader, self._now), "rate")
        ]

    def _with_rest(self, example: list[str], rest: Sequence[str]) -> list[list[str]]:
        """The example's command with the words that were typed behind it, where they fit; else the example."""
        typed_example, example = example, with_names(example, rest, self._reader)
        command, *words = example
        rest = with_names_in_place(rest)
        if words[1:] == [CORRECTED]:
            return self._corrections(rest)
        if command == "costs" and not words and (paid := paid_lines(rest, self._reader, self._now)):
            return paid
        if command in ("remind", "summary") and is_next_visit(rest, self._now):
            return [["remind", "--next", " ".join(rest)]]
        if not rest or command not in self._modules:
            return [example]
        if command == "merge" and (lines := self.instead_of("merge", rest)):
            return lines
        if command == "points":
            return [[*example, *rest] if named_points(" ".join(rest)) else example]
        if command in KINDS_OF_COMMANDS and not words:
            return self.instead_of(command, rest) or [example]
        is_fixed = any(word.startswith("-") for word in words)
        if is_fixed and rest and example == typed_example:
            return self._with_fixed(example, rest)
        if is_fixed or (command not in WORDS_OF_COMMANDS and command not in FREE_TEXT):
            return [example]
        takes, has_value = WORDS_OF_COMMANDS.get(command), any("=" in each for each in rest)
        example = [command, *takes.placeholders] if takes and takes.placeholders and has_value else example
        line = [*example, *rest] if all(each.startswith("-") for each in rest) else [command, *rest]
        # A score that nobody typed is not suggested.
        unread = [command, *takes.placeholders] if takes and takes.placeholders else example
        return [line] if self._check.is_right(line) else self.instead_of(command, rest) or [unread]

    def _with_fixed(self, example: list[str], rest: Sequence[str]) -> list[list[str]]:
        """The example, whose options are what is meant, with the other words as more options where they are such."""
        command, *words = example
        rest = [each for each in rest if command != "summary" or folded(each) not in ("my", "the", "page", command)]
        # A number that was typed counts: `tail -n 3`.
        if "--last" in words and (lines := [each for each in self.instead_of(command, rest) if "--last" in each]):
            return lines
        if command not in _SELECTING or not {each for each in rest if each.startswith("-")} <= _FILTERS:
            return [example]
        if self._check.is_right([*example, *rest]):
            return [[*example, *rest]]
        for typed in ([*rest, *words], [*words, *rest]):
            if lines := [line for line in self.instead_of(command, typed) if {*words} <= {*line}]:
                return lines
        return [example]

    def _corrections(self, rest: Sequence[str]) -> list[list[str]]:
        """`edit` with the id and what was typed behind it; without these the last session, and its score after."""
        label, *typed = rest if rest and is_id(rest[0]) else ["last", *rest]
        if typed and self._check.is_right(["edit", label, *typed]):
            return [["edit", label, *typed]]
        lines = self.instead_of("edit", rest) if typed else []
        return lines or self.instead_of("edit", [label, *typed]) or [correction_line(label, self._reader)]
