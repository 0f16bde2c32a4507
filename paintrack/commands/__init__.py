"""One short file for each word that the patient types.

Each has `run`: its docstring is the help; `context` and the other groups of options are with_known_spelling out by the
front door. Options come in as typed: the urgent advice of a side effect is given before anything can be
refused. A command parses, gets, thinks with one call to `analysis`, shows with one call to a view. A room
that is heavy to open (tables, charts, exchange) is imported inside `run`, in one line.
"""
