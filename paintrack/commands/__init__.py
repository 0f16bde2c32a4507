"""One short module for each command.

Its `run` is the command, the docstring of `run` its help. Parameters are `context` and other option groups (see
`_shared/typer_invocation.py`), then arguments and options as typed. Urgent advice on what was typed is shown before
`run` starts. A command parses, gets the data, thinks with one call to `analysis` and shows with one call to a view.
Modules that are slow to import (tables, charts, exchange) are imported inside `run`.
"""
