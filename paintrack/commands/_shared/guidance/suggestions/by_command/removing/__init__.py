"""Suggestions for words that take something away or bring it back: `delete`, `purge`, `undo` and `redo`."""
