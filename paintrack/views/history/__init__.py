"""The history as a table, as sentences, and one entry in full."""
