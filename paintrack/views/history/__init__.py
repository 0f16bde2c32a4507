"""The history as a table or as sentences, and one entry in full."""
