"""What `conditions` and `practitioners` share: the list of names, and a new name for one of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paintrack.analysis.plan_progress import active_plans
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.name_resolution import advise_on_new_conditions, intended_names
from paintrack.commands._shared.names.new_names import recorded_name
from paintrack.commands._shared.options.common_options import reject_ignored
from paintrack.errors import UsageError
from paintrack.model.changes.renaming import names_in, rates_both, with_name
from paintrack.model.displayed_text import isolated, listed
from paintrack.model.entries import AnyEntry
from paintrack.model.name_kind import NameKind
from paintrack.model.other_entries import Plan
from paintrack.model.recorded_name import RecordedName
from paintrack.model.selection import Selection
from paintrack.model.typed.names.name_slips import slips_beside
from paintrack.model.typed.typed_text import folded, one_line
from paintrack.storage.reader import Reader
from paintrack.views import recorded_name_list as views
from paintrack.views.confirmations import rename_confirmation as rename_views
from paintrack.views.refusals.name_refusals import both_rated
from paintrack.views.refusals.option_refusals import only_to_rename
from paintrack.views.refusals.word_refusals import form_of_renaming
from paintrack.views.text_layout import fill
from paintrack.views.value_words import counted_kinds


class _Renaming(NamedTuple):
    """The two names of a renaming, spelled as recorded; `existing` is None if the new one is not recorded yet."""

    old: RecordedName
    new: str
    existing: RecordedName | None

    @property
    def is_merge(self) -> bool:
        """Whether two names become one."""
        return self.existing is not None and folded(self.existing.name) != folded(self.old.name)


def run_name_command(
    context: Context, kind: NameKind, words: Sequence[str], *, yes: bool, accepts_new: bool, as_json: bool
) -> None:
    """List the names or, with the words `rename OLD NEW`, rename one. Raises UsageError, NotFoundError."""
    match words:
        case []:
            reject_ignored([yes, accepts_new], only_to_rename(kind.value))
            _list(context, kind, as_json=as_json)
        case ["rename", old, new]:
            _rename(context, kind, old, new, yes=yes, accepts_new=accepts_new, as_json=as_json)
        case _:
            # `guided_error` suggests another command instead if the words fit one.
            raise UsageError(form_of_renaming(kind))


def _list(context: Context, kind: NameKind, *, as_json: bool) -> None:
    console = context.console
    with context.open_reader() as reader:
        names = reader.recorded_names(kind)
    if as_json:
        console.say_json(views.name_records(names, kind))
        return
    console.say(
        views.spoken_name_list(names, kind) if console.plain else views.name_list(names, kind, width=console.width)
    )
    for each in names:
        for spelling, counts in each.other_spellings:
            hint = rename_views.other_spelling_hint(spelling, counts, each.name, kind)
            console.hint(fill(hint, console.error_width))
    for seldom, often in slips_beside([each.name for each in names]):
        console.hint(fill(rename_views.one_name_hint(seldom, often, kind), console.error_width))


def _rename(
    context: Context, kind: NameKind, typed_old: str, typed_new: str, *, yes: bool, accepts_new: bool, as_json: bool
) -> None:
    old, new = one_line(typed_old, f"The {kind.value}"), one_line(typed_new, "The new name")
    with context.open_reader() as reader:
        _resolve_renaming(reader, kind, old, new)
        if kind is NameKind.CONDITION:
            advise_on_new_conditions([new], reader)
    new = intended_names(
        context,
        [("", new)],
        accepts_new=accepts_new,
        excluding=[old],
        are_practitioners=kind is NameKind.PRACTITIONER,
        # The suggested command with the existing name merges two names, so it needs --yes.
        options_for_old=() if yes else ("--yes",),
    )["", new]
    with context.open_reader() as reader:
        renaming = _resolve_renaming(reader, kind, old, new)
        _reject_ratings_of_both(reader, kind, renaming)
    _confirm_merge(context, renaming, yes=yes)
    with context.open_writer(create=False) as writer:
        renaming = _resolve_renaming(writer, kind, old, new)
        _reject_ratings_of_both(writer, kind, renaming)
        changed: Counter[str] = Counter()
        replaced: dict[str, None] = {}
        writer.change_all(_renamed_entries(writer, kind, renaming, changed, replaced))
        # If only the spelling changes, the old name is shown in the spellings that were replaced, not as it is listed.
        spellings = [*replaced] if replaced and folded(old) == folded(renaming.new) else [renaming.old.name]
        old = listed(spellings, "and")
        if changed:
            writer.describe(f"the renaming of {listed([*map(isolated, spellings)], 'and')} to {isolated(renaming.new)}")
        remarks = _plans_remark(writer, renaming.new) if kind is NameKind.CONDITION and renaming.is_merge else []
    if as_json:
        record = {"old": old, "new": renaming.new, "merged": renaming.is_merge, "changed": dict(changed)}
        context.console.say_json(record)
        return
    confirmation = rename_views.rename_confirmation(
        spellings, renaming.new, changed, is_merged=renaming.is_merge, width=context.console.width, remarks=remarks
    )
    context.console.acknowledge(confirmation)


def _confirm_merge(context: Context, renaming: _Renaming, *, yes: bool) -> None:
    """Ask before two names become one, with the counts of each. Raises as `require_confirmation` does."""
    if not renaming.is_merge or renaming.existing is None:
        return
    first, second = (
        f"{isolated(each.name)} ({counted_kinds(each.counts)})" for each in (renaming.existing, renaming.old)
    )
    context.console.require_confirmation(
        f"Both are recorded: {first} and {second}. Make them one, {isolated(renaming.existing.name)}?",
        refusal=f"{first} and {second} are both recorded and were not made one",
        yes=yes,
    )


def _renamed_entries(
    reader: Reader, kind: NameKind, renaming: _Renaming, changed: "Counter[str]", replaced: dict[str, None]
) -> Iterator[AnyEntry]:
    """Each entry that the new name changes.

    As they come, `changed` counts them by kind, and the spellings that are replaced become keys of `replaced`.
    """
    name = renaming.old.name
    selection = Selection(condition=name) if kind is NameKind.CONDITION else Selection(practitioner=name)
    for entry in reader.stream(selection):
        renamed = with_name(entry, kind, name, renaming.new)
        if renamed != entry:
            changed[entry.kind] += 1
            replaced |= {
                each: None
                for each_kind, each in names_in(entry)
                if each_kind is kind and folded(each) == folded(name) and each != renaming.new
            }
            yield renamed


def _resolve_renaming(reader: Reader, kind: NameKind, old: str, new: str) -> _Renaming:
    """The renaming that is typed, with the names as they are recorded. Raises NotFoundError if the old one is not."""
    by_name = {folded(each.name): each for each in reader.recorded_names(kind)}
    existing = by_name.get(folded(new))
    is_merge = existing is not None and folded(old) != folded(new)
    return _Renaming(recorded_name(reader, kind, old), existing.name if existing and is_merge else new, existing)


def _reject_ratings_of_both(reader: Reader, kind: NameKind, renaming: _Renaming) -> None:
    """Raise UsageError if a session rates both conditions, which names it and says how to remove one rating."""
    if kind is not NameKind.CONDITION or not renaming.is_merge:
        return
    entries = reader.stream(Selection(condition=renaming.old.name))
    both = [entry.label for entry in entries if rates_both(entry, renaming.old.name, renaming.new)]
    if not both:
        return
    raise UsageError(both_rated(both, renaming.old.name, renaming.new))


def _plans_remark(reader: Reader, condition: str) -> list[str]:
    plans = active_plans(reader.of_kind(Plan), condition)
    if len(plans) < 2:
        return []
    return [rename_views.plans_remark(len(plans), condition)]
