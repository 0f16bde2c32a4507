"""The figures of one condition.

As in the package, each figure has a test module of its own.
"""
