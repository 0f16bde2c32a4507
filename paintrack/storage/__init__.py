"""The only SQL and the only way to the file: sqlite-utils makes the tables (schema), sqlite3 reads and writes rows."""
