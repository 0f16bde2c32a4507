"""Lines under the answer of a merge: what both sides changed differently, with both values, and the twins."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from paintrack.model.changes.change_stamps import DELETED
from paintrack.model.displayed_text import capitalize_first, isolated, listed, shell_quoted, visible_line
from paintrack.model.entries import AnyEntry, Session, SideEffect, kind_name
from paintrack.model.fields import FIELDS
from paintrack.model.importing.import_types import ImportReport
from paintrack.model.merging.last_writer_wins_registers import Namesakes, rating_identity
from paintrack.model.merging.merged_entry import Difference, MergedEntry
from paintrack.model.merging.twins import Twins, join_twins
from paintrack.model.merging.values_lost_by_deletion import Loss, LostValue
from paintrack.model.other_entries import Plan
from paintrack.model.values.field_types import LINE, OPTIONAL_TEXT, STAMP, TEXT
from paintrack.model.values.moment import Moment
from paintrack.views.confirmations.confirmation_parts import cost_in_words
from paintrack.views.field_values import value_in_words
from paintrack.views.value_words import counted, scores_in_words, show_day, show_moment, show_score

_NAMES = {"when": "time", "money": "cost", "scores": "scores", "took": "medicine"}
_TYPES = {field.name: field.type for field in FIELDS}
_NOTHING = "nothing"
_MOST_TWINS = 10


def difference_lines(report: ImportReport) -> list[str]:
    """A sentence or two for each value that both sides changed, each rating set aside and each change that was lost."""
    lines = [line for merged in report.merged for line in _lines_of(merged)]
    for each in report.setting_differences:
        here, there = (_quoted(value) if value is not None else _NOTHING for value in (each.here, each.there))
        lines.append(f"Setting {each.name}: {_both(here, there, is_here_kept=each.is_here_kept)}")
    return lines


def parallel_plan_lines(report: ImportReport) -> list[str]:
    """A sentence for each condition that has several running plans now, and how to keep the one changed last."""
    lines = []
    for *older, last in report.parallel_plans:
        condition = isolated(last.condition)
        plans = listed([_plan_in_words(plan) for plan in (*older, last)], "and")
        line = f"{len(older) + 1} plans {'would run' if report.is_dry_run else 'are running'} for {condition}: {plans}."
        command = f"paintrack delete {' '.join(plan.label for plan in older)}"
        lines.append(line if report.is_dry_run else f"{line} To keep the one changed last: {command}")
    return lines


def old_name_lines(report: ImportReport) -> list[str]:
    """A sentence for each condition that is recorded under its old name, too, and how to make the two one."""
    lines = []
    for old, new in report.old_names:
        if report.is_dry_run:
            lines.append(f"{isolated(old)} is the old name of {isolated(new)}; both would be recorded.")
            continue
        names = " ".join(shell_quoted(visible_line(each)) for each in (old, new))
        line = f"{isolated(old)} is the old name of {isolated(new)}; both are recorded now."
        lines.append(f"{line} To make them one: paintrack conditions rename {names}")
    return lines


def _plan_in_words(plan: Plan) -> str:
    """`c2 of 8 sessions and goal 3`; a plan that is not stored yet has no id."""
    parts = [counted(plan.sessions, "session")] if plan.sessions is not None else []
    parts += [f"goal {show_score(plan.goal)}"] if plan.goal is not None else []
    return f"{plan.label if plan.number else 'a new one'} ({', '.join(parts)})"


def twin_lines(report: ImportReport) -> list[str]:
    """A sentence for each visit that was typed on both sides, and how to join the two."""
    if report.joins_twins and not report.merge_twins:
        by_hand = "To join two by hand, give the one what only the other has, such as its note"
        commands = "paintrack edit ID --note TEXT, then paintrack delete ID"
        return [f"No two sessions are known to be one visit. {by_hand}: {commands}"]
    if report.joined_twins or not report.merge_twins:
        lines = [f"Joined as {entry_in_words(each.entry)}: it was typed on both sides." for each in report.joined_twins]
        return lines + [line for merged in report.joined_twins for line in _lines_of(merged)]
    lines = [_typed_twice(each) for each in report.merge_twins]
    if report.joins_twins:
        return [*lines, "They would be joined."]
    return [*lines, f"To make each pair one session: paintrack merge {shell_quoted(report.source)} --join-twins"]


def joined_elsewhere_lines(report: ImportReport) -> list[str]:
    """A sentence for each session that goes because the other computer joined it with another one."""
    joined = "is to be" if report.is_dry_run else "is now"
    return [
        f"{capitalize_first(entry_in_words(other))} {joined} part of {entry_in_words(kept)}: "
        "the two were joined where the file comes from."
        for kept, other in report.twins_joined_elsewhere
    ]


def twins_question(twins: Sequence[Twins]) -> tuple[list[str], str]:
    """The pairs, a sentence each, the first ten of them, and whether to make each one session."""
    lines = [_typed_twice(each) for each in twins[:_MOST_TWINS]]
    more = len(twins) - len(lines)
    lines += [f"And {counted(more, 'more pair')}."] if more > 0 else []
    question = f"Make each of the {len(twins)} pairs one session?"
    return lines, "Make these two one session?" if len(twins) == 1 else question


def entry_in_words(entry: AnyEntry) -> str:
    """`session 5 of Mon 6 Jul 2026 14:02`; without the id if it has none in this file."""
    name = f"{kind_name(entry.kind)}{f' {entry.label}' if entry.number else ''}"
    return f"{name} of {show_moment(entry.when)}"


def value_name(register: str, condition: str | None) -> str:
    """What the value of the register is called: `note`, `cost`, `lower back before`; `condition` is its rating's."""
    group, _, rest = register.partition("/")
    if group == "rating":
        condition = isolated(condition or "a condition")
        _, _, score = rest.partition("/")
        return f"{condition} {score}" if score else f"the name of {condition}"
    if group == "side_effect":
        return "side effect"
    return _NAMES.get(group, group.replace("_", " "))


def value_of_register(name: str, value: Any) -> str:
    """The value of the register `name` in words, safe to print; `nothing` if it is missing."""
    if value is None:
        return _NOTHING
    group, _, rest = name.partition("/")
    if group == "rating":
        _, _, score = rest.partition("/")
        return show_score(value[score]) if score else _quoted(value)
    if group == "side_effect":
        return ", ".join(map(_effect_in_words, value))
    if group == "when":
        return show_moment(Moment(Moment.from_iso(value["at"]).at, time_given=value["time_given"]))
    if group == "money":
        return cost_in_words(value.get("cost"), value.get("covered"), value.get("currency")) or _NOTHING
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {show_score(score)}" for key, score in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    value_type = _TYPES[group]
    if value_type is STAMP:
        return show_day(date.fromisoformat(value[:10]))
    words = value_in_words(value_type, value)
    return _quoted(value) if value_type in (LINE, OPTIONAL_TEXT, TEXT) else words


def _lines_of(merged: MergedEntry) -> Iterator[str]:
    name = capitalize_first(entry_in_words(merged.entry))
    for each in merged.differences:
        here, there = (value_of_register(each.name, value) for value in (each.here, each.there))
        value = value_name(each.name, each.condition)
        if each.name == DELETED:
            # The merged entry is not deleted, or its values would not be named.
            sides = "there, put back here" if each.is_here_kept else "here, put back there"
            yield f"{name}: deleted {sides} after that."
        elif _is_of_removed_rating(each, merged.entry):
            yield f"{name}, {value}: {here} here, {there} there. The rating was removed and stays so."
        else:
            yield f"{name}, {value}: {_both(here, there, is_here_kept=each.is_here_kept)}"
    for namesakes in merged.namesakes:
        yield f"{name}: {_namesakes_in_words(namesakes)}"
    for rating in merged.left_out:
        words = f"{isolated(rating.condition)} {scores_in_words(rating)}"
        yield f"{name}: {words} of the file is left out. The rating was removed here and stays so."
    if merged.loss is not None:
        yield f"{name}: {_loss_in_words(merged.loss)}"


def lost_values(loss: Loss) -> list[tuple[str, str | None]]:
    """The name of each lost value, and its words; of what was purged neither words nor names that somebody typed."""
    if loss.is_purged:
        return [(name, None) for name in dict.fromkeys(map(_kind_of_value, loss.values))]
    return [
        (value_name(each.name, each.condition), value_of_register(each.name, each.value))
        for each in sorted(loss.values, key=_place_of_lost)
    ]


def _place_of_lost(lost: LostValue) -> tuple[bool, str, bool]:
    """First the values of the entry, then each condition with its scores in their order."""
    return lost.name.startswith("rating/"), lost.condition or lost.name, lost.name.endswith("/after")


def _kind_of_value(lost: LostValue) -> str:
    group = lost.name.partition("/")[0]
    named = {"rating": "a score" if lost.name.count("/") > 1 else "a name", "side_effect": "a side effect"}
    return named.get(group, f"its {value_name(group, None)}")


def _loss_in_words(loss: Loss) -> str:
    later = "changed on the other after that. It stays deleted."
    words = [f"deleted on one side, {later if loss.is_changed_later else 'and stays deleted.'}"]
    if loss.values:
        values = ", ".join(f"{name} {value}" if value else name for name, value in lost_values(loss))
        seen = "was never seen" if loss.is_certain else "may never have been seen"
        words.append(f"Where it was {'purged' if loss.is_purged else 'deleted'}, this {seen}: {values}.")
    if not loss.is_purged:
        words.append("To have it back, undo the deletion where it was made and merge again.")
    return " ".join(words)


def _is_of_removed_rating(difference: Difference, entry: AnyEntry) -> bool:
    """Whether it is about a score, or the name, of a rating that the joined entry does not show."""
    identity = rating_identity(difference.name)
    ratings = entry.ratings if isinstance(entry, Session) else ()
    return identity is not None and identity not in {rating.identity for rating in ratings}


def _both(here: str, there: str, *, is_here_kept: bool) -> str:
    if here == there:
        # The words do not say when a score was given or a side effect noticed.
        return f"{here} on both sides, with another time. The later change is kept."
    return f"{here} here, {there} there. Kept: {here if is_here_kept else there}."


def _namesakes_in_words(namesakes: Namesakes) -> str:
    kept, other = namesakes
    return (
        f"two ratings are called {isolated(kept.condition)} now. "
        f"Kept, as the later one: {scores_in_words(kept)}. The other: {scores_in_words(other)}."
    )


def _typed_twice(twins: Twins) -> str:
    kept, other = (entry_in_words(each) for each in twins)
    return f"Typed on both sides: {kept} and {other}.{_conflicts_in_words(twins)}"


def _conflicts_in_words(twins: Twins) -> str:
    """Where the two differ, and what would be kept if they were joined; empty if nothing would be lost."""
    merged, _ = join_twins(twins, twins.other.edited)
    words = []
    for each in merged.differences:
        here, there = (value_of_register(each.name, value) for value in (each.here, each.there))
        # Two values with the same words differ only in a time.
        if here != there:
            kept = here if each.is_here_kept else there
            words.append(f"{value_name(each.name, each.condition)} {here} or {there} (joined: {kept})")
    return f" They differ: {'; '.join(words)}." if words else ""


def _effect_in_words(effect: SideEffect) -> str:
    words = isolated(effect.words or effect.kind.replace("_", " "))
    return f"{words} ({isolated(effect.outcome)})" if effect.outcome else words


def _quoted(text: str) -> str:
    return f"'{isolated(text)}'"
