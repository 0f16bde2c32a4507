"""The only SQL and the only way to the file: sqlite-utils makes the tables (schema), sqlite3 reads and writes rows.

On this floor entries are read, written and kept in the journal, and the Tab key has its reader. What else is asked of
an open file is in `queries`, the file as a whole in `file` and `copies`.
"""
