"""The picture of a condition and the sentences below it."""
