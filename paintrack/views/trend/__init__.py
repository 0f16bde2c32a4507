"""The chart of a condition and the sentences below it.

There is a module for each screen of `trend`, `compare` and `plan`, one for its JSON and speech, and one for the
sentences of each kind of figure; the sentences serve all screens and the page. `charts` is a room of its own.
"""
