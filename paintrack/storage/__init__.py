"""The only SQL and the only way to the file: sqlite-utils makes the tables (schema), sqlite3 reads and writes rows.

On this floor there is a module for each question to an open file: entries, names, texts, scores, the journal. The file
as a whole is in `file` and `copies`.
"""
