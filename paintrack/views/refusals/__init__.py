"""Refusals: what is wrong, and what to type instead. Made from errors that carry values, or for a command."""
