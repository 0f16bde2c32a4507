"""The chart of a condition and the sentences below it."""
