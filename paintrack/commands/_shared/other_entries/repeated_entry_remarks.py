"""Remarks on a note, a question, a PEG or an overall rating that was typed twice, which is never refused."""

from paintrack.model.other_entries import OtherEntry, says_the_same
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.other_entry_confirmation import repeated_entry_remark


def repetition_remark(reader: Reader, saved: OtherEntry) -> str:
    """A sentence on an entry of the same day that says the same as the saved one; empty without one."""
    same = (each for each in reader.of_kind(type(saved)) if each.uid != saved.uid and says_the_same(each, saved))
    other = next(same, None)
    return "" if other is None else repeated_entry_remark(other)
