"""Refusals: what is wrong, and what to type instead. Made from errors that carry values, or for a command.

A module for each thing that can be wrong.
"""
